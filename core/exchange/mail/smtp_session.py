"""A dialogue with an SMTP server, up to where it takes messages."""

import base64
import smtplib
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from core.drafting.outbox import Stage
from core.drafting.outgoing import Account, Security, Server
from core.exchange.mail.connection import Conditions, Wire, connected
from core.exchange.mail.trouble import Trouble, refused, spoken


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's answer; a `code` of -1 means that it was none."""

    code: int
    text: str

    @property
    def good(self) -> bool:
        return 200 <= self.code < 300


class _Heard:
    """What is read from a server that may not know an end."""

    def __init__(self, wire: Wire) -> None:
        self._file = wire.sock.makefile("rb")
        self._wire = wire

    def readline(self, size: int) -> bytes:
        line = self._file.readline(size)
        self._wire.heard(len(line))
        return line

    def close(self) -> None:
        self._file.close()


class SmtpSession:
    """The dialogue. Every method raises `Trouble` when the connection ends."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self._client = smtplib.SMTP(local_hostname=_own_name(wire.sock))
        self._use_socket()

    def greet(self) -> None:
        """Hear the server's greeting, and answer it."""
        greeting = self.reply()
        if not greeting.good:
            what = f"{self.wire.server.host} takes no messages now."
            raise refused(what, greeting.code, greeting.text)
        self._hello()

    def start_tls(self, account: Account, conditions: Conditions) -> None:
        """Go on encrypted, and greet anew: what was said before may have been anybody's words."""
        host = self.wire.server.host
        if not self.offers("starttls") or not self.ask("STARTTLS").good:
            what = f"{host} does not offer encryption on port {self.wire.server.port}."
            raise Trouble(f"{what} Your password was not given away. Check the port.")
        self.wire.secure(conditions.tls(account))
        self._use_socket()
        self._hello()

    def sign_in(self, user: str, password: str) -> None:
        """Show user and password, which travel encrypted."""
        offered = self._client.esmtp_features.get("auth", "").upper().split()
        if "PLAIN" in offered:
            reply = self.ask("AUTH", f"PLAIN {_base64(chr(0).join(('', user, password)))}")
        elif "LOGIN" in offered:
            reply = self.ask("AUTH", "LOGIN")
            for word in (user, password):
                reply = self.ask(_base64(word)) if reply.code == 334 else reply
        else:
            raise _no_password_wanted(self.wire.server, offered)
        if not reply.good:
            what = f"{self.wire.server.host} did not accept user and password."
            hint = "Many providers want an app password, made on their website."
            raise refused(f"{what} {hint}", reply.code, reply.text)

    def offers(self, extension: str) -> bool:
        return bool(self._client.has_extn(extension))

    def largest(self) -> int | None:
        """Bytes of the largest message that the server takes, where it says so."""
        told = self._client.esmtp_features.get("size", "").strip()[:15]
        return (int(told) or None) if told.isascii() and told.isdigit() else None

    def speak_utf8(self) -> None:
        """Addresses may go beyond ASCII from here on."""
        self._client.command_encoding = "utf-8"

    def ask(self, command: str, arguments: str = "") -> Reply:
        """One command and its answer."""
        self.wire.allow(self.wire.patience.answer)
        return self._answer(lambda: self._client.docmd(command, arguments))

    def reply(self) -> Reply:
        """An answer that is due."""
        return self._answer(self._client.getreply)

    def leave(self) -> None:
        """Say good-bye, if the connection still stands."""
        with suppress(Trouble):
            self.wire.allow(self.wire.patience.parting, grace=self.wire.patience.parting)
            self._answer(lambda: self._client.docmd("QUIT"))

    def close(self) -> None:
        self._client.close()

    def _hello(self) -> None:
        self.wire.allow(self.wire.patience.answer)
        reply = self._answer(self._client.ehlo)
        if not reply.good:
            what = f"{self.wire.server.host} does not answer as a mail server does."
            raise refused(what, reply.code, reply.text)

    def _answer(self, ask: Callable[[], tuple[int, bytes]]) -> Reply:
        try:
            code, text = ask()
        except (OSError, ValueError) as error:
            raise self.wire.trouble(_cause(error)) from error
        return Reply(code, spoken(text))

    def _use_socket(self) -> None:
        self._client.sock = self.wire.sock
        self._client.file = _Heard(self.wire)


@contextmanager
def smtp_session(account: Account, password: str, conditions: Conditions) -> Iterator[SmtpSession]:
    """A dialogue in which the server is ready to take a message; it ends politely.

    Raises `Trouble`.
    """
    if account.outgoing is None:
        raise Trouble("This account has no server for sending. Name one in Settings.")
    with connected(account.outgoing, account, conditions) as wire:
        session = SmtpSession(wire)
        try:
            session.greet()
            if account.outgoing.security is Security.STARTTLS:
                conditions.progress(Stage.SECURING)
                session.start_tls(account, conditions)
            if account.user:
                conditions.progress(Stage.SIGNING_IN)
                session.sign_in(account.user, password)
            yield session
            session.leave()
        finally:
            session.close()


def _cause(error: Exception) -> Exception:
    """smtplib wraps what ended a connection into an error of its own."""
    wrapped = isinstance(error, smtplib.SMTPServerDisconnected)
    inner = error.__context__
    return inner if wrapped and isinstance(inner, OSError) else error


def _own_name(sock: socket.socket) -> str:
    """How this machine names itself: its address there, and not its name."""
    address = str(sock.getsockname()[0]).partition("%")[0]
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def _base64(text: str) -> str:
    return base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")


def _no_password_wanted(server: Server, offered: list[str]) -> Trouble:
    if not offered:
        what = f"{server.host} lets nobody sign in on port {server.port}."
        return Trouble(f"{what} Check the port in the account.", refused=True, permanent=True)
    ways = spoken(" ".join(offered).encode())
    what = f"{server.host} does not take passwords from programs, but signs in by: {ways}."
    return Trouble(f"{what} Use “Open in mail program”.", refused=True, permanent=True)
