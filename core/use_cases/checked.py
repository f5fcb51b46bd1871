"""Checks what people type before anything is stored."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from core.clock import Now
from core.plain_text import without_hidden
from core.refusal import DetailsError
from core.settings import zone_exists

SHORT = 500
"""Characters in a name, a role, a place."""

LONG = 100_000
"""Characters in notes, or in what was promised."""

CLOCKS_DIFFER = timedelta(minutes=5)
"""How far another clock, or a minute that was rounded up, may be ahead of this one."""


def line(text: str, field: str, words: str, limit: int = SHORT) -> str:
    """A text of one line, tidied. `words` names it in a sentence ("The company")."""
    return note(" ".join(without_hidden(" ".join(text.split())).split()), field, words, limit)


def required(text: str, field: str, words: str) -> str:
    """A text of one line that may not be empty."""
    tidy = line(text, field, words)
    if not tidy:
        raise DetailsError(f"{words} is missing. Nothing was stored.", field)
    return tidy


def note(text: str, field: str, words: str, limit: int = LONG) -> str:
    """A text of any lines, without blanks at its ends, and without what no reader sees."""
    return typed(text.strip(), field, words, limit).strip()


def typed(text: str, field: str, words: str, limit: int = LONG) -> str:
    """A text that is still being typed: its blanks stay, what no reader sees goes."""
    tidy = without_hidden(text)
    if len(tidy) > limit:
        raise DetailsError(
            f"{words} has {len(tidy):,} characters; {limit:,} fit. Nothing was stored.", field
        )
    if not _encodable(tidy):
        raise DetailsError(
            f"{words} has a character that no text can hold. Nothing was stored. Type it anew.",
            field,
        )
    return tidy


def zone(name: str, field: str) -> str:
    """The name of a zone that this machine knows."""
    if not zone_exists(name):
        raise DetailsError(
            f"There is no time zone called “{name}”. Nothing was stored. "
            "Choose one such as “Europe/Oslo”.",
            field,
        )
    return name


def instant(wall: datetime, zone_name: str, field: str) -> datetime:
    """The instant of a wall-clock time; one that the clocks skip is taken as if they had not."""
    if wall.tzinfo is not None:
        raise DetailsError("A time without its own zone is needed here.", field)
    try:
        return wall.replace(tzinfo=ZoneInfo(zone_name)).astimezone(UTC)
    except (OverflowError, ValueError):
        raise DetailsError("This date is out of reach. Nothing was stored.", field) from None


def happened(at: datetime, now: Now, field: str) -> datetime:
    """The instant of what has happened: clocks may differ a little, and yet it is not to come."""
    if at > now.instant + CLOCKS_DIFFER:
        raise DetailsError(
            "This moment is still to come. Nothing was stored. Choose when it happened.", field
        )
    return at


def skipped_by_the_clocks(wall: datetime, zone_name: str) -> bool:
    """Whether the clocks jump over this wall-clock time."""
    place = ZoneInfo(zone_name)
    there = wall.replace(tzinfo=place).astimezone(UTC).astimezone(place)
    return there.replace(tzinfo=None) != wall


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
