"""Which day a sentence names: "by 14 April", "Ende nächster Woche", "d'ici vendredi"."""

import calendar
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta

FARTHEST = timedelta(days=300)
"""A day named without a year that lies farther ahead was meant as a past one."""
_LONGEST = 1_000
"""Characters of a sentence that are looked at."""
_MONTH_NAMES = (
    ("january", "jan", "januar", "jänner", "janvier", "enero"),
    ("february", "feb", "februar", "février", "febrero"),
    ("march", "mar", "märz", "mars", "marzo"),
    ("april", "apr", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("june", "jun", "juni", "juin", "junio"),
    ("july", "jul", "juli", "juillet", "julio"),
    ("august", "aug", "août", "agosto"),
    ("september", "sep", "sept", "septembre", "septiembre"),
    ("october", "oct", "oktober", "okt", "octobre", "octubre"),
    ("november", "nov", "novembre", "noviembre"),
    ("december", "dec", "dezember", "dez", "décembre", "diciembre"),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
_WEEKDAY_NAMES = (
    ("monday", "montag", "lundi", "lunes"),
    ("tuesday", "dienstag", "mardi", "martes"),
    ("wednesday", "mittwoch", "mercredi", "miércoles"),
    ("thursday", "donnerstag", "jeudi", "jueves"),
    ("friday", "freitag", "vendredi", "viernes"),
    ("saturday", "samstag", "sonnabend", "samedi", "sábado"),
    ("sunday", "sonntag", "dimanche", "domingo"),
)
_WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names}
_NUMBERS = {
    **dict.fromkeys(("a", "one", "einer", "einem", "une", "un", "una", "1"), 1),
    **dict.fromkeys(("two", "zwei", "deux", "dos", "2"), 2),
    **dict.fromkeys(("three", "drei", "trois", "tres", "3"), 3),
    **dict.fromkeys(("four", "vier", "quatre", "cuatro", "4"), 4),
    **dict.fromkeys(("five", "fünf", "cinq", "cinco", "5"), 5),
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NUMBER = "|".join(_NUMBERS)
_YEAR = r"(?:,? (?:de |of )?(?P<year>20\d\d))?"
_FRIDAY = 4


def day_named(sentence: str, told: date) -> date | None:
    """The last day that the sentence names, from `told` (when it was written) on."""
    text = " ".join(sentence[:_LONGEST].casefold().split())
    days = (
        day
        for pattern, read in _PATTERNS
        for found in pattern.finditer(text)
        for day in _each(read, found, told)
    )
    return max((day for day in days if told <= day <= told + FARTHEST), default=None)


def _each(read: "_Reader", found: re.Match[str], told: date) -> Iterator[date]:
    with suppress(ValueError, OverflowError):  # such as 31 April
        yield read(found, told)


_Reader = Callable[[re.Match[str], date], date]


def _iso(found: re.Match[str], _: date) -> date:
    return date.fromisoformat(found.group())


def _by_name(found: re.Match[str], told: date) -> date:
    return _in_year(found["year"], _MONTHS[found["month"]], int(found["day"]), told)


def _by_dots(found: re.Match[str], told: date) -> date:
    return _in_year(found["year"], int(found["month"]), int(found["day"]), told)


def _by_slashes(found: re.Match[str], told: date) -> date:
    """Day first or month first: only where one reading is possible."""
    first, second = int(found["first"]), int(found["second"])
    if first <= 12 and second <= 12 and first != second:
        raise ValueError("either of two days")
    day, month = (first, second) if second <= 12 else (second, first)
    return _in_year(found["year"], month, day, told)


def _weekday(found: re.Match[str], told: date) -> date:
    ahead = (_WEEKDAYS[found["weekday"]] - told.weekday() - 1) % 7 + 1
    after = found["next"] is not None and ahead <= 6 - told.weekday()
    return told + timedelta(days=ahead + (7 if after else 0))


def _this_week(_: re.Match[str], told: date) -> date:
    return told + timedelta(days=max(_FRIDAY - told.weekday(), 0))


def _next_week(_: re.Match[str], told: date) -> date:
    return told + timedelta(days=7 + _FRIDAY - told.weekday())


def _this_month(_: re.Match[str], told: date) -> date:
    return told.replace(day=calendar.monthrange(told.year, told.month)[1])


def _in_weeks(found: re.Match[str], told: date) -> date:
    return told + timedelta(weeks=_NUMBERS[found["number"]])


def _tomorrow(_: re.Match[str], told: date) -> date:
    return told + timedelta(days=1)


def _in_year(year: str | None, month: int, day: int, told: date) -> date:
    if year:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    here = date(told.year, month, day)
    return here if here >= told else date(told.year + 1, month, day)


def _compiled(*rows: tuple[str, _Reader]) -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    return tuple((re.compile(rf"(?<![\w./-]){pattern}(?!\w)"), read) for pattern, read in rows)


_DAY_MONTH = (
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?: of| de)? (?P<month>{_MONTH})\b\.?{_YEAR}"
)
_MONTH_DAY = rf"(?P<month>{_MONTH})\.? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_YEAR}"
_DOTS = r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>20\d\d|\d\d(?!\d))?"
_SLASHES = r"(?P<first>\d{1,2})/(?P<second>\d{1,2})(?:/(?P<year>20\d\d|\d\d))?"
_WEEKDAY = (
    r"(?P<next>next |nächsten |kommenden )?"
    rf"(?P<weekday>{'|'.join(_WEEKDAYS)})(?: prochain)?"
)
_THIS_WEEK = (
    r"(?:end of (?:the|this) week|later this week|this week|ende (?:der|dieser) woche|diese woche"
    r"|fin de (?:la )?semaine|cette semaine|final(?:es)? de (?:la )?semana|esta semana)"
)
_NEXT_WEEK = (
    r"(?:next week|the week after|(?:nächste|kommende)[rn]? woche|semaine prochaine"
    r"|próxima semana|semana que viene)"
)
_THIS_MONTH = (
    r"(?:end of (?:the|this) month|ende (?:des|dieses) monats|fin du mois|fin(?:al)?(?:es)? de mes)"
)
_IN_WEEKS = (
    r"(?:within|in|innerhalb(?: von)?|binnen|sous|dans|d'ici|en|dentro de)"
    r"(?: the next| about| den nächsten| les)? "
    rf"(?P<number>{_NUMBER}) (?:weeks?|wochen?|semaines?|semanas?)"
)

_PATTERNS = _compiled(
    (r"20\d\d-\d\d-\d\d", _iso),
    (_DAY_MONTH, _by_name),
    (_MONTH_DAY, _by_name),
    (_DOTS, _by_dots),
    (_SLASHES, _by_slashes),
    (_WEEKDAY, _weekday),
    (_THIS_WEEK, _this_week),
    (_NEXT_WEEK, _next_week),
    (_THIS_MONTH, _this_month),
    (_IN_WEEKS, _in_weeks),
    (r"(?:tomorrow|bis morgen|demain)", _tomorrow),
)
