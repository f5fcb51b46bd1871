"""Replies from mail files, or pasted: who wrote what, and when, without what they quote.

The files come from strangers. They are opened as invitations are (`mail_file`); only the words are taken,
and no attachment is looked into.
"""

import re
import tomllib
from collections.abc import Iterable
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from core.clock import Now
from core.content import resource
from core.drafting.replies import ReceivedReply
from core.exchange.mail_file import MailError, looks_like_mail, open_mail, sent_at
from core.exchange.text_file import FileError, read_bytes
from core.plain_text import without_hidden
from core.reading.html_text import text_of_html
from core.reading.quoted import own_words
from core.reading.reply_kind import ReplyWords, Suggestion, read_reply_words, suggest
from core.refusal import Refusal

LARGEST_FILE = 30_000_000
"""Bytes of a mail, whose attachments are not looked into."""
LONGEST_TEXT = 200_000
"""Characters of a reply; what is beyond is left out."""
LONGEST_HEADER = 2_000
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,240}>")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOTHING = "Nothing was stored."
_ODD = (LookupError, ValueError, TypeError, AttributeError, AssertionError, MessageError)
"""What the standard library raises for damaged mails."""


class ReplyError(Refusal):
    """A file that gives no reply. `sentence` says which file, why, and what to do."""


def read_reply(path: Path, now: Now) -> ReceivedReply:
    """The reply in a mail file. Raises `ReplyError`."""
    try:
        content = read_bytes(path, LARGEST_FILE)
    except FileError as error:
        raise ReplyError(error.sentence) from error
    return read_reply_content(content, path.name, now)


def read_reply_content(content: bytes, name: str, now: Now) -> ReceivedReply:
    """The same from bytes; `name` is the file's, for errors."""
    if content.startswith(_OLE):
        what = "is a message in Outlook's own format. Save it as .eml, and add that."
        raise ReplyError(f"{name} {what} {_NOTHING}")
    if not looks_like_mail(content):
        what = "is no mail. Save the reply as .eml, or paste its text."
        raise ReplyError(f"{name} {what} {_NOTHING}")
    try:
        message, parts = open_mail(content)
    except MailError as error:
        raise ReplyError(f"{name} cannot be read. Paste its text instead. {_NOTHING}") from error
    body = own_words(_words_of(parts))
    if not body:
        raise ReplyError(f"{name} is a mail without words in it. {_NOTHING}")
    sender, address = _sender(message)
    return ReceivedReply(
        at=sent_at(message) or now.instant,
        body=body,
        sender=sender,
        address=address,
        subject=_header(message, "Subject"),
        mail_id=next(iter(_ids(message, "Message-ID")), ""),
        in_reply_to=_answered(message),
    )


def pasted_reply(text: str, now: Now) -> ReceivedReply:
    """The reply in pasted text: a whole mail with its headers, or only words. Raises `ReplyError`."""
    content = text.encode("utf-8", "replace")
    if len(content) > LARGEST_FILE:
        raise ReplyError(f"The pasted text is too long. Paste only the reply. {_NOTHING}")
    if looks_like_mail(content) and re.search(
        r"^(message-id|received|mime-version):", text, re.IGNORECASE | re.MULTILINE
    ):
        return read_reply_content(content, "The pasted mail", now)
    body = own_words(_tidy(text))
    if not body:
        raise ReplyError(f"There are no words in what was pasted. {_NOTHING}")
    return ReceivedReply(at=now.instant, body=body)


def suggested(reply: ReceivedReply, now: Now) -> Suggestion:
    """What the reply probably is, for the user to confirm."""
    told = reply.at.astimezone(ZoneInfo(now.zone)).date()
    return suggest(reply.body, told, reply_words(), reply.subject)


@lru_cache(maxsize=1)
def reply_words() -> ReplyWords:
    """The phrases that the application brings."""
    path = resource("replies.toml")
    return read_reply_words(tomllib.loads(path.read_text(encoding="utf-8")), path.name)


def _words_of(parts: Iterable[Message]) -> str:
    """The first plain text that is there, else the first HTML."""
    known = list(parts)
    for kind in ("text/plain", "text/html"):
        for part in known:
            text = _text(part, kind)
            if text.strip():
                return _tidy(text_of_html(text) if kind == "text/html" else text)
    return ""


def _text(part: Message, kind: str) -> str:
    if len(str(part.get("Content-Type", ""))) > LONGEST_HEADER or part.is_multipart():
        return ""
    try:
        if part.get_content_type() != kind or part.get_content_disposition() == "attachment":
            return ""
        payload = part.get_payload(decode=True)
        charset = part.get_content_charset() or "utf-8"
    except _ODD:
        return ""
    return _decoded(payload, charset) if isinstance(payload, bytes) else ""


def _decoded(payload: bytes, charset: str) -> str:
    head = payload[: 4 * LONGEST_TEXT]
    try:
        return head.decode(charset, "replace")
    except (LookupError, ValueError, TypeError):
        return head.decode("utf-8", "replace")


def _tidy(text: str) -> str:
    return without_hidden(text[:LONGEST_TEXT]).strip()


def _header(message: Message, name: str) -> str:
    """A header as one line of text, decoded."""
    try:
        raw = str(message.get(name, ""))[:LONGEST_HEADER]
        text = str(make_header(decode_header(raw)))
    except (HeaderParseError, *_ODD):
        text = str(message.get(name, ""))[:LONGEST_HEADER]
    return " ".join(without_hidden(text.encode("utf-8", "replace").decode()).split())


def _sender(message: Message) -> tuple[str, str]:
    """Name and address of who wrote it; the address is taken apart before anything is decoded."""
    try:
        raw = str(message.get("From", ""))[:LONGEST_HEADER]
        name, address = next(iter(getaddresses([raw])), ("", ""))
        shown = str(make_header(decode_header(name)))
    except (HeaderParseError, *_ODD):
        return "", ""
    clean = " ".join(without_hidden(shown.encode("utf-8", "replace").decode()).split())
    return clean, address if "@" in address and address.isprintable() else ""


def _answered(message: Message) -> str:
    """What it answers: said so, else the last of what it refers to."""
    ids = _ids(message, "In-Reply-To")[:1] or _ids(message, "References")[-1:]
    return ids[0] if ids else ""


def _ids(message: Message, name: str) -> list[str]:
    return _MESSAGE_ID.findall(str(message.get(name, ""))[: 10 * LONGEST_HEADER])
