"""How Afterword is there beside its window: the tray icon, the notifications, the reminders."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QIcon

from core.agenda import Agenda
from gui.desk import Desk
from gui.notify.bus import BusLink
from gui.notify.fallbacks import TrayNotifier, WindowNotifier
from gui.notify.ordered import OrderedNotifier
from gui.notify.protocol import Notifier
from gui.outside import OutsideWatch
from gui.reminders import TODAY, Reminders
from gui.tray import Tray

TRAY_PATIENCE_MS = 5000
"""At login the desktop's panel, and its tray, may start after us."""


class Presence(QObject):
    """Builds and connects the parts. Make and start it after the window's first picture."""

    open_requested = Signal(int)
    """Show the window, at this step's id, or at Today for `gui.reminders.TODAY`."""
    add_requested = Signal()
    """Show the window, and the dialog that adds an interview."""
    quit_requested = Signal()
    said = Signal(str, str)
    """Title and body of a reminder that only the window can show."""
    tray_changed = Signal(bool)
    """There is a tray now, or none any more."""
    tray_missing = Signal()
    """There is no tray, and none has come for some seconds."""

    def __init__(self, desk: Desk, mark: Path, parent: QObject | None = None) -> None:
        """`mark` is the drawing of the application's icon."""
        super().__init__(parent)
        link = self._link = BusLink(self)
        self.tray = Tray(mark, link, desk.now, self)
        self._tray_messages = TrayNotifier(self.tray, self)
        self._window_messages = WindowNotifier(self)
        self.notifier = OrderedNotifier(
            (self._native(link, mark), self._tray_messages, self._window_messages), self
        )
        self.reminders = Reminders(desk, self.notifier, self)
        self._desk = desk
        self._outside = OutsideWatch(desk.paths.database, self)
        self._tray_patience = QTimer(self)
        self._tray_patience.setSingleShot(True)
        self._tray_patience.timeout.connect(self._miss_tray)
        self._connect()

    def show(self) -> None:
        """Shows the icon. Call it before `start`; each takes a moment, so the window breathes between."""
        self.tray.start()

    def start(self) -> None:
        """Begins to speak."""
        self.reminders.start()
        agenda = self._desk.agenda()
        if agenda is not None:
            self.follow(agenda)
        self.tray_changed.emit(self.tray.present)
        self._outside.start()
        self.await_tray()

    def await_tray(self) -> None:
        """Gives a tray some seconds to come, before `tray_missing` tells that there is none."""
        if not self.tray.present:
            self._tray_patience.start(TRAY_PATIENCE_MS)

    def stop(self) -> None:
        """Takes icon and notices away."""
        self.reminders.stop()
        self.tray.stop()
        self._link.close()

    @Slot(object)
    def follow(self, agenda: Agenda) -> None:
        """Tells tray and reminders of the present agenda. Call it whenever the window reads one."""
        self.tray.follow(agenda)
        self.reminders.follow(agenda)

    def _native(self, link: BusLink, mark: Path) -> Notifier:
        if sys.platform in ("win32", "darwin"):
            from gui.notify.native import NativeNotifier

            return NativeNotifier(self)
        from gui.notify.freedesktop import DESKTOP_ENTRY, FreedesktopNotifier

        icon = DESKTOP_ENTRY if QIcon.hasThemeIcon(DESKTOP_ENTRY) else str(mark)
        return FreedesktopNotifier(link, icon, self)

    def _connect(self) -> None:
        tray, reminders = self.tray, self.reminders
        tray.open_requested.connect(self._open_today)
        tray.step_requested.connect(self.open_requested)
        tray.add_requested.connect(self.add_requested)
        tray.quit_requested.connect(self.quit_requested)
        tray.pause_for_hour_requested.connect(reminders.pause_for_hour)
        tray.pause_until_tomorrow_requested.connect(reminders.pause_until_tomorrow)
        tray.resume_requested.connect(reminders.resume)
        tray.message_clicked.connect(self._tray_messages.clicked)
        tray.presence_changed.connect(self.tray_changed)
        reminders.pause_changed.connect(tray.show_paused)
        reminders.ticked.connect(tray.look)
        reminders.ticked.connect(self._desk.look_outside)
        self._outside.written.connect(self._desk.look_outside)
        reminders.open_requested.connect(self.open_requested)
        self._window_messages.said.connect(self.said)

    @Slot()
    def _open_today(self) -> None:
        self.open_requested.emit(TODAY)

    @Slot()
    def _miss_tray(self) -> None:
        self.tray.look()
        if not self.tray.present:
            self.tray_missing.emit()
