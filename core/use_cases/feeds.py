"""Feeds of an employer's news: followed, stored as they come, tagged and kept for letters."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Feed, FeedEntry
from core.news.politeness import next_ask
from core.news.values import Answer, Brought, EntryRead, Heard
from core.refusal import DetailsError, Gone
from core.use_cases import checked
from core.use_cases.history import recorded

KEPT = 100
"""How many of a feed are kept; what the user tagged or kept for a letter stays beside them."""
MOST_FEEDS = 20
"""Of one application."""
GOOD_ANSWERS = frozenset({Heard.ANSWERED, Heard.UNCHANGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedFeed:
    """A feed as the window shows it."""

    id: int
    title: str
    url: str
    answered_at: datetime | None
    """When its server last answered well."""
    trouble: str
    ended: bool
    """It is asked no more: its server says that it has ended."""


def follow(session: WorkSession, application_id: int, brought: Brought, now: Now) -> int:
    """Follow a feed that was just read; returns its id. Undo follows it no longer."""
    answer, read = brought.answer, brought.feed
    if session.get(Application, application_id) is None:
        raise Gone("This application is no longer here. Nothing was stored.")
    if read is None:
        raise DetailsError("There is no feed at this address. Nothing was stored.", "url")
    url = answer.moved or brought.asked
    _refuse_known(session, application_id, url)
    title = checked.line(read.title, "title", "The title") or url
    with recorded(session, f"Following {title}", now):
        row = Feed(application_id=application_id, url=url, title=title)
        session.add(row)
        _note_answer(row, answer, now)
        session.flush()
        _add_entries(session, row.id, read.entries[:KEPT], now)
    return row.id


def unfollow(session: WorkSession, feed_id: int, now: Now) -> None:
    """Follow a feed no longer; its entries go, news that was kept stays. Undo brings all back."""
    row = _feed(session, feed_id)
    with recorded(session, f"No longer following {row.title}", now):
        session.execute(delete(Feed).where(Feed.id == feed_id))


def store(session: WorkSession, feed_id: int, brought: Brought, now: Now) -> int:
    """Store what came of asking a feed, and when to ask next; returns how many entries are new.

    Not a deed of the user's: nothing to undo. Nothing happens where the feed is gone meanwhile.
    """
    row = session.get(Feed, feed_id)
    if row is None:
        return 0
    _note_answer(row, brought.answer, now)
    if brought.feed is None:
        return 0
    _move(session, row, brought.answer.moved)
    newest = brought.feed.entries[:KEPT]
    new = _take(session, row, newest, now)
    session.flush()
    _let_go_of_old(session, row.id, newest)
    return new


def followed(session: WorkSession, application_id: int, now: Now) -> tuple[FollowedFeed, ...]:
    """The feeds of an employer, in the order of following."""
    query = select(Feed).where(Feed.application_id == application_id).order_by(Feed.id)
    return tuple(
        FollowedFeed(
            id=row.id,
            title=row.title,
            url=row.url,
            answered_at=row.answered_at,
            trouble=row.trouble,
            ended=row.next_at is None,
        )
        for row in session.scalars(query)
    )


def _note_answer(row: Feed, answer: Answer, now: Now) -> None:
    """Being offline is no answer: only the next try is put off."""
    row.next_at = next_ask(answer, row.answered_at, now.instant)
    if answer.heard is Heard.OFFLINE:
        return
    row.asked_at = now.instant
    row.trouble = answer.sentence
    if answer.heard in GOOD_ANSWERS:
        row.answered_at = now.instant
        row.trouble = ""
    if answer.heard is Heard.ANSWERED:
        row.etag, row.modified = answer.etag, answer.modified


def _move(session: WorkSession, row: Feed, moved: str) -> None:
    """Ask where the server says that the feed is for good, from the next time on."""
    if moved and moved != row.url and _known(session, row.application_id, moved) is None:
        row.url = moved


def _take(session: WorkSession, row: Feed, newest: tuple[EntryRead, ...], now: Now) -> int:
    """New entries are added; of known ones, words that were put right are taken over."""
    query = select(FeedEntry).where(FeedEntry.feed_id == row.id)
    known = {entry.guid: entry for entry in session.scalars(query)}
    for entry in newest:
        stored = known.get(entry.guid)
        if stored is not None:
            stored.title, stored.link, stored.summary = entry.title, entry.link, entry.summary
    new = tuple(entry for entry in newest if entry.guid not in known)
    _add_entries(session, row.id, new, now)
    return len(new)


def _add_entries(
    session: WorkSession, feed_id: int, entries: tuple[EntryRead, ...], now: Now
) -> None:
    for entry in reversed(entries):  # the newest has the highest id
        published = entry.published and min(entry.published, now.instant)
        session.add(
            FeedEntry(
                feed_id=feed_id,
                guid=entry.guid,
                title=entry.title,
                link=entry.link,
                published=published,
                summary=entry.summary,
                found_at=now.instant,
            )
        )


def _let_go_of_old(session: WorkSession, feed_id: int, newest: tuple[EntryRead, ...]) -> None:
    """What is in the feed now stays: else it would come again the next time."""
    by_age = select(FeedEntry.id).where(FeedEntry.feed_id == feed_id)
    moment = func.coalesce(FeedEntry.published, FeedEntry.found_at)
    kept = session.scalars(by_age.order_by(moment.desc(), FeedEntry.id.desc()).limit(KEPT))
    session.execute(
        delete(FeedEntry).where(
            FeedEntry.feed_id == feed_id,
            FeedEntry.id.not_in(list(kept)),
            FeedEntry.guid.not_in([entry.guid for entry in newest]),
            FeedEntry.mood == "",
            FeedEntry.news_id.is_(None),
        )
    )


def _feed(session: WorkSession, feed_id: int) -> Feed:
    row = session.get(Feed, feed_id)
    if row is None:
        raise Gone("This feed is no longer here. Nothing was changed.")
    return row


def _refuse_known(session: WorkSession, application_id: int, url: str) -> None:
    if _known(session, application_id, url) is not None:
        raise DetailsError("You follow this feed already.", "url")
    count = len(_ids(session, application_id))
    if count >= MOST_FEEDS:
        raise DetailsError(
            f"You follow {count} feeds here. That is as many as fit; remove one first.", "url"
        )


def _ids(session: WorkSession, application_id: int) -> list[int]:
    return list(session.scalars(select(Feed.id).where(Feed.application_id == application_id)))


def _known(session: WorkSession, application_id: int, url: str) -> int | None:
    query = select(Feed.id).where(Feed.application_id == application_id, Feed.url == url)
    return session.scalar(query)
