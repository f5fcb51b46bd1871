"""A message as the bytes that mail programs and servers read."""

import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime

from core.drafting.outgoing import AttachedBytes, Mailbox, Outgoing
from core.exchange.mail.addresses import (
    LetterError,
    checked_line,
    header_mailbox,
    header_text,
    is_beyond_ascii,
    wire_address,
)
from core.exchange.mail.attachments import contents
from core.plain_text import without_hidden

LONGEST_BODY = 1_000_000
"""Characters."""
MOST_RECIPIENTS = 50
MOST_REFERENCES = 20
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,240}>")
_POLICY = policy.SMTP.clone(refold_source="none")
"""Headers are folded by `addresses`: as they are written there, so they leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A message ready to leave: its content, and the addresses on the envelope."""

    content: bytes
    """Lines end with CR LF, and none is longer than 998 bytes."""
    sender: str
    recipients: tuple[str, ...]
    message_id: str
    beyond_ascii: bool
    """An address needs a server that knows SMTPUTF8."""


def build(letter: Outgoing) -> Sealed:
    """The message with its headers, text and attachments. Raises `LetterError`; then nothing has
    left, and nothing was changed.
    """
    message = EmailMessage(policy=_POLICY)
    for name, value in _headers(letter):
        message.set_raw(name, value)
    message.set_content(_body(letter.body), cte=_text_encoding(letter.body))
    for attachment in contents(letter.attachments):
        _add(message, attachment)
    if letter.attachments:
        message.set_boundary(_boundary(letter.message_id))
    addresses = [wire_address(each.address) for each in _mailboxes(letter)]
    beyond_ascii = any(is_beyond_ascii(each) for each in addresses)
    return Sealed(
        content=message.as_bytes(policy=_POLICY.clone(utf8=beyond_ascii)),
        sender=addresses[0] if letter.sender.address else "",
        recipients=tuple(dict.fromkeys(addresses[1:] if letter.sender.address else addresses)),
        message_id=letter.message_id,
        beyond_ascii=beyond_ascii,
    )


def as_html(body: str) -> str:
    """The text for the clipboard's rich form: paragraphs and line breaks, all else as it is."""
    paragraphs = re.split(r"\n{2,}", without_hidden(body).strip("\n"))
    written = (html.escape(each).replace("\n", "<br>\n") for each in paragraphs if each)
    return "\n".join(f"<p>{each}</p>" for each in written)


def _mailboxes(letter: Outgoing) -> tuple[Mailbox, ...]:
    """All addresses, the sender's first; a draft may go without, as its mail program knows it."""
    if letter.draft and not letter.sender.address:
        return letter.to
    return (letter.sender, *letter.to)


def _headers(letter: Outgoing) -> list[tuple[str, str]]:
    fewest = 0 if letter.draft else 1
    if not fewest <= len(letter.to) <= MOST_RECIPIENTS:
        what = "has no recipient. Add one" if not letter.to else "has too many recipients"
        raise LetterError(f"The message {what}. Nothing was sent, and your draft is kept.")
    to = ",\r\n ".join(header_mailbox(each, "a recipient") for each in letter.to)
    knows_sender = letter.sender.address or not letter.draft
    return [
        *([("From", header_mailbox(letter.sender, "the sender"))] if knows_sender else []),
        *([("To", to)] if to else []),
        ("Subject", header_text(checked_line(letter.subject, "The subject"), "Subject")),
        ("Date", format_datetime(letter.date)),
        ("Message-ID", _own_id(letter.message_id)),
        *_thread(letter),
        *([("X-Unsent", "1")] if letter.draft else []),
    ]


def _own_id(text: str) -> str:
    if not _MESSAGE_ID.fullmatch(text):
        raise LetterError("The message has no number of its own. Begin it anew. Nothing was sent.")
    return text


def _thread(letter: Outgoing) -> Iterator[tuple[str, str]]:
    """Which message this one answers. Ids come from other programs: an odd one is left out."""
    if _MESSAGE_ID.fullmatch(letter.in_reply_to):
        yield "In-Reply-To", letter.in_reply_to
    known = [each for each in letter.references if _MESSAGE_ID.fullmatch(each)]
    if known:
        yield "References", "\r\n ".join(known[-MOST_REFERENCES:])


def _boundary(own_id: str) -> str:
    """The same at every attempt; "=_" stands in no encoded text."""
    return f"=_{hashlib.sha256(own_id.encode()).hexdigest()[:40]}"


def _body(body: str) -> str:
    if len(body) > LONGEST_BODY:
        what = "The message is longer than a million characters."
        raise LetterError(f"{what} Shorten it. Nothing was sent, and your draft is kept.")
    text = without_hidden(body).encode("utf-8", "replace").decode("utf-8")
    return text if text.endswith("\n") else f"{text}\n"


def _text_encoding(body: str) -> str:
    """Short ASCII lines go as they are; all else so that long lines flow and no server mends them."""
    plain = body.isascii() and not re.search(r"[^\n]{77}|[ \t]$|^From |=_", body, re.MULTILINE)
    return "7bit" if plain else "quoted-printable"


def _add(message: EmailMessage, attachment: AttachedBytes) -> None:
    maintype, _, subtype = attachment.mime.partition("/")
    message.add_attachment(
        attachment.content,
        maintype=maintype,
        subtype=subtype,
        cte="base64",
        filename=attachment.name,
    )
