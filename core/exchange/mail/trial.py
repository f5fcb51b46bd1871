"""“Test this account”: each thing that sending and saving need, tried in order. Nothing is sent."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.drafting.outgoing import Account, Server
from core.exchange.mail.addresses import LetterError, wire_address
from core.exchange.mail.connection import Conditions
from core.exchange.mail.drafts import drafts_folder
from core.exchange.mail.imap_session import imap_session
from core.exchange.mail.smtp_session import SmtpSession, smtp_session
from core.exchange.mail.trouble import Trouble, refused

SENDING = "Sending"
SENDER = "Sender"
DRAFTS = "Drafts"
FOLDER = "Folder for drafts"


@dataclass(frozen=True, slots=True)
class Tried:
    """One thing, whether it works, and a sentence for people."""

    what: str
    ok: bool
    sentence: str


def try_account(
    account: Account, password: str, conditions: Conditions | None = None
) -> tuple[Tried, ...]:
    """Try the servers that the account names. Blocks: not for the window's own thread."""
    agreed = conditions or Conditions()
    if account.outgoing is None and account.incoming is None:
        return (Tried(SENDING, ok=False, sentence="This account names no server."),)
    tried: list[Tried] = []
    if account.outgoing is not None:
        tried += _sending(account, account.outgoing, password, agreed)
    if account.incoming is not None:
        tried += _drafts(account, account.incoming, password, agreed)
    return tuple(tried)


def _sending(
    account: Account, server: Server, password: str, conditions: Conditions
) -> Iterator[Tried]:
    what = SENDING
    try:
        with smtp_session(account, password, conditions) as session:
            signed = ", and accepts your password" if account.user else ""
            yield Tried(SENDING, ok=True, sentence=f"{server.host} answers, encrypted{signed}.")
            what = SENDER
            _offer_sender(session, account.address)
            yield Tried(SENDER, ok=True, sentence=f"{server.host} sends for {account.address}.")
    except (Trouble, LetterError) as error:
        yield Tried(what, ok=False, sentence=error.sentence)


def _offer_sender(session: SmtpSession, address: str) -> None:
    """Some servers let only some addresses send: begin an envelope, and take it back."""
    sender = wire_address(address)
    if not sender.isascii() and session.offers("smtputf8"):
        session.speak_utf8()
    reply = session.ask("MAIL", f"FROM:<{sender}>{'' if sender.isascii() else ' SMTPUTF8'}")
    if not reply.good:
        what = f"{session.wire.server.host} does not send for {sender}."
        raise refused(what, reply.code, reply.text)
    session.ask("RSET")


def _drafts(
    account: Account, server: Server, password: str, conditions: Conditions
) -> Iterator[Tried]:
    what = DRAFTS
    try:
        with imap_session(account, password, conditions) as session:
            sentence = f"{server.host} answers, encrypted, and accepts your password."
            yield Tried(DRAFTS, ok=True, sentence=sentence)
            what = FOLDER
            folder = drafts_folder(session, account)
            yield Tried(FOLDER, ok=True, sentence=f"Drafts are saved in “{folder.name}”.")
    except Trouble as error:
        yield Tried(what, ok=False, sentence=error.sentence)
