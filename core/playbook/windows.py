"""Arithmetic of instants: wall-clock time in a zone, quiet and waking hours.

HARD hours are elapsed time; HARD days and everything under ROLL and SELF are wall-clock time in a
zone. A wall-clock time that a zone skips in spring is taken with the offset before the gap (02:30
becomes 03:30); one that happens twice in autumn means the first. `zoneinfo` does both.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from core.playbook.kinds import Clock, Moment

OPENING = time(9)
CLOSING = time(17)
WAKING = "21:00-08:00"
"""The hours that waking hours skip; fixed, so that no setting moves a HARD deadline."""


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


def late_after(due: datetime, clock: Clock, zone: str) -> datetime:
    """From when on a step counts as late: a ROLL step only once its day of business is over."""
    if clock is not Clock.ROLL:
        return due
    closing = to_instant(datetime.combine(to_wall(due, zone).date(), CLOSING), zone)
    return max(due, closing)


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
