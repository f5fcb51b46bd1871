"""A line to a server on this machine, which can be cut anywhere."""

import selectors
import socket
import threading
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from typing import Self

from tests.core.exchange.servers import HOST, PATIENCE_SECONDS


class Way(Enum):
    """Which way bytes go on a line."""

    OUT = auto()
    IN = auto()


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a line ends: after so many bytes, or so many turns, that went one way."""

    way: Way
    bytes: int | None = None
    turns: int | None = None
    silent: bool = False
    """Nothing more goes through, but the line stays open."""


class Line:
    """A line to a server on this machine. The first connection over it is cut, later ones are not."""

    def __init__(self, target: int) -> None:
        self.port = 0
        self.cut: Cut | None = None
        self.carried = {Way.OUT: 0, Way.IN: 0}
        self.turns = {Way.OUT: 0, Way.IN: 0}
        """Of the newest connection."""
        self._target = target
        self._listener = socket.create_server((HOST, 0))
        self._listener.settimeout(0.05)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="line")

    def __enter__(self) -> Self:
        self.port = self._listener.getsockname()[1]
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            with suppress(TimeoutError):
                client, _ = self._listener.accept()
                with client, socket.create_connection((HOST, self._target)) as server:
                    self._carry(client, server)

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        cut, self.cut = self.cut, None
        self.carried = {Way.OUT: 0, Way.IN: 0}
        self.turns = {Way.OUT: 0, Way.IN: 0}
        ways = {client: (Way.OUT, server), server: (Way.IN, client)}
        with selectors.DefaultSelector() as selector:
            for each in ways:
                selector.register(each, selectors.EVENT_READ)
            while not self._over.is_set():
                for key, _ in selector.select(0.05):
                    assert isinstance(key.fileobj, socket.socket)
                    way, other = ways[key.fileobj]
                    if not self._pass_on(key.fileobj, other, way, cut):
                        return self._after(cut, client)
        return None

    def _pass_on(
        self, source: socket.socket, target: socket.socket, way: Way, cut: Cut | None
    ) -> bool:
        """Whether the line still stands."""
        with suppress(OSError):
            data = source.recv(65_536)
            self.turns[way] += 1
            here = cut is not None and cut.way is way
            if here and cut is not None and cut.turns is not None and self.turns[way] > cut.turns:
                return False
            if here and cut is not None and cut.bytes is not None:
                rest = cut.bytes - self.carried[way]
                target.sendall(data[: max(rest, 0)])
                self.carried[way] += len(data)
                return bool(data) and len(data) < rest
            target.sendall(data)
            self.carried[way] += len(data)
            return bool(data)
        return False

    def _after(self, cut: Cut | None, client: socket.socket) -> None:
        """A silent line is held until the client has gone."""
        if cut is None or not cut.silent:
            return
        client.settimeout(PATIENCE_SECONDS)
        with suppress(OSError):
            while client.recv(65_536):
                pass
