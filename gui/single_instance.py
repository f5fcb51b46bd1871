"""One window a user and data folder: a second start raises the first and hands over its files.

A lock that the kernel frees when its holder dies says who is first; so a killed process leaves
nothing behind that could mislead. Only then the socket is opened, after the first picture: a
second start waits for it. What comes in on the socket is bounded in size, number and time.
"""

import json
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, QTimer, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

MOST_BYTES = 64 * 1024
MOST_FILES = 100
MOST_VISITORS = 8
VISIT_MS = 1500
HAND_OVER_MS = 5000
RETRY_MS = 20
TAKEN = b"taken\n"
ACTIVATION = "XDG_ACTIVATION_TOKEN"
TOKEN_PATTERN = re.compile(r"[!-~]{1,512}")


class SingleInstance(QObject):
    """Finds out whether this start is the first, and lets later ones speak to it."""

    asked = Signal(list)
    """A later start asks for the window, with these files (absolute paths; often none)."""

    def __init__(
        self, name: str, folder: Path | None = None, parent: QObject | None = None
    ) -> None:
        """`name` is unique to the user's data folder; `folder` is private to the user."""
        super().__init__(parent)
        self._folder = folder or private_folder()
        self._name = name
        self._lock: FileIO | None = None
        self._server: QLocalServer | None = None
        self._visits: list[_Visit] = []

    def claim(self) -> bool:
        """Whether this start is the first. Fast: needs no network library."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileIO(self._folder / f"{self._name}.lock", "a")
        if _lock(lock):
            self._lock = lock
            return True
        lock.close()
        return False

    def listen(self) -> bool:
        """Opens the socket for later starts. Call it on the first one, after its first picture."""
        from PySide6.QtNetwork import QLocalServer

        if self._lock is None or self._server is not None:
            return self._server is not None
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.setMaxPendingConnections(MOST_VISITORS)
        server.newConnection.connect(self._receive)
        QLocalServer.removeServer(self._address())  # ours is the lock, so it is a dead one's
        if not server.listen(self._address()):
            server.deleteLater()
            return False
        self._server = server
        return True

    def hand_over(self, files: Sequence[Path] = ()) -> bool:
        """Asks the first one to show itself and take the files. False: it did not answer."""
        deadline = QDeadlineTimer(HAND_OVER_MS)
        message = write_message(files, os.environ.get(ACTIVATION, ""))
        while not deadline.hasExpired():
            if self._knock(message, deadline):
                return True
            QThread.msleep(RETRY_MS)
        return False

    def release(self) -> None:
        """Closes the socket and lets another start be the first."""
        for visit in list(self._visits):
            visit.give_up()
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _address(self) -> str:
        on_windows = os.name == "nt"  # there it is the name of a pipe
        return self._name if on_windows else str(self._folder / f"{self._name}.socket")

    def _knock(self, message: bytes, deadline: QDeadlineTimer) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._address())
        if not socket.waitForConnected(max(1, deadline.remainingTime())):
            return False
        socket.write(message)
        while not socket.canReadLine():
            if not socket.waitForReadyRead(max(1, deadline.remainingTime())):
                return False
        return socket.readLine().data() == TAKEN

    @Slot()
    def _receive(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._visits) >= MOST_VISITORS:
                socket.abort()
                socket.deleteLater()
                continue
            visit = _Visit(socket, self)
            visit.understood.connect(self.asked)
            visit.over.connect(self._forget)
            self._visits.append(visit)
            visit.read()

    @Slot(object)
    def _forget(self, visit: "_Visit") -> None:
        if visit in self._visits:
            self._visits.remove(visit)
            visit.deleteLater()


class _Visit(QObject):
    """One later start, or a stranger: one line, of bounded length, within bounded time."""

    understood = Signal(list)
    over = Signal(object)

    def __init__(self, socket: "QLocalSocket", parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._socket.setReadBufferSize(MOST_BYTES + 1)
        self._socket.readyRead.connect(self.read)
        self._socket.disconnected.connect(self._end)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.give_up)
        self._patience.start(VISIT_MS)

    @Slot()
    def read(self) -> None:
        """Reads what is there; a whole line is answered, too long a one ends the visit."""
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > MOST_BYTES:
                self.give_up()
            return
        visit = read_message(bytes(self._socket.readLine(MOST_BYTES + 1).data()))
        if visit is None:
            self.give_up()
            return
        self._socket.write(TAKEN)
        self._socket.disconnectFromServer()
        if visit.token:
            os.environ[ACTIVATION] = visit.token  # Qt raises the window by it, on Wayland
        self.understood.emit(list(visit.files))

    @Slot()
    def give_up(self) -> None:
        """Ends the visit without an answer."""
        self._socket.abort()
        self._end()

    @Slot()
    def _end(self) -> None:
        self._patience.stop()
        self._socket.deleteLater()
        self.over.emit(self)


def private_folder() -> Path:
    """A folder that only this user can enter: the session's runtime folder where there is one."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and Path(runtime).is_dir():
        return Path(runtime) / "afterword"
    return Path.home() / ".cache" / "afterword"


@dataclass(frozen=True, slots=True)
class Message:
    """What a later start says: its files, and the desktop's leave to take the focus."""

    files: tuple[Path, ...]
    token: str = ""


def read_message(line: bytes) -> Message | None:
    """The message in a line from a later start; None where it is not such a line."""
    if len(line) > MOST_BYTES or not line.endswith(b"\n"):
        return None
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    names = found.get("files") if isinstance(found, dict) else None
    if not isinstance(names, list) or len(names) > MOST_FILES:
        return None
    token = found.get("token", "")
    files = (Path(name) for name in names if isinstance(name, str) and "\0" not in name)
    return Message(
        files=tuple(file for file in files if file.is_absolute()),
        token=token if isinstance(token, str) and TOKEN_PATTERN.fullmatch(token) else "",
    )


def write_message(files: Sequence[Path], token: str = "") -> bytes:
    """The line by which a later start says what it wants."""
    names = [str(file.absolute()) for file in files[:MOST_FILES]]
    return json.dumps({"files": names, "token": token}).encode() + b"\n"


if sys.platform == "win32":
    import msvcrt

    def _lock(file: FileIO) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: FileIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
