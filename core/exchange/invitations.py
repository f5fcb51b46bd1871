"""Invitations from calendar files and mails.

Files come from strangers: sizes, counts and nesting are limited, rules that could hang are never
followed, and what cannot be read is refused with a sentence that names the file and the remedy.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from core.clock import Now
from core.exchange.calendar_events import Setting, overrides, read_event
from core.exchange.calendar_parts import ODD, text_of
from core.exchange.calendar_text import CalendarText, CalendarTextError, read_calendar_text
from core.exchange.calendar_values import Attendee, EventError, Invitation, Method
from core.exchange.calendar_zones import resolve_zone
from core.exchange.mail_file import MailError, looks_like_mail, read_mail
from core.exchange.text_file import FileError, read_bytes
from core.refusal import Refusal

LARGEST_FILE = 10_000_000
"""Bytes of a calendar file or a mail."""
PATIENCE_SECONDS = 5.0
"""How long reading one file may take."""

_ANSWERS = frozenset({"REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOTHING = "Nothing was stored."
_BY_HAND = f"{_NOTHING} Add the interview by hand?"


class InvitationError(Refusal):
    """A file that gives no invitation. `sentence` says which file, why, and what to do."""


class NoInvitation(InvitationError):
    """A mail that is no invitation at all, or larger than any: perhaps a reply."""


def read_invitations(path: Path, now: Now) -> tuple[Invitation, ...]:
    """The invitations of an `.ics` or `.eml` file, in order of their start; at least one.

    Times in UTC come in the user's own zone. Raises `InvitationError`.
    """
    try:
        content = read_bytes(path, LARGEST_FILE)
    except FileError as error:
        large = path.suffix.lower() == ".eml" and path.is_file()
        raise (NoInvitation if large else InvitationError)(error.sentence) from error
    return read_content(content, path.name, now)


def read_content(content: bytes, name: str, now: Now) -> tuple[Invitation, ...]:
    """The same from bytes; `name` is the file's, for errors."""
    if not content.strip():
        raise InvitationError(f"{name} is empty. {_BY_HAND}")
    if content.startswith(_OLE):
        what = "is a message in Outlook's own format. Save it as .eml or .ics, and add that."
        raise InvitationError(f"{name} {what} {_NOTHING}")
    try:
        if looks_like_mail(content):
            return _from_mail(content, name, now)
        return _from_calendars((content,), name, now, None)
    except (CalendarTextError, MailError) as error:
        raise InvitationError(f"{name} {error}. {_BY_HAND}") from error


def _from_mail(content: bytes, name: str, now: Now) -> tuple[Invitation, ...]:
    mail = read_mail(content)
    if mail.calendars:
        found = _from_calendars(mail.calendars, name, now, mail.sent)
        return tuple(replace(each, recipient=mail.recipient) for each in found)
    if mail.is_outlook_bundle:
        what = "hides its invitation in Outlook's winmail.dat. Ask for it as an .ics file."
        raise InvitationError(f"{name} {what} {_NOTHING}")
    raise NoInvitation(f"{name} is a mail without an invitation in it. {_BY_HAND}")


def _from_calendars(
    contents: tuple[bytes, ...], name: str, now: Now, sent: datetime | None
) -> tuple[Invitation, ...]:
    deadline = time.monotonic() + PATIENCE_SECONDS
    found: dict[tuple[str, str], Invitation] = {}
    problems: list[str] = []
    for content in dict.fromkeys(contents):
        for invitation in _events_of(read_calendar_text(content), now, problems):
            if invitation is not None:
                known = found.get(_identity(invitation))
                found[_identity(invitation)] = _newest(known, invitation)
            if time.monotonic() > deadline:
                raise InvitationError(f"{name} takes too long to read. {_BY_HAND}")
    if not found:
        raise InvitationError(f"{name} {problems[0]}. {_BY_HAND}")
    ordered = sorted(found.values(), key=lambda each: (each.start, each.summary))
    return _with_notes(tuple(_sent(each, sent) for each in ordered), problems)


def _events_of(
    calendar: CalendarText, now: Now, problems: list[str]
) -> Iterator[Invitation | None]:
    """Each event's invitations; None for an event that is none, so that time is looked at."""
    method = text_of(calendar.head, "METHOD").upper()
    if method in _ANSWERS:
        problems.append("is an answer to an invitation, not an invitation")
        return
    if not calendar.events:
        problems.append("is a calendar without an event")
    zone = text_of(calendar.head, "X-WR-TIMEZONE")
    setting = Setting(now=now, method=method, zone=resolve_zone(zone) if zone else None)
    single = frozenset(_overridden(calendar, setting))
    for event in calendar.events:
        try:
            yield from read_event(event, setting, single)
        except EventError as error:
            problems.append(f"holds an event, but {error}")
        except ODD:
            problems.append("holds an event, but it cannot be read")
        yield None


def _overridden(calendar: CalendarText, setting: Setting) -> Iterator[str]:
    for event in calendar.events:
        with suppress(EventError, *ODD):
            yield overrides(event, setting)


def _identity(invitation: Invitation) -> tuple[str, str]:
    """A mail often holds the same invitation twice: as a part and as an attachment."""
    if invitation.uid:
        return invitation.uid, ""
    return "", f"{invitation.start.isoformat()} {invitation.summary}"


def _newest(known: Invitation | None, invitation: Invitation) -> Invitation:
    return known if known and known.sequence > invitation.sequence else invitation


def _sent(invitation: Invitation, sent: datetime | None) -> Invitation:
    return invitation if invitation.stamp or sent is None else replace(invitation, stamp=sent)


def _with_notes(invitations: tuple[Invitation, ...], problems: list[str]) -> tuple[Invitation, ...]:
    """The first invitation tells what of the file was left out."""
    left_out = [problem for problem in problems if problem.startswith("holds")]
    if not left_out:
        return invitations
    more = f" (and {len(left_out) - 1} more)" if len(left_out) > 1 else ""
    note = f"The file also {left_out[0]}{more}; that was left out."
    first = replace(invitations[0], notes=(*invitations[0].notes, note))
    return (first, *invitations[1:])


__all__ = [
    "Attendee",
    "Invitation",
    "InvitationError",
    "Method",
    "NoInvitation",
    "read_content",
    "read_invitations",
]
