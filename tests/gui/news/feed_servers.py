"""Web servers on this machine that give out feeds, or mean no good."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import pytest

INSIDE = "127.0.0.1"
OUTSIDE = "127.0.0.2"
"""Stands for the world outside in tests that say so."""
PATIENCE_SECONDS = 20.0
Line = socket.socket
Behaviour = Callable[["FeedServer", Line, "Request"], None]

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Acme news</title>
<item><title>Acme opens a plant</title><link>/plant</link><guid isPermaLink="false">1</guid>
<pubDate>Mon, 11 May 2026 09:00:00 GMT</pubDate><description>In Lyon.</description></item>
<item><title>Acme lays off staff</title><guid isPermaLink="false">2</guid>
<pubDate>Sun, 10 May 2026 09:00:00 GMT</pubDate></item></channel></rss>"""


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came."""

    path: str
    headers: dict[str, str]
    """By their names in small letters."""


@dataclass(slots=True)
class FeedServer:
    """`received` are the requests so far; a behaviour may wait for `over`, the end of the test."""

    host: str
    port: int
    received: list[Request] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    gone: threading.Event = field(default_factory=threading.Event)
    """The client has hung up on a behaviour that never ends by itself."""

    def url(self, path: str = "/feed", host: str = "", scheme: str = "http") -> str:
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{scheme}://{host or shown}:{self.port}{path}"


def replies(status: str, body: bytes = b"", *headers: str) -> Behaviour:
    """An ordinary answer."""

    def answer(server: FeedServer, line: Line, request: Request) -> None:
        head = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close", *headers)
        line.sendall("\r\n".join((*head, "", "")).encode() + body)

    return answer


def redirects(location: str, status: str = "302 Found") -> Behaviour:
    return replies(status, b"", f"Location: {location}")


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """Each once, the last one for ever."""

    def answer(server: FeedServer, line: Line, request: Request) -> None:
        behaviours[min(len(server.received), len(behaviours)) - 1](server, line, request)

    return answer


def by_path(**behaviours: Behaviour) -> Behaviour:
    """What the first part of the path says."""

    def answer(server: FeedServer, line: Line, request: Request) -> None:
        name = request.path.strip("/").split("/")[0]
        behaviours.get(name, replies("404 Not Found"))(server, line, request)

    return answer


def remembers(etag: str, modified: str) -> Behaviour:
    """Gives the feed out once; then it has not changed."""

    def answer(server: FeedServer, line: Line, request: Request) -> None:
        if request.headers.get("if-none-match") == etag:
            replies("304 Not Modified", b"", f"ETag: {etag}")(server, line, request)
        else:
            head = (f"ETag: {etag}", f"Last-Modified: {modified}")
            replies("200 OK", FEED, *head)(server, line, request)

    return answer


def hangs(server: FeedServer, line: Line, request: Request) -> None:
    """Never says a word; notices when the client hangs up."""
    with suppress(OSError):
        while line.recv(65_536):
            pass
    server.gone.set()


def drips(server: FeedServer, line: Line, request: Request) -> None:
    """One sign after another, slowly, for ever."""
    with suppress(OSError):
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n")
        while not server.over.wait(0.02):
            line.sendall(b" ")
    server.gone.set()


def floods(piece: bytes, *headers: str) -> Behaviour:
    """The same bytes, for ever, as fast as they are taken."""

    def answer(server: FeedServer, line: Line, request: Request) -> None:
        with suppress(OSError):
            line.sendall("\r\n".join(("HTTP/1.1 200 OK", *headers, "", "")).encode())
            while not server.over.is_set():
                line.sendall(piece)
        server.gone.set()

    return answer


def breaks_off(server: FeedServer, line: Line, request: Request) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n<rss>")


def babbles(server: FeedServer, line: Line, request: Request) -> None:
    line.sendall(b"\x00\xff no web server lives here\r\n\r\n" * 10)


def bomb(megabytes: int) -> bytes:
    """Zeros, packed."""
    return gzip.compress(bytes(megabytes * 1_000_000), compresslevel=9)


@contextmanager
def feed_server(
    behaviour: Behaviour,
    host: str = INSIDE,
    context: ssl.SSLContext | None = None,
    port: int = 0,
) -> Iterator[FeedServer]:
    """A server in a thread of its own, one client at a time; with a context it encrypts."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family)
    except OSError:
        if host == INSIDE:
            raise
        pytest.skip(f"this machine has no address {host}")
    listener.settimeout(0.05)
    server = FeedServer(host, listener.getsockname()[1])

    def serve() -> None:
        while not server.over.is_set():
            with suppress(TimeoutError, ssl.SSLError, ConnectionError):
                plain, _ = listener.accept()
                plain.settimeout(PATIENCE_SECONDS)
                with plain, _wrapped(plain, context) as line:
                    request = _read_request(line)
                    if request is not None:
                        server.received.append(request)
                        behaviour(server, line, request)

    thread = threading.Thread(target=serve, name="feeds")
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        thread.join()
        listener.close()


def _wrapped(plain: Line, context: ssl.SSLContext | None) -> Line:
    return context.wrap_socket(plain, server_side=True) if context else plain


def _read_request(line: Line) -> Request | None:
    told = b""
    while b"\r\n\r\n" not in told:
        piece = line.recv(65_536)
        if not piece:
            return None
        told += piece
    first, *lines = told.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    pairs = (each.partition(": ") for each in lines)
    return Request(first.split(" ")[1], {name.lower(): value for name, _, value in pairs})
