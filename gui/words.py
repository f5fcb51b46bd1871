"""Times, days and counts in words, as people say them, through the interface's locale.

Instants are aware; a day is told in the user's zone (`now.zone`). Clock times follow the
locale's own 12 or 24 hours. "in 5 h" rounds down, so that it never promises more than there is.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QTime

from core.clock import Now
from core.playbook.kinds import Clock, Moment

EVENING = 17
LAST_MINUTE = time(23, 59)
WORLD_TIME = frozenset({"UTC", "UCT", "Universal", "Zulu", "GMT", "Etc"})
HOUR = timedelta(hours=1)
NUMBERS = (
    "No",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
)
ORDINALS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")


def interface_locale() -> QLocale:
    """English words with the formats of the user's own country, as far as they are known."""
    system = QLocale.system()
    english = QLocale.Language.English
    if system.language() == english:
        return QLocale(system.name())
    if system.language() != QLocale.Language.C:
        local = QLocale(english, system.territory())
        if local.territory() == system.territory():
            return local
    return QLocale(english, QLocale.Country.UnitedKingdom)


def local(instant: datetime, zone: str) -> datetime:
    """The wall-clock time of `instant` in `zone`."""
    return instant.astimezone(ZoneInfo(zone))


def clock_time(instant: datetime, zone: str) -> str:
    """ "17:00", or "5:00 PM" where people write so."""
    wall = local(instant, zone)
    return QLocale().toString(QTime(wall.hour, wall.minute), QLocale.FormatType.ShortFormat)


def due(instant: datetime, now: Now, clock: Clock = Clock.HARD) -> str:
    """How a deadline is told: "in 25 min", "in 5 h", "by 17:00", "tomorrow", "since Friday"."""
    if instant < now.instant:
        return since(instant, now)
    ahead = instant - now.instant
    there = local(instant, now.zone)
    today = there.date() == local(now.instant, now.zone).date()
    if ahead < HOUR:
        return f"in {max(1, int(ahead.total_seconds() // 60))} min"
    if today and there.time() >= LAST_MINUTE:
        return "by midnight"
    if today and (clock is Clock.ROLL or (ahead >= 12 * HOUR and there.hour < EVENING)):
        return f"by {clock_time(instant, now.zone)}"
    if ahead < 12 * HOUR:
        return f"in {int(ahead / HOUR)} h"
    return "this evening" if today else day(instant, now)


def when(instant: datetime, now: Now) -> str:
    """How a moment ahead is told: "at 14:00", "this evening", "tomorrow", "Mon 18 May"."""
    there = local(instant, now.zone)
    if there.date() != local(now.instant, now.zone).date():
        return day(instant, now)
    if there.hour >= EVENING:
        return "this evening"
    return f"at {clock_time(instant, now.zone)}"


def since(instant: datetime, now: Now) -> str:
    """How a past moment is told: "since 11:00", "since yesterday", "since Friday"."""
    there = local(instant, now.zone).date()
    days = (local(now.instant, now.zone).date() - there).days
    if days <= 0:
        return f"since {clock_time(instant, now.zone)}"
    if days == 1:
        return "since yesterday"
    if days < 7:
        return f"since {_text(there, 'dddd')}"
    return f"since {_day_and_month(there, now)}"


def day(moment: Moment, now: Now) -> str:
    """ "today", "tomorrow", "yesterday", or weekday and date: "Mon 18 May"."""
    there = _date_of(moment, now)
    near = _near_day(there, now)
    return near or weekday_date(there, now)


def weekday_date(there: date, now: Now) -> str:
    """ "Mon 18 May"; the year is told where it is another."""
    this_year = local(now.instant, now.zone).year
    return _text(there, _order("ddd d MMM", "ddd, MMM d")) + _year(there, this_year)


def long_day(there: date) -> str:
    """ "Tuesday 12 May"."""
    return _text(there, _order("dddd d MMMM", "dddd, MMMM d"))


def past_day(instant: datetime, now: Now) -> str:
    """A past day without weekday: "today", "yesterday", "29 April"."""
    there = _date_of(instant, now)
    return _near_day(there, now) or _day_and_month(there, now)


def moment_day(moment: Moment, now: Now) -> str:
    """A day ahead in running text: "Friday" within six days, else "1 June"."""
    there = _date_of(moment, now)
    near = _near_day(there, now)
    if near:
        return near
    days = (there - local(now.instant, now.zone).date()).days
    return _text(there, "dddd") if 0 < days < 7 else _day_and_month(there, now)


def distance(instant: datetime, now: Now) -> str:
    """How far ahead, in words: "in 25 min", "in 5 h", "tomorrow", "in 6 days", "in 2 weeks"."""
    days = (_date_of(instant, now) - local(now.instant, now.zone).date()).days
    if days <= 0 or instant - now.instant < 12 * HOUR:
        return "now" if instant <= now.instant else due(instant, now)
    if days == 1:
        return "tomorrow"
    if days < 14:
        return f"in {days} days"
    return f"in {days // 7} weeks" if days < 60 else f"in {days // 30} months"


