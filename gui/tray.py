"""The tray icon: how many steps are due, and a way to the window. It may come and go."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from core.agenda import Agenda
from core.clock import Now
from gui.notify.bus import BusLink
from gui.tray_host import TrayHost
from gui.tray_icon import TrayIcon
from gui.tray_menu import TrayMenu, title_of

MESSAGE_MS = 10_000


class Tray(QObject):
    """Icon and menu in the desktop's tray, where it has one."""

    open_requested = Signal()
    """The icon was clicked, or "Open Afterword" chosen. A click only ever opens: so the second
    click of a doubled one has nothing to undo, and the window does not flicker."""
    step_requested = Signal(int)
    add_requested = Signal()
    pause_for_hour_requested = Signal()
    pause_until_tomorrow_requested = Signal()
    resume_requested = Signal()
    quit_requested = Signal()
    message_clicked = Signal()
    presence_changed = Signal(bool)
    """A tray has come, or is gone."""

    def __init__(
        self,
        mark: Path,
        link: BusLink,
        now: Callable[[], Now],
        parent: QObject | None = None,
    ) -> None:
        """`mark` is the drawing of the application's icon; `now` gives the present moment."""
        super().__init__(parent)
        self._drawing = TrayIcon(mark)
        self._now = now
        self._host = TrayHost(link, self)
        self._host.renewed.connect(self._make_anew)
        self._host.changed.connect(self.presence_changed)
        self._icon: QSystemTrayIcon | None = None
        self._due = 0
        self._paused_until: datetime | None = None
        self.entries = TrayMenu(self)
        self._pass_on()

    @property
    def present(self) -> bool:
        """Whether there is a tray, so that the window may hide there."""
        return self._host.present

    @property
    def shows_messages(self) -> bool:
        """Whether the tray itself can show a message, without the notification daemon."""
        return self._host.present and not self._host.is_on_the_bus

    def start(self) -> None:
        """Shows the icon. Call it after the window's first picture."""
        self._host.start()
        self._make_anew()

    def stop(self) -> None:
        """Takes the icon away."""
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    @Slot()
    def look(self) -> None:
        """Looks whether a tray has come or gone; for the reminders' tick."""
        self._host.look_now_and_then()

    @Slot(object)
    def follow(self, agenda: Agenda) -> None:
        """Shows this agenda's count, and its next steps in the menu."""
        self._due = agenda.due_count
        self.entries.follow(agenda, self._now())
        self._redraw()

    @Slot(object)
    def show_paused(self, until: datetime | None) -> None:
        """Strikes the icon while reminders are paused."""
        self._paused_until = until
        self.entries.show_paused(until)
        self._redraw()

    def show_message(self, title: str, body: str) -> None:
        """Shows the tray's own message, the last resort among notifications."""
        if self._icon is not None:
            icon = QSystemTrayIcon.MessageIcon.NoIcon
            self._icon.showMessage(title, body, icon, MESSAGE_MS)

    def _pass_on(self) -> None:
        self.entries.step_chosen.connect(self.step_requested)
        self.entries.add_chosen.connect(self.add_requested)
        self.entries.open_chosen.connect(self.open_requested)
        self.entries.pause_for_hour_chosen.connect(self.pause_for_hour_requested)
        self.entries.pause_until_tomorrow_chosen.connect(self.pause_until_tomorrow_requested)
        self.entries.resume_chosen.connect(self.resume_requested)
        self.entries.quit_chosen.connect(self.quit_requested)

    @Slot()
    def _make_anew(self) -> None:
        self.stop()
        if not self._host.present:
            return
        icon = QSystemTrayIcon(self)
        icon.setContextMenu(self.entries.menu)
        icon.activated.connect(self._on_activated)
        icon.messageClicked.connect(self.message_clicked)
        self._icon = icon
        self._redraw()
        icon.show()

    def _redraw(self) -> None:
        if self._icon is None:
            return
        paused = self._paused_until is not None
        self._icon.setIcon(self._drawing.draw(self._due, paused=paused))
        words = "Reminders are paused" if paused else title_of(self._due)
        self._icon.setToolTip(f"Afterword: {words}")

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        wanted = QSystemTrayIcon.ActivationReason
        if reason in (wanted.Trigger, wanted.DoubleClick, wanted.MiddleClick):
            self.open_requested.emit()
