"""Repeating events: the next few occurrences, found day by day so that no rule can hang.

Rules of hours, minutes or seconds, and the rarer parts of rules, are not followed.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.exchange.calendar_zones import is_nth, read_rule_parts, read_stamp, read_weekdays

FARTHEST_DAYS = 400
MOST_COUNTED_DAYS = 20_000
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "WKST"})
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of days, weeks, months or years."""

    frequency: str
    interval: int
    count: int | None
    until: datetime | None
    days: tuple[tuple[int | None, int], ...]
    months: tuple[int, ...]
    month_days: tuple[int, ...]

    @property
    def endless(self) -> bool:
        return self.count is None and self.until is None


def read_rule(text: str) -> Rule | None:
    """A rule, or None where it is of a kind that is not followed."""
    parts = read_rule_parts(text)
    days = read_weekdays(parts.get("BYDAY", ""))
    months = _numbers(parts.get("BYMONTH", ""), 1, 12)
    month_days = _numbers(parts.get("BYMONTHDAY", ""), -31, 31)
    interval = _numbers(parts.get("INTERVAL", "1"), 1, 1000)
    count = _numbers(parts.get("COUNT", ""), 1, MOST_COUNTED_DAYS)
    frequency = parts.get("FREQ", "")
    if frequency not in _FREQUENCIES or parts.keys() - _KNOWN or not interval:
        return None
    if days is None or months is None or month_days is None or count is None:
        return None
    if frequency == "YEARLY" and days and not months:
        return None
    return Rule(
        frequency=frequency,
        interval=interval[0],
        count=count[0] if count else None,
        until=read_stamp(parts.get("UNTIL", "")),
        days=days,
        months=months,
        month_days=month_days,
    )


def next_occurrences(
    rule: Rule, start: datetime, after: datetime, without: frozenset[datetime], most: int
) -> tuple[datetime, ...]:
    """Up to `most` starts at or after `after`, all in the same naive wall time."""
    found: list[datetime] = []
    counted = 0
    day = start.date() if rule.count else max(start.date(), after.date() - timedelta(days=1))
    last = max(after, start).date() + timedelta(days=FARTHEST_DAYS)
    for _ in range(MOST_COUNTED_DAYS):
        occurrence = datetime.combine(day, start.time())
        if day > last or len(found) >= most or _is_over(rule, occurrence, counted):
            break
        if _matches(rule, day, start.date()):
            counted += 1
            if occurrence >= after and occurrence not in without:
                found.append(occurrence)
        day += timedelta(days=1)
    return tuple(found)


def _is_over(rule: Rule, occurrence: datetime, counted: int) -> bool:
    if rule.count is not None and counted >= rule.count:
        return True
    return rule.until is not None and occurrence.date() > rule.until.date()


def _matches(rule: Rule, day: date, start: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    return _in_step(rule, day, start) and _fits_day(rule, day, start)


def _in_step(rule: Rule, day: date, start: date) -> bool:
    """Whether the day's own day, week, month or year is one of every `interval`."""
    if rule.frequency == "DAILY":
        away = (day - start).days
    elif rule.frequency == "WEEKLY":
        first, this = (each - timedelta(days=each.weekday()) for each in (start, day))
        away = (this - first).days // 7
    elif rule.frequency == "MONTHLY":
        away = (day.year - start.year) * 12 + day.month - start.month
    else:
        away = day.year - start.year
    return away % rule.interval == 0


def _fits_day(rule: Rule, day: date, start: date) -> bool:
    if rule.month_days and not _is_month_day(day, rule.month_days):
        return False
    if rule.days:
        plain = rule.frequency in {"DAILY", "WEEKLY"}
        return any(is_nth(day, None if plain else nth, weekday) for nth, weekday in rule.days)
    if rule.month_days or rule.frequency == "DAILY":
        return True
    if rule.frequency == "WEEKLY":
        return day.weekday() == start.weekday()
    same_month = rule.frequency == "MONTHLY" or bool(rule.months) or day.month == start.month
    return same_month and day.day == start.day


def _is_month_day(day: date, wanted: tuple[int, ...]) -> bool:
    next_month = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    from_end = (day - next_month).days
    return day.day in wanted or from_end in wanted


def _numbers(text: str, lowest: int, highest: int) -> tuple[int, ...] | None:
    try:
        numbers = tuple(int(part) for part in filter(None, text[:400].split(",")))
    except ValueError:
        return None
    return numbers if all(lowest <= number <= highest for number in numbers) else None
