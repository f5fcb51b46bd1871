"""What every editor of an answer has in common."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget

from core.form_store import shipped_form
from core.playbook.kinds import PromiseItem, Promiser
from core.reflection import answers as a
from core.reflection.kinds import AnswerKind
from gui.reflect.editors import EDITORS
from tests.gui.pages.world import nameless
from tests.gui.reflect.making import Maker
from tests.gui.reflect.pressing import press

ANSWERS: dict[str, a.Answer] = {
    "Q1": a.ContactsAnswer(
        rows=(
            a.ContactRow(key="k1", name="Ingrid van der Berg", role="Head", topic="tides"),
            a.ContactRow(key="k2", topic="the rota 🙂"),
        )
    ),
    "Q2": a.TaggedListAnswer(
        rows=(
            a.TaggedRow(key="k1", text="Why us?", tags=("motive", "the company")),
            a.TaggedRow(key="k2", text="And the tides?"),
        )
    ),
    "Q3": a.PromisesAnswer(
        rows=(
            a.PromiseRow(key="k1", text="the route sample", due=date(2026, 5, 14)),
            a.PromiseRow(key="k2", by=Promiser.THEM, text="an answer", item=PromiseItem.DECISION),
        )
    ),
    "Q4": a.ListAnswer(rows=(a.ListRow(key="k1", text="A new ferry,\nin October"),)),
    "Q6": a.EachAnswer(
        choices=(
            a.RowChoice(row="one", choice="partly"),
            a.RowChoice(row="two", choice="no"),
        )
    ),
    "Q7": a.TextAnswer(text="The\u00a0room.\n\nAnd the pace 🙂."),
    "Q8": a.SlidersAnswer(before=3, after=10),
    "Q9": a.NumberAnswer(value=7),
    "Q11": a.PickAnswer(row="two", text="calm with upset guests"),
    "Q14": a.RatingsAnswer(
        ratings=(a.Rating(item="opening", value=2), a.Rating(item="closing", value=5))
    ),
    "Q15": a.PartsAnswer(
        rows=(
            a.RowParts(row="one", parts=(a.StoryPart.SITUATION, a.StoryPart.RESULT)),
            a.RowParts(row="two"),
        )
    ),
    "Q17": a.ChoiceAnswer(choice="outside my control"),
    "Q19": a.WrongNameAnswer(used=True, whom="Dr. Berg", correct="van der Berg"),
    "Q21": a.ScoreAnswer(value=4, text="The people."),
    "Q22": a.FriendsAnswer(rows=(a.FriendRow(key="k1", friend="Amara", text="calm"),)),
    "Q28": a.IfThenAnswer(cue="I go blank", action="ask for a moment"),
    "Q29": a.DateAnswer(day=date(2026, 5, 20)),
}


def test_there_is_an_editor_for_every_kind_of_answer() -> None:
    kinds = {found.kind for q in ANSWERS if (found := shipped_form().form.find(q))}
    assert set(EDITORS) == set(AnswerKind) == kinds


@pytest.mark.parametrize("question", ANSWERS)
def test_an_answer_that_is_shown_and_not_touched_is_the_same_answer(
    make: Maker, question: str
) -> None:
    editor = make(question)
    told = QSignalSpy(editor.edited)
    editor.set_answer(ANSWERS[question])
    assert editor.answer() == ANSWERS[question]
    assert told.count() == 0


@pytest.mark.parametrize("question", ANSWERS)
def test_a_question_that_was_never_answered_is_empty_and_so_is_another_kind_of_answer(
    make: Maker, question: str
) -> None:
    kind = type(ANSWERS[question])
    for other in (None, a.TextAnswer(text="x") if kind is not a.TextAnswer else a.DateAnswer()):
        editor = make(question)
        editor.set_answer(ANSWERS[question])
        editor.set_answer(other)
        assert editor.answer() == kind()


@pytest.mark.parametrize("question", ANSWERS)
def test_a_screen_reader_can_name_every_field(make: Maker, question: str) -> None:
    editor = make(question)
    editor.set_answer(ANSWERS[question])
    assert nameless(editor) == []


@pytest.mark.parametrize("question", ANSWERS)
def test_the_keyboard_goes_to_the_first_field_and_tab_walks_through_all_of_them(
    make: Maker, question: str
) -> None:
    editor = make(question)
    editor.set_answer(None)
    editor.take_focus()
    first = editor.window().focusWidget()
    assert first is not None
    seen: list[QWidget] = []
    while (focused := editor.window().focusWidget()) not in seen and len(seen) < 100:
        assert focused is not None
        seen.append(focused)
        press(editor, Qt.Key.Key_Tab)
    assert len(seen) < 100, "Tab never came back to where it was"
