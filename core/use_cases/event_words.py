"""What happened, in the words of the time line."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from core.models import Event, Interview
from core.playbook.facts import MONTHS
from core.playbook.values import Mode, Promiser, ReflectionPath, ReplyKind
from core.playbook.windows import to_wall

MESSAGES: Mapping[str, str] = {
    "M1": "a thank-you note",
    "M2": "a thank-you note",
    "M3": "a correction",
    "M4": "a follow-up",
    "M5": "a last follow-up",
    "M6": "a question about the date",
    "M7": "what you promised",
    "M8": "a word ahead",
    "M9": "thanks and news",
    "M10": "a kind answer",
    "M11": "a LinkedIn invitation",
    "M12": "a greeting",
    "M13": "thanks for the offer",
    "M14": "a question about more time",
    "M15": "an acceptance",
    "M16": "a withdrawal",
    "M17": "a yes to the invitation",
}
"""Each kind of message in a few words."""

_MODES = {Mode.ONSITE: "on site", Mode.VIDEO: "by video", Mode.PHONE: "by phone"}

_ROUNDS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth")

_REPLIES = {
    ReplyKind.COURTESY: "They sent a courteous word",
    ReplyKind.VAGUE: "They replied without a date",
    ReplyKind.DATE: "They named a date",
    ReplyKind.DECISION: "They told you their decision",
}

_PLAIN = {
    "arrived": "You arrived",
    "late": "You were running late",
    "incident": "Something went wrong",
    "rejection": "They said no",
    "offer": "They made an offer",
    "acceptance": "You accepted",
    "decline": "You declined",
    "withdrawal": "You withdrew",
    "on_hold": "They put it on hold",
    "wrong_name": "You used a wrong name",
}


def interview_title(row: Interview) -> str:
    """A round in a few words."""
    number = _ROUNDS[row.round - 1] if row.round <= len(_ROUNDS) else f"{row.round}th"
    return f"{number} round, {_MODES[row.mode]}"


def interview_note(row: Interview, names: Sequence[str]) -> str:
    """How, where and with whom."""
    if row.called_off is not None:
        return "It was called off."
    place = "" if row.place.startswith(("http://", "https://")) else row.place
    minutes = round((row.end - row.start).total_seconds() / 60)
    whom = f" with {', '.join(names)}" if names else ""
    return " · ".join(part for part in (f"{minutes} minutes{whom}", place) if part)


def event_title(row: Event, names: Sequence[str]) -> str:
    """An event in a few words."""
    if row.kind == "promise":
        who = "They" if row.by is Promiser.THEM else "You"
        return f"{who} promised: {row.text}" if row.text else f"{who} promised something"
    if row.kind == "reply":
        return _REPLIES[row.reply or ReplyKind.COURTESY]
    if row.kind == "reflection":
        full = row.path is ReflectionPath.FULL
        return "You thought back at length" if full else "You thought back"
    return _PLAIN.get(row.kind) or _with_people(row, ", ".join(names))


def _with_people(row: Event, whom: str) -> str:
    if row.kind == "linked":
        return f"You connected with {whom}" if whom else "You connected on LinkedIn"
    if row.kind == "contact":
        return f"You kept in touch with {whom}" if whom else "You kept in touch"
    what = MESSAGES.get(row.message or "", "a message")
    return f"You sent {what} to {whom}" if whom else f"You sent {what}"


def event_note(row: Event, zone: str) -> str:
    """What else is known of an event; days as the employer (in `zone`) means them."""
    day = _day(row, zone)
    if row.kind in _DAYS:
        return f"{_DAYS[row.kind]} {day}." if day else ""
    if row.kind == "wrong_name":
        return f"Right is {row.text}." if row.text else ""
    if row.kind == "contact":
        return "They answered." if row.answered else ""
    return row.text


_DAYS = {
    "promise": "By",
    "reply": "Their date is",
    "offer": "They wait for your word until",
    "on_hold": "Until",
}


def _day(row: Event, zone: str) -> str:
    moment = row.moment_on or row.moment_at
    if moment is None:
        return ""
    on = to_wall(moment, zone).date() if isinstance(moment, datetime) else moment
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"
