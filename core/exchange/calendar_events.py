"""One event of a calendar, read into invitations: its times, its people and what it is about."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from core.clock import Now
from core.exchange.calendar_text import Component, Property
from core.exchange.calendar_values import Attendee, EventError, Invitation, Method
from core.exchange.calendar_zones import DefinedZone, read_stamp, resolve_zone, to_zone
from core.exchange.guesses import find_link, guess
from core.exchange.nodes import FIRST_YEAR, LAST_YEAR, quoted
from core.exchange.recurrence import next_occurrences, read_rule

MOST_OCCURRENCES = 3
LONGEST_DAYS = 31
LONGEST_SUMMARY = 1_000
LONGEST_PLACE = 500
LONGEST_UID = 400
LONGEST_DESCRIPTION = 100_000
_DURATION = re.compile(
    r"\+?P(?:(?P<weeks>\d{1,3})W)?(?:(?P<days>\d{1,4})D)?"
    r"(?:T(?:(?P<hours>\d{1,4})H)?(?:(?P<minutes>\d{1,5})M)?(?:(?P<seconds>\d{1,6})S)?)?"
)
_ADDRESS = re.compile(r"[^@\s<>\"']{1,64}@[^@\s<>\"']{1,255}")
_ROOMS = frozenset({"ROOM", "RESOURCE"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What an event's reading needs to know of its calendar and its reader."""

    now: Now
    method: str
    zone: str | None
    """The calendar's own zone, for times that name none."""
    defined: Mapping[str, DefinedZone]


@dataclass(frozen=True, slots=True)
class _Wall:
    """A wall time, in a zone that may be unknown."""

    at: datetime
    zone: str | None
    written: str = ""
    is_date: bool = False
    note: str = ""


def read_event(
    event: Component, setting: Setting, overridden: frozenset[str]
) -> Iterator[Invitation]:
    """The invitations of one event: one, or the next times of a repeating one.

    `overridden` are the ids of single times that other events of the file speak for. Raises
    `EventError`.
    """
    begin = event.first("DTSTART")
    if begin is None:
        raise EventError("has no start")
    start = _read_time(begin, setting, "start")
    end, end_note = _read_end(event, start, setting)
    first = _describe(event, setting, start, end)
    notes = tuple(note for note in (start.note, end_note) if note)
    first = replace(first, uid=_uid(event, setting), notes=notes)
    if event.first("RECURRENCE-ID") is None and event.text("RRULE") and not first.cancelled:
        yield from _occurrences(event, first, setting, overridden)
    else:
        yield first


def _uid(event: Component, setting: Setting) -> str:
    """The event's UID; a single time of a repeating event adds the time it had at first."""
    uid = event.text("UID")[:LONGEST_UID]
    recurrence = event.first("RECURRENCE-ID")
    if recurrence is None or not uid:
        return uid
    return occurrence_uid(uid, _instant(_read_time(recurrence, setting, "repeat")))


def occurrence_uid(uid: str, start: datetime) -> str:
    """The identity of one time of a repeating event."""
    return f"{uid}#{start.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _describe(event: Component, setting: Setting, start: _Wall, end: datetime) -> Invitation:
    summary = " ".join(event.text("SUMMARY").split())[:LONGEST_SUMMARY]
    location = " ".join(event.text("LOCATION").split())
    description = event.text("DESCRIPTION")[:LONGEST_DESCRIPTION]
    organizer = next(_people(event.all("ORGANIZER")), None)
    attendees = tuple(_people(event.all("ATTENDEE")))
    link = _stated_link(event) or find_link(location) or find_link(description)
    names = {person.name for person in (*attendees, *([organizer] if organizer else []))}
    domain = organizer.email.rpartition("@")[2] if organizer else ""
    guessed = guess(summary, location or link, description, domain, names)
    return Invitation(
        method=_method(event, setting.method),
        uid="",
        sequence=_sequence(event.text("SEQUENCE")),
        summary=summary,
        start=start.at,
        end=end,
        zone=start.zone,
        zone_name=start.written,
        all_day=start.is_date,
        location=location[:LONGEST_PLACE],
        link=(link or guessed.link)[:LONGEST_PLACE],
        description=description,
        organizer=organizer,
        attendees=attendees,
        stamp=_read_instant(event.text("DTSTAMP")),
        company=guessed.company,
        role=guessed.role,
        round=guessed.round,
        mode=guessed.mode,
    )


def _method(event: Component, method: str) -> Method:
    if method == Method.CANCEL or event.text("STATUS").upper() == "CANCELLED":
        return Method.CANCEL
    return Method(method) if method in set(Method) else Method.PUBLISH


def _sequence(text: str) -> int:
    return int(text) if re.fullmatch(r"\d{1,9}", text, re.ASCII) else 0


def _read_time(given: Property, setting: Setting, what: str) -> _Wall:
    at = read_stamp(given.value)
    if at is None:
        raise EventError(f"has a {what} that is no date ({quoted(given.value)})")
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise EventError(f"has a {what} in the year {at.year}, which cannot be meant")
    if "T" not in given.value.upper():
        return _Wall(at, setting.zone or setting.now.zone, is_date=True)
    if given.value.strip().upper().endswith("Z"):
        return _Wall(_from_utc(at, setting.now.zone), setting.now.zone)
    named = given.parameters.get("TZID", "").strip()
    if not named:
        return _floating(at, setting)
    return _in_named_zone(at, named, setting)


