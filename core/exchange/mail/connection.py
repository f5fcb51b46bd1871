"""The way to a mail server: encrypted, bounded in time, and given up at once when asked.

Reading from a server blocks, and a server may send one byte a minute for ever. So each connection has
a watch: a thread that cuts it when the time for a step is over, or when nobody wants it any more.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from core.drafting.outbox import Stage
from core.drafting.outgoing import Account, Security, Server
from core.exchange.mail.trouble import Trouble, trouble_of

POLL_SECONDS = 0.05
MOST_SAID = 2_000_000
"""Bytes that a server may say on one connection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long each step may take, in seconds."""

    connect: float = 20.0
    answer: float = 60.0
    """For one answer, the TLS handshake, or one piece of an upload."""
    verdict: float = 300.0
    """For the answer to a whole message, which servers look through first."""
    parting: float = 3.0
    """For that answer once cancelled, and for the good-bye."""


def _never() -> bool:
    return False


def _to_nobody(stage: Stage) -> None:
    """Progress that nobody follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Under which conditions servers are spoken to."""

    patience: Patience = field(default_factory=Patience)
    cancelled: Callable[[], bool] = _never
    """Asked often, from another thread: such as an event's `is_set`."""
    progress: Callable[[Stage], None] = _to_nobody
    """Told each stage before it begins, in the caller's thread. What it raises ends the attempt."""
    context: ssl.SSLContext | None = None
    """How certificates are verified; None: by the system's authorities, and the account's own."""

    def tls(self, account: Account) -> ssl.SSLContext:
        """Raises `Trouble` if the account's own certificates cannot be read."""
        if self.context is not None:
            return self.context
        context = ssl.create_default_context()
        if account.certificates:
            try:
                context.load_verify_locations(account.certificates)
            except (OSError, ValueError) as error:
                what = "The file of certificates named in the account cannot be read."
                raise Trouble(f"{what} Choose it again, or leave it out.") from error
        return context


class Ending(Enum):
    """Why a connection was cut from this side."""

    TOO_LATE = auto()
    CANCELLED = auto()


class Wire:
    """One connection and its watch. Used in a `with` statement; closed at its end."""

    def __init__(self, server: Server, conditions: Conditions) -> None:
        """Connects; raises `Trouble`."""
        self.server = server
        self.patience = conditions.patience
        self.sock = _dial(server, conditions)
        self._cancelled = conditions.cancelled
        self._handle = self.sock.dup()  # stays the same when the connection becomes a TLS one
        self._ending: Ending | None = None
        self._limit = time.monotonic() + self.patience.answer
        self._grace = 0.0
        self._left = MOST_SAID
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._keep_watch, name="mail-watch", daemon=True)
        self._watch.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._over.set()
        self._watch.join()
        self._handle.close()
        self.sock.close()

    def allow(self, seconds: float, *, grace: float = 0.0) -> None:
        """What follows may take so long; and `grace` seconds more once it is cancelled.

        Raises `Trouble` if the connection was cut already.
        """
        self._limit, self._grace = time.monotonic() + seconds, grace
        try:
            self.sock.settimeout(seconds + 1.0)  # in case that the watch cannot wake it
        except OSError as error:  # closed already, by the library that read from it
            raise self.trouble(error) from error
        if self._ending is not None or (grace == 0.0 and self._cancelled()):
            self._ending = self._ending or Ending.CANCELLED
            raise self.trouble(None)

    def heard(self, size: int) -> None:
        """So many bytes were read. Ends a server that talks without end, or that was cut off while
        much of what it said still waits to be read. Raises `OSError`, as reading itself does.
        """
        self._left -= size
        if self._left < 0 or self._ending is not None:
            raise ConnectionAbortedError("no more is heard")

    def secure(self, context: ssl.SSLContext) -> None:
        """Go on encrypted, with a server whose certificate is verified. Raises `Trouble`."""
        self.allow(self.patience.answer)
        try:
            self.sock = context.wrap_socket(self.sock, server_hostname=self.server.host)
        except (OSError, ValueError) as error:
            raise self.trouble(error) from error

    def trouble(self, error: Exception | None) -> Trouble:
        """What went wrong, in words: the end put from this side counts more than its effect."""
        if self._ending is Ending.CANCELLED:
            return Trouble("Cancelled.", cancelled=True)
        if self._ending is Ending.TOO_LATE:
            return trouble_of(TimeoutError(), self.server)
        return trouble_of(error, self.server)

    def _keep_watch(self) -> None:
        given_up: float | None = None
        while not self._over.wait(POLL_SECONDS):
            now = time.monotonic()
            if self._cancelled():
                given_up = now if given_up is None else given_up
                if now - given_up >= self._grace:
                    return self._cut(Ending.CANCELLED)
            if now >= self._limit:
                return self._cut(Ending.TOO_LATE)
        return None

    def _cut(self, ending: Ending) -> None:
        self._ending = ending
        with suppress(OSError):
            self._handle.shutdown(socket.SHUT_RDWR)


@contextmanager
def connected(server: Server, account: Account, conditions: Conditions) -> Iterator[Wire]:
    """A connection, encrypted already where the server wants it from the first byte.

    Raises `Trouble`.
    """
    context = conditions.tls(account)
    conditions.progress(Stage.CONNECTING)
    with Wire(server, conditions) as wire:
        if server.security is Security.TLS:
            conditions.progress(Stage.SECURING)
            wire.secure(context)
        yield wire


def _dial(server: Server, conditions: Conditions) -> socket.socket:
    """Connecting and looking a name up cannot be interrupted: a thread does it, and is left alone
    when it takes too long.
    """
    found: SimpleQueue[socket.socket | Exception] = SimpleQueue()
    abandoned = threading.Event()
    seconds = conditions.patience.connect

    def dial() -> None:
        try:
            sock = socket.create_connection((server.host, server.port), timeout=seconds)
        except (OSError, ValueError) as error:  # ValueError: a name that cannot be looked up
            found.put(error)
            return
        found.put(sock)
        if abandoned.is_set():
            sock.close()

    threading.Thread(target=dial, name="mail-dial", daemon=True).start()
    limit = time.monotonic() + seconds
    while time.monotonic() < limit and not conditions.cancelled():
        with suppress(Empty):
            return _opened(found.get(timeout=POLL_SECONDS), server)
    abandoned.set()
    with suppress(Empty, Trouble):
        _opened(found.get_nowait(), server).close()
    if conditions.cancelled():
        raise Trouble("Cancelled.", cancelled=True)
    raise trouble_of(TimeoutError(), server)


def _opened(answer: socket.socket | Exception, server: Server) -> socket.socket:
    if isinstance(answer, Exception):
        raise trouble_of(answer, server) from answer
    return answer
