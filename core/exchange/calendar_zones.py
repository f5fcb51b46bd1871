"""What zone a calendar means: IANA names, Windows names, and zones that a file defines itself.

A definition is only ever read for its offset at one moment, by simple arithmetic on yearly rules;
any other rule makes it unusable, because following it could take for ever.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from core.exchange.calendar_text import Component
from core.exchange.zones import find_zone, known_zones

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?", re.ASCII)
_STAMP = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2}))?", re.ASCII)
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_UTC_NAMES = frozenset({"UTC", "Z", "GMT", "ETC/UTC", "ETC/GMT", "COORDINATED UNIVERSAL TIME"})


def resolve_zone(name: str) -> str | None:
    """The IANA name of a zone as calendars write it, or None where it says nothing."""
    name = name.strip().strip('"')
    if name.upper() in _UTC_NAMES:
        return "UTC"
    return (
        _as_iana(name)
        or _windows_zones().get(name.lower())
        or _as_iana(_last_parts(name))
        or _from_cities(name)
    )


@dataclass(frozen=True, slots=True)
class DefinedZone:
    """A VTIMEZONE: a name, perhaps a real zone's name, and its offsets."""

    name: str
    location: str
    observances: tuple["Observance", ...]

    def offset_at(self, wall: datetime) -> timedelta | None:
        """The offset from UTC at a naive wall time; None where the definition cannot tell."""
        onsets = [
            (onset, observance.offset)
            for observance in self.observances
            for onset in observance.onsets(wall.year)
        ]
        before = [pair for pair in onsets if pair[0] <= wall]
        if before:
            return max(before)[1]
        return min(self.observances, key=lambda each: each.start).offset if onsets else None


@dataclass(frozen=True, slots=True)
class Observance:
    """One of a definition's halves: standard time or summer time."""

    start: datetime
    offset: timedelta
    rule: "YearlyRule | None"

    def onsets(self, year: int) -> Iterator[datetime]:
        """When it last began by the end of `year`, and the time before."""
        yield self.start
        if self.rule is not None:
            for each in (year - 1, year):
                onset = self.rule.day_in(each, self.start)
                if onset is not None and onset >= self.start:
                    yield onset


@dataclass(frozen=True, slots=True)
class YearlyRule:
    """A yearly rule, as far as zones use them."""

    month: int | None
    days: tuple[tuple[int | None, int], ...]
    month_days: tuple[int, ...]
    until: int

    def day_in(self, year: int, start: datetime) -> datetime | None:
        """The moment in that year, or None."""
        if year > self.until:
            return None
        month = self.month or start.month
        chosen = [day for day in _days_of(year, month) if self._fits(day)]
        if not self.days and not self.month_days:
            chosen = [day for day in _days_of(year, month) if day.day == start.day]
        return datetime.combine(chosen[0], start.time()) if chosen else None

    def _fits(self, day: date) -> bool:
        last = calendar.monthrange(day.year, day.month)[1]
        month_days = {each if each > 0 else last + 1 + each for each in self.month_days}
        if self.month_days and day.day not in month_days:
            return False
        return not self.days or any(is_nth(day, nth, weekday) for nth, weekday in self.days)


def read_zone(component: Component) -> DefinedZone | None:
    """A zone's definition, or None where it is not safe or not sound to use."""
    observances = tuple(_read_observance(part) for part in component.parts)
    if not observances or None in observances:
        return None
    return DefinedZone(
        name=component.text("TZID"),
        location=component.text("X-LIC-LOCATION"),
        observances=tuple(each for each in observances if each is not None),
    )


