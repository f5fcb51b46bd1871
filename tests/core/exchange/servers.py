"""A real SMTP server on this machine, with certificates that only the tests trust."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import trustme
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"
PASSWORD = 'pässwörd "quoted" \\ 5%'
USER = "mia@home.example"
PATIENCE_SECONDS = 20.0


class Authority:
    """Makes certificates, and the contexts in which they are shown and verified."""

    def __init__(self) -> None:
        self._ca = trustme.CA()

    def server(self, *names: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._ca.issue_cert(*(names or (HOST, "localhost"))).configure_cert(context)
        return context

    def client(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._ca.configure_trust(context)
        return context

    def write(self, folder: Path) -> tuple[Path, Path]:
        """The files of a certificate for this machine, and of its key."""
        made = self._ca.issue_cert(HOST, "localhost")
        certificate, key = folder / "cert.pem", folder / "key.pem"
        certificate.write_bytes(b"".join(blob.bytes() for blob in made.cert_chain_pems))
        key.write_bytes(made.private_key_pem.bytes())
        return certificate, key

    def write_root(self, file: Path) -> Path:
        file.write_bytes(self._ca.cert_pem.bytes())
        return file


# ---------------------------------------------------------------- SMTP


@dataclass(slots=True)
class Manners:
    """How a server behaves; empty: well."""

    answers: dict[str, str] = field(default_factory=dict)
    """What it says instead, to "EHLO", "MAIL", "DATA", or to an address as recipient."""
    silent_at: str = ""
    """The command to which it never answers."""
    drops_at: str = ""
    """"before storing" or "after storing": where it ends the connection."""


class _Handler(Sink):
    def __init__(self, manners: Manners, messages: list[Envelope], heard: set[str]) -> None:
        super().__init__()
        self._manners = manners
        self._heard = heard
        self._messages = messages

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if not session.authenticated:
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        return await self._answer("MAIL")

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return await self._answer(address)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self._manners.drops_at == "before storing":
            _hang_up(server)
            return "250 OK"
        answer = await self._answer("DATA")
        if answer.startswith("250"):
            self._messages.append(envelope)
        if self._manners.drops_at == "after storing":
            _hang_up(server)
        return answer

    async def _answer(self, stage: str) -> str:
        self._heard.add(stage)
        if self._manners.silent_at == stage:
            await asyncio.Event().wait()
        return self._manners.answers.get(stage, "250 OK")


def _hang_up(server: SMTP) -> None:
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


class Mailroom:
    """An SMTP server; `messages` are those that it has taken, `heard` the commands it was given."""

    def __init__(self, manners: Manners, loop: asyncio.AbstractEventLoop) -> None:
        self.manners = manners
        self.messages: list[Envelope] = []
        self.heard: set[str] = set()
        self.port = 0
        self.lines = Lines()
        self._loop = loop

    def protocol(self, starttls: ssl.SSLContext | None, *, utf8: bool, size: int) -> SMTP:
        lines = self.lines

        class Counted(SMTP):
            def connection_made(self, transport: asyncio.BaseTransport) -> None:
                lines.opened(self)
                super().connection_made(transport)

            def connection_lost(self, error: Exception | None) -> None:
                super().connection_lost(error)
                lines.closed(self)

        return Counted(
            _Handler(self.manners, self.messages, self.heard),
            loop=self._loop,
            hostname="mail.example",
            tls_context=starttls,
            require_starttls=starttls is not None,
            auth_require_tls=starttls is not None,
            authenticator=_authenticate,
            enable_SMTPUTF8=utf8,
            data_size_limit=size,
        )

    def holds(self, message_id: str) -> int:
        """How many copies of a message it has taken, once all that was said to it is dealt with."""
        self.lines.wait_until_all_closed()
        return sum(message_id.encode() in content(each) for each in self.messages)


class Lines:
    """The open connections of a server."""

    def __init__(self) -> None:
        self._open: set[int] = set()
        self._changed = threading.Condition()

    def opened(self, line: object) -> None:
        with self._changed:
            self._open.add(id(line))

    def closed(self, line: object) -> None:
        with self._changed:
            self._open.discard(id(line))
            self._changed.notify_all()

    def wait_until_all_closed(self) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: not self._open, PATIENCE_SECONDS)


def content(envelope: Envelope) -> bytes:
    assert isinstance(envelope.content, bytes)
    return envelope.content


def _authenticate(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
) -> AuthResult:
    good = isinstance(data, LoginPassword) and (data.login, data.password) == (
        USER.encode(),
        PASSWORD.encode(),
    )
    return AuthResult(success=good, handled=good)


@contextmanager
def mailroom(
    context: ssl.SSLContext | None,
    *,
    starttls: bool = False,
    manners: Manners | None = None,
    utf8: bool = True,
    size: int = 33_554_432,
) -> Iterator[Mailroom]:
    """A running SMTP server; without a context it does not encrypt."""
    loop = asyncio.new_event_loop()
    room = Mailroom(manners or Manners(), loop)
    thread = threading.Thread(target=loop.run_forever, name="mailroom")
    thread.start()
    inner = context if starttls else None

    async def start() -> asyncio.Server:
        return await loop.create_server(
            lambda: room.protocol(inner, utf8=utf8, size=size),
            HOST,
            0,
            ssl=None if starttls else context,
        )

    server = asyncio.run_coroutine_threadsafe(start(), loop).result(PATIENCE_SECONDS)
    room.port = server.sockets[0].getsockname()[1]
    try:
        yield room
    finally:
        asyncio.run_coroutine_threadsafe(_end(server), loop).result(PATIENCE_SECONDS)
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _end(server: asyncio.Server) -> None:
    server.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


# ---------------------------------------------------------------- who means no good


@contextmanager
def babbler(context: ssl.SSLContext, first: bytes, endless: bytes, pause: float) -> Iterator[int]:
    """A server that says something, then something else for ever, whatever it hears. Gives its port."""
    over = threading.Event()
    listener = socket.create_server((HOST, 0))
    listener.settimeout(PATIENCE_SECONDS)

    def babble() -> None:
        with suppress(OSError):
            plain, _ = listener.accept()
            with context.wrap_socket(plain, server_side=True) as line:
                line.sendall(first)
                while not over.wait(pause):
                    line.sendall(endless)

    thread = threading.Thread(target=babble, name="babbler")
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        over.set()
        thread.join()
        listener.close()
