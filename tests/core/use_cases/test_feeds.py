"""Feeds of an employer's news: followed, and stored as they come."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.clock import Now
from core.database import Database, WorkSession
from core.models import FeedEntry
from core.news.values import (
    Brought,
    DueFeed,
    FeedKind,
    FeedRead,
    Heard,
    Known,
    Mood,
)
from core.refusal import CannotUndo, DetailsError, Gone
from core.use_cases import company_links, feed_entries, feeds, history
from tests.core.feeding import (
    ANSWER,
    URL,
    brought,
    do,
    due,
    heard,
    later,
    news,
    piece,
    shown,
    stored,
    titles,
)
from tests.core.stories import ACME, add_interview, dump


@pytest.fixture
def following(database: Database, now: Now) -> Database:
    """Acme's feed is followed as feed 1; it brought two pieces of news."""
    add_interview(database, now)
    do(database, lambda session: feeds.follow(session, 1, brought(piece(2), piece(1)), now))
    return database


def test_a_followed_feed_brings_its_news_the_newest_first(following: Database, now: Now) -> None:
    told = news(following, now)
    (feed,) = told.feeds
    assert (feed.title, feed.url, feed.trouble, feed.ended) == ("Acme news", URL, "", False)
    assert feed.answered_at == now.instant
    assert [(each.title, each.source, each.mood, each.kept) for each in told.entries] == [
        ("News 2", "Acme news", Mood.NONE, False),
        ("News 1", "Acme news", Mood.NONE, False),
    ]
    assert news(following, now, 2).entries == ()


def test_following_and_no_longer_following_can_be_undone(database: Database, now: Now) -> None:
    add_interview(database, now)
    before = dump(database.file)
    do(database, lambda session: feeds.follow(session, 1, brought(piece(1)), now))
    with_feed = dump(database.file)
    do(database, lambda session: feed_entries.tag(session, 1, Mood.SAD, now))
    tagged = dump(database.file)
    do(database, lambda session: feeds.unfollow(session, 1, now))
    assert news(database, now).feeds == ()
    assert titles(database, now) == []
    for expected in (tagged, with_feed, before):
        with database.session() as session:
            change = history.last_change(session)
            assert change is not None
            history.undo(session, change, now)
        assert dump(database.file) == expected


def test_a_feed_that_has_brought_more_since_is_not_undone(following: Database, now: Now) -> None:
    do(following, lambda session: feeds.store(session, 1, brought(piece(3)), later(now, hours=5)))
    with following.session() as session:
        change = history.last_change(session)
        assert change is not None
        with pytest.raises(CannotUndo):
            history.undo(session, change, now)
    assert len(titles(following, now)) == 3


def test_the_same_feed_is_followed_once_for_an_application(following: Database, now: Now) -> None:
    add_interview(following, now, replace(ACME, company="Lumen & Ash"))
    do(following, lambda session: feeds.follow(session, 2, brought(), now))
    with following.session() as session, pytest.raises(DetailsError, match="already"):
        feeds.follow(session, 1, brought(), now)


def test_only_what_was_read_is_followed(following: Database, now: Now) -> None:
    with following.session() as session:
        with pytest.raises(DetailsError, match="no feed"):
            feeds.follow(session, 1, heard(Heard.ANSWERED), now)
        with pytest.raises(Gone):
            feeds.follow(session, 7, brought(), now)
        with pytest.raises(Gone):
            feeds.unfollow(session, 7, now)


def test_there_is_an_end_to_following(following: Database, now: Now) -> None:
    with following.session() as session:
        for number in range(feeds.MOST_FEEDS - 1):
            feeds.follow(session, 1, brought(asked=f"{URL}/{number}"), now)
        with pytest.raises(DetailsError, match="as many as fit"):
            feeds.follow(session, 1, brought(asked=f"{URL}/more"), now)


def test_a_feed_without_a_title_is_called_by_its_address(database: Database, now: Now) -> None:
    add_interview(database, now)
    untitled = Brought(
        asked=URL, answer=ANSWER, feed=FeedRead(title="", kind=FeedKind.RSS, entries=())
    )
    do(database, lambda session: feeds.follow(session, 1, untitled, now))
    assert news(database, now).feeds[0].title == URL


def test_the_first_time_only_the_newest_come(database: Database, now: Now) -> None:
    add_interview(database, now)
    many = brought(*(piece(number) for number in range(500, 0, -1)))
    with database.session() as session:
        feeds.follow(session, 1, many, now)
        assert stored(session) == feeds.KEPT
        assert feeds.store(session, 1, many, now) == 0
        assert len(feed_entries.entries(session, 1, now)) == feed_entries.MOST_SHOWN


def test_what_goes_with_an_application_comes_back_with_it(following: Database, now: Now) -> None:
    from core.use_cases import applications

    do(following, lambda session: company_links.add(session, 1, "acme.example", "", now))
    before = dump(following.file)
    do(following, lambda session: applications.remove(session, 1, now=now))
    assert due(following, later(now, days=9)) == ()
    with following.session() as session:
        change = history.last_change(session)
        assert change is not None
        history.undo(session, change, now)
    assert dump(following.file) == before


# ------------------------------------------------------------------ what comes later


