"""Words in which the tests of feeds tell their stories: Acme publishes, and somebody follows it."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select

from core.agenda import connect
from core.clock import Now
from core.database import Database, WorkSession
from core.due_feeds import read_due
from core.models import FeedEntry
from core.news.values import (
    Answer,
    Brought,
    DueFeed,
    EntryRead,
    FeedKind,
    FeedRead,
    Heard,
)
from core.use_cases import feed_entries
from core.use_cases.feed_entries import EmployerNews, NewsEntry

URL = "https://acme.example/feed"
ANSWER = Answer(
    heard=Heard.ANSWERED, url=URL, etag='"a1"', modified="Mon, 11 May 2026 09:00:00 GMT"
)


def piece(number: int) -> EntryRead:
    """The higher the number, the newer."""
    moment = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(hours=number)
    link = f"https://acme.example/{number}"
    return EntryRead(guid=str(number), title=f"News {number}", link=link, published=moment)


def brought(*entries: EntryRead, answer: Answer = ANSWER, asked: str = URL) -> Brought:
    read = FeedRead(title="Acme news", kind=FeedKind.RSS, entries=entries)
    return Brought(asked=asked, answer=answer, feed=read)


def heard(how: Heard, sentence: str = "", retry_after: str = "") -> Brought:
    answer = Answer(heard=how, url=URL, sentence=sentence, retry_after=retry_after)
    return Brought(asked=URL, answer=answer)


def news(database: Database, now: Now, application_id: int = 1) -> EmployerNews:
    with database.reading() as session:
        return feed_entries.employer_news(session, application_id, now)


def shown(database: Database, now: Now) -> list[NewsEntry]:
    return list(news(database, now).entries)


def titles(database: Database, now: Now) -> list[str]:
    return [entry.title for entry in shown(database, now)]


def due(database: Database, now: Now) -> tuple[DueFeed, ...]:
    with closing(connect(database.file)) as connection:
        return read_due(connection, now)


def do(database: Database, deed: Callable[[WorkSession], object]) -> None:
    with database.session() as session:
        deed(session)


def stored(session: WorkSession) -> int:
    session.flush()
    return session.scalar(select(func.count()).select_from(FeedEntry)) or 0


def later(now: Now, **amount: float) -> Now:
    return replace(now, instant=now.instant + timedelta(**amount))
