"""The system's own notifications on macOS and Windows, by desktop-notifier.

That library wants an asyncio loop; it gets one in a thread of its own. Answers come back as
queued signals. macOS shows notices only for a signed bundle, Windows only under an
AppUserModelID: where that is missing, `usable` says no, and the next notifier takes over.
"""

import asyncio
import logging
import threading
from collections.abc import Coroutine
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.notify.protocol import Answer, Notice, Notifier, Urgency

if TYPE_CHECKING:
    from desktop_notifier import DesktopNotifier, Notification

LOG = logging.getLogger(__name__)
APP_NAME = "Afterword"
LABELS = {Answer.DONE: "Done", Answer.SNOOZE: "Snooze", Answer.OPEN: "Open"}


class NativeNotifier(Notifier):
    """Shows notices by the system's notification centre."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._centre: DesktopNotifier | None = None
        self._allowed = True

    def start(self) -> None:
        """Starts the thread; the library is loaded there."""
        if self._thread is not None:
            return
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="notifications", daemon=True)
        self._thread.start()

    def usable(self) -> bool:
        """Whether the system lets us show notices, as far as it has said."""
        return self._thread is not None and self._allowed

    def show_notice(self, notice: Notice) -> None:
        """Shows it; a later one with the same key replaces it."""
        self._soon(self._show(notice))

    def withdraw(self, key: str) -> None:
        """Removes it from the notification centre."""
        self._soon(self._clear(key))

    def describe(self) -> str:
        """One sentence for the settings page."""
        if not self._allowed:
            return "The system does not let Afterword show notifications. Its settings can."
        return "The system's notifications show your reminders, with buttons."

    def stop(self) -> None:
        """Ends the thread."""
        if self._loop is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(timeout=2)
        self._loop = self._thread = self._centre = None

    def _run(self) -> None:
        loop = self._loop
        if loop is None:
            return
        asyncio.set_event_loop(loop)
        loop.create_task(self._open())
        loop.run_forever()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()

    def _soon(self, work: Coroutine[object, object, None]) -> None:
        if self._loop is None:
            work.close()
        else:
            asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _open(self) -> None:
        try:
            self._centre = await self._make_centre()
            self._allowed = await self._centre.request_authorisation()
        except Exception:
            LOG.exception("no native notifications")
            self._allowed = False

    async def _make_centre(self) -> "DesktopNotifier":
        from desktop_notifier import DesktopNotifier

        centre = DesktopNotifier(app_name=APP_NAME, app_icon=None)
        centre.on_clicked = self._on_clicked
        centre.on_dismissed = self._on_dismissed
        centre.on_button_pressed = self._on_button
        return centre

    async def _show(self, notice: Notice) -> None:
        if self._centre is None or not self._allowed:
            self.refused.emit(notice)
            return
        try:
            await self._centre.send_notification(_as_notification(notice))
        except Exception:
            LOG.exception("a notification was refused")
            self.refused.emit(notice)

    async def _clear(self, key: str) -> None:
        if self._centre is not None:
            await self._centre.clear(key)

    def _on_clicked(self, key: str) -> None:
        self.answered.emit(key, Answer.OPEN.value)

    def _on_dismissed(self, key: str) -> None:
        self.dismissed.emit(key)

    def _on_button(self, key: str, button: str) -> None:
        self._soon(self._clear(key))
        self.answered.emit(key, button)


def _as_notification(notice: Notice) -> "Notification":
    from desktop_notifier import Button, Notification
    from desktop_notifier import Urgency as TheirUrgency

    urgency = {
        Urgency.LOW: TheirUrgency.Low,
        Urgency.NORMAL: TheirUrgency.Normal,
        Urgency.CRITICAL: TheirUrgency.Critical,
    }
    buttons = tuple(Button(title=LABELS[one], identifier=one.value) for one in notice.answers)
    return Notification(
        title=notice.title,
        message=notice.body,
        urgency=urgency[notice.urgency],
        buttons=buttons,
        identifier=notice.key,
    )
