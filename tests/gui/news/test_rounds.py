"""Feeds that are due are asked one after another, quietly, while the window is used."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.news.values import Answer, Brought, FeedKind, FeedRead, Heard
from core.use_cases import feed_entries, feeds
from core.use_cases.feed_entries import EmployerNews
from gui.news.line import FeedLine
from gui.news.rounds import NewsRounds
from tests.gui.news import feed_servers as servers
from tests.gui.news.asking import HASTY, KnownNames
from tests.gui.news.feed_servers import FEED, FeedServer, feed_server
from tests.gui.pages.world import World

NOTHING = FeedRead(title="Acme news", kind=FeedKind.RSS, entries=())


@pytest.fixture
def owner(qapp: QObject) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


def follow(world: World, url: str) -> None:
    """An application's feed that has not brought anything, and is due five hours later."""
    stored = world.add(days=3)
    answer = Answer(heard=Heard.ANSWERED, url=url)
    with world.database.session() as session:
        feeds.follow(
            session,
            stored.application_id,
            Brought(asked=url, answer=answer, feed=NOTHING),
            world.now(),
        )


def news(world: World) -> EmployerNews:
    with world.database.reading() as session:
        return feed_entries.employer_news(session, 1, world.now())


def rounds_of(world: World, owner: QObject) -> NewsRounds:
    return NewsRounds(world, owner, FeedLine(owner, KnownNames(owner), HASTY))


def go_round(rounds: NewsRounds, qtbot: QtBot) -> None:
    rounds.look()
    qtbot.waitUntil(lambda: not rounds.busy, timeout=20_000)


def paths(server: FeedServer) -> list[str]:
    return [request.path for request in server.received]


def test_nothing_is_asked_before_it_is_due(world: World, owner: QObject, qtbot: QtBot) -> None:
    with feed_server(servers.replies("200 OK", FEED)) as server:
        follow(world, server.url())
        rounds = rounds_of(world, owner)
        go_round(rounds, qtbot)
        assert server.received == []


def test_what_is_due_is_asked_once_and_stored(world: World, owner: QObject, qtbot: QtBot) -> None:
    with feed_server(servers.remembers('"a1"', "Mon, 11 May 2026 09:00:00 GMT")) as server:
        follow(world, server.url())
        rounds = rounds_of(world, owner)
        world.instant += timedelta(hours=6)
        go_round(rounds, qtbot)
        go_round(rounds, qtbot)
        assert len(server.received) == 1
        assert [each.title for each in news(world).entries] == [
            "Acme opens a plant",
            "Acme lays off staff",
        ]
        world.instant += timedelta(hours=6)
        go_round(rounds, qtbot)
        assert server.received[1].headers["if-none-match"] == '"a1"'
    assert len(news(world).entries) == 2
    assert news(world).feeds[0].answered_at == world.instant
    assert not any(world.labels), "there is nothing to undo"


def test_one_after_another_and_one_that_hangs_holds_nobody_up(
    world: World, owner: QObject, qtbot: QtBot
) -> None:
    behaviour = servers.by_path(slow=servers.hangs, feed=servers.replies("200 OK", FEED))
    with feed_server(behaviour) as server:
        for path in ("/slow", "/feed/1", "/feed/2"):
            follow(world, server.url(path))
        rounds = rounds_of(world, owner)
        world.instant += timedelta(hours=6)
        go_round(rounds, qtbot)
        assert sorted(paths(server)) == ["/feed/1", "/feed/2", "/slow"]
    told = {
        feed.url.rsplit(":", 1)[-1].partition("/")[2]: feed.trouble for feed in news(world).feeds
    }
    assert "took too long" in told["slow"]
    assert told["feed/1"] == told["feed/2"] == ""
    assert world.troubles == []


def test_offline_is_quiet_and_soon_tried_again(world: World, owner: QObject, qtbot: QtBot) -> None:
    follow(world, "https://acme.example/feed")
    rounds = rounds_of(world, owner)
    before = news(world).feeds
    world.instant += timedelta(hours=6)
    go_round(rounds, qtbot)
    assert news(world).feeds == before
    assert world.troubles == []
    with world.database.reading() as session:
        assert feeds.followed(session, 1, world.now())[0].trouble == ""


def test_a_hostile_feed_leaves_a_sentence_and_what_was_there(
    world: World, owner: QObject, qtbot: QtBot
) -> None:
    laughs = b'<!DOCTYPE rss [<!ENTITY a "ha">]><rss version="2.0"><channel/></rss>'
    in_turn = servers.in_turn(servers.replies("200 OK", FEED), servers.replies("200 OK", laughs))
    with feed_server(in_turn) as server:
        follow(world, server.url())
        rounds = rounds_of(world, owner)
        for _ in range(2):
            world.instant += timedelta(hours=6)
            go_round(rounds, qtbot)
    assert "entities" in news(world).feeds[0].trouble
    assert len(news(world).entries) == 2


def test_a_feed_that_is_gone_is_asked_no_more(world: World, owner: QObject, qtbot: QtBot) -> None:
    with feed_server(servers.replies("410 Gone")) as server:
        follow(world, server.url())
        rounds = rounds_of(world, owner)
        for _ in range(3):
            world.instant += timedelta(days=30)
            go_round(rounds, qtbot)
        assert len(server.received) == 1
    assert news(world).feeds[0].ended


def test_the_end_gives_up_what_is_being_asked(world: World, owner: QObject, qtbot: QtBot) -> None:
    with feed_server(servers.hangs) as server:
        follow(world, server.url())
        line = FeedLine(owner, KnownNames(owner))
        told = QSignalSpy(line.answered)
        rounds = NewsRounds(world, owner, line)
        world.instant += timedelta(hours=6)
        rounds.look()
        qtbot.waitUntil(lambda: bool(server.received), timeout=20_000)
        rounds.stop()
        assert server.gone.wait(servers.PATIENCE_SECONDS)
        rounds.look()
        assert not rounds.busy
    assert told.count() == 0


def test_while_no_feed_is_due_nothing_that_speaks_to_the_network_is_loaded(
    world: World, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "gui.news.line")
    rounds = NewsRounds(world, owner)
    rounds.look()
    assert "gui.news.line" not in sys.modules
    rounds.stop()
