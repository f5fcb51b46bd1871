"""One event of a calendar, read into invitations: its times, its people and what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Component, vDDDLists, vDDDTypes, vRecur

from core.clock import Now
from core.exchange.calendar_parts import ODD, first, parameter, text_of, values_of
from core.exchange.calendar_people import read_people
from core.exchange.calendar_values import EventError, Invitation, Method, Occurrence
from core.exchange.calendar_words import LONGEST_PLACE, read_words
from core.exchange.guesses import find_link, guess
from core.exchange.nodes import FIRST_YEAR, LAST_YEAR, quoted
from core.exchange.recurrence import times_of

MOST_OCCURRENCES = 3
"""Times of a repeating event that are offered."""
MOST_TIMES = 60
"""Times of a repeating event that stored interviews may move to."""
LONGEST_DAYS = 31
LONGEST_UID = 400


@dataclass(frozen=True, slots=True)
class Setting:
    """What an event's reading needs to know of its calendar and its reader."""

    now: Now
    method: str
    zone: str | None
    """The calendar's own zone, for times that name none."""


@dataclass(frozen=True, slots=True)
class _Time:
    """A moment as the file says it, and the zone in which the user is told of it."""

    at: datetime
    zone: str | None
    written: str = ""
    is_date: bool = False
    note: str = ""

    @property
    def told(self) -> datetime:
        return _in_zone(self.at, self.zone)

    @property
    def wall(self) -> datetime:
        """The wall time in the file's own zone, in which repeats are counted."""
        return self.at.replace(tzinfo=None)


def read_event(
    event: Component, setting: Setting, overridden: frozenset[str]
) -> Iterator[Invitation]:
    """The invitations of one event: one, or the next times of a repeating one.

    `overridden` are the ids of single times that other events of the file speak for. Raises
    `EventError`.
    """
    begin = first(event, "DTSTART")
    if begin is None:
        raise EventError("it has no start")
    start = _read_time(begin, setting, "start")
    end, end_note = _read_end(event, start, setting)
    notes = tuple(note for note in (start.note, end_note) if note)
    uid = text_of(event, "UID")[:LONGEST_UID]
    described = _describe(event, setting, start, end)
    whole = replace(described, uid=uid, notes=(*notes, *described.notes))
    repeats = first(event, "RRULE") is not None or first(event, "RDATE") is not None
    if first(event, "RECURRENCE-ID") is not None:
        yield replace(whole, uid=overrides(event, setting))
    elif repeats and not whole.cancelled:
        yield from _occurrences(event, whole, start, setting, overridden)
    else:
        yield replace(whole, series=uid, times=(Occurrence(uid, whole.start),))


def overrides(event: Component, setting: Setting) -> str:
    """The identity of the single time that an event speaks for; empty where it is no such one."""
    uid = text_of(event, "UID")[:LONGEST_UID]
    recurrence = first(event, "RECURRENCE-ID")
    if recurrence is None or not uid:
        return ""
    return occurrence_uid(uid, _read_time(recurrence, setting, "repeat").at)


def occurrence_uid(uid: str, start: datetime) -> str:
    """The identity of one time of a repeating event."""
    return f"{uid}#{start.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _describe(event: Component, setting: Setting, start: _Time, end: datetime) -> Invitation:
    said = read_words(event)
    organizer = next(read_people(values_of(event, "ORGANIZER")), None)
    attendees = tuple(read_people(values_of(event, "ATTENDEE")))
    link = _stated_link(event) or find_link(said.location) or find_link(said.written)
    names = {person.name for person in (*attendees, *([organizer] if organizer else []))}
    domain = organizer.email.rpartition("@")[2] if organizer else ""
    guessed = guess(said.summary, said.location or link, said.written, domain, names)
    return Invitation(
        method=_method(event, setting.method),
        uid="",
        sequence=_sequence(first(event, "SEQUENCE")),
        summary=said.summary,
        start=start.told,
        end=end,
        zone=start.zone,
        zone_name=start.written,
        all_day=start.is_date,
        location=said.location[:LONGEST_PLACE],
        link=(link or guessed.link)[:LONGEST_PLACE],
        description=said.description,
        organizer=organizer,
        attendees=attendees,
        stamp=_read_stamp(first(event, "DTSTAMP")),
        company=guessed.company,
        role=guessed.role,
        round=guessed.round,
        mode=guessed.mode,
        notes=said.notes,
    )


def _method(event: Component, method: str) -> Method:
    if method == Method.CANCEL or text_of(event, "STATUS").upper() == "CANCELLED":
        return Method.CANCEL
    return Method(method) if method in set(Method) else Method.PUBLISH


def _sequence(given: object) -> int:
    return max(0, int(given)) if isinstance(given, int) else 0


def _read_time(given: object, setting: Setting, what: str) -> _Time:
    at = given.dt if isinstance(given, vDDDTypes) else None
    if not isinstance(at, date):
        raise EventError(f"its {what} is no date ({quoted(str(given))})")
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise EventError(f"its {what} is in the year {at.year}, which cannot be meant")
    own = setting.now.zone
    calendar = setting.zone or own
    if not isinstance(at, datetime):
        return _Time(_at(at, calendar), calendar, is_date=True)
    named = parameter(given, "TZID").strip()
    if at.tzinfo is None and named:
        return _Time(at.replace(tzinfo=UTC), None, named)
    if at.tzinfo is None:
        note = "" if setting.zone else "The file names no time zone; yours is taken."
        return _Time(_at(at, calendar), calendar, note=note)
    if not named:
        return _Time(at, own)
    if isinstance(at.tzinfo, ZoneInfo):
        return _Time(at, at.tzinfo.key)
    note = f"The file's own time zone {quoted(named)} was changed into yours."
    return _Time(at, own, named, note=note)


