"""How often a feed is asked: seldom, never all at once, and less while nothing good comes back."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from zlib import crc32

from core.news.values import Answer, Heard

USUAL = timedelta(hours=4)
SPREAD_MINUTES = 60
"""Up to so many minutes more, by the feed's address: two feeds do not ask in step for ever."""
OFFLINE = timedelta(minutes=30)
LONGEST = timedelta(days=7)

_SILENT_FOR_DAYS = timedelta(days=2)
_SILENT_FOR_WEEKS = timedelta(days=30)


def next_ask(answer: Answer, answered_at: datetime | None, now: datetime) -> datetime | None:
    """When to ask this feed again; None: no more. `answered_at`: when it last answered well."""
    if answer.heard is Heard.GONE:
        return None
    if answer.heard is Heard.OFFLINE:
        return now + OFFLINE
    pause = usual_pause(answer.url)
    if answer.heard is Heard.TROUBLE:
        pause = max(pause, _patience(answered_at, now))
    wait = wait_of(answer.retry_after, now)
    if wait is not None:
        pause = max(pause, wait)
    return now + min(pause, LONGEST)


def usual_pause(url: str) -> timedelta:
    """Between two questions to the same feed while all is well."""
    return USUAL + timedelta(minutes=crc32(url.encode()) % SPREAD_MINUTES)


def _patience(answered_at: datetime | None, now: datetime) -> timedelta:
    silent = LONGEST if answered_at is None else now - answered_at
    if silent > _SILENT_FOR_WEEKS:
        return LONGEST
    return timedelta(days=1) if silent > _SILENT_FOR_DAYS else USUAL


def wait_of(retry_after: str, now: datetime) -> timedelta | None:
    """What `Retry-After` asks for: seconds or a date. None where it says nothing sensible."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return timedelta(seconds=min(int(text[:9]), int(LONGEST.total_seconds())))
    try:
        until = parsedate_to_datetime(text)
        wait = (until if until.tzinfo else until.replace(tzinfo=UTC)) - now
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return min(max(wait, timedelta(0)), LONGEST)