def _floating(at: datetime, setting: Setting) -> _Wall:
    if setting.zone is not None:
        return _Wall(at, setting.zone)
    return _Wall(at, setting.now.zone, note="The file names no time zone; yours is taken.")


def _in_named_zone(at: datetime, named: str, setting: Setting) -> _Wall:
    defined = setting.defined.get(named)
    zone = resolve_zone(named) or (resolve_zone(defined.location) if defined else None)
    if zone is not None:
        return _Wall(at, zone)
    offset = defined.offset_at(at) if defined else None
    if offset is None:
        return _Wall(at, None, named)
    own = setting.now.zone
    note = f"The file's own time zone {quoted(named)} was changed into yours."
    return _Wall(to_zone(at, offset, own), own, named, note=note)


def _from_utc(at: datetime, zone: str) -> datetime:
    return at.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _read_end(event: Component, start: _Wall, setting: Setting) -> tuple[datetime, str]:
    """The end as wall time in the start's zone, and a note where it was assumed."""
    given = event.first("DTEND")
    if given is not None:
        end = _read_time(given, setting, "end")
        return _later(start, _instant(end) - _instant(start)), ""
    if event.first("DURATION") is not None:
        return _later(start, _read_duration(event.text("DURATION"))), ""
    if start.is_date:
        return start.at + timedelta(days=1), ""
    return _later(start, timedelta(hours=1)), "The file names no end; one hour is taken."


def _instant(wall: _Wall) -> datetime:
    return wall.at.replace(tzinfo=ZoneInfo(wall.zone) if wall.zone else UTC).astimezone(UTC)


def _later(start: _Wall, length: timedelta) -> datetime:
    """The wall time in the start's zone after so much elapsed time."""
    if length < timedelta(0):
        raise EventError("ends before it starts")
    if length > timedelta(days=LONGEST_DAYS):
        raise EventError("lasts longer than a month")
    zone = ZoneInfo(start.zone) if start.zone else UTC
    return (_instant(start) + length).astimezone(zone).replace(tzinfo=None)


def _read_duration(text: str) -> timedelta:
    match = _DURATION.fullmatch(text.strip().upper())
    if match is None:
        raise EventError(f"has a length that cannot be read ({quoted(text)})")
    return timedelta(**{unit: int(amount) for unit, amount in match.groupdict("0").items()})


def _read_instant(text: str) -> datetime | None:
    at = read_stamp(text)
    if at is None or not FIRST_YEAR <= at.year <= LAST_YEAR:
        return None
    return at.replace(tzinfo=UTC)


def _stated_link(event: Component) -> str:
    names = ("X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "CONFERENCE")
    stated = (event.text(name) for name in names)
    return next((link for link in stated if link.lower().startswith("https://")), "")


def _people(properties: list[Property]) -> Iterator[Attendee]:
    for given in properties:
        if given.parameters.get("CUTYPE", "").upper() in _ROOMS:
            continue
        address = re.sub(r"^mailto:", "", given.value.strip(), flags=re.IGNORECASE)
        email = address if _ADDRESS.fullmatch(address) else ""
        name = " ".join(given.parameters.get("CN", "").split()).strip("'")[:200]
        if name or email:
            yield Attendee(name="" if _ADDRESS.fullmatch(name) else name, email=email)


def _occurrences(
    event: Component, first: Invitation, setting: Setting, overridden: frozenset[str]
) -> Iterator[Invitation]:
    rule = read_rule(event.text("RRULE"))
    if rule is None:
        yield _noted(
            first, "It repeats in a way that is not followed; only the first time is taken."
        )
        return
    zone = ZoneInfo(first.zone or setting.now.zone)
    present = setting.now.instant.astimezone(zone).replace(tzinfo=None)
    most = MOST_OCCURRENCES + len(overridden)
    starts = next_occurrences(rule, first.start, present, _excluded(event, setting), most)
    series = [(start, occurrence_uid(first.uid, start.replace(tzinfo=zone))) for start in starts]
    series = [(start, uid) for start, uid in series if uid not in overridden][:MOST_OCCURRENCES]
    if not series:
        yield _noted(first, "It repeats, but not any more; its first time is taken.")
    for position, (start, uid) in enumerate(series):
        moved = replace(first, uid=uid, start=start, end=start + (first.end - first.start))
        moved = replace(moved, recurs=True, later=position > 0)
        yield _noted(moved, "It repeats; only the next times are taken.")


def _noted(invitation: Invitation, note: str) -> Invitation:
    return replace(invitation, notes=(*invitation.notes, note))


def _excluded(event: Component, setting: Setting) -> frozenset[datetime]:
    """The wall times that a repeating event leaves out."""
    stamps = (
        Property(value.strip(), given.parameters)
        for given in event.all("EXDATE")
        for value in given.value.split(",")[:500]
    )
    return frozenset(
        _read_time(stamp, setting, "left-out time").at
        for stamp in stamps
        if read_stamp(stamp.value)
    )


def overrides(event: Component, setting: Setting) -> str:
    """The identity of the single time that an event speaks for; empty where it is no such one."""
    return _uid(event, setting) if event.first("RECURRENCE-ID") is not None else ""
