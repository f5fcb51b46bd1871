"""Which round is prepared, while rounds come and go, and quick hands press twice."""

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.clock import Now
from core.database import WorkSession
from core.use_cases import applications, own_questions, preparation, stories
from core.use_cases.preparation import RoundAhead
from gui.dialogs.heard import HeardDialog
from gui.dialogs.question import AskedDialog
from gui.dialogs.said import SaidDialog
from gui.models.prepare_words import QUESTIONS, STORIES, TOLD
from gui.pages.prepare import LIST, WEEK
from gui.prepare import actions
from gui.prepare.list_tab import ListTab
from gui.prepare.questions_tab import QuestionsTab
from gui.prepare.stories_tab import TIME, StoriesTab
from gui.prepare.told_tab import ToldTab
from gui.prepare.week_tab import WeekTab
from gui.theme import Theme
from tests.gui.pages.prepare_stage import STORY, Stage, act, opened, visible
from tests.gui.pages.world import World


@pytest.fixture
def stage(world: World, theme: Theme, qtbot: QtBot) -> Stage:
    stage = Stage(world, theme)
    qtbot.addWidget(stage.page)
    return stage


def test_the_field_of_the_rounds_is_as_wide_as_their_names(stage: Stage) -> None:
    stage.world.add("Lumen & Ash", days=12)
    stage.page.refresh()
    QApplication.processEvents()
    field = stage.page.rounds
    name = field.fontMetrics().horizontalAdvance("Halvorsen Maritime, second round")
    assert name < field.width() <= field.maximumWidth()


def test_a_round_that_went_away_between_two_readings_gives_way_without_a_word(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, page = stage.world.add("Lumen & Ash", days=2), stage.page
    page.show_round(gone.interview_id)
    assert page.header.sentence.text().startswith("Thu 14 May")
    told = QSignalSpy(stage.world.failed)
    before = actions.rounds_to_prepare
    with stage.world.database.reading() as session:
        stale = before(session, stage.world.now())
    with stage.world.database.session() as session:
        applications.remove(session, gone.application_id, stage.world.now())

    def read_too_early(session: WorkSession, now: Now) -> tuple[RoundAhead, ...]:
        monkeypatch.setattr(actions, "rounds_to_prepare", before)
        return stale

    monkeypatch.setattr(actions, "rounds_to_prepare", read_too_early)
    page.refresh()
    assert told.count() == 0
    assert page.header.sentence.text().startswith("Halvorsen Maritime, second round: Wed 20 May")


def test_a_double_click_opens_one_dialog(stage: Stage) -> None:
    with stage.world.database.session() as session:
        stories.add(session, STORY, stage.world.now())
        application_id = stage.second.application_id
        own_questions.add(session, application_id, "Why now?", stage.world.now())
    presses = (
        (stage.tab(StoriesTab, STORIES).list, "heard", HeardDialog),
        (stage.tab(QuestionsTab, QUESTIONS).ahead, "asked", AskedDialog),
    )
    for entries, action, kind in presses:
        act(entries, 0, action)
        act(entries, 0, action)
        opened(kind).reject()
    told = stage.tab(ToldTab, TOLD)
    told.add.click()
    told.add.click()
    opened(SaidDialog).reject()


def test_a_round_that_undo_brings_back_is_prepared_again(stage: Stage) -> None:
    world, page = stage.world, stage.page
    world.add("Lumen & Ash", days=2)
    page.show_round(stage.second.interview_id)
    assert page.header.sentence.text().startswith("Wed 20 May")
    world.write(applications.remove, stage.second.application_id)
    assert page.header.sentence.text().startswith("Lumen & Ash, first round")
    world.undo_last()
    assert page.header.sentence.text().startswith("Wed 20 May")


def test_quick_clicks_go_as_many_weeks_back(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    week = stage.tab(WeekTab, WEEK)
    with monkeypatch.context() as slow:  # the answers come only after the last click
        slow.setattr(week.desk, "read", asked_in_vain)
        for _ in range(3):
            week.before.click()
    week.refresh()
    assert week.days.text() == ""
    assert week.title.text() == "20 April – 26 April"
    week.show_this_week()
    week.refresh()
    week.before.click()
    assert week.title.text() == "Last week"


def test_the_stop_watch_is_put_away_without_keeping_a_length(stage: Stage) -> None:
    with stage.world.database.session() as session:
        stories.add(session, STORY, stage.world.now())
    tab = stage.tab(StoriesTab, STORIES)
    act(tab.list, 0, TIME.name)
    tab.watch.button.click()
    assert tab.watch.runs
    tab.put_away.click()
    assert not visible(tab.watch_card)
    assert tab.watch.button.text() == "Start"
    assert stage.page.window().focusWidget() is tab.list.rows[0].buttons[0]
    assert "measured" not in tab.list.rows[0].entry.lines[0]


def test_a_kept_length_leaves_the_keyboard_at_its_story(stage: Stage) -> None:
    with stage.world.database.session() as session:
        stories.add(session, STORY, stage.world.now())
    tab = stage.tab(StoriesTab, STORIES)
    act(tab.list, 0, TIME.name)
    tab.watch.kept.emit(90)
    assert "1:30 measured" in tab.list.rows[0].entry.lines[0]
    assert stage.page.window().focusWidget() is tab.list.rows[0].buttons[0]


def test_what_could_not_be_added_stands_in_its_field_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = QSignalSpy(stage.world.failed)
    monkeypatch.setattr(own_questions, "MOST", 0)
    monkeypatch.setattr(preparation, "MOST_OWN", 0)
    for tab in (stage.tab(QuestionsTab, QUESTIONS), stage.tab(ListTab, LIST)):
        tab.add.field.setText("What is the hardest night of the year?")
        tab.add.button.click()
        assert tab.add.field.text() == "What is the hardest night of the year?"
    assert told.count() == 2


def asked_in_vain(*_arguments: object, then: object) -> None:
    """A Desk that has not answered yet."""
