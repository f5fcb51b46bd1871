"""The page of preparation shows the news of the round's employer, and news kept counts there."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.news.values import Answer, Brought, EntryRead, FeedKind, FeedRead, Heard
from core.preparation.values import FactTopic
from core.use_cases import feeds
from gui.models.prepare_words import COMPANY
from gui.prepare.company_tab import CompanyTab
from gui.theme import Theme
from tests.gui.pages.prepare_stage import Stage
from tests.gui.pages.world import World

URL = "https://halvorsen.example/feed"


@pytest.fixture
def stage(world: World, theme: Theme, qtbot: QtBot) -> Stage:
    stage = Stage(world, theme)
    qtbot.addWidget(stage.page)
    entry = EntryRead(guid="1", title="Two ferries ordered", published=world.instant)
    feed = FeedRead(title="Halvorsen", kind=FeedKind.RSS, entries=(entry,))
    answer = Answer(heard=Heard.ANSWERED, url=URL)
    with world.database.session() as session:
        feeds.follow(
            session,
            stage.second.application_id,
            Brought(asked=URL, answer=answer, feed=feed),
            world.now(),
        )
    return stage


def enough_news(stage: Stage) -> bool:
    """Whether the topic of news counts as prepared."""
    return next(topic.enough for topic in stage.view().topics if topic.topic is FactTopic.NEWS)


def test_the_rounds_employers_news_stand_in_its_part(stage: Stage) -> None:
    tab = stage.tab(CompanyTab, COMPANY)
    assert tab.news.isVisible()
    assert [row.news.title for row in tab.news.card.rows] == ["Two ferries ordered"]


def test_news_that_is_kept_counts_for_the_preparation(stage: Stage) -> None:
    tab = stage.tab(CompanyTab, COMPANY)
    assert not enough_news(stage)
    tab.news.card.rows[0].buttons[2].click()
    assert stage.world.labels[-1] == "Kept for letters: Two ferries ordered"
    assert enough_news(stage)


def test_what_the_news_say_goes_to_the_toast(stage: Stage) -> None:
    said = QSignalSpy(stage.page.said)
    stage.tab(CompanyTab, COMPANY).news.said.emit("No program here opens web pages.")
    assert said.count() == 1
