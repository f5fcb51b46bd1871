"""An address is typed, looked at and followed; what is wrong with it is said under the field."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.news.values import Answer, Brought, Heard
from core.use_cases import feeds
from gui.models.news_words import NO_FEED, NO_NEWS_YET
from gui.news.line import FeedLine
from tests.gui.news import feed_servers as servers
from tests.gui.news.asking import KnownNames
from tests.gui.news.feed_servers import FEED, feed_server
from tests.gui.news.part_stage import URL, Stage


def test_an_address_is_followed_and_its_news_stand_there(stage: Stage) -> None:
    assert stage.words() == [NO_FEED]
    with feed_server(servers.replies("200 OK", FEED)) as server:
        stage.look_for(server.url())
    assert stage.titles() == ["Acme opens a plant", "Acme lays off staff"]
    assert stage.part.card.rows[0].about.text() == "yesterday · Acme news"
    assert [row.status.text() for row in stage.part.feeds.rows] == ["As of 09:40"]
    assert stage.part.address.isHidden()
    assert stage.world.labels[-1] == "Following Acme news"
    assert QApplication.focusWidget() is stage.part.follow_button


def test_of_a_page_one_of_its_feeds_is_chosen(stage: Stage) -> None:
    page = b"""<html><link rel=alternate type=application/rss+xml href=/feed title="R&amp;D">
        <link rel=alternate type=application/atom+xml href=/other></html>"""
    site = servers.by_path(
        news=servers.replies("200 OK", page), feed=servers.replies("200 OK", FEED)
    )
    with feed_server(site) as server:
        stage.look_for(server.url("/news"))
        choices = stage.part.address.choices
        assert [each.accessibleName() for each in choices] == [
            "Follow R&D",
            f"Follow 127.0.0.1:{server.port}/other",
        ]
        assert choices[0].hasFocus()
        choices[0].click()
        stage.qtbot.waitUntil(lambda: bool(stage.part.feeds.rows), timeout=20_000)
    assert stage.titles() == ["Acme opens a plant", "Acme lays off staff"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Type the address"),
        ("mailto:anna@acme.example", "begins with https:// or http://"),
        ("acme news", "no blanks"),
        ("http://169.254.169.254/", "no address of a website"),
        ("nobody.example", "Nobody answers at nobody.example. Are you online"),
    ],
)
def test_an_address_typed_wrongly_is_said_under_the_field(
    stage: Stage, typed: str, why: str
) -> None:
    stage.look_for(typed)
    assert why in stage.error
    assert stage.part.address.field.text() == typed
    assert stage.part.address.field.hasFocus()
    assert stage.part.feeds.rows == []


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (servers.replies("404 Not Found"), "has nothing at this address"),
        (servers.replies("200 OK", b"<html>Hello</html>"), "it names no feed"),
        (servers.replies("200 OK", b"Hello"), "no feed at this address"),
        (servers.hangs, "took too long"),
    ],
)
def test_what_is_no_feed_is_said_and_nothing_is_stored(
    stage: Stage, answer: servers.Behaviour, why: str
) -> None:
    with feed_server(answer) as server:
        stage.look_for(server.url())
    assert why in stage.error
    assert stage.part.feeds.rows == []
    assert stage.world.troubles == []


def test_the_same_feed_twice_is_said(stage: Stage) -> None:
    with feed_server(servers.replies("200 OK", FEED)) as server:
        stage.look_for(server.url())
        stage.look_for(server.url())
    assert stage.error == "You follow this feed already."


def test_cancelling_stops_asking(stage: Stage) -> None:
    part = stage.part
    with feed_server(servers.hangs) as server:
        part._line = FeedLine(part, KnownNames(part))
        part._line.answered.connect(part._read)
        part.follow_button.click()
        part.address.field.setText(server.url())
        part.address.button.click()
        assert part.address.busy
        stage.qtbot.waitUntil(lambda: bool(server.received), timeout=20_000)
        QTest.keyClick(part.address, Qt.Key.Key_Escape)
        assert server.gone.wait(servers.PATIENCE_SECONDS)
    assert part.address.isHidden()
    assert not part.address.busy


def test_leaving_the_page_stops_asking(stage: Stage) -> None:
    with feed_server(servers.hangs) as server:
        stage.part.follow_button.click()
        stage.part.address.field.setText(server.url())
        stage.part.address.button.click()
        stage.qtbot.waitUntil(lambda: bool(server.received), timeout=20_000)
        stage.part.hide()
        assert server.gone.wait(servers.PATIENCE_SECONDS)
    assert not stage.part.address.busy


def test_no_longer_following_is_offered_at_each_feed(stage: Stage) -> None:
    stage.follow(2)
    stage.part.feeds.rows[0].remove.click()
    assert stage.world.labels[-1] == "No longer following Acme news"
    assert stage.words() == [NO_FEED]
    assert stage.part.feeds.isHidden()


def test_a_feed_says_as_of_when_it_is_and_what_is_wrong(stage: Stage) -> None:
    stage.follow(0)
    assert stage.words() == [NO_NEWS_YET]
    stage.world.instant += timedelta(days=1)
    stage.part.refresh()
    assert stage.part.feeds.rows[0].status.text() == "As of yesterday"
    gone = Answer(heard=Heard.GONE, url=URL, sentence="acme.example says that this feed has ended.")
    with stage.world.database.session() as session:
        feeds.store(session, 1, Brought(asked=URL, answer=gone), stage.world.now())
    stage.part.refresh()
    assert (
        stage.part.feeds.rows[0].status.text()
        == "As of yesterday. This feed has ended: it brings nothing more."
    )
