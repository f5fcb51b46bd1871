"""What the window asks about news. Each runs in the Desk's thread and imports there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.clock import Now
from core.news.values import Brought, DueFeed, Mood

if TYPE_CHECKING:
    from core.database import WorkSession
    from core.store import Glimpse
    from core.use_cases.feed_entries import EmployerNews


def due(glimpse: Glimpse, now: Now) -> tuple[DueFeed, ...]:
    """The feeds that are to be asked now: a glance."""
    from core.due_feeds import read_due

    return read_due(glimpse.connection, now)


def employer_news(session: WorkSession, application_id: int, now: Now) -> EmployerNews:
    """Feeds, their entries, and pages of an employer."""
    from core.use_cases import feed_entries

    return feed_entries.employer_news(session, application_id, now)


def follow(session: WorkSession, application_id: int, brought: Brought, now: Now) -> int:
    """Follow a feed that was just read."""
    from core.use_cases import feeds

    return feeds.follow(session, application_id, brought, now)


def unfollow(session: WorkSession, feed_id: int, now: Now) -> None:
    """Follow a feed no longer."""
    from core.use_cases import feeds

    feeds.unfollow(session, feed_id, now)


def store(session: WorkSession, feed_id: int, brought: Brought, now: Now) -> int:
    """Store what came of asking a feed; gives how many entries are new."""
    from core.use_cases import feeds

    return feeds.store(session, feed_id, brought, now)


def tag(session: WorkSession, entry_id: int, mood: Mood, now: Now) -> None:
    """Say that a piece of news is good or sad, or take that back."""
    from core.use_cases import feed_entries

    feed_entries.tag(session, entry_id, mood, now)


def keep(session: WorkSession, entry_id: int, now: Now) -> int:
    """Keep a piece of news for letters."""
    from core.use_cases import feed_entries

    return feed_entries.keep(session, entry_id, now)


def let_go(session: WorkSession, entry_id: int, now: Now) -> None:
    """Keep it no longer for letters."""
    from core.use_cases import feed_entries

    feed_entries.let_go(session, entry_id, now)


def add_link(session: WorkSession, application_id: int, url: str, now: Now) -> int:
    """Note a page of an employer."""
    from core.use_cases import company_links

    return company_links.add(session, application_id, url, "", now)


def remove_link(session: WorkSession, link_id: int, now: Now) -> None:
    """Forget a page of an employer."""
    from core.use_cases import company_links

    company_links.remove(session, link_id, now)
