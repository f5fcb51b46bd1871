"""The desktop's own notifications on Linux and the BSDs: org.freedesktop.Notifications.

The daemon may be missing, start late, die and come back as another one; each time it is asked
anew what it can do, and what it had on screen counts as forgotten.
"""

import logging
import os
from dataclasses import dataclass
from html import escape

from jeepney import DBusAddress, MatchRule
from PySide6.QtCore import QObject, Slot

from gui.notify.bus import BusLink, BusSignal, Reply, method_call
from gui.notify.protocol import Answer, Notice, Notifier, Urgency
from gui.notify.quirks import Quirks, quirks_of

LOG = logging.getLogger(__name__)
NAME = "org.freedesktop.Notifications"
DAEMON = DBusAddress("/org/freedesktop/Notifications", bus_name=NAME, interface=NAME)
APP_NAME = "Afterword"
DESKTOP_ENTRY = "afterword"
DEFAULT_ACTION = "default"
LABELS = {Answer.DONE: "Done", Answer.SNOOZE: "Snooze", Answer.OPEN: "Open"}
DAEMONS_CHOICE, NEVER = -1, 0
"""How long a notice stays: as the daemon sees fit, or until it is answered."""
DISMISSED_BY_USER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What the running daemon can do."""

    name: str
    actions: bool
    markup: bool
    quirks: Quirks


class FreedesktopNotifier(Notifier):
    """Shows notices by the desktop's notification daemon, with buttons where it has them."""

    def __init__(
        self, link: BusLink, icon: str = DESKTOP_ENTRY, parent: QObject | None = None
    ) -> None:
        """`icon`: a name in the desktop's icon theme, or the path of a picture."""
        super().__init__(parent)
        self._link = link
        self._icon = icon
        self._abilities: Abilities | None = None
        self._capabilities: tuple[str, ...] = ()
        self._asking = False
        self._watching = False
        self._waiting: dict[str, Notice] = {}
        self._keys: dict[int, str] = {}
        link.received.connect(self._on_signal)
        link.lost.connect(self._on_bus_lost)

    def start(self) -> None:
        """Connects to the bus, and asks the daemon what it can do."""
        if self._connect():
            self._ask_abilities()

    def usable(self) -> bool:
        """Whether there is a bus; a missing daemon shows itself when a notice is refused."""
        return self._connect()

    def show_notice(self, notice: Notice) -> None:
        """Shows it, once the daemon has said what it can do."""
        if self._abilities is None:
            self._waiting[notice.key] = notice
            self._ask_abilities()
        else:
            self._send(notice, self._abilities)

    def withdraw(self, key: str) -> None:
        """Closes the notice."""
        self._waiting.pop(key, None)
        for number in [number for number, one in self._keys.items() if one == key]:
            del self._keys[number]
            self._close(number)

    def describe(self) -> str:
        """One sentence for the settings page."""
        if self._abilities is None:
            return "No notification service answers. Reminders show in the window."
        if self._with_buttons(self._abilities):
            return f"{self._abilities.name} shows your reminders, with buttons."
        return f"{self._abilities.name} shows your reminders, without buttons."

    def stop(self) -> None:
        """Takes what is on screen away; after the end no button there would work."""
        for key in list(self._keys.values()):
            self.withdraw(key)

    def _connect(self) -> bool:
        if not self._link.open():
            return False
        if self._watching:
            return True
        self._watching = True
        self._link.watch_owner(NAME)
        for member in ("ActionInvoked", "NotificationClosed", "ActivationToken"):
            self._link.watch(MatchRule(type="signal", interface=NAME, member=member))
        return True

    def _ask_abilities(self) -> None:
        if self._asking:
            return
        self._asking = True
        self._link.call(method_call(DAEMON, "GetCapabilities"), self._on_capabilities)

    def _on_capabilities(self, reply: Reply) -> None:
        if reply.error:
            self._refuse_waiting(reply.error)
            return
        found = reply.values[0] if reply.values else ()
        self._capabilities = tuple(map(str, found)) if isinstance(found, list) else ()
        self._link.call(method_call(DAEMON, "GetServerInformation"), self._on_information)

    def _on_information(self, reply: Reply) -> None:
        if reply.error:
            self._refuse_waiting(reply.error)
            return
        self._asking = False
        name, vendor, version = reply.text(0), reply.text(1), reply.text(2)
        quirks = quirks_of(name, vendor, version)
        capabilities = () if quirks.ignore_capabilities else self._capabilities
        self._abilities = Abilities(
            name=name or "The notification service",
            actions="actions" in capabilities,
            markup="body-markup" in capabilities,
            quirks=quirks,
        )
        LOG.info("notifications by %s %s: %s", name, version, " ".join(capabilities))
        waiting, self._waiting = list(self._waiting.values()), {}
        for notice in waiting:
            self._send(notice, self._abilities)

    def _refuse_waiting(self, error: str) -> None:
        LOG.info("no notification daemon: %s", error)
        self._asking = False
        waiting, self._waiting = list(self._waiting.values()), {}
        for notice in waiting:
            self.refused.emit(notice)

    def _send(self, notice: Notice, abilities: Abilities) -> None:
        earlier = next((n for n, key in self._keys.items() if key == notice.key), 0)
        if earlier and abilities.quirks.replaces_badly:
            self.withdraw(notice.key)
            earlier = 0
        arguments = (
            APP_NAME,
            earlier,
            self._icon,
            escape(notice.title, quote=False) if abilities.quirks.escape_title else notice.title,
            escape(notice.body, quote=False) if abilities.markup else notice.body,
            self._actions(notice, abilities),
            _hints(notice),
            NEVER if notice.urgency is Urgency.CRITICAL else DAEMONS_CHOICE,
        )
        sending = _Sending(self, notice)
        self._link.call(method_call(DAEMON, "Notify", "susssasa{sv}i", arguments), sending.done)

    def _actions(self, notice: Notice, abilities: Abilities) -> list[str]:
        if not self._with_buttons(abilities):
            return []
        actions: list[str] = []
        for answer in notice.answers:
            if answer is not Answer.OPEN or not abilities.quirks.default_is_a_button:
                actions += [answer.value, LABELS[answer]]
        return [*actions, DEFAULT_ACTION, LABELS[Answer.OPEN]]

    @staticmethod
    def _with_buttons(abilities: Abilities) -> bool:
        return abilities.actions and not abilities.quirks.avoid_actions

    def sent(self, notice: Notice, reply: Reply) -> None:
        """Takes the daemon's reply to a notice."""
        number = reply.number(0)
        if reply.error or not number:
            LOG.info("a notification was refused: %s", reply.error)
            self.refused.emit(notice)
            return
        self._keys = {n: key for n, key in self._keys.items() if key != notice.key}
        self._keys[number] = notice.key

    def _close(self, number: int) -> None:
        self._link.call(method_call(DAEMON, "CloseNotification", "u", (number,)))

    @Slot(object)
    def _on_signal(self, signal: BusSignal) -> None:
        if signal.interface == NAME:
            self._on_daemon_signal(signal)
        elif signal.member == "NameOwnerChanged" and signal.body.text(0) == NAME:
            self._on_owner_changed(new_owner=signal.body.text(2))

    def _on_daemon_signal(self, signal: BusSignal) -> None:
        number = signal.body.number(0)
        if number not in self._keys:
            return
        if signal.member == "ActionInvoked":
            self._on_action(number, signal.body.text(1))
        elif signal.member == "ActivationToken":
            os.environ["XDG_ACTIVATION_TOKEN"] = signal.body.text(1)
        elif signal.member == "NotificationClosed":
            key = self._keys[number]
            if signal.body.number(1) == DISMISSED_BY_USER:
                del self._keys[number]
                self.dismissed.emit(key)

    def _on_action(self, number: int, action: str) -> None:
        key = self._keys.pop(number)
        self._close(number)  # some daemons keep the popup after an action
        answer = Answer.OPEN.value if action == DEFAULT_ACTION else action
        self.answered.emit(key, answer)

    def _on_owner_changed(self, *, new_owner: str) -> None:
        self._abilities = None
        self._asking = False
        self._keys.clear()
        if new_owner:
            self._ask_abilities()
            self.forgot.emit()

    @Slot()
    def _on_bus_lost(self) -> None:
        self._watching = False
        self._abilities = None
        self._asking = False
        self._keys.clear()


@dataclass(frozen=True, slots=True)
class _Sending:
    """Remembers which notice a reply belongs to."""

    notifier: FreedesktopNotifier
    notice: Notice

    def done(self, reply: Reply) -> None:
        self.notifier.sent(self.notice, reply)


def _hints(notice: Notice) -> dict[str, tuple[str, object]]:
    return {
        "urgency": ("y", int(notice.urgency)),
        "desktop-entry": ("s", DESKTOP_ENTRY),
        "category": ("s", "x-afterword.reminder"),
    }
