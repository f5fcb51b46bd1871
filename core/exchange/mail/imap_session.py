"""A dialogue with an IMAP server: signed in, its folders known, messages kept once."""

import imaplib
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from core.drafting.outbox import Stage
from core.drafting.outgoing import Account, Security
from core.exchange.mail.connection import Conditions, Wire, connected
from core.exchange.mail.folders import Folder, quoted, read_folder
from core.exchange.mail.trouble import Trouble, spoken

MOST_FOLDERS = 5_000


class _Client(imaplib.IMAP4):
    """imaplib over a connection that is watched, with a server that may not know an end."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        super().__init__(wire.server.host, wire.server.port)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        return self._wire.sock

    def read(self, size: int) -> bytes:
        self._wire.heard(size)
        return super().read(size)

    def readline(self) -> bytes:
        line = super().readline()
        self._wire.heard(len(line))
        return line


class ImapSession:
    """The dialogue. Every method raises `Trouble`."""

    def __init__(self, wire: Wire) -> None:
        """Hears the server's greeting."""
        self.wire = wire
        wire.allow(wire.patience.answer)
        try:
            self._client = _Client(wire)
        except (imaplib.IMAP4.error, OSError, ValueError) as error:
            raise self._trouble(error) from error

    def start_tls(self, account: Account, conditions: Conditions) -> None:
        """Go on encrypted; imaplib asks anew what the server is able to."""
        host, port = self.wire.server.host, self.wire.server.port
        if "STARTTLS" not in self._client.capabilities:
            what = f"{host} does not offer encryption on port {port}."
            raise Trouble(f"{what} Your password was not given away. Check the port.")
        context = conditions.tls(account)
        self._expect(lambda: self._client.starttls(context), f"{host} does not begin to encrypt.")
        self.wire.sock = self._client.sock

    def sign_in(self, user: str, password: str) -> None:
        """Show user and password, which travel encrypted."""
        able = self._client.capabilities
        what = f"{self.wire.server.host} did not accept user and password."
        words = f"{what} Many providers want an app password, made on their website."
        if "AUTH=PLAIN" in able:
            shown = f"\0{user}\0{password}".encode("utf-8", "replace")
            self._expect(lambda: self._client.authenticate("PLAIN", lambda _: shown), words)
        elif "LOGINDISABLED" in able or not (user + password).isascii():
            what = f"{self.wire.server.host} does not take this password from programs."
            raise Trouble(f"{what} Use “Open in mail program”.", refused=True, permanent=True)
        else:
            self._expect(lambda: self._client.login(user, password), words)

    def folders(self) -> list[Folder]:
        """All folders; those for a purpose are marked where the server knows them."""
        what = f"{self.wire.server.host} does not list its folders."
        told = self._expect(self._client.capability, what)
        able = b" ".join(each for each in told if isinstance(each, bytes)).upper().split()
        extended = {b"SPECIAL-USE", b"LIST-EXTENDED"} <= set(able)
        pattern = '"*" RETURN (SPECIAL-USE)' if extended else '"*"'
        listed = self._expect(lambda: self._client.list('""', pattern), what)
        found = (read_folder(each) for each in listed[:MOST_FOLDERS])
        return [each for each in found if each is not None]

    def holds(self, folder: Folder, message_id: str) -> bool:
        """Whether a message is in a folder, which is only looked at."""
        what = f"{self.wire.server.host} does not open the folder {folder.name}."
        self._expect(lambda: self._client.select(quoted(folder.wire), readonly=True), what)
        found = self._expect(
            lambda: self._client.search(None, "HEADER", "Message-ID", quoted(message_id)), what
        )
        return any(isinstance(each, bytes) and each.strip() for each in found)

    def append(self, folder: Folder, content: bytes, date: datetime) -> None:
        """Keep a message there as a draft that was seen."""
        what = f"{self.wire.server.host} did not keep the draft."
        when = imaplib.Time2Internaldate(date)
        self._expect(
            lambda: self._client.append(quoted(folder.wire), r"(\Draft \Seen)", when, content),
            what,
            self.wire.patience.verdict,
            grace=self.wire.patience.parting,
        )

    def leave(self) -> None:
        """Say good-bye, if the connection still stands."""
        with suppress(Trouble, imaplib.IMAP4.error, OSError, ValueError):
            self.wire.allow(self.wire.patience.parting, grace=self.wire.patience.parting)
            self._client.logout()

    def close(self) -> None:
        with suppress(OSError):
            self._client.shutdown()

    def _expect(
        self,
        ask: Callable[[], tuple[str, object]],
        what: str,
        seconds: float | None = None,
        *,
        grace: float = 0.0,
    ) -> list[object]:
        """The answer to one command, if it is "OK"; `what` says what a no means."""
        self.wire.allow(seconds or self.wire.patience.answer, grace=grace)
        try:
            kind, said = ask()
        except (imaplib.IMAP4.abort, OSError, ValueError) as error:
            raise self._trouble(error) from error
        except imaplib.IMAP4.error as error:
            raise _refused(what, str(error).encode()) from error
        answer: list[object] = said if isinstance(said, list) else [said]
        if kind != "OK":
            raise _refused(what, b" ".join(each for each in answer if isinstance(each, bytes)))
        return answer

    def _trouble(self, error: Exception) -> Trouble:
        known = error if isinstance(error, OSError | ValueError) else error.__context__
        return self.wire.trouble(known if isinstance(known, OSError | ValueError) else None)


@contextmanager
def imap_session(account: Account, password: str, conditions: Conditions) -> Iterator[ImapSession]:
    """A dialogue in which the user is signed in; it ends politely. Raises `Trouble`."""
    if account.incoming is None:
        raise Trouble("This account has no server for drafts. Name one in Settings.")
    with connected(account.incoming, account, conditions) as wire:
        session = ImapSession(wire)
        try:
            if account.incoming.security is Security.STARTTLS:
                conditions.progress(Stage.SECURING)
                session.start_tls(account, conditions)
            conditions.progress(Stage.SIGNING_IN)
            session.sign_in(account.user or account.address, password)
            yield session
            session.leave()
        finally:
            session.close()


def _refused(what: str, answer: bytes) -> Trouble:
    said = spoken(answer)
    words = f"{what} The server said: “{said}”" if said else what
    return Trouble(words, refused=True, permanent=True)
