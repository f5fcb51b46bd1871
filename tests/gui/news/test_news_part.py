"""The news of an employer as part of a page: followed, read, tagged, kept, and their pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.news.values import Answer, Brought, EntryRead, FeedKind, FeedRead, Heard, Mood
from core.use_cases import company_links, feeds, notes
from gui.desk import Changed
from gui.models.news_words import NO_FEED, NO_NEWS_YET
from gui.news.line import FeedLine
from gui.news.part import NewsPart
from gui.theme import Theme
from gui.widgets.labels import Label
from tests.gui.news import feed_servers as servers
from tests.gui.news.asking import HASTY, KnownNames
from tests.gui.news.feed_servers import FEED, feed_server
from tests.gui.pages.world import World

URL = "https://acme.example/feed"


class Stage:
    """One application, and the part that shows its news."""

    def __init__(self, world: World, theme: Theme, qtbot: QtBot) -> None:
        self.world = world
        self.qtbot = qtbot
        self.application_id = world.add(days=3).application_id
        self.part = NewsPart(theme, world)
        line = FeedLine(self.part, KnownNames(self.part), HASTY)
        line.answered.connect(self.part._read)
        self.part._line = line
        qtbot.addWidget(self.part)
        self.part.resize(700, 800)
        self.part.show_application(self.application_id)
        self.part.show()

    def follow(self, count: int, title: str = "Acme news") -> None:
        """As if a feed had brought so many pieces of news, one an hour."""
        now = self.world.now()
        entries = tuple(
            EntryRead(
                guid=str(number),
                title=f"News {number}",
                link=f"https://acme.example/{number}",
                published=now.instant - timedelta(hours=number),
            )
            for number in range(count)
        )
        feed = FeedRead(title=title, kind=FeedKind.RSS, entries=entries)
        answer = Answer(heard=Heard.ANSWERED, url=URL)
        with self.world.database.session() as session:
            feeds.follow(
                session,
                self.application_id,
                Brought(asked=f"{URL}/{title}", answer=answer, feed=feed),
                now,
            )
        self.part.refresh()

    def look_for(self, address: str) -> None:
        """Type an address, and wait for what comes of it."""
        part = self.part
        part.follow_button.click()
        QTest.keyClicks(part.address.field, address)
        QTest.keyClick(part.address.field, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not part.address.busy, timeout=20_000)

    @property
    def error(self) -> str:
        return self.part.address.field.accessibleDescription()

    def titles(self) -> list[str]:
        return [row.news.title for row in self.part.card.rows]

    def words(self) -> list[str]:
        return [label.text() for label in self.part.card.findChildren(Label)]


@pytest.fixture
def stage(world: World, theme: Theme, qtbot: QtBot) -> Stage:
    return Stage(world, theme, qtbot)


# ------------------------------------------------------------------ following


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


# ------------------------------------------------------------------ news


def test_a_tag_is_set_and_taken_back_by_the_keyboard(stage: Stage) -> None:
    stage.follow(2)
    stage.part.card.rows[0].buttons[0].setFocus()
    for mood in (Mood.GOOD, Mood.NONE):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)
        row = stage.part.card.rows[0]
        assert row.news.mood is mood
        assert row.buttons[0].isChecked() is (mood is Mood.GOOD)
        assert row.buttons[0].hasFocus()
    stage.part.card.rows[0].buttons[1].click()
    assert stage.part.card.rows[0].news.mood is Mood.SAD
    assert stage.world.labels[-1] == "Tagged as sad: News 0"


def test_kept_news_is_there_for_letters(stage: Stage) -> None:
    stage.follow(2)
    stage.part.card.rows[0].buttons[1].click()
    stage.part.card.rows[0].buttons[2].click()
    assert stage.part.card.rows[0].buttons[2].text() == "Kept"
    with stage.world.database.reading() as session:
        (kept,) = notes.news(session, stage.application_id, stage.world.now())
    assert (kept.news.title, kept.news.negative) == ("News 0", True)
    stage.part.card.rows[0].buttons[2].click()
    assert stage.part.card.rows[0].buttons[2].text() == "Keep"
    with stage.world.database.reading() as session:
        assert notes.news(session, stage.application_id, stage.world.now()) == ()


def test_only_the_newest_are_shown_until_more_is_wanted(stage: Stage) -> None:
    stage.follow(30)
    card = stage.part.card
    assert stage.titles() == [f"News {number}" for number in range(3)]
    assert card.more is not None
    assert card.more.text() == "Show 15 more"
    card.more.click()
    assert len(card.rows) == 18
    assert card.rows[3].buttons[0].hasFocus()
    assert card.more is not None
    assert card.more.text() == "Show 12 more"
    card.more.click()
    assert len(card.rows) == 30
    assert card.more is None


def test_where_it_is_narrow_the_buttons_stand_below_and_none_is_cut(stage: Stage) -> None:
    stage.follow(1, "A feed with a title of many words, more than fit beside anything")
    row = stage.part.card.rows[0]
    assert row.about.geometry().top() < row.deeds.geometry().bottom()
    stage.part.resize(420, 800)
    stage.qtbot.waitUntil(lambda: row.about.geometry().bottom() < row.deeds.geometry().top())
    assert row.rect().contains(row.deeds.geometry())
    assert stage.part.width() == 420


def test_what_a_feed_says_is_shown_as_it_is_and_never_as_markup(stage: Stage) -> None:
    stage.follow(1, "<b>&Acme</b>")
    row = stage.part.card.rows[0]
    assert row.about.textFormat() is Qt.TextFormat.PlainText
    assert row.title.textFormat() is Qt.TextFormat.PlainText
    assert row.about.text() == "today · <b>&Acme</b>"


def test_every_button_names_its_news(stage: Stage) -> None:
    stage.follow(1)
    row = stage.part.card.rows[0]
    assert [button.accessibleName() for button in row.buttons] == [
        "Good: News 0",
        "Sad: News 0",
        "Keep: News 0",
    ]
    assert row.open.accessibleName() == "Read it in the browser: News 0"


# ------------------------------------------------------------------ the browser


def test_news_and_pages_open_in_the_browser(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def opens(url: QUrl) -> bool:
        opened.append(url.toString())
        return len(opened) < 3

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    stage.follow(1)
    stage.part.card.rows[0].open.click()
    with stage.world.database.session() as session:
        company_links.add(
            session, stage.application_id, "linkedin.com/company/acme", "", stage.world.now()
        )
    stage.part.refresh()
    stage.part.links.buttons[0].click()
    assert opened == ["https://acme.example/0", "https://linkedin.com/company/acme"]
    with stage.qtbot.waitSignal(stage.part.said) as said:
        stage.part.links.buttons[0].click()
    assert said.args == [
        "No program here opens web pages. The address is https://linkedin.com/company/acme."
    ]


# ------------------------------------------------------------------ pages


def test_a_page_is_added_and_removed_by_the_keyboard(stage: Stage) -> None:
    part = stage.part
    part.add_page.click()
    assert part.page_address.field.hasFocus()
    QTest.keyClicks(part.page_address.field, "javascript:alert(1)")
    QTest.keyClick(part.page_address.field, Qt.Key.Key_Return)
    assert "begins with https" in part.page_address.field.accessibleDescription()
    assert "Nothing was stored" in part.page_address.field.accessibleDescription()
    part.page_address.field.setText("linkedin.com/company/acme")
    part.page_address.button.click()
    assert [button.text() for button in part.links.buttons] == ["LinkedIn"]
    assert part.page_address.isHidden()
    QTest.keyClick(part.links.buttons[0], Qt.Key.Key_Delete)
    assert part.links.buttons == []
    assert part.links.isHidden()
    assert stage.world.labels[-1] == "Removed: LinkedIn"


# ------------------------------------------------------------------ the page around it


def test_another_application_shows_its_own_news(stage: Stage) -> None:
    stage.follow(9)
    assert stage.part.card.more is not None
    stage.part.card.more.click()
    stage.part.show_application(stage.application_id + 1)
    assert stage.words() == [NO_FEED]
    stage.part.show_application(stage.application_id)
    assert len(stage.titles()) == 3


def test_a_hidden_part_reads_again_when_it_is_shown(stage: Stage) -> None:
    stage.part.hide()
    stage.follow(1)
    stage.part.card.show_news((), "")
    stage.world.changed.emit(Changed())
    assert stage.titles() == []
    stage.part.show()
    assert stage.titles() == ["News 0"]