def exact(instant: datetime, zone: str, recipient_zone: str = "") -> str:
    """The moment in full; the recipient's own clock is named where it shows another time."""
    there = local(instant, zone)
    full = f"{long_day(there.date())} {there.year}, {clock_time(instant, zone)}"
    if recipient_zone and not same_clock(instant, zone, recipient_zone):
        other = clock_time(instant, recipient_zone)
        return f"{full} ({place_of(zone)}); {other} {in_place(recipient_zone)}"
    return f"{full} ({place_of(zone)})"


def exact_short(instant: datetime, now: Now, their_zone: str = "") -> str:
    """Day and time: "tomorrow, 16:20"; both clocks where theirs shows another time."""
    return f"{day(instant, now)}, {both_clocks(instant, now.zone, their_zone)}"


def both_clocks(instant: datetime, zone: str, their_zone: str = "") -> str:
    """ "16:20"; "08:00 your time, 09:00 in Berlin" where their clock shows another time."""
    own = clock_time(instant, zone)
    if not their_zone or same_clock(instant, zone, their_zone):
        return own
    there = local(instant, their_zone)
    other = clock_time(instant, their_zone)
    if there.date() != local(instant, zone).date():
        other = f"{_text(there.date(), 'ddd')} {other}"
    return f"{own} your time, {other} {in_place(their_zone)}"


def same_clock(instant: datetime, zone: str, other: str) -> bool:
    """Whether both zones show the same time at that moment."""
    return local(instant, zone).utcoffset() == local(instant, other).utcoffset()


def timeline_date(at: datetime, now: Now, *, with_time: bool) -> str:
    """The date column of a timeline: "24 Apr, 17:05", "Yesterday, 14:00", "Mon 18 May"."""
    there = _date_of(at, now)
    today = local(now.instant, now.zone).date()
    if near := _near_day(there, now):
        words = near.capitalize()
    elif there > today:
        words = weekday_date(there, now)
    else:
        words = _text(there, _order("d MMM", "MMM d")) + _year(there, today.year)
    return f"{words}, {clock_time(at, now.zone)}" if with_time else words


def place_of(zone: str) -> str:
    """What people call a zone: the city in its name."""
    place = zone.rsplit("/", 1)[-1].replace("_", " ")
    return "UTC" if place in WORLD_TIME else place


def in_place(zone: str) -> str:
    """ "in Berlin"; "UTC" is nowhere."""
    place = place_of(zone)
    return place if place == "UTC" else f"in {place}"


def zone_name(zone: str) -> str:
    """A zone in a sentence about the user's own: "Berlin", "UTC, world time"."""
    place = place_of(zone)
    return "UTC, world time" if place in WORLD_TIME else place


def count(number: int) -> str:
    """A number that starts a sentence: "Three"; digits above twelve."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)


def short_date(there: date) -> str:
    """ "24 Apr"."""
    return _text(there, _order("d MMM", "MMM d"))


def short_date_with_year(there: date) -> str:
    """ "24 Apr 2026"."""
    return f"{short_date(there)} {there.year}"


def month(there: date, now: Now) -> str:
    """ "February"; with the year where it is another."""
    return _text(there, "MMMM") + _year(there, local(now.instant, now.zone).year)


def round_name(number: int) -> str:
    """ "First round", "Second round"; "Round 12" beyond the eighth."""
    return f"{ORDINALS[number]} round" if 0 < number < len(ORDINALS) else f"Round {number}"


def things(number: int) -> str:
    """ "Three things", "One thing"."""
    return f"{count(number)} {'thing' if number == 1 else 'things'}"


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _date_of(moment: Moment, now: Now) -> date:
    return local(moment, now.zone).date() if isinstance(moment, datetime) else moment


def _near_day(there: date, now: Now) -> str:
    days = (there - local(now.instant, now.zone).date()).days
    return {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days, "")


def day_and_month(there: date) -> str:
    """ "12 May"."""
    return _text(there, _order("d MMMM", "MMMM d"))


def _day_and_month(there: date, now: Now) -> str:
    return day_and_month(there) + _year(there, local(now.instant, now.zone).year)


def _year(there: date, this_year: int) -> str:
    return "" if there.year == this_year else f" {there.year}"


def _text(there: date, pattern: str) -> str:
    return QLocale().toString(QDate(there.year, there.month, there.day), pattern)


def _order(day_first: str, month_first: str) -> str:
    return month_first if _month_first(QLocale().name()) else day_first


@lru_cache(maxsize=8)
def _month_first(locale: str) -> bool:
    pattern = QLocale(locale).dateFormat(QLocale.FormatType.LongFormat).replace("dddd", "")
    return 0 <= pattern.find("M") < pattern.find("d")
