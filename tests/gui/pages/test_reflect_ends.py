"""The end of a reflection: what is missing, what is taken along, what follows, and a second look."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.playbook.kinds import StepState
from core.reflection import answers as a
from core.reflection.conclusions import ConclusionKind
from core.use_cases import reflections
from core.use_cases.reflections import ConclusionShown
from gui.reflect.conclusion_rows import ConclusionRow
from gui.theme import Theme
from gui.widgets.labels import Label
from tests.gui.pages.reflect_stage import FULL, KIND, SHORT, Stage
from tests.gui.pages.world import World, nameless, titles


@pytest.fixture
def stage(theme: Theme, world: World) -> Iterator[Stage]:
    stage = Stage(theme, world)
    yield stage
    stage.close()


def conclusions(stage: Stage) -> tuple[ConclusionShown, ...]:
    return stage.stored().conclusions


def finish(stage: Stage) -> None:
    """Three minutes, and the button at the end."""
    stage.three_minutes()
    stage.on()


def test_what_is_missing_is_said_kindly_and_leads_back(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q28")
    stage.on()
    ending = stage.page.walk.ends.ending
    assert ending.heading.text() == "Before you go"
    assert [button.text() for button in ending.buttons] == [
        "What went well",
        "A sentence to myself",
    ]
    assert not stage.page.card.next.isVisible()
    QApplication.processEvents()
    said = " ".join(label.text() for label in ending.findChildren(Label) if label.isVisible())
    assert "Something went well, even if it was small" in said
    assert "Give yourself one whole sentence" in said
    stage.press(Qt.Key.Key_Space)
    assert stage.at == "Q10"
    assert stage.stored().finished_at is None


def test_half_a_sentence_to_oneself_asks_for_a_few_words_more(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q10")
    stage.press("I asked")
    stage.page.walk.go_to("Q26")
    stage.press("Well done")
    stage.page.walk.go_to("Q28")
    stage.on()
    (button,) = stage.page.walk.ends.ending.buttons
    assert button.text() == "A sentence to myself"
    stage.press(Qt.Key.Key_Space)
    assert stage.at == "Q26"


def test_the_answers_become_tasks_that_one_ticks_words_and_dates(stage: Stage) -> None:
    stage.three_minutes()
    ending = stage.page.walk.ends.ending
    plan, change = ending.rows
    assert plan.field.text == "If I go blank, then I will ask for a moment."
    assert plan.tick.isChecked()
    assert change.field.text == "Begin with the result"
    assert ending.sentence.text().endswith("By Monday, unless you name a day.")
    assert nameless(stage.page) == []
    plan.tick.click()
    change.field.text = "Begin each answer with the result"
    change.kind.choose(ConclusionKind.STORY.value)
    change.day.add.click()
    change.day.field.set_day(date(2026, 5, 15))
    stage.on()
    (kept,) = conclusions(stage)
    assert kept.text == "Begin each answer with the result"
    assert kept.kind is ConclusionKind.STORY
    assert kept.due_by_hand
    assert kept.due.date() == date(2026, 5, 15)
    assert kept.ground.words == "Begin with the result"


def test_a_task_of_ones_own_is_added_by_the_keyboard(stage: Stage) -> None:
    stage.three_minutes()
    stage.page.walk.ends.ending.add.setFocus()
    stage.press(Qt.Key.Key_Space, "Iron the blue shirt")
    stage.on()
    assert conclusions(stage)[-1].text == "Iron the blue shirt"
    assert len(conclusions(stage)) == 3


def test_an_empty_task_of_ones_own_is_no_task(stage: Stage) -> None:
    stage.three_minutes()
    stage.page.walk.ends.ending.add_own()
    stage.on()
    assert len(conclusions(stage)) == 2


def test_what_was_only_wrong_is_no_task_until_it_says_what_to_do(stage: Stage) -> None:
    stage.three_minutes()
    stage.back()
    stage.page.walk.go_to("Q12")
    field = stage.page.card.views[0].editor.first_field
    field.setFocus()
    stage.page.card.views[0].take_answer(a.TextAnswer(text="I rambled far too long"))
    stage.page.walk.go_to("Q28")
    stage.on()
    row = stage.page.walk.ends.ending.rows[1]
    assert row.field.text == "I rambled far too long"
    assert not row.tick.isChecked()
    assert "What will you do instead?" in [label.text() for label in row.findChildren(Label)]
    row.field.text = "Begin with the result"
    assert row.tick.isChecked()


def test_done_says_what_followed_and_the_words_to_oneself(stage: Stage) -> None:
    finish(stage)
    done = stage.page.walk.ends.done
    assert done.isVisible()
    assert done.heading.text() == "That is done. The rest can wait."
    assert [line.text() for line in done.lines] == [
        "Planned for today: Send the route sample",
        "Planned for Monday: Turn what you learned into preparation",
        "2 small tasks for the next time",
    ]
    assert done.own_words.text() == f"“{KIND}”"
    assert stage.stored().finished_at is not None
    assert "Send the route sample" in titles(stage.world, stage.application, StepState.OPEN)
    assert stage.world.labels[-1] == (
        "Thought back on Halvorsen Maritime: planned for today: Send the route sample, "
        "Planned for Monday: Turn what you learned into preparation"
    )


def test_undo_takes_back_all_that_followed_and_no_answer(stage: Stage) -> None:
    finish(stage)
    stage.world.undo_last()
    shown = stage.stored()
    assert shown.finished_at is None
    assert shown.conclusions == ()
    assert shown.answers["Q26"] == a.TextAnswer(text=KIND)
    assert "Send the route sample" not in titles(stage.world, stage.application, StepState.OPEN)


def test_the_step_that_asked_for_it_is_done(stage: Stage) -> None:
    finish(stage)
    assert "Three quiet minutes" in titles(stage.world, stage.application, StepState.DONE)


def test_the_topic_that_was_noted_stands_on_the_card_for_the_thank_you(stage: Stage) -> None:
    finish(stage)
    people = {person.name: person.topic for person in stage.world.detail(stage.application).people}
    assert people["Ingrid van der Berg"] == "the winter timetable"


def test_what_was_finished_is_shown_calmly_and_can_be_read(stage: Stage) -> None:
    finish(stage)
    stage.open_page()
    stage.begin()
    done = stage.page.walk.ends.done
    assert done.heading.text() == "You have thought back on this one."
    assert not done.again.isVisible()
    done.answers.click()
    assert stage.at == "Q1"


def test_a_second_look_on_a_later_day_rates_anew_and_shows_the_change(stage: Stage) -> None:
    finish(stage)
    stage.world.instant = stage.world.at(1).instant
    stage.open_page()
    stage.begin()
    stage.page.walk.ends.done.again.click()
    assert stage.stored().sitting == 2
    assert stage.page.header.sentence.text().endswith("a second look")
    stage.page.walk.go_to("Q9")
    view = stage.page.card.views[0]
    assert view.editor.answer() == a.NumberAnswer()
    assert not view.change.isVisible()
    stage.press("5")
    view.look_at(stage.page.sitting.answers, stage.stored().earlier)
    assert view.change.words.text() == "5, first 7"
    stage.page.walk.go_to("Q28")
    stage.on()
    stage.on()
    assert (stage.said, stage.world.troubles) == ([], [])
    assert "All in all: 5, first 7" in [line.text() for line in stage.page.walk.ends.done.lines]


def test_the_full_way_asks_for_three_things_that_went_well(stage: Stage) -> None:
    stage.three_minutes()
    stage.page.sitting.set_path(FULL)
    stage.page.walk.go_to("Q30")
    stage.on()
    (button,) = stage.page.walk.ends.ending.buttons
    assert button.text() == "What went well"
    labels = stage.page.walk.ends.ending.findChildren(Label)
    assert any(label.text().startswith("One more is enough.") for label in labels)


def test_more_than_three_tasks_from_friends_are_too_many_for_one_time(stage: Stage) -> None:
    stage.begin(FULL)
    rows = tuple(
        a.FriendRow(key=f"k{number}", friend="Amara", text=f"Tell story {number}")
        for number in range(4)
    )
    stage.page.sitting.take("Q23", a.FriendsAnswer(rows=rows))
    stage.page.sitting.flush()
    stage.page.sitting.set_path(SHORT)
    stage.three_minutes()
    theirs = [row for row in stage.page.walk.ends.ending.rows if row.from_friend]
    assert [row.tick.isChecked() for row in theirs] == [True, True, True, False]
    theirs[3].tick.click()
    assert not stage.page.card.next.isEnabled()
    assert stage.page.walk.ends.ending.limit.text().startswith(
        "Three suggestions of friends are enough"
    )
    stage.on()
    assert stage.stored().finished_at is None
    theirs[0].tick.click()
    stage.on()
    assert sum(one.from_friend for one in conclusions(stage)) == 3


def test_a_task_says_what_it_stands_on(stage: Stage) -> None:
    stage.begin(FULL)
    stage.page.sitting.take("Q20", a.TextAnswer(text="They frowned at the gap"))
    stage.page.sitting.set_path(SHORT)
    stage.three_minutes()
    row = next(row for row in stage.page.walk.ends.ending.rows if "doubt" in row.field.text)
    assert _captions(row) == ["From “Doubts they showed”"]


def test_after_undo_the_page_asks_again_where_it_ended(stage: Stage) -> None:
    finish(stage)
    stage.world.undo_last()
    assert stage.at == "Q28"
    stage.on()
    stage.on()
    assert stage.page.walk.ends.done.isVisible()
    assert len(conclusions(stage)) == 2


def test_what_was_taken_along_before_is_asked_about_after_the_next_interview(stage: Stage) -> None:
    finish(stage)
    stage.world.instant = stage.world.at(8).instant
    stage.interview = next(
        card.id
        for card in stage.world.detail(stage.world.add(days=-1).application_id).interviews
        if card.id != stage.interview
    )
    stage.begin()
    stage.page.walk.go_to("Q10")
    stage.press("I asked for a moment when I went blank")
    stage.page.walk.go_to("Q26")
    stage.press(KIND)
    stage.page.walk.go_to("Q28")
    stage.on()
    stage.on()
    rows = stage.page.walk.ends.done.kept.rows
    (row,) = [one for one in rows if "ask for a moment" in one.words.text()]
    assert row.words.text() == (
        "“If I go blank, then I will ask for a moment”: you wrote “I asked for a moment when I "
        "went blank”, which sounds as if it held."
    )
    row.held.click()
    assert row.words.text() == "Noted: it held."
    with stage.world.database.reading() as session:
        shown = reflections.open_conclusions(session, None, stage.world.now())
    kept = {one.text: one.kept for one in shown}
    assert kept["If I go blank, then I will ask for a moment."] is True


def test_the_fifteen_minutes_on_a_later_day_are_a_second_look(stage: Stage) -> None:
    finish(stage)
    stage.world.instant = stage.world.at(1).instant
    stage.begin(FULL)
    assert (stage.stored().sitting, stage.stored().path) == (2, FULL)
    assert stage.at == "Q1"


def test_the_fifteen_minutes_on_the_same_day_begin_at_what_is_not_answered_yet(
    stage: Stage,
) -> None:
    finish(stage)
    stage.begin(FULL)
    assert (stage.stored().sitting, stage.stored().path) == (1, FULL)
    assert stage.at == "Q2"


def test_two_presses_of_done_are_one(stage: Stage) -> None:
    stage.three_minutes()
    stage.page.walk.go_on()
    lines = [line.text() for line in stage.page.walk.ends.done.lines]
    assert len(lines) == 3
    assert len(stage.world.labels) == 1


def _captions(row: ConclusionRow) -> list[str]:
    return [label.text() for label in row.findChildren(Label) if label.text().startswith("From")]
