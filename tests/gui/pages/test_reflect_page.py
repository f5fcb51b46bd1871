"""Thinking back: one question after another, kept as it is typed, and left and taken up at will."""

import gc
from collections.abc import Iterator
from datetime import date
from weakref import ref

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.playbook import values
from core.reflection import answers as a
from gui.reflect.choice_editors import ChoiceEditor
from gui.reflect.words_editors import TextEditor
from gui.theme import Theme
from gui.widgets.answers_list import ROW, AnswerRow, Mark
from gui.widgets.growing_field import GrowingField
from tests.gui.pages.reflect_stage import CTRL, FULL, KIND, SHORT, Stage
from tests.gui.pages.world import World, nameless


@pytest.fixture
def stage(theme: Theme, world: World) -> Iterator[Stage]:
    stage = Stage(theme, world)
    yield stage
    stage.close()


def test_three_minutes_by_the_keyboard_alone_leave_seven_answers(stage: Stage) -> None:
    stage.three_minutes()
    answers = stage.stored().answers
    assert isinstance(answers["Q1"], a.ContactsAnswer)
    assert [(row.name, row.topic) for row in answers["Q1"].rows] == [
        ("Ingrid van der Berg", "the winter timetable"),
        ("Tomas Okafor", ""),
    ]
    assert isinstance(answers["Q3"], a.PromisesAnswer)
    assert [row.text for row in answers["Q3"].rows] == ["the route sample"]
    assert answers["Q9"] == a.NumberAnswer(value=7)
    assert isinstance(answers["Q10"], a.ListAnswer)
    assert [row.text for row in answers["Q10"].rows] == [
        "I asked for a moment",
        "The rota was on one page",
    ]
    assert answers["Q12"] == a.TextAnswer(text="Begin with the result")
    assert answers["Q26"] == a.TextAnswer(text=KIND)
    assert answers["Q28"] == a.IfThenAnswer(cue="I go blank", action="ask for a moment")
    assert set(answers) == {"Q1", "Q3", "Q9", "Q10", "Q12", "Q26", "Q28"}


def test_it_says_how_far_one_is_and_how_long_it_still_takes(stage: Stage) -> None:
    stage.begin()
    assert stage.page.card.where.text() == "Question 1 of 7"
    assert stage.page.card.time_left.text() == "about three minutes left"
    assert not stage.page.card.back.isVisible()
    stage.on()
    assert stage.page.card.where.text() == "Question 2 of 7"
    assert stage.page.header.sentence.text() == (
        "Halvorsen Maritime, first round, on site, yesterday 14:00"
    )
    stage.back()
    assert (stage.at, stage.page.card.where.text()) == ("Q1", "Question 1 of 7")


def test_people_that_are_only_offered_count_once_one_has_gone_on(stage: Stage) -> None:
    stage.begin()
    assert stage.answer("Q1") is None
    assert _marks(stage)["Q1"] is Mark.CURRENT
    stage.on()
    assert isinstance(stage.page.sitting.answers["Q1"], a.ContactsAnswer)
    stage.page.sitting.flush()
    assert stage.answer("Q1") is not None
    assert _marks(stage)["Q1"] is Mark.DONE


# ------------------------------------------------------------------ left, and taken up again


def test_one_goes_on_exactly_where_one_left(stage: Stage) -> None:
    stage.begin()
    stage.on()
    stage.on()
    stage.on()
    stage.press("I asked")
    left = QSignalSpy(stage.page.left)
    stage.page.pause.click()
    assert left.at(0) == [stage.application]
    stage.open_page()
    stage.begin()
    assert stage.at == "Q10"
    stage.press(" for a moment")
    stage.page.sitting.flush()
    answer = stage.answer("Q10")
    assert isinstance(answer, a.ListAnswer)
    assert [row.text for row in answer.rows] == ["I asked for a moment"]


def test_the_way_may_be_changed_at_any_question_and_nothing_is_lost(stage: Stage) -> None:
    stage.begin(FULL)
    stage.page.walk.go_to("Q7")
    stage.press("The room")
    stage.page.walk.go_to("Q9")
    stage.press("6")
    _choose_path(stage, "3 minutes")
    assert stage.at == "Q9"
    assert stage.page.card.where.text() == "Question 3 of 7"
    stage.page.walk.go_to("Q12")
    _choose_path(stage, "15 minutes")
    assert stage.at == "Q12"
    stage.page.walk.go_to("Q7")
    assert _text(stage).text == "The room"
    assert stage.stored().path is FULL


