"""Whether the desktop has a place for tray icons, and when that place is made anew.

Qt decides between StatusNotifierItem and XEmbed when an icon object is made, so whoever owns an
icon makes it anew after `renewed`.
"""

from collections.abc import Callable

from jeepney import DBusAddress, MatchRule
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from gui.notify.bus import BusLink, BusSignal, Reply, method_call

WATCHER = "org.kde.StatusNotifierWatcher"
PROPERTIES = DBusAddress(
    "/StatusNotifierWatcher", bus_name=WATCHER, interface="org.freedesktop.DBus.Properties"
)
SETTLE_MS = 100
"""A host that registers does so in several steps; one renewal is enough for them."""


class TrayHost(QObject):
    """Watches the place for tray icons. Without a session bus, `look` alone finds changes."""

    changed = Signal(bool)
    """There is a tray now, or none any more."""
    renewed = Signal()
    """The tray was made anew: icons made before may not be shown."""

    def __init__(self, link: BusLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._present = False
        self._on_the_bus = False
        self._watching = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._renew)
        link.received.connect(self._on_signal)
        link.lost.connect(self._on_bus_lost)

    @property
    def is_on_the_bus(self) -> bool:
        """Whether it is a StatusNotifierItem host: its messages go to the notification daemon."""
        return self._on_the_bus

    @property
    def present(self) -> bool:
        """Whether there was a tray when it was last looked for."""
        return self._present

    def start(self) -> None:
        """Looks for a tray, and begins to watch."""
        self._present = QSystemTrayIcon.isSystemTrayAvailable()
        self._watch()
        self._ask_for_host(self._note_host)

    @Slot()
    def look_now_and_then(self) -> None:
        """Looks for trays that the bus knows nothing of; those on the bus tell by themselves."""
        self._watch()
        if not self._on_the_bus:
            self.look()

    @Slot()
    def look(self) -> None:
        """Looks again."""
        present = QSystemTrayIcon.isSystemTrayAvailable()
        if present != self._present:
            self._present = present
            if present:
                self.renewed.emit()
            self.changed.emit(present)

    def _watch(self) -> None:
        if self._watching or not self._link.open():
            return
        self._watching = True
        self._link.watch_owner(WATCHER)
        self._link.watch(MatchRule(type="signal", interface=WATCHER))

    @Slot()
    def _on_bus_lost(self) -> None:
        self._watching = False

    @Slot(object)
    def _on_signal(self, signal: BusSignal) -> None:
        if signal.member == "StatusNotifierHostRegistered":
            self._on_the_bus = True
            self._settle.start(SETTLE_MS)
        elif signal.member == "StatusNotifierHostUnregistered":
            self.look()
        elif signal.member == "NameOwnerChanged" and signal.body.text(0) == WATCHER:
            if signal.body.text(2):
                self._ask_for_host(self._on_new_host)
            else:
                self._on_the_bus = False
                self.look()

    def _ask_for_host(self, then: Callable[[Reply], None]) -> None:
        body = (WATCHER, "IsStatusNotifierHostRegistered")
        self._link.call(method_call(PROPERTIES, "Get", "ss", body), then)

    def _note_host(self, reply: Reply) -> None:
        self._on_the_bus = bool(reply.values) and reply.values[0] == ("b", True)

    def _on_new_host(self, reply: Reply) -> None:
        self._note_host(reply)
        if self._on_the_bus:
            self._settle.start(SETTLE_MS)

    @Slot()
    def _renew(self) -> None:
        was_present, self._present = self._present, QSystemTrayIcon.isSystemTrayAvailable()
        if self._present:
            self.renewed.emit()
        if self._present != was_present:
            self.changed.emit(self._present)
