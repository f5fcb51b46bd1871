"""What the window says about news: when it was published, and as of when a feed is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.clock import Now
from core.news.values import FeedLink, Mood
from gui import words

if TYPE_CHECKING:
    from core.use_cases.feed_entries import NewsEntry
    from core.use_cases.feeds import FollowedFeed

NO_NEWS_YET = "Nothing has come yet. What they publish will stand here."
NO_FEED = (
    "Follow the company's news, and it will stand here, newest first. A good piece is a reason to "
    "write, a sad one is good to know before."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLook:
    """One piece of news as it is shown."""

    id: int
    title: str
    about: str
    """ "yesterday · Acme news"."""
    exact: str
    """The moment in full, for the tooltip."""
    summary: str
    link: str
    mood: Mood
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLook:
    """One feed as it is shown."""

    id: int
    title: str
    status: str
    quiet: bool
    """All is well, or will be by itself."""


def news_look(entry: NewsEntry, now: Now) -> NewsLook:
    """How a piece of news is shown."""
    return NewsLook(
        id=entry.id,
        title=entry.title,
        about=f"{words.day(entry.published, now)} · {entry.source}",
        exact=words.exact(entry.published, now.zone),
        summary=entry.summary,
        link=entry.link,
        mood=entry.mood,
        kept=entry.kept,
    )


def feed_look(feed: FollowedFeed, now: Now) -> FeedLook:
    """How a feed is shown: as of when, and why not later."""
    as_of = f"As of {_moment(feed.answered_at, now)}" if feed.answered_at else "Not read yet"
    if feed.ended:
        told = f"{as_of}. This feed has ended: it brings nothing more."
    else:
        told = f"{as_of}. {feed.trouble}" if feed.trouble else as_of
    return FeedLook(
        id=feed.id, title=feed.title, status=told, quiet=not (feed.trouble or feed.ended)
    )


def offer_words(link: FeedLink) -> str:
    """A feed that a page names: its title, or its address without what all addresses share."""
    return link.title or link.url.removeprefix("https://").removeprefix("http://")


def _moment(instant: datetime, now: Now) -> str:
    """ "09:40", "yesterday", "Mon 4 May"."""
    there, here = words.local(instant, now.zone), words.local(now.instant, now.zone)
    if there.date() == here.date():
        return words.clock_time(instant, now.zone)
    return words.day(instant, now)
