"""Business days and holidays, and the ROLL clock that stands on them. Uses `holidays`, lazily."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from core.playbook.windows import CLOSING, OPENING, to_instant, to_wall

_FARTHEST_DAY = timedelta(days=30)


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


def next_business_morning(now: datetime, zone: str, country: str = "") -> datetime:
    """09:00 of the business day after today, in `zone`."""
    day = BusinessCalendar(country).add(to_wall(now, zone).date(), 1)
    return to_instant(datetime.combine(day, OPENING), zone)


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

    def is_working_day(day: date) -> bool:
        with _years_beyond_its_data():
            return bool(days.is_working_day(day))

    def name(day: date) -> str:
        with _years_beyond_its_data():
            return str(days.get(day) or "").split(";")[0].strip()

    return is_working_day, name


@contextmanager
def _years_beyond_its_data() -> Iterator[None]:
    """The library warns of years for which it knows not every holiday; nobody could do anything."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        yield
