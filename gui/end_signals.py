"""Ends in good order when the system asks: at logout, at shutdown, by Ctrl+C.

Qt's loop does not let Python run its signal handlers; so each signal writes a byte to a socket that
the loop watches. Nothing wakes up while there is no signal.
"""

import signal
import socket
from contextlib import suppress

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

ENDING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)


class EndSignals(QObject):
    """Emits `asked` when the process is asked to end."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inside, self._outside = socket.socketpair()
        self._inside.setblocking(False)
        self._outside.setblocking(False)
        signal.set_wakeup_fd(self._outside.fileno(), warn_on_full_buffer=False)
        for one in ENDING:
            signal.signal(one, _take_note)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    @Slot()
    def close(self) -> None:
        """Stop watching, then let go of the sockets: what comes now finds the end under way."""
        self._notifier.setEnabled(False)
        if self._inside.fileno() >= 0:
            signal.set_wakeup_fd(-1)
            self._inside.close()
            self._outside.close()

    @Slot()
    def _on_signal(self) -> None:
        if any(number in ENDING for number in self._received()):
            self.asked.emit()

    def _received(self) -> bytes:
        """The numbers of the signals; none where the loop still tells of a socket that is closed."""
        with suppress(OSError):
            return self._inside.recv(64)
        return b""


def _take_note(_number: int, _frame: object) -> None:
    """Python must have a handler, so that the signal does not end the process at once."""
