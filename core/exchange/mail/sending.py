"""Sending one message by SMTP, and saying exactly what is known about it afterwards.

A server can take a message only after it has read the line with the single dot that ends it. So:

| the attempt ends | outcome | again? |
| --- | --- | --- |
| before the dot: not reached, no trust, lost, hung, cancelled | `NotSent` | safe |
| the server says no: to the password, an address, the message, also after the dot | `Refused` | safe; useless if permanent |
| the system did not take the dot over for sending | `NotSent` | safe: the dot is one record, whole or worthless |
| the dot has left, and no answer came, or none that means anything | `Unknown` | ask the user |
| the dot has left, and the server said yes | `Delivered` | never; losing the good-bye afterwards changes nothing |

One refused recipient refuses the message for all, so that nobody gets it twice later. Cancelling once the
dot is about to leave only shortens the wait for the answer.
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from core.drafting.outbox import Delivered, NotSent, Outcome, Refused, Stage, Unknown
from core.drafting.outgoing import Account
from core.exchange.mail.connection import Conditions
from core.exchange.mail.letter import Sealed
from core.exchange.mail.smtp_session import Reply, SmtpSession, smtp_session
from core.exchange.mail.trouble import Trouble, refused

PIECE = 65_536
"""Bytes that are handed over at a time."""
_KEPT = "Nothing was sent, and your draft is kept."
_MAY_HAVE_GONE = (
    "The message was handed over, but {host} did not confirm it. It may have arrived. "
    "Look in “Sent”, or ask, before you send it again."
)


def send(
    sealed: Sealed, account: Account, password: str, conditions: Conditions | None = None
) -> Outcome:
    """Send it to all its recipients, once. Blocks: not for the window's own thread.

    `conditions.progress` is told `Stage.CONFIRMING` before the dot leaves; if storing that raises, the
    dot does not leave. Raises nothing of the network's.
    """
    agreed = conditions or Conditions()
    try:
        with smtp_session(account, password, agreed) as session:
            agreed.progress(Stage.ADDRESSING)
            _address(session, sealed)
            agreed.progress(Stage.UPLOADING)
            _upload(session, sealed.content)
            agreed.progress(Stage.CONFIRMING)
            return _confirm(session)
    except Trouble as trouble:
        return _outcome(trouble)


def _address(session: SmtpSession, sealed: Sealed) -> None:
    """The envelope. Nothing of it lasts if it is refused."""
    _refuse_too_large(session, sealed)
    options = f" SIZE={len(sealed.content)}" if session.offers("size") else ""
    if sealed.beyond_ascii:
        options += " BODY=8BITMIME SMTPUTF8"
        _expect_utf8(session, sealed)
    reply = session.ask("MAIL", f"FROM:<{sealed.sender}>{options}")
    if not reply.good:
        _give_up(session, f"{session.wire.server.host} does not send for {sealed.sender}.", reply)
    for recipient in sealed.recipients:
        reply = session.ask("RCPT", f"TO:<{recipient}>")
        if not reply.good:
            what = f"{session.wire.server.host} does not take messages to {recipient}."
            _give_up(session, what, reply)
    reply = session.ask("DATA")
    if reply.code != 354:
        _give_up(session, f"{session.wire.server.host} does not take this message.", reply)


def _refuse_too_large(session: SmtpSession, sealed: Sealed) -> None:
    largest = session.largest()
    if largest is not None and len(sealed.content) > largest:
        what = f"{session.wire.server.host} takes at most {largest / 1e6:.1f} MB,"
        what = f"{what} and this message has {len(sealed.content) / 1e6:.1f} MB."
        raise Trouble(f"{what} Remove an attachment.", refused=True, permanent=True)


def _expect_utf8(session: SmtpSession, sealed: Sealed) -> None:
    if session.offers("smtputf8"):
        session.speak_utf8()
        return
    odd = next(each for each in (*sealed.recipients, sealed.sender) if not each.isascii())
    what = f"{session.wire.server.host} cannot send to or from {odd}, only to plain letters."
    raise Trouble(f"{what} Use another address.", refused=True, permanent=True)


def _give_up(session: SmtpSession, what: str, reply: Reply) -> None:
    """Take the envelope back, and say why."""
    with suppress(Trouble):
        session.ask("RSET")
    raise refused(what, reply.code, reply.text)


def _upload(session: SmtpSession, content: bytes) -> None:
    """All lines of the message, but not the dot that ends it."""
    for piece in _pieces(re.sub(rb"(?m)^\.", b"..", content)):
        session.wire.allow(session.wire.patience.answer)
        try:
            session.wire.sock.sendall(piece)
        except OSError as error:
            raise session.wire.trouble(error) from error
    session.wire.allow(session.wire.patience.answer)


def _pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), PIECE):
        yield content[start : start + PIECE]


def _confirm(session: SmtpSession) -> Outcome:
    """The dot, and what the server says to the whole."""
    wire = session.wire
    wire.allow(wire.patience.verdict, grace=wire.patience.parting)
    try:
        wire.sock.sendall(b".\r\n")
    except OSError as error:
        raise wire.trouble(error) from error
    unknown = Unknown(_MAY_HAVE_GONE.format(host=wire.server.host))
    try:
        reply = session.reply()
    except Trouble:
        return unknown
    if reply.good:
        return Delivered(reply.text)
    if 400 <= reply.code < 600:
        return _outcome(
            refused(f"{wire.server.host} refused this message.", reply.code, reply.text)
        )
    return unknown


def _outcome(trouble: Trouble) -> Refused | NotSent:
    sentence = f"{trouble.sentence} {_KEPT}"
    if trouble.refused:
        return Refused(sentence, trouble.permanent)
    return NotSent(sentence, trouble.cancelled)