def _at(day: date, zone: str) -> datetime:
    at = day if isinstance(day, datetime) else datetime.combine(day, time())
    return at.replace(tzinfo=ZoneInfo(zone))


def _in_zone(at: datetime, zone: str | None) -> datetime:
    """The wall time in a zone; in the one that is not known where there is none."""
    return at.astimezone(ZoneInfo(zone) if zone else at.tzinfo).replace(tzinfo=None)


def _read_end(event: Component, start: _Time, setting: Setting) -> tuple[datetime, str]:
    """The end as wall time in the start's zone, and a note where it was assumed."""
    end = first(event, "DTEND")
    if end is not None:
        length = _instant(_read_time(end, setting, "end").at) - _instant(start.at)
        return _later(start, length), ""
    duration = first(event, "DURATION")
    if duration is not None:
        elapsed = duration.dt if isinstance(duration, vDDDTypes) else None
        if not isinstance(elapsed, timedelta):
            raise EventError(f"its length cannot be read ({quoted(str(duration))})")
        return _later(start, elapsed), ""
    if start.is_date:
        return start.told + timedelta(days=1), ""
    return _later(start, timedelta(hours=1)), "The file names no end; one hour is taken."


def _instant(at: datetime) -> datetime:
    return at.astimezone(UTC)


def _later(start: _Time, length: timedelta) -> datetime:
    """The wall time in the start's zone after so much elapsed time."""
    if length < timedelta(0):
        raise EventError("it ends before it starts")
    if length > timedelta(days=LONGEST_DAYS):
        raise EventError("it lasts longer than a month")
    return _in_zone(_instant(start.at) + length, start.zone)


def _read_stamp(given: object) -> datetime | None:
    at = given.dt if isinstance(given, vDDDTypes) else None
    if not isinstance(at, datetime) or not FIRST_YEAR <= at.year <= LAST_YEAR:
        return None
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)


def _stated_link(event: Component) -> str:
    names = ("X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "CONFERENCE")
    stated = (text_of(event, name) for name in names)
    return next((link for link in stated if link.lower().startswith("https://")), "")


def _occurrences(
    event: Component,
    whole: Invitation,
    start: _Time,
    setting: Setting,
    overridden: frozenset[str],
) -> Iterator[Invitation]:
    try:
        moments = _moments(event, start, setting.now)
    except ODD:
        note = "It repeats in a way that is not followed; only the first time is taken."
        yield _noted(whole, note)
        return
    times = tuple(
        Occurrence(occurrence_uid(whole.uid, moment), _in_zone(moment, start.zone))
        for moment in moments[:MOST_TIMES]
    )
    offered = [each for each in times if each.uid not in overridden][:MOST_OCCURRENCES]
    if not offered:
        yield _noted(whole, "It repeats, but not any more; its first time is taken.")
    length = whole.end - whole.start
    for each in offered:
        moved = replace(whole, uid=each.uid, start=each.start, end=each.start + length)
        moved = replace(moved, recurs=True, later=each is not offered[0])
        moved = replace(moved, series=whole.uid, times=times)
        yield _noted(moved, "It repeats; only the next times are taken.")


def _moments(event: Component, start: _Time, now: Now) -> list[datetime]:
    """When it takes place from now on. Raises one of `ODD` where its rule is not followed."""
    zone = start.at.tzinfo
    present = now.instant.astimezone(zone).replace(tzinfo=None)
    rule = first(event, "RRULE")
    times = [start.wall, *_listed(event, "RDATE", start)]
    if rule is not None:
        if not isinstance(rule, vRecur):
            raise TypeError("the rule cannot be read")
        until = next((_wall(each, start) for each in rule.get("UNTIL", [])), None)
        times[:1] = times_of(rule, start.wall, until, present)
    left = set(times) - set(_listed(event, "EXDATE", start))
    return [each.replace(tzinfo=zone) for each in sorted(left) if each >= present]


def _listed(event: Component, name: str, start: _Time) -> Iterator[datetime]:
    """Wall times beside the rule; of a list that cannot be read none."""
    for given in values_of(event, name):
        for each in given.dts if isinstance(given, vDDDLists) else ():
            at = each.dt[0] if isinstance(each.dt, tuple) else each.dt
            if isinstance(at, date) and FIRST_YEAR <= at.year <= LAST_YEAR:
                yield _wall(at, start)


def _wall(at: date, start: _Time) -> datetime:
    """A moment as wall time in the zone of the start; a day alone means its time on that day."""
    if not isinstance(at, datetime):
        return datetime.combine(at, start.wall.time())
    return at.astimezone(start.at.tzinfo).replace(tzinfo=None) if at.tzinfo else at


def _noted(invitation: Invitation, note: str) -> Invitation:
    return replace(invitation, notes=(*invitation.notes, note))