def is_nth(day: date, nth: int | None, weekday: int) -> bool:
    """Whether a day is the n-th such weekday of its month (from the end where negative)."""
    if day.weekday() != weekday:
        return False
    if nth is None:
        return True
    last = calendar.monthrange(day.year, day.month)[1]
    return nth in {(day.day - 1) // 7 + 1, -((last - day.day) // 7 + 1)}


def read_weekdays(text: str) -> tuple[tuple[int | None, int], ...] | None:
    """The pairs (n or None, weekday from Monday 0) of a BYDAY, or None where one is unreadable."""
    pairs = []
    for part in filter(None, text.upper().split(",")):
        match = _DAY.fullmatch(part.strip())
        if match is None:
            return None
        pairs.append((int(match[1]) if match[1] else None, WEEKDAYS.index(match[2])))
    return tuple(pairs)


def read_rule_parts(text: str) -> dict[str, str]:
    """The parts of a recurrence rule by name."""
    pairs = (part.partition("=") for part in text.upper().split(";")[:20])
    return {name.strip(): value.strip() for name, _, value in pairs}


def read_stamp(text: str) -> datetime | None:
    """A date or a date with a time, as calendars write them, naive; None where it is neither."""
    match = _STAMP.match(text.strip())
    if match is None:
        return None
    try:
        year, month, day, hour, minute, second = (int(part) for part in match.groups("0"))
        return datetime.combine(date(year, month, day), time(hour, minute, min(second, 59)))
    except ValueError:
        return None


def _read_observance(part: Component) -> Observance | None:
    start = read_stamp(part.text("DTSTART"))
    offset = _OFFSET.fullmatch(part.text("TZOFFSETTO"))
    rule_text = part.text("RRULE")
    rule = _read_rule(rule_text) if rule_text else None
    if start is None or offset is None or (rule_text and rule is None):
        return None
    sign = -1 if offset[1] == "-" else 1
    away = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
    return Observance(start, sign * away, rule) if away < timedelta(hours=24) else None


def _read_rule(text: str) -> YearlyRule | None:
    parts = read_rule_parts(text)
    days = read_weekdays(parts.get("BYDAY", ""))
    month = parts.get("BYMONTH", "")
    month_days = parts.get("BYMONTHDAY", "")
    until = read_stamp(parts.get("UNTIL", ""))
    if parts.get("FREQ") != "YEARLY" or days is None or not re.fullmatch(r"\d{0,2}", month):
        return None
    if not re.fullmatch(r"(-?\d{1,2}(,-?\d{1,2})*)?", month_days):
        return None
    if month and not 1 <= int(month) <= 12:
        return None
    return YearlyRule(
        month=int(month) if month else None,
        days=days,
        month_days=tuple(int(day) for day in filter(None, month_days.split(","))),
        until=until.year if until else 9999,
    )


def _days_of(year: int, month: int) -> list[date]:
    return [date(year, month, day + 1) for day in range(calendar.monthrange(year, month)[1])]


def to_zone(wall: datetime, offset: timedelta, zone: str) -> datetime:
    """A wall time with a known offset, as wall time in another zone."""
    return (wall - offset).replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _as_iana(name: str) -> str | None:
    if find_zone(name) is not None:
        return name
    return _zones_by_lower_name().get(name.lower())


def _last_parts(name: str) -> str:
    """`/freeassociation.sourceforge.net/Europe/Berlin` → `Europe/Berlin`."""
    parts = name.split("/")
    for count in (3, 2):
        if len(parts) > count and _as_iana("/".join(parts[-count:])):
            return "/".join(parts[-count:])
    return ""


def _from_cities(name: str) -> str | None:
    """`(UTC+01:00) Amsterdam, Berlin, Bern` → `Europe/Amsterdam`."""
    if not re.match(r"\((UTC|GMT)", name):
        return None
    cities = name.partition(")")[2].replace(" ", "_").lower().split(",")
    wanted = {city.strip("_") for city in cities}
    return next(
        (
            zone
            for zone in known_zones()
            if zone.rpartition("/")[2].lower() in wanted and "/" in zone
        ),
        None,
    )


@lru_cache(maxsize=1)
def _zones_by_lower_name() -> dict[str, str]:
    return {name.lower(): name for name in known_zones()}


@lru_cache(maxsize=1)
def _windows_zones() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return {windows.lower(): iana for windows, iana in WINDOWS_TO_OLSON.items()}
