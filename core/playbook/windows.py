"""Arithmetic of instants under the three clocks, business days, quiet and waking hours.

HARD hours are elapsed time; HARD days and everything under ROLL and SELF are wall-clock time in a
zone. A wall-clock time that a zone skips in spring is taken with the offset before the gap (02:30
becomes 03:30); one that happens twice in autumn means the first. `zoneinfo` does both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from core.playbook.kinds import Clock, Moment

OPENING = time(9)
CLOSING = time(17)
WAKING = "21:00-08:00"
"""The hours that waking hours skip; fixed, so that no setting moves a HARD deadline."""

_FARTHEST_DAY = timedelta(days=30)


@lru_cache(maxsize=512)
def zone_of(name: str) -> ZoneInfo:
    """The zone of an IANA name. Raises `zoneinfo.ZoneInfoNotFoundError` for an unknown one."""
    return ZoneInfo(name)


def to_wall(instant: datetime, zone: str) -> datetime:
    """The naive wall-clock time of an instant in a zone."""
    return instant.astimezone(zone_of(zone)).replace(tzinfo=None, fold=0)


def to_instant(wall: datetime, zone: str) -> datetime:
    """The instant of a naive wall-clock time in a zone."""
    return wall.replace(tzinfo=zone_of(zone)).astimezone(UTC)


def end_of_day(day: date, zone: str) -> datetime:
    """The last second of a day in a zone."""
    return to_instant(datetime.combine(day, time(23, 59, 59)), zone)


def as_instant(moment: Moment, zone: str) -> datetime:
    """An instant as it is; a day as its end in `zone`."""
    return moment if isinstance(moment, datetime) else end_of_day(moment, zone)


def passed(moment: Moment, zone: str) -> datetime:
    """The first instant at which `moment` is over: for a day, the midnight that ends it."""
    if isinstance(moment, datetime):
        return moment
    return to_instant(datetime.combine(moment + timedelta(days=1), time()), zone)


def shift_wall(instant: datetime, zone: str, **amount: float) -> datetime:
    """Move an instant by wall-clock time in a zone (keywords of `timedelta`)."""
    return to_instant(to_wall(instant, zone) + timedelta(**amount), zone)


@dataclass(frozen=True, slots=True)
class BusinessCalendar:
    """The business days of a country; without holiday data, all but Saturday and Sunday."""

    country: str = ""

    def is_business_day(self, day: date) -> bool:
        return _working_day_test(self.country)(day)

    def holiday_name(self, day: date) -> str:
        """The English name of a public holiday, or an empty text."""
        return _holiday_name(self.country, day)

    def add(self, day: date, count: int) -> date:
        """The day that is `count` business days after `day` (before it, when negative)."""
        step = timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day = self._next(day + step, step)
        return day

    def roll(self, day: date) -> date:
        """`day` itself if it is a business day, else the next one."""
        return self._next(day, timedelta(days=1))

    def _next(self, day: date, step: timedelta) -> date:
        farthest = day + step * _FARTHEST_DAY.days
        while not self.is_business_day(day) and day != farthest:
            day += step
        return day


def add_business_days(instant: datetime, count: int, zone: str, country: str) -> datetime:
    """`count` business days later (or earlier) at the same wall-clock time in `zone`."""
    wall = to_wall(instant, zone)
    day = BusinessCalendar(country).add(wall.date(), count)
    return to_instant(datetime.combine(day, wall.time()), zone)


def roll(instant: datetime, zone: str, country: str) -> datetime:
    """The next moment of business, by the ROLL clock.

    A day that is no business day becomes the next one, hour kept; then before 09:00 becomes 09:00,
    and after 17:00 (17:00 itself is inside) becomes 09:00 of the next business day.
    """
    calendar = BusinessCalendar(country)
    wall = to_wall(instant, zone)
    day, hour = calendar.roll(wall.date()), wall.time()
    if hour > CLOSING:
        day, hour = calendar.add(day, 1), OPENING
    return to_instant(datetime.combine(day, max(hour, OPENING)), zone)


def late_after(due: datetime, clock: Clock, zone: str) -> datetime:
    """From when on a step counts as late: a ROLL step only once its day of business is over."""
    if clock is not Clock.ROLL:
        return due
    closing = to_instant(datetime.combine(to_wall(due, zone).date(), CLOSING), zone)
    return max(due, closing)


def next_business_morning(now: datetime, zone: str, country: str = "") -> datetime:
    """09:00 of the business day after today, in `zone`."""
    day = BusinessCalendar(country).add(to_wall(now, zone).date(), 1)
    return to_instant(datetime.combine(day, OPENING), zone)


def this_evening(now: datetime, zone: str) -> datetime:
    """18:00 today; once that is past, in two hours."""
    evening = to_instant(datetime.combine(to_wall(now, zone).date(), time(18)), zone)
    return evening if evening > now else now + timedelta(hours=2)


def tomorrow_morning(now: datetime, zone: str) -> datetime:
    """09:00 tomorrow."""
    return to_instant(
        datetime.combine(to_wall(now, zone).date() + timedelta(days=1), OPENING), zone
    )


def parse_hours(text: str) -> tuple[time, time]:
    """The start and end of hours such as "21:00-08:00". Raises `ValueError` for other texts."""
    start, dash, end = text.partition("-")
    if not dash:
        raise ValueError(f"not hours such as 21:00-08:00: {text!r}")
    return time.fromisoformat(start.strip()), time.fromisoformat(end.strip())


def after_quiet(instant: datetime, quiet_hours: str, zone: str) -> datetime:
    """`instant`, or the end of the quiet hours that it falls into."""
    start, end = parse_hours(quiet_hours)
    wall = to_wall(instant, zone)
    hour = wall.time()
    if start <= end:
        quiet, days = start <= hour < end, 0
    else:
        quiet, days = hour >= start or hour < end, int(hour >= start)
    if not quiet:
        return instant
    return to_instant(datetime.combine(wall.date() + timedelta(days=days), end), zone)


def add_waking_hours(instant: datetime, hours: float, zone: str) -> datetime:
    """`hours` of elapsed time later, not counting 21:00 to 08:00 in `zone`."""
    left = timedelta(hours=hours)
    at = after_quiet(instant, WAKING, zone)
    while True:
        sleep = to_instant(datetime.combine(to_wall(at, zone).date(), time(21)), zone)
        if at + left <= sleep:
            return at + left
        left -= sleep - at
        at = after_quiet(sleep, WAKING, zone)


@lru_cache(maxsize=64)
def _working_day_test(country: str) -> Callable[[date], bool]:
    """A cached test; the library is loaded only where a country with holiday data is named."""
    known = _holidays_of(country)

    @lru_cache(maxsize=8192)
    def is_business_day(day: date) -> bool:
        if known is None:
            return day.weekday() < 5
        return known[0](day)

    return is_business_day


def _holiday_name(country: str, day: date) -> str:
    known = _holidays_of(country)
    return known[1](day) if known else ""


@lru_cache(maxsize=64)
def _holidays_of(country: str) -> tuple[Callable[[date], bool], Callable[[date], str]] | None:
    code = country.strip().upper()
    if not code:
        return None
    import holidays
    from holidays.registry import EntityLoader

    if code not in EntityLoader.get_country_codes(include_aliases=True):
        return None
    days = holidays.country_holidays(code, language="en_US")

    def name(day: date) -> str:
        return str(days.get(day) or "").split(";")[0].strip()

    return days.is_working_day, name
