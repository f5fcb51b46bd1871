"""A moment in a sentence, in English and by the user's own clock first."""

from datetime import datetime
from zoneinfo import ZoneInfo

from core.clock import Now


def spoken_time(at: datetime, their_zone: str, now: Now) -> str:
    """ "Wed 20 May 2026, 14:00"; "…, 12:00 your time, 14:00 in Berlin" where theirs differs.

    `at` is aware; the user's zone is that of `now`.
    """
    own = at.astimezone(ZoneInfo(now.zone))
    there = at.astimezone(ZoneInfo(their_zone))
    said = f"{own:%a} {own.day} {own:%b %Y, %H:%M}"
    if own.utcoffset() == there.utcoffset():
        return said
    day = "" if own.date() == there.date() else f"{there:%a} "
    place = their_zone.rsplit("/", 1)[-1].replace("_", " ")
    where = place if place == "UTC" else f"in {place}"
    return f"{said} your time, {day}{there:%H:%M} {where}"
