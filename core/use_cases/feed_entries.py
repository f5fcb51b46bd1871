"""What feeds brought: shown newest first, tagged good or sad, kept as news for letters."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from core.clock import Now
from core.database import WorkSession
from core.drafting.values import News
from core.models import Feed, FeedEntry, NewsItem
from core.news.values import Mood
from core.refusal import Gone
from core.use_cases import company_links, feeds, notes
from core.use_cases.company_links import KeptLink
from core.use_cases.feeds import FollowedFeed
from core.use_cases.history import recorded

MOST_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsEntry:
    """A piece of news that a feed brought."""

    id: int
    feed_id: int
    source: str
    """The title of its feed."""
    title: str
    link: str
    published: datetime
    """Where the feed does not say: when it was found."""
    summary: str
    mood: Mood
    kept: bool
    """It is among the news that letters may speak of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerNews:
    """Everything about the news of one application's employer."""

    application_id: int
    feeds: tuple[FollowedFeed, ...]
    entries: tuple[NewsEntry, ...]
    """The newest first, as many as are read."""
    links: tuple[KeptLink, ...]


def employer_news(session: WorkSession, application_id: int, now: Now) -> EmployerNews:
    """Feeds, their entries, and pages of an employer."""
    return EmployerNews(
        application_id=application_id,
        feeds=feeds.followed(session, application_id, now),
        entries=entries(session, application_id, now),
        links=company_links.links(session, application_id, now),
    )


def entries(session: WorkSession, application_id: int, now: Now) -> tuple[NewsEntry, ...]:
    """What the feeds of an application brought, the newest first."""
    moment = func.coalesce(FeedEntry.published, FeedEntry.found_at)
    query = (
        select(FeedEntry, Feed.title)
        .join(Feed, Feed.id == FeedEntry.feed_id)
        .where(Feed.application_id == application_id)
        .order_by(moment.desc(), FeedEntry.id.desc())
        .limit(MOST_SHOWN)
    )
    return tuple(_shown(row, source) for row, source in session.execute(query))


def tag(session: WorkSession, entry_id: int, mood: Mood, now: Now) -> None:
    """Say that a piece of news is good or sad, or take that back. What was kept of it follows."""
    row = _entry(session, entry_id)
    label = f"Tagged as {mood}: {row.title}" if mood else f"No longer tagged: {row.title}"
    with recorded(session, label, now):
        row.mood = mood.value
        kept = session.get(NewsItem, row.news_id) if row.news_id is not None else None
        if kept is not None:
            kept.negative = mood is Mood.SAD


def keep(session: WorkSession, entry_id: int, now: Now) -> int:
    """Keep it among the news that letters may speak of; returns the id of that news."""
    row = _entry(session, entry_id)
    if row.news_id is not None:
        return row.news_id
    feed = session.get_one(Feed, row.feed_id)
    day = (row.published or row.found_at).astimezone(ZoneInfo(now.zone)).date()
    item = News(
        title=row.title,
        published=day,
        source=row.link or feed.title,
        negative=row.mood == Mood.SAD.value,
    )
    with recorded(session, f"Kept for letters: {row.title}", now):
        row.news_id = notes.add_news(session, feed.application_id, item, now)
    return row.news_id


def let_go(session: WorkSession, entry_id: int, now: Now) -> None:
    """Keep it no longer for letters; it stays among what the feed brought."""
    row = _entry(session, entry_id)
    if row.news_id is not None:
        with recorded(session, f"No longer kept: {row.title}", now):
            notes.remove_news(session, row.news_id, now)
        session.expire(row)


def _shown(row: FeedEntry, source: str) -> NewsEntry:
    return NewsEntry(
        id=row.id,
        feed_id=row.feed_id,
        source=source,
        title=row.title,
        link=row.link,
        published=row.published or row.found_at,
        summary=row.summary,
        mood=Mood(row.mood),
        kept=row.news_id is not None,
    )


def _entry(session: WorkSession, entry_id: int) -> FeedEntry:
    row = session.get(FeedEntry, entry_id)
    if row is None:
        raise Gone("This piece of news is no longer here. Nothing was changed.")
    return row
