"""What feeds brought: tagged good or sad, and kept as news for letters."""

from datetime import date

import pytest

from core.clock import Now
from core.database import Database
from core.drafting.values import News
from core.news.values import (
    Mood,
)
from core.refusal import Gone
from core.use_cases import feed_entries, feeds, history, notes, situations
from tests.core.feeding import brought, do, piece, shown
from tests.core.stories import add_interview, dump


@pytest.fixture
def following(database: Database, now: Now) -> Database:
    """Acme's feed is followed as feed 1; it brought two pieces of news."""
    add_interview(database, now)
    do(database, lambda session: feeds.follow(session, 1, brought(piece(2), piece(1)), now))
    return database


def test_a_tag_is_stored_and_undone(following: Database, now: Now) -> None:
    before = dump(following.file)
    with following.session() as session:
        feed_entries.tag(session, 1, Mood.SAD, now)
        assert session.change_label == "Tagged as sad: News 1"
    assert shown(following, now)[1].mood is Mood.SAD
    do(following, lambda session: feed_entries.tag(session, 1, Mood.NONE, now))
    assert dump(following.file) == before


def test_news_kept_for_letters_is_sad_where_it_was_tagged_so(following: Database, now: Now) -> None:
    do(following, lambda session: feed_entries.tag(session, 1, Mood.SAD, now))
    do(following, lambda session: feed_entries.keep(session, 1, now))
    do(following, lambda session: feed_entries.keep(session, 1, now))
    with following.reading() as session:
        (kept,) = notes.news(session, 1, now)
    assert kept.news == News(
        title="News 1", published=date(2026, 3, 1), source="https://acme.example/1", negative=True
    )
    assert [each.kept for each in shown(following, now)] == [False, True]
    do(following, lambda session: feed_entries.tag(session, 1, Mood.GOOD, now))
    with following.reading() as session:
        assert not notes.news(session, 1, now)[0].news.negative
        (offered,) = situations.situation(session, 1, now).news
        assert offered.title == "News 1"


def test_keeping_and_letting_go_can_be_undone(following: Database, now: Now) -> None:
    before = dump(following.file)
    do(following, lambda session: feed_entries.keep(session, 1, now))
    kept = dump(following.file)
    do(following, lambda session: feed_entries.let_go(session, 1, now))
    assert not shown(following, now)[1].kept
    for expected in (kept, before):
        with following.session() as session:
            change = history.last_change(session)
            assert change is not None
            history.undo(session, change, now)
        assert dump(following.file) == expected


def test_kept_news_stays_when_its_feed_goes(following: Database, now: Now) -> None:
    do(following, lambda session: feed_entries.keep(session, 1, now))
    do(following, lambda session: feeds.unfollow(session, 1, now))
    with following.reading() as session:
        assert len(notes.news(session, 1, now)) == 1


def test_news_removed_elsewhere_is_kept_no_longer(following: Database, now: Now) -> None:
    do(following, lambda session: feed_entries.keep(session, 1, now))
    do(following, lambda session: notes.remove_news(session, 1, now))
    assert not any(entry.kept for entry in shown(following, now))


def test_what_is_gone_is_said(following: Database, now: Now) -> None:
    with following.session() as session:
        for deed in (feed_entries.keep, feed_entries.let_go):
            with pytest.raises(Gone):
                deed(session, 99, now)
        with pytest.raises(Gone):
            feed_entries.tag(session, 99, Mood.SAD, now)
