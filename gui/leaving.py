"""What closing the window means: into the tray where there is one, else to the taskbar, or the end.

Reminders speak only while Afterword runs, so it never goes without a word.
"""

from PySide6.QtCore import QObject, Signal, Slot

from core.settings import Preferences
from gui import glances, page_actions
from gui.desk import Desk
from gui.main_window import MainWindow
from gui.presence import Presence

NO_TRAY = "This desktop has no tray, so Afterword stays in the taskbar and reminds you from there."


class Leaving(QObject):
    """Answers the window's wish to close, and says once that there is no tray."""

    quit_wanted = Signal()

    def __init__(
        self, window: MainWindow, presence: Presence, desk: Desk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._presence = presence
        self._desk = desk
        self._asked = False
        window.close_wanted.connect(self.leave)
        presence.tray_missing.connect(self._on_no_tray)
        presence.tray_changed.connect(self._on_tray_changed)

    @Slot()
    def leave(self) -> None:
        """Hides the window in the tray; without one, asks once, then keeps it in the taskbar."""
        if self._presence.tray.present:
            self._window.hide()
        elif self._asked:
            self._window.showMinimized()
        else:
            from gui.dialogs.leave import LeaveQuestion

            question = LeaveQuestion(self._window.theme, self._window)
            question.stay.connect(self._stay)
            question.leave.connect(self.quit_wanted)
            question.open()

    @Slot()
    def _stay(self) -> None:
        self._asked = True
        self._window.showMinimized()

    @Slot()
    def _on_no_tray(self) -> None:
        if not self._window.isVisible():
            self._window.showMinimized()
        self._desk.glance(glances.preferences, then=self._say_once)

    def _say_once(self, preferences: Preferences) -> None:
        if not preferences.tray_hint_shown:
            self._window.toast.say(NO_TRAY)
            self._desk.write(page_actions.change_setting, "tray_hint_shown", True)

    @Slot(bool)
    def _on_tray_changed(self, present: bool) -> None:
        """A window that hid in a tray must not vanish with it."""
        if not present and not self._window.isVisible():
            self._presence.await_tray()