def test_new_entries_are_added_and_known_ones_put_right(following: Database, now: Now) -> None:
    do(following, lambda session: feed_entries.tag(session, 1, Mood.GOOD, now))
    at = later(now, hours=5)
    more = brought(piece(3), replace(piece(1), title="News 1, put right"), piece(0))
    with following.session() as session:
        assert feeds.store(session, 1, more, at) == 2
        assert session.change_id is None
    assert titles(following, at) == ["News 3", "News 2", "News 1, put right", "News 0"]
    assert [each.mood for each in shown(following, at)] == [
        Mood.NONE,
        Mood.NONE,
        Mood.GOOD,
        Mood.NONE,
    ]


def test_the_future_is_told_as_now_and_the_undated_by_when_it_was_found(
    following: Database, now: Now
) -> None:
    at = later(now, hours=1)
    odd = brought(
        replace(piece(9), published=datetime(2099, 1, 1, tzinfo=UTC)),
        replace(piece(8), published=None),
    )
    do(following, lambda session: feeds.store(session, 1, odd, at))
    found = {entry.title: entry.published for entry in shown(following, at)}
    assert found["News 9"] == found["News 8"] == at.instant


def test_a_feed_is_due_when_its_pause_is_over(following: Database, now: Now) -> None:
    assert due(following, later(now, hours=3.9)) == ()
    known = Known(url=URL, etag='"a1"', modified="Mon, 11 May 2026 09:00:00 GMT")
    assert due(following, later(now, hours=5.1)) == (DueFeed(id=1, known=known),)


def test_unchanged_keeps_what_the_server_said_and_waits_again(
    following: Database, now: Now
) -> None:
    at = later(now, hours=6)
    do(following, lambda session: feeds.store(session, 1, heard(Heard.UNCHANGED), at))
    assert due(following, at) == ()
    assert due(following, later(at, hours=6))[0].known.etag == '"a1"'
    assert news(following, at).feeds[0].answered_at == at.instant


def test_offline_is_no_trouble(following: Database, now: Now) -> None:
    at = later(now, hours=6)
    offline = heard(Heard.OFFLINE, sentence="Nobody answers.")
    do(following, lambda session: feeds.store(session, 1, offline, at))
    (feed,) = news(following, at).feeds
    assert (feed.trouble, feed.answered_at) == ("", now.instant)
    assert due(following, later(at, minutes=29)) == ()
    assert len(due(following, later(at, minutes=31))) == 1


def test_trouble_is_told_until_it_is_over(following: Database, now: Now) -> None:
    at = later(now, hours=6)
    trouble = heard(Heard.TROUBLE, sentence="acme.example has nothing at this address.")
    do(following, lambda session: feeds.store(session, 1, trouble, at))
    assert news(following, at).feeds[0].trouble == "acme.example has nothing at this address."
    assert len(titles(following, at)) == 2
    do(following, lambda session: feeds.store(session, 1, heard(Heard.UNCHANGED), at))
    assert news(following, at).feeds[0].trouble == ""


def test_a_server_is_left_alone_as_long_as_it_asks(following: Database, now: Now) -> None:
    at = later(now, hours=6)
    busy = heard(Heard.LATER, sentence="Later.", retry_after="172800")
    do(following, lambda session: feeds.store(session, 1, busy, at))
    assert due(following, later(at, hours=47)) == ()
    assert len(due(following, later(at, hours=49))) == 1


def test_a_feed_that_has_ended_is_asked_no_more(following: Database, now: Now) -> None:
    do(
        following,
        lambda session: feeds.store(session, 1, heard(Heard.GONE, sentence="It ended."), now),
    )
    assert due(following, later(now, days=4_000)) == ()
    assert news(following, now).feeds[0].ended
    assert len(titles(following, now)) == 2


def test_a_feed_that_moved_is_asked_at_its_new_place(following: Database, now: Now) -> None:
    moved = replace(ANSWER, moved="https://acme.example/new")
    do(following, lambda session: feeds.store(session, 1, brought(piece(1), answer=moved), now))
    assert news(following, now).feeds[0].url == "https://acme.example/new"


def test_two_feeds_that_moved_to_one_place_stay_two(following: Database, now: Now) -> None:
    other = brought(answer=replace(ANSWER, moved=URL))
    do(following, lambda session: feeds.follow(session, 1, brought(asked=URL + "/old"), now))
    do(following, lambda session: feeds.store(session, 2, other, now))
    assert [feed.url for feed in news(following, now).feeds] == [URL, URL + "/old"]


def test_what_comes_for_a_feed_that_is_gone_is_dropped(following: Database, now: Now) -> None:
    do(following, lambda session: feeds.unfollow(session, 1, now))
    with following.session() as session:
        assert feeds.store(session, 1, brought(piece(5)), now) == 0


def test_old_entries_go_but_for_those_that_mean_something(following: Database, now: Now) -> None:
    def means_something(session: WorkSession) -> None:
        feed_entries.tag(session, 1, Mood.SAD, now)
        feed_entries.keep(session, 2, now)

    do(following, means_something)
    at = later(now, hours=5)
    many = tuple(piece(number) for number in range(600, 100, -1))
    with following.session() as session:
        assert feeds.store(session, 1, brought(*many), at) == feeds.KEPT
        assert feeds.store(session, 1, brought(*many), at) == 0  # the older ones do not come again
        newer = brought(*(piece(number) for number in range(610, 110, -1)))
        assert feeds.store(session, 1, newer, at) == 10
        assert stored(session) == feeds.KEPT + 2
        assert session.get(FeedEntry, 1) is not None
        assert session.get(FeedEntry, 2) is not None
