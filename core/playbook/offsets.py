"""The small language in which the playbook says when: "end + 24h", "start - 1d at 18:00".

    anchor [+|- amount]… [at HH:MM]

An amount is a number up to 9999 with `min`, `h`, `d` or `bd` (business days), or a setting in
braces, as in "end + {follow_up_after}"; up to four may follow each other. What an amount means
depends on the step's clock.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from core.playbook.business_days import add_business_days, roll
from core.playbook.values import Clock
from core.playbook.windows import shift_wall, to_instant, to_wall

_WHOLE = re.compile(
    r"(?P<anchor>[a-z_]+)(?P<terms>(?:\s*[+-]\s*(?:[0-9]{1,4}(?:min|h|d|bd)|\{[a-z_]+\})){0,4})"
    r"(?:\s+at\s+(?P<at>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?))?"
)
_TERM = re.compile(r"([+-])\s*(?:([0-9]+)(min|h|d|bd)|\{([a-z_]+)\})")
_AMOUNT = re.compile(r"([0-9]{1,4})(min|h|d|bd)")


class OffsetError(ValueError):
    """A text that is no offset; the message says why."""


@dataclass(frozen=True, slots=True)
class Term:
    """One amount: a number of units, or the name of the setting that holds it."""

    sign: int
    count: int = 0
    unit: str = ""
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Offset:
    """A moment relative to an anchor."""

    anchor: str
    terms: tuple[Term, ...] = ()
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where wall-clock time is read: the recipient's zone and country, and the user's zone."""

    zone: str
    country: str
    own_zone: str


def parse_offset(text: str) -> Offset:
    """Read an offset. Raises `OffsetError`."""
    match = _WHOLE.fullmatch(text.strip())
    if match is None:
        raise OffsetError(f'"{text}" is not a moment such as "end + 24h" or "start - 1d at 18:00"')
    terms = tuple(
        Term(1 if sign == "+" else -1, int(count or 0), unit, setting)
        for sign, count, unit, setting in _TERM.findall(match["terms"])
    )
    try:
        at = time.fromisoformat(match["at"]) if match["at"] else None
    except ValueError:
        raise OffsetError(f'"{match["at"]}" is not a time of day') from None
    return Offset(match["anchor"], terms, at)


def parse_amount(text: str) -> tuple[int, str]:
    """The number and unit of an amount such as "7d" or "10bd". Raises `OffsetError`."""
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise OffsetError(f'"{text}" is not an amount such as 24h, 7d or 5bd')
    return int(match[1]), match[2]


def resolve(
    offset: Offset,
    anchors: Mapping[str, datetime],
    settings: Mapping[str, str],
    clock: Clock,
    place: Place,
) -> datetime:
    """The instant that an offset means under a clock.

    Raises `KeyError` when the step has no such anchor; the playbook's reader has checked the names.
    """
    moment = anchors[offset.anchor]
    zone = place.own_zone if clock is Clock.SELF else place.zone
    for term in offset.terms:
        count, unit = (
            parse_amount(settings[term.setting]) if term.setting else (term.count, term.unit)
        )
        moment = _move(moment, term.sign * count, unit, clock, zone, place.country)
    if offset.at is not None:
        moment = to_instant(datetime.combine(to_wall(moment, zone).date(), offset.at), zone)
    return roll(moment, zone, place.country) if clock is Clock.ROLL else moment


def _move(
    moment: datetime, count: int, unit: str, clock: Clock, zone: str, country: str
) -> datetime:
    if unit == "bd":
        return add_business_days(moment, count, zone, country)
    if unit == "d":
        return shift_wall(moment, zone, days=count)
    hours = count if unit == "h" else count / 60
    if clock in (Clock.HARD, Clock.NONE):
        return moment + timedelta(hours=hours)
    return shift_wall(moment, zone, hours=hours)
