"""Mail files: the calendars in them, found without trusting their headers."""

import email
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

MOST_PARTS = 200
MOST_BOUNDARIES = 5_000
LONGEST_TYPE = 2_000
_CALENDAR_TYPES = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})


class MailError(ValueError):
    """A mail that cannot be read; the reason continues "the file …"."""


@dataclass(frozen=True, slots=True)
class Mail:
    """The calendars of a mail, and when it was sent (UTC)."""

    calendars: tuple[bytes, ...]
    sent: datetime | None
    is_outlook_bundle: bool
    """It has a winmail.dat, which hides an invitation from other programs."""
    recipient: str = ""
    """The one address that it was sent to; empty where it went to several, or to nobody known."""


def looks_like_mail(content: bytes) -> bool:
    """Whether a file begins with the header lines of a mail."""
    start = content[:4_000].lstrip(b"\xef\xbb\xbf\r\n ")
    if start[:6].upper() == b"BEGIN:":
        return False
    lines = start.split(b"\n")
    names = [line.partition(b":")[0].strip().lower() for line in lines if b":" in line]
    wanted = {b"from", b"to", b"subject", b"date", b"received", b"return-path", b"mime-version"}
    return len(wanted.intersection(names)) >= 2 or bool(
        wanted.intersection(names[:1]) and len(names) > 1
    )


def read_mail(content: bytes) -> Mail:
    """The calendars of a mail, also attached ones and those of a forwarded mail.

    Raises `MailError`.
    """
    message, parts = open_mail(content)
    calendars = tuple(found for part in parts for found in _calendar_of(part))
    bundle = any(_is_bundle(part) for part in parts)
    return Mail(calendars, sent_at(message), bundle, _recipient_of(message))


def open_mail(content: bytes) -> tuple[Message, list[Message]]:
    """A mail and its parts, itself the first; at most `MOST_PARTS`. Raises `MailError`."""
    if content.count(b"\n--") > MOST_BOUNDARIES or content.count(b"boundary=") > MOST_PARTS:
        raise MailError("has more parts than any invitation")
    try:
        message = email.message_from_bytes(content, policy=policy.compat32)
        parts = [part for _, part in zip(range(MOST_PARTS), message.walk(), strict=False)]
    except (RecursionError, LookupError, ValueError, AttributeError, TypeError) as error:
        raise MailError("is nested in a way that no mail program writes") from error
    return message, parts


def sent_at(message: Message) -> datetime | None:
    """When a mail says that it was sent (UTC); None where it does not say."""
    try:
        sent = parsedate_to_datetime(str(message.get("Date", ""))[:200])
        return (sent if sent.tzinfo else sent.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _calendar_of(part: Message) -> Iterator[bytes]:
    if part.is_multipart() or not _is_calendar(part):
        return
    try:
        payload = part.get_payload(decode=True)
    except (LookupError, ValueError, AssertionError, TypeError):
        return
    if isinstance(payload, bytes) and payload.strip():
        yield _as_utf8(payload, part)


def _is_calendar(part: Message) -> bool:
    if len(str(part.get("Content-Type", ""))) > LONGEST_TYPE:
        return False
    return part.get_content_type() in _CALENDAR_TYPES or _file_name(part).endswith((".ics", ".vcs"))


def _is_bundle(part: Message) -> bool:
    if len(str(part.get("Content-Type", ""))) > LONGEST_TYPE:
        return False
    return part.get_content_type() == "application/ms-tnef" or _file_name(part) == "winmail.dat"


def _file_name(part: Message) -> str:
    if len(str(part.get("Content-Disposition", ""))) > LONGEST_TYPE:
        return ""
    try:
        return (part.get_filename() or "").strip().lower()
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""


def _as_utf8(payload: bytes, part: Message) -> bytes:
    """Other charsets become UTF-8; a name that means nothing leaves the bytes as they are."""
    charset = part.get_content_charset() or "utf-8"
    try:
        return payload.decode(charset).encode()
    except (LookupError, UnicodeError, ValueError):
        return payload


def _recipient_of(message: Message) -> str:
    for name in ("Delivered-To", "X-Original-To", "To"):
        written = [str(value)[:LONGEST_TYPE] for value in message.get_all(name, [])]
        addresses = {address.lower() for _, address in getaddresses(written) if "@" in address}
        if len(addresses) == 1:
            return addresses.pop()
    return ""