def test_a_whole_section_stands_on_the_page_and_next_leads_to_the_next_one(stage: Stage) -> None:
    stage.begin(FULL)
    QTest.keyClick(stage.page, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert [view.question.id for view in stage.page.card.views] == ["Q1", "Q2", "Q3", "Q4"]
    assert stage.page.card.where.text() == "Questions 1 to 4 of 28"
    stage.on()
    assert [view.question.id for view in stage.page.card.views] == ["Q5", "Q7"]
    stage.back()
    assert stage.at == "Q1"
    stage.page.walk.turn_whole()
    assert [view.question.id for view in stage.page.card.views] == ["Q1"]


def test_in_a_whole_section_it_comes_while_one_types_on(stage: Stage, qtbot: QtBot) -> None:
    stage.begin(FULL)
    stage.page.walk.turn_whole()
    stage.page.walk.go_to("Q5")
    assert shown(stage) == ["Q5", "Q7"]
    stage.press("I plan with those")
    qtbot.waitUntil(lambda: shown(stage) == ["Q5", "Q6", "Q7"])
    stage.press(" who sail")
    views = {view.question.id: view for view in stage.page.card.views}
    answer = views["Q5"].editor.answer()
    assert isinstance(answer, a.ListAnswer)
    assert answer.rows[0].text == "I plan with those who sail"
    qtbot.waitUntil(lambda: stage.page.card.views[1].asking.rows[0][1].endswith("sail"))
    views["Q5"].take_answer(a.ListAnswer())
    qtbot.waitUntil(lambda: shown(stage) == ["Q5", "Q7"])


def test_a_question_about_earlier_rows_comes_once_there_are_rows(stage: Stage) -> None:
    stage.begin(FULL)
    stage.page.walk.go_to("Q5")
    stage.press("I plan with those who sail")
    stage.on()
    assert stage.at == "Q6"
    stage.press(Qt.Key.Key_Space)
    stage.page.sitting.flush()
    answer = stage.answer("Q6")
    assert isinstance(answer, a.EachAnswer)
    assert [one.choice for one in answer.choices] == ["yes"]


def test_tab_goes_from_the_fields_to_the_way_on(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    stage.press("x", Qt.Key.Key_Tab)
    card = stage.page.card
    seen = []
    for _ in range(4):
        seen.append(stage.page.window().focusWidget())
        stage.press(Qt.Key.Key_Tab)
    assert seen[:3] == [card.back, card.leave, card.next]


# ------------------------------------------------------------------ what it says


def test_only_what_was_wrong_asks_what_to_do_instead_and_holds_nobody_back(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    view = stage.page.card.views[0]
    stage.press("I rambled far too long")
    qtbot.waitUntil(view.instead.isVisible)
    assert view.instead.words.text() == "What will you do instead?"
    stage.press(". I will begin with the result")
    qtbot.waitUntil(view.instead.isHidden)
    _text(stage).text = "I rambled"
    stage.on()
    assert stage.at == "Q26"


def test_nerves_need_no_apology_and_a_wrong_name_does(stage: Stage) -> None:
    stage.begin(FULL)
    stage.page.walk.turn_whole()
    stage.page.walk.go_to("Q18")
    views = {view.question.id: view for view in stage.page.card.views}
    noticed = views["Q18"].editor
    assert isinstance(noticed, ChoiceEditor)
    noticed.choices.rows[0].click()
    assert views["Q19"].advice.words.text().startswith("Nerves or a weak answer need no apology")
    QTest.keyClicks(views["Q19"].editor.first_field, "2")
    assert views["Q18"].advice.words.text().startswith("A wrong name is worth one short apology")


def test_after_a_no_fewer_questions_are_asked_and_nobody_is_timed(stage: Stage) -> None:
    stage.world.happened(stage.application, values.Rejection(at=stage.world.now().instant))
    stage.begin()
    assert stage.page.card.time_left.text() == ""
    assert not stage.page.paths.isVisible()
    assert [row.key for row in _rows(stage)] == ["Q3", "Q10", "Q26", "Q28"]


def test_the_list_tells_each_answer_and_leads_back_to_it(stage: Stage) -> None:
    stage.three_minutes()
    summaries = {row.key: row.summary for row in _rows(stage)}
    assert summaries == {
        "Q1": "2 people",
        "Q3": "the route sample",
        "Q9": "7 of 10, my estimate",
        "Q10": "I asked for a moment and 1 more",
        "Q12": "Begin with the result",
        "Q26": KIND,
        "Q28": "If I go blank, then I will ask for a moment.",
    }
    listed = stage.page.aside.list
    listed.itemClicked.emit(listed.item(2))
    assert stage.at == "Q9"
    spoken = listed.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "What went well, answered, I asked for a moment and 1 more"


def test_why_it_is_asked_stands_beside_the_question(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q10")
    assert stage.page.aside.why.words.text() == (
        "Looking at what went right helps people learn, too: that is well studied. "
        "Source: Ellis 2014, on learning from successes."
    )


def test_a_form_of_ones_own_with_a_mistake_is_named_with_its_line_and_the_last_one_asks(
    stage: Stage,
) -> None:
    own = stage.world.paths.data / "reflection.toml"
    own.write_text('[questions.Q12]\nwords = "What next?"\n')
    stage.begin()
    stage.page.walk.go_to("Q12")
    assert stage.page.card.views[0].title.text() == "What next?"
    assert not stage.page.aside.trouble.isVisible()
    own.write_text('[questions.Q12]\nwords = "What next?"\nseconds = "soon"\n')
    other = stage.world.add("Lumen & Ash")
    stage.page.show_interview(stage.world.detail(other.application_id).interviews[0].id, SHORT)
    assert "line 3" in stage.page.aside.trouble.words.text()
    stage.page.walk.go_to("Q12")
    assert stage.page.card.views[0].title.text() == "What next?"


def test_a_screen_reader_can_name_everything_on_the_page(stage: Stage) -> None:
    stage.begin(FULL)
    stage.page.walk.turn_whole()
    for question in ("Q1", "Q5", "Q8", "Q14", "Q18", "Q22", "Q26", "Q28"):
        stage.page.walk.go_to(question)
        assert nameless(stage.page) == []


def test_an_interview_that_is_gone_is_told_of(stage: Stage) -> None:
    left = QSignalSpy(stage.page.left)
    stage.page.show_interview(99_999, SHORT)
    assert stage.said == ["This interview is no longer here. Nothing was changed."]
    assert left.at(0) == [0]


def test_questions_that_were_left_are_freed(stage: Stage, qtbot: QtBot) -> None:
    stage.begin(FULL)
    stage.page.walk.turn_whole()
    seen = []
    for question in ("Q1", "Q5", "Q8", "Q10", "Q16", "Q22", "Q26", "Q27"):
        stage.page.walk.go_to(question)
        seen += [ref(view) for view in stage.page.card.views]
    shown = len(stage.page.card.views)
    assert len(seen) == 28
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert len([view for view in seen if view() is not None]) == shown


def test_no_answer_opens_a_window_of_its_own(stage: Stage, qapp: QApplication) -> None:
    stage.begin(FULL)
    rows = tuple(a.TaggedRow(key=f"k{n}", text=f"Why {n}?", tags=("motive",)) for n in range(3))
    answers: dict[str, a.Answer] = {
        "Q2": a.TaggedListAnswer(rows=rows),
        "Q3": a.PromisesAnswer(rows=(a.PromiseRow(key="k", text="x", due=date(2026, 5, 14)),)),
        "Q5": a.ListAnswer(rows=(a.ListRow(key="k", text="Calm"),)),
        "Q19": a.WrongNameAnswer(used=True, whom="Berg", correct="van der Berg"),
    }
    stage.page.sitting.take_all(answers)
    windows = OwnWindows()
    qapp.installEventFilter(windows)
    for question in [*(row.key for row in _rows(stage) if row.key), "Q2"]:
        stage.page.walk.go_to(question)
    qapp.removeEventFilter(windows)
    assert windows.shown == []
    assert stage.page.isActiveWindow()


class OwnWindows(QObject):
    """Notes the kinds of widgets that are shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_the_fifteen_minutes_go_on_with_the_three_where_one_left(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    stage.press("Begin with the result")
    stage.page.leave()
    stage.begin(FULL)
    assert (stage.at, stage.stored().path) == ("Q12", FULL)
    stage.page.leave()
    stage.begin(SHORT)
    assert (stage.at, stage.stored().path) == ("Q12", FULL)


def _choose_path(stage: Stage, words: str) -> None:
    segment = next(one for one in stage.page.paths.segments if one.text() == words)
    segment.click()


def _text(stage: Stage) -> GrowingField:
    editor = stage.page.card.views[0].editor
    assert isinstance(editor, TextEditor)
    return editor.field


def _rows(stage: Stage) -> list[AnswerRow]:
    listed = stage.page.aside.list
    return [listed.item(number).data(ROW) for number in range(listed.count())]


def _marks(stage: Stage) -> dict[str, Mark]:
    return {row.key: row.mark for row in _rows(stage)}


def shown(stage: Stage) -> list[str]:
    """The questions that stand on the page."""
    return [view.question.id for view in stage.page.card.views]
