"""Which earlier texts of a message are kept."""

from collections.abc import Sequence
from datetime import datetime, timedelta

BETWEEN_VERSIONS = timedelta(minutes=1)
"""At most one version is kept of so much typing."""

MOST_VERSIONS = 200

_RECENT = timedelta(hours=1)
_TODAY = timedelta(days=1)


def superfluous(stored: Sequence[tuple[int, datetime]], now: datetime) -> list[int]:
    """Ids of the versions that can go, of all with their times in order.

    Of the last hour all stay; of the last day the last of each quarter of an hour; of what is
    older the last of each day; and never more than `MOST_VERSIONS`.
    """
    last_of: dict[str, int] = {}
    for number, at in stored:
        last_of[_stretch(number, at, now)] = number
    kept = set(sorted(last_of.values())[-MOST_VERSIONS:])
    return [number for number, _ in stored if number not in kept]


def _stretch(number: int, at: datetime, now: datetime) -> str:
    """Of the versions in one stretch of time only the last stays."""
    if now - at <= _RECENT:
        return str(number)
    if now - at <= _TODAY:
        return f"{at:%Y-%m-%d %H}:{at.minute // 15}"
    return f"{at:%Y-%m-%d}"
