"""Looking back loses nothing: not from the end to a question, nor from a friend's view, nor by another way."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from core.reflection import answers as a
from core.reflection.conclusions import ConclusionKind
from gui.theme import Theme
from tests.gui.pages.reflect_stage import CTRL, FULL, KIND, SHORT, Stage
from tests.gui.pages.world import World

SECTION = Qt.KeyboardModifier.ShiftModifier | CTRL


@pytest.fixture
def stage(theme: Theme, world: World) -> Iterator[Stage]:
    stage = Stage(theme, world)
    yield stage
    stage.close()


def finish(stage: Stage) -> None:
    stage.three_minutes()
    stage.on()
    assert stage.page.walk.ends.shows_done


def test_what_was_made_of_the_tasks_stands_there_again_after_a_look_back(stage: Stage) -> None:
    stage.three_minutes()
    ending = stage.page.walk.ends.ending
    plan, change = ending.rows
    plan.tick.click()
    change.field.text = "Begin each answer with the result"
    change.kind.choose(ConclusionKind.STORY.value)
    change.day.add.click()
    change.day.field.set_day(date(2026, 5, 15))
    ending.add.click()
    stage.press("Iron the blue shirt")
    stage.back()
    assert stage.at == "Q28"
    stage.on()
    plan, change, own = ending.rows
    assert not plan.tick.isChecked()
    assert own.field.text == "Iron the blue shirt"
    stage.on()
    kept = stage.stored().conclusions
    assert [one.text for one in kept] == [
        "Begin each answer with the result",
        "Iron the blue shirt",
    ]
    assert (kept[0].kind, kept[0].due.date()) == (ConclusionKind.STORY, date(2026, 5, 15))


def test_with_little_room_what_has_the_keyboard_is_in_sight(stage: Stage, qtbot: QtBot) -> None:
    ending = stage.page.walk.ends.ending
    ending.setFixedHeight(100)
    stage.begin()
    stage.page.walk.go_to("Q28")
    stage.on()
    for button in ending.buttons:
        button.setFocus()
        ending.sentence.setText(f"{ending.sentence.text()} All of it is kept." * 9)
        qtbot.waitUntil(lambda: in_sight(ending, ending.window().focusWidget()))
        assert button.hasFocus()


def in_sight(area: QScrollArea, part: QWidget) -> bool:
    place = part.mapTo(area.viewport(), QPoint(0, 0))
    return area.viewport().rect().contains(part.rect().translated(place))


def test_other_words_of_the_answer_are_another_task(stage: Stage) -> None:
    stage.three_minutes()
    ending = stage.page.walk.ends.ending
    ending.rows[1].field.text = "Begin each answer with the result"
    stage.page.walk.go_to("Q12")
    stage.page.card.views[0].take_answer(a.TextAnswer(text="Ask for the time line"))
    stage.page.walk.go_to("Q28")
    stage.on()
    assert ending.rows[1].field.text == "Ask for the time line"


def test_what_was_made_of_the_tasks_stays_with_its_reflection(stage: Stage) -> None:
    stage.three_minutes()
    ending = stage.page.walk.ends.ending
    ending.rows[1].tick.click()
    ending.add_own()
    stage.press("Iron the blue shirt")
    other = stage.world.add("Lumen & Ash")
    stage.interview = stage.world.detail(other.application_id).interviews[0].id
    stage.three_minutes()
    assert [(row.field.text, row.ticked) for row in ending.rows] == [
        ("If I go blank, then I will ask for a moment.", True),
        ("Begin with the result", True),
    ]


def test_a_task_that_was_taken_along_stays_ticked_however_it_sounds(stage: Stage) -> None:
    stage.three_minutes()
    stage.page.walk.go_to("Q12")
    stage.page.card.views[0].take_answer(a.TextAnswer(text="I rambled far too long"))
    stage.page.walk.go_to("Q28")
    stage.on()
    row = stage.page.walk.ends.ending.rows[1]
    assert not row.tick.isChecked()
    row.tick.click()
    stage.on()
    assert len(stage.stored().conclusions) == 2
    stage.page.walk.go_to("Q9")
    stage.press("8")
    stage.page.walk.go_to("Q28")
    stage.on()
    assert stage.page.walk.ends.ending.rows[1].tick.isChecked()
    stage.on()
    assert len(stage.stored().conclusions) == 2


def test_a_very_long_answer_is_a_short_task_and_may_end(stage: Stage) -> None:
    stage.three_minutes()
    stage.page.walk.go_to("Q12")
    words = "Begin with the result. " * 4_000
    stage.page.card.views[0].take_answer(a.TextAnswer(text=words))
    stage.page.walk.go_to("Q28")
    stage.on()
    stage.on()
    assert stage.page.walk.ends.shows_done
    task = stage.stored().conclusions[1]
    assert task.text.startswith("Begin with the result. Begin")
    assert len(task.text) <= 300
    assert task.ground.words == words.strip()


def test_from_a_friends_view_one_comes_back_to_the_end_where_it_was_asked_for(
    stage: Stage,
) -> None:
    finish(stage)
    done = stage.page.walk.ends.done
    lines = [line.text() for line in done.lines]
    done.friends.click()
    assert stage.page.walk.ends.shows_friends
    stage.page.card.back.click()
    assert stage.page.walk.ends.shows_done
    assert [line.text() for line in done.lines] == lines
    assert stage.page.card.next.hasFocus()
    stage.on()


def test_an_end_that_was_undone_meanwhile_is_not_come_back_to(stage: Stage) -> None:
    finish(stage)
    stage.page.walk.ends.done.friends.click()
    stage.world.undo_last()
    stage.page.card.back.click()
    assert (stage.page.walk.ends.shows_done, stage.at) == (False, "Q28")


def test_from_a_friends_view_one_comes_back_to_the_question(stage: Stage) -> None:
    stage.begin(FULL)
    stage.page.walk.go_to("Q23")
    stage.page.card.views[0].friends.click()
    stage.back()
    assert stage.at == "Q23"


def test_the_fifteen_minutes_after_the_end_begin_at_what_was_not_asked(stage: Stage) -> None:
    finish(stage)
    stage.page.paths.segments[1].click()
    assert (stage.at, stage.stored().path) == ("Q2", FULL)
    assert stage.stored().sitting == 1


def test_the_fifteen_minutes_after_the_end_are_a_second_look_on_a_later_day(stage: Stage) -> None:
    finish(stage)
    stage.world.instant = stage.world.at(1).instant
    stage.begin(SHORT)
    stage.page.paths.segments[1].click()
    assert (stage.stored().sitting, stage.stored().path) == (2, FULL)


def test_fewer_minutes_after_the_end_leave_one_there(stage: Stage) -> None:
    finish(stage)
    stage.page.paths.segments[0].click()
    assert stage.page.walk.ends.shows_done


def test_from_a_whole_section_one_comes_to_the_question_with_the_keyboard(stage: Stage) -> None:
    stage.begin(FULL)
    stage.page.walk.turn_whole()
    stage.page.card.views[3].editor.take_focus()
    QTest.keyClick(stage.page.window().focusWidget(), Qt.Key.Key_S, SECTION)
    assert [view.question.id for view in stage.page.card.views] == ["Q4"]


def test_one_goes_on_in_the_middle_of_a_section_where_one_wrote(stage: Stage) -> None:
    stage.begin(FULL)
    stage.page.walk.turn_whole()
    stage.page.card.views[3].editor.take_focus()
    stage.press("They lost their planner in March")
    stage.page.leave()
    stage.open_page().show_interview(stage.interview, FULL)
    assert stage.at == "Q4"


def test_whether_it_held_is_asked_until_it_is_answered(stage: Stage) -> None:
    finish(stage)
    stage.world.instant = stage.world.at(8).instant
    following = stage.world.add("Lumen & Ash", days=-1)
    stage.interview = stage.world.detail(following.application_id).interviews[0].id
    stage.begin()
    stage.page.walk.go_to("Q10")
    stage.press("I asked for a moment when I went blank")
    stage.page.walk.go_to("Q26")
    stage.press(KIND)
    stage.page.walk.go_to("Q28")
    stage.on()
    stage.on()
    kept = stage.page.walk.ends.done.kept
    asked = len(kept.rows)
    assert asked > 0
    stage.page.leave()
    stage.begin()
    assert len(kept.rows) == asked
    kept.rows[0].held.click()
    stage.page.leave()
    stage.begin()
    assert len(kept.rows) == asked - 1


def test_very_long_words_to_oneself_are_kept_whole_and_shown_by_their_beginning(
    stage: Stage,
) -> None:
    stage.three_minutes()
    stage.page.walk.go_to("Q26")
    words = "You stayed calm. כל הכבוד 🙂 " * 3_000
    stage.page.card.views[0].take_answer(a.TextAnswer(text=words))
    stage.page.walk.go_to("Q28")
    stage.on()
    stage.on()
    assert stage.answer("Q26") == a.TextAnswer(text=words)
    shown = stage.page.walk.ends.done.own_words.text()
    assert shown.startswith("“You stayed calm. כל הכבוד 🙂 You")
    assert shown.endswith("…”")
    assert len(shown) <= 502
