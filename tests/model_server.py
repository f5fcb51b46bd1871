"""A server on this machine that answers as models do, or as they should not."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

HOST = "127.0.0.1"
PATIENCE_SECONDS = 20.0
DONE = b"data: [DONE]\n\n"
STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
Line = socket.socket
Behaviour = Callable[["ModelServer", Line], None]


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came."""

    first_line: str
    headers: dict[str, str]
    """By their names in small letters."""
    body: bytes

    @property
    def text(self) -> str:
        """What the model was told."""
        (message,) = json.loads(self.body)["messages"]
        return str(message["content"])


@dataclass(slots=True)
class ModelServer:
    """`received` are the requests so far. A behaviour may wait for `go_on`, which a test sets, or be
    told by `over` that the test has ended."""

    port: int = 0
    received: list[Received] = field(default_factory=list)
    go_on: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    gone: threading.Event = field(default_factory=threading.Event)
    """The client has hung up on a behaviour that waited for that."""

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}/v1"


def event(text: str, finish: str | None = None) -> bytes:
    """One piece of a suggestion."""
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    return b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\n"


def says(text: str) -> Behaviour:
    """Streams it, word by word, without waiting."""

    def answer(server: ModelServer, line: Line) -> None:
        words = text.split(" ")
        pieces = [words[0], *(f" {word}" for word in words[1:])]
        line.sendall(STREAM_HEAD + b"".join(map(event, pieces)) + event("", "stop") + DONE)

    return answer


def echoes(server: ModelServer, line: Line) -> None:
    """Says again what it was told, but for the first paragraph."""
    says(server.received[-1].text.partition("\n\n")[2])(server, line)


def says_slowly(first: str, rest: str) -> Behaviour:
    """Streams the first part, and the rest when the test says `go_on`."""

    def answer(server: ModelServer, line: Line) -> None:
        line.sendall(STREAM_HEAD + event(first))
        assert server.go_on.wait(PATIENCE_SECONDS)
        with suppress(OSError):
            line.sendall(event(rest) + DONE)

    return answer


def sends(raw: bytes) -> Behaviour:
    """These bytes, and hangs up."""

    def answer(server: ModelServer, line: Line) -> None:
        with suppress(OSError):
            line.sendall(raw)

    return answer


def replies(status: str, body: bytes, *headers: str) -> Behaviour:
    """An ordinary answer of HTTP."""
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", "")
    return sends("\r\n".join(lines).encode() + body)


def hangs(server: ModelServer, line: Line) -> None:
    """Never says a word; notices when the client hangs up, and when the test is over."""
    line.settimeout(0.05)
    while not server.over.is_set():
        with suppress(TimeoutError):
            if not _hears(line):
                server.gone.set()
                return


def _hears(line: Line) -> bool:
    """Whether the client is still there, after it has said something."""
    try:
        return bool(line.recv(65_536))
    except ConnectionError:
        return False


def hangs_after(raw: bytes) -> Behaviour:
    """These bytes, and never another one."""

    def answer(server: ModelServer, line: Line) -> None:
        line.sendall(raw)
        hangs(server, line)

    return answer


def floods(head: bytes, piece: bytes) -> Behaviour:
    """The same bytes, for ever."""

    def answer(server: ModelServer, line: Line) -> None:
        with suppress(OSError):
            line.sendall(head)
            while not server.over.is_set():
                line.sendall(piece)
        server.gone.set()

    return answer


@contextmanager
def model_server(
    behaviour: Behaviour, context: ssl.SSLContext | None = None
) -> Iterator[ModelServer]:
    """A server in a thread of its own, one client at a time; with a context it encrypts."""
    server = ModelServer()
    listener = socket.create_server((HOST, 0))
    listener.settimeout(0.05)
    server.port = listener.getsockname()[1]

    def serve() -> None:
        while not server.over.is_set():
            with suppress(TimeoutError, ssl.SSLError, ConnectionError):
                plain, _ = listener.accept()
                plain.settimeout(PATIENCE_SECONDS)
                with plain, _wrapped(plain, context) as line:
                    received = _read_request(line)
                    if received is not None:
                        server.received.append(received)
                        behaviour(server, line)

    thread = threading.Thread(target=serve, name="model")
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.go_on.set()
        thread.join()
        listener.close()


def _wrapped(plain: socket.socket, context: ssl.SSLContext | None) -> socket.socket:
    return context.wrap_socket(plain, server_side=True) if context else plain


def _read_request(line: Line) -> Received | None:
    """The whole request; None where the client hangs up before its end."""
    told = b""
    while b"\r\n\r\n" not in told:
        if told[:1] == b"\x16":  # TLS, where nobody speaks it
            line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            return None
        piece = line.recv(65_536)
        if not piece:
            return None
        told += piece
    head, _, body = told.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    pairs = (each.partition(": ") for each in lines)
    headers = {name.lower(): value for name, _, value in pairs}
    while len(body) < int(headers.get("content-length", 0)):
        piece = line.recv(65_536)
        if not piece:
            return None
        body += piece
    return Received(first, headers, body)
