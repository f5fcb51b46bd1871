"""A connection to a message bus that lives in the Qt event loop: no asyncio, no waiting.

jeepney writes and reads the messages; a `QSocketNotifier` says when there is something to read.
"""

import logging
import socket
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from time import monotonic

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Parser,
    message_bus,
    new_method_call,
)
from jeepney.bus import get_bus
from jeepney.io.blocking import prep_socket
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal, Slot

LOG = logging.getLogger(__name__)
CONNECT_SECONDS = 1.0
REPLY_SECONDS = 5.0
READ_BYTES = 65536
NO_REPLY = "org.freedesktop.DBus.Error.NoReply"


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a call: what came back, or the name of the error."""

    values: tuple[object, ...] = ()
    error: str = ""

    def text(self, place: int) -> str:
        """The text at that place; empty where there is none."""
        value = self.values[place] if place < len(self.values) else ""
        return value if isinstance(value, str) else ""

    def number(self, place: int) -> int:
        """The number at that place; 0 where there is none."""
        value = self.values[place] if place < len(self.values) else 0
        return value if isinstance(value, int) else 0


@dataclass(frozen=True, slots=True)
class BusSignal:
    """A signal that came in; read like a reply."""

    interface: str
    member: str
    body: Reply


@dataclass(slots=True)
class _Pending:
    then: Callable[[Reply], None]
    deadline: float


class BusLink(QObject):
    """One connection to the session bus.

    Replies and signals arrive in the event loop. When the bus goes away, every pending call
    gets an error, and `lost` is emitted; `open` may be tried again.
    """

    received = Signal(object)
    """A `BusSignal` that one of the watched rules let through."""
    lost = Signal()

    def __init__(self, parent: QObject | None = None, bus: str = "SESSION") -> None:
        super().__init__(parent)
        self._bus = bus
        self._socket: socket.socket | None = None
        self._parser = Parser()
        self._serials = count(1)
        self._pending: dict[int, _Pending] = {}
        self._unsent = bytearray()
        self._reading: QSocketNotifier | None = None
        self._writing: QSocketNotifier | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._give_up_on_late_replies)

    @property
    def is_open(self) -> bool:
        """Whether there is a connection."""
        return self._socket is not None

    def open(self) -> bool:
        """Connects, unless connected. False where there is no bus, or none that answers."""
        if self._socket is not None:
            return True
        try:
            connected = prep_socket(get_bus(self._bus), timeout=CONNECT_SECONDS)
        except (OSError, KeyError, RuntimeError, ValueError, StopIteration) as reason:
            LOG.info("no session bus: %s", type(reason).__name__)
            return False
        connected.setblocking(False)
        self._socket = connected
        self._parser = Parser()
        self._serials = count(1)
        self._reading = QSocketNotifier(connected.fileno(), QSocketNotifier.Type.Read, self)
        self._reading.activated.connect(self._read)
        self._writing = QSocketNotifier(connected.fileno(), QSocketNotifier.Type.Write, self)
        self._writing.setEnabled(False)
        self._writing.activated.connect(self._write)
        self.call(message_bus.Hello())
        return True

    def close(self) -> None:
        """Ends the connection without a word."""
        for notifier in (self._reading, self._writing):
            if notifier is not None:
                notifier.setEnabled(False)
                notifier.deleteLater()
        self._reading = self._writing = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        self._unsent.clear()
        self._patience.stop()
        self._pending.clear()

    def call(self, message: Message, then: Callable[[Reply], None] | None = None) -> None:
        """Sends the message; `then` gets the reply, or an error after five seconds."""
        if self._socket is None:
            if then is not None:
                then(Reply(error=NO_REPLY))
            return
        serial = next(self._serials)
        if then is not None:
            self._pending[serial] = _Pending(then, monotonic() + REPLY_SECONDS)
            if not self._patience.isActive():
                self._patience.start(int(REPLY_SECONDS * 1000))
        self._unsent += message.serialise(serial=serial)
        self._write()

    def watch(self, rule: MatchRule) -> None:
        """Asks the bus for the signals that fit the rule."""
        self.call(message_bus.AddMatch(rule))

    def watch_owner(self, name: str) -> None:
        """Asks for a `NameOwnerChanged` signal whenever that bus name comes or goes."""
        rule = MatchRule(
            type="signal",
            sender="org.freedesktop.DBus",
            interface="org.freedesktop.DBus",
            member="NameOwnerChanged",
            path="/org/freedesktop/DBus",
        )
        rule.add_arg_condition(0, name)
        self.watch(rule)

    @Slot()
    def _write(self) -> None:
        if self._socket is None or self._writing is None:
            return
        try:
            sent = self._socket.send(self._unsent)
        except BlockingIOError:
            sent = 0
        except OSError as reason:
            self._lose(reason)
            return
        del self._unsent[:sent]
        self._writing.setEnabled(bool(self._unsent))

    @Slot()
    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            data = self._socket.recv(READ_BYTES)
            if not data:
                raise ConnectionResetError
            self._parser.add_data(data)
            while message := self._parser.get_next_message():
                self._take(message)
        except BlockingIOError:
            return
        except (OSError, ValueError) as reason:
            self._lose(reason)

    def _take(self, message: Message) -> None:
        header = message.header
        body = tuple(message.body)
        if header.message_type is MessageType.signal:
            fields = header.fields
            interface = str(fields.get(HeaderFields.interface, ""))
            member = str(fields.get(HeaderFields.member, ""))
            self.received.emit(BusSignal(interface, member, Reply(body)))
            return
        serial = header.fields.get(HeaderFields.reply_serial, -1)
        pending = self._pending.pop(int(serial), None)
        if not self._pending:
            self._patience.stop()
        if pending is None:
            return
        if header.message_type is MessageType.error:
            pending.then(Reply(error=str(header.fields.get(HeaderFields.error_name, "error"))))
        else:
            pending.then(Reply(body))

    @Slot()
    def _give_up_on_late_replies(self) -> None:
        now = monotonic()
        late = [serial for serial, one in self._pending.items() if one.deadline <= now + 0.05]
        for pending in [self._pending.pop(serial) for serial in late]:
            pending.then(Reply(error=NO_REPLY))
        if self._pending:
            next_deadline = min(one.deadline for one in self._pending.values())
            self._patience.start(max(1, int((next_deadline - now) * 1000)))

    def _lose(self, reason: Exception) -> None:
        LOG.info("the session bus went away: %s", type(reason).__name__)
        pending = list(self._pending.values())
        self.close()
        for one in pending:
            one.then(Reply(error=NO_REPLY))
        self.lost.emit()


def method_call(
    address: DBusAddress, method: str, signature: str | None = None, body: tuple[object, ...] = ()
) -> Message:
    """A message that calls the method."""
    return new_method_call(address, method, signature, body)
