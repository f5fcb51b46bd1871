"""Repeating events: the next few occurrences, by dateutil, within a bounded time."""

from collections.abc import Collection
from datetime import datetime, timedelta
from itertools import islice

from dateutil.rrule import rrule, rrulestr
from icalendar import vRecur
from icalendar.parser.parameter import HasToIcal

FARTHEST = timedelta(days=1_500)
MOST_NUMBERS = 100
"""Numbers and days that one rule may name."""
_MOST = {"BYHOUR": 1, "BYMINUTE": 1, "BYSECOND": 1, "BYSETPOS": 5}
FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_LATER_YEARS = 7_600
"""dateutil looks for the next time until the year 9999. The calendar repeats every 400 years,
so a rule is followed from there: one that never comes true then ends soon."""


def times_of(
    given: vRecur, start: datetime, until: datetime | None, now: datetime
) -> list[datetime]:
    """The occurrences until some years from now, all in the same naive wall time.

    `ValueError` for a rule that is not followed: by hours, minutes or seconds, or unreadable.
    """
    if not is_followed(given, FREQUENCIES):
        raise ValueError("the rule is not followed")
    rule = vRecur(given)
    count = next(iter(rule.pop("COUNT", [])), None)
    rule.pop("UNTIL", None)
    written: HasToIcal = rule
    endless = rrulestr(written.to_ical().decode(), dtstart=_years_on(start, _LATER_YEARS))
    if not isinstance(endless, rrule):
        raise TypeError("these are several rules")
    last = max(start, now) + FARTHEST
    found = endless.replace(until=_years_on(min(until or last, last), _LATER_YEARS))
    return [_years_on(each, -_LATER_YEARS) for each in islice(found, count)]


def is_followed(rule: object, frequencies: Collection[str]) -> bool:
    """Whether a rule is of these frequencies, and comes no more than once a day."""
    if not isinstance(rule, vRecur) or sum(map(len, rule.values())) > MOST_NUMBERS:
        return False
    return (
        len(rule.get("FREQ", [])) == 1
        and rule["FREQ"][0] in frequencies
        and all(number > 0 for part in ("INTERVAL", "COUNT") for number in rule.get(part, []))
        and all(len(rule.get(part, [])) <= most for part, most in _MOST.items())
    )


def _years_on(moment: datetime, years: int) -> datetime:
    return moment.replace(year=moment.year + years)
