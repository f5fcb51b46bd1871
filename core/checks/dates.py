"""Days and hours as letters name them, in English, German, French and Spanish."""

import re
from functools import lru_cache

_MONTHS = (
    r"jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sep(?:t|tember)?"
    r"|oct(?:ober)?|oktober|nov(?:ember)?|dec(?:ember)?|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre"
    r"|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_WEEKDAYS = (
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)
_NEAR = (
    r"yesterday|today|tomorrow|(?:this|last|next) (?:week|month|morning|afternoon|evening)|(?:a|one|two|three|four|few|\d+) (?:days?|weeks?) (?:ago|time)"
    r"|gestern|heute|morgen|(?:letzter?|vergangener?|nächster?|diese[rn]?|kommende[rn]?) (?:woche|monat)|vor (?:einer|zwei|drei) wochen?"
    r"|hier|aujourd'hui|demain|(?:la )?semaine (?:dernière|prochaine)|ayer|hoy|mañana|(?:la )?(?:semana|próxima semana) (?:pasada)?|earlier (?:this|today)"
)
_NUMBERS = (
    r"\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?:er|\.)?(?: de)? (?:"
    + _MONTHS
    + r")|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|twentieth|twenty-\w+|thirtieth) (?:of )?(?:"
    + _MONTHS
    + ")"
)
_DAY = re.compile(rf"(?<!\w)(?:{_NUMBERS}|{_MONTHS}|{_WEEKDAYS}|{_NEAR})(?!\w)", re.IGNORECASE)
_EXACT = re.compile(
    rf"(?<!\w)(?:{_NUMBERS}|(?:{_MONTHS}) \d{{1,2}}|{_WEEKDAYS}|today|tomorrow|heute|demain|aujourd'hui|hoy)(?!\w)",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<!\w)(?:\d{1,2}[:.h]\d{2}|\d{1,2} ?(?:am|pm|a\.m|p\.m|uhr|h|o'clock)|noon|midday|(?:at|um|à|a las) \d{1,2}"
    r"|(?:nine|ten|eleven|twelve|one|two|three|four|five) (?:o'clock|sharp|in the))(?!\w)",
    re.IGNORECASE,
)
_LONGEST_REMEMBERED = 1_000
_MONEY = re.compile(
    r"[£$€¥₹]\s?\d|\d\s?[£$€¥₹]|(?<!\w)\d{1,3}[.,'’\u00a0 ]\d{3}(?!\d)"
    r"|(?<!\w)\d+(?:[.,]\d+)? (?:an? (?:hour|day|week|month|year)|per \w+)"
    r"|(?<!\w)(?:band|grade|scale|point|step) [a-z]?\d",
    re.IGNORECASE,
)


def names_money(text: str) -> bool:
    """Whether a text names an amount of money, or a grade of pay."""
    return _MONEY.search(text) is not None


def names_day(text: str) -> bool:
    """Whether a text names a day, a month or a week: "10 March", "last Tuesday", "gestern"."""
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else _DAY.search(text) is not None


@lru_cache(maxsize=256)
def _remembered(text: str) -> bool:
    return _DAY.search(text) is not None


def names_exact_day(text: str) -> bool:
    """Whether a text names one day: "10 March", "by Friday"."""
    return _EXACT.search(text) is not None


def names_hour(text: str) -> bool:
    """Whether a text names an hour."""
    return _HOUR.search(text) is not None
