"""Every kind of answer is edited as it is kept, by the keyboard alone, and told to a screen reader."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.form_store import shipped_form
from core.playbook.kinds import PromiseItem, Promiser
from core.reflection import answers as a
from core.reflection.kinds import AnswerKind
from gui.reflect.card_rows import ContactRowEdit, ContactsEditor, PromiseRowEdit, PromisesEditor
from gui.reflect.choice_editors import ChoiceEditor, PickEditor, WrongNameEditor
from gui.reflect.editor import AnswerEditor
from gui.reflect.editors import EDITORS
from gui.reflect.rows import LineRow, ListEditor, TaggedListEditor, TaggedRowEdit
from gui.reflect.scale_editors import NumberEditor, RatingsEditor, ScoreEditor, SlidersEditor
from gui.reflect.words_editors import DateEditor, IfThenEditor, TextEditor
from gui.theme import Theme
from gui.widgets.growing_field import LONGEST_PASTE
from tests.gui.pages.world import nameless
from tests.gui.reflect.making import Maker

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


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> Maker:
    return Maker(qtbot, theme)


def press(editor: QWidget, *keys: Qt.Key | str) -> None:
    """Press keys, each where the keyboard is by then."""
    for key in keys:
        focused = editor.window().focusWidget()
        if isinstance(key, str):
            QTest.keyClicks(focused, key)
        else:
            QTest.keyClick(focused, key)


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


# ------------------------------------------------------------------ lists


def test_enter_begins_another_line_and_backspace_in_an_empty_one_takes_it_away(
    make: Maker,
) -> None:
    editor = make("Q10")
    assert isinstance(editor, ListEditor)
    editor.set_answer(None)
    editor.take_focus()
    press(editor, "I listened", Qt.Key.Key_Return, "I asked", Qt.Key.Key_Return)
    assert len(editor.rows) == 3
    assert [row.text for row in _list(editor)] == ["I listened", "I asked"]
    press(editor, Qt.Key.Key_Backspace)
    assert len(editor.rows) == 2
    press(editor, ", twice")
    assert [row.text for row in _list(editor)] == ["I listened", "I asked, twice"]


def test_enter_in_an_empty_line_makes_no_other_one(make: Maker) -> None:
    editor = make("Q10")
    assert isinstance(editor, ListEditor)
    editor.take_focus()
    press(editor, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert len(editor.rows) == 1


def test_enter_in_the_middle_of_a_list_puts_the_new_line_right_there(make: Maker) -> None:
    editor = make("Q10")
    assert isinstance(editor, ListEditor)
    rows = (a.ListRow(key="k1", text="first"), a.ListRow(key="k2", text="last"))
    editor.set_answer(a.ListAnswer(rows=rows))
    editor.rows[0].first_field.setFocus()
    press(editor, Qt.Key.Key_Return, "middle")
    assert [row.text for row in _list(editor)] == ["first", "middle", "last"]


def test_a_line_keeps_its_key_while_its_words_change_and_a_new_one_has_another(
    make: Maker,
) -> None:
    editor = make("Q30")
    assert isinstance(editor, ListEditor)
    editor.set_answer(a.ListAnswer(rows=(a.ListRow(key="k1", text="tides"),)))
    editor.take_focus()
    press(editor, " and winds", Qt.Key.Key_Return, "fares")
    first, second = _list(editor)
    assert (first.key, first.text) == ("k1", "tides and winds")
    assert second.key not in ("", "k1")


def test_taking_the_only_line_away_leaves_an_empty_one_to_write_in(make: Maker) -> None:
    editor = make("Q10")
    assert isinstance(editor, ListEditor)
    editor.set_answer(a.ListAnswer(rows=(a.ListRow(key="k1", text="x"),)))
    told = QSignalSpy(editor.edited)
    row = editor.rows[0]
    assert isinstance(row, LineRow)
    row.field.remove.click()
    assert len(editor.rows) == 1
    assert editor.answer() == a.ListAnswer()
    assert told.count() == 1


def test_a_field_grows_with_its_words_and_shrinks_again(make: Maker) -> None:
    editor = make("Q10")
    row = editor.findChild(LineRow)
    assert row is not None
    low = row.field.height()
    row.field.text = "word " * 60
    assert row.field.height() > 2 * low
    row.field.text = "word"
    assert row.field.height() == low


def test_far_too_much_that_is_pasted_is_cut(make: Maker) -> None:
    editor = make("Q7")
    assert isinstance(editor, TextEditor)
    data = QMimeData()
    data.setText("x" * (LONGEST_PASTE + 1))
    editor.field.edit.insertFromMimeData(data)
    assert len(editor.field.text) == LONGEST_PASTE


def test_the_words_own_undo_never_reaches_the_window(make: Maker) -> None:
    editor = make("Q7")
    assert isinstance(editor, TextEditor)
    undo = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    undo.ignore()
    QApplication.sendEvent(editor.field.edit, undo)
    assert undo.isAccepted()


def test_tags_are_split_at_commas_and_named_once(make: Maker) -> None:
    editor = make("Q2")
    assert isinstance(editor, TaggedListEditor)
    editor.take_focus()
    row = editor.rows[0]
    assert isinstance(row, TaggedRowEdit)
    assert row.tags.isHidden()
    press(editor, "Why us?")
    assert row.tags.isVisible()
    row.tags.setFocus()
    press(editor, "motive,  the   company, motive,,")
    answer = editor.answer()
    assert isinstance(answer, a.TaggedListAnswer)
    assert answer.rows[0].tags == ("motive", "the company")


# ------------------------------------------------------------------ people and promises


def test_whoever_is_known_is_asked_about_first_of_all(make: Maker) -> None:
    editor = make("Q1", people=("Ingrid van der Berg",))
    assert isinstance(editor, ContactsEditor)
    rows = (a.ContactRow(key="k1", name="Ingrid"), a.ContactRow(key="k2", name="Tomas"))
    editor.set_answer(a.ContactsAnswer(rows=rows))
    editor.take_focus()
    press(editor, "tides")
    answer = editor.answer()
    assert isinstance(answer, a.ContactsAnswer)
    assert [row.topic for row in answer.rows] == ["tides", ""]
    editor.take_focus()
    press(editor, "the rota", Qt.Key.Key_Return, "Amara", Qt.Key.Key_Tab, "Boss")
    answer = editor.answer()
    assert isinstance(answer, a.ContactsAnswer)
    assert [(row.name, row.role, row.topic) for row in answer.rows] == [
        ("Ingrid", "", "tides"),
        ("Tomas", "", "the rota"),
        ("Amara", "Boss", ""),
    ]


def test_names_of_the_application_are_completed(make: Maker) -> None:
    editor = make("Q1", people=("Ingrid van der Berg", "Tomas Okafor"))
    row = editor.findChild(ContactRowEdit)
    assert row is not None
    completer = row.name.completer()
    assert completer is not None
    completer.setCompletionPrefix("berg")
    assert completer.currentCompletion() == "Ingrid van der Berg"


def test_a_promise_is_written_given_to_them_and_dated_by_the_keyboard(make: Maker) -> None:
    editor = make("Q3")
    assert isinstance(editor, PromisesEditor)
    editor.take_focus()
    press(editor, "the route sample")
    row = editor.rows[0]
    assert isinstance(row, PromiseRowEdit)
    row.by.segments[1].setFocus()
    press(editor, Qt.Key.Key_Space)
    row.day.add.setFocus()
    press(editor, Qt.Key.Key_Space)
    assert editor.window().focusWidget() is row.day.field
    press(editor, "15")
    (kept,) = _promises(editor)
    assert (kept.by, kept.text, kept.due) == (
        Promiser.THEM,
        "the route sample",
        date(2026, 5, 15),
    )
    row.day.clear.click()
    assert _promises(editor)[0].due is None


def test_other_words_for_a_promise_let_it_be_read_anew(make: Maker) -> None:
    editor = make("Q3")
    row = a.PromiseRow(key="k1", text="three references", item=PromiseItem.REFERENCES)
    editor.set_answer(a.PromisesAnswer(rows=(row,)))
    assert _promises(editor)[0].item is PromiseItem.REFERENCES
    assert isinstance(editor, PromisesEditor)
    shown = editor.rows[0]
    assert isinstance(shown, PromiseRowEdit)
    shown.text.text = "the sample"
    assert _promises(editor)[0].item is None


# ------------------------------------------------------------------ numbers and choices


def test_one_key_is_one_answer_and_zero_is_ten(make: Maker) -> None:
    editor = make("Q9")
    assert isinstance(editor, NumberEditor)
    editor.take_focus()
    press(editor, "0")
    assert editor.answer() == a.NumberAnswer(value=10)
    press(editor, "7")
    assert editor.answer() == a.NumberAnswer(value=7)
    press(editor, Qt.Key.Key_Delete)
    assert editor.answer() == a.NumberAnswer()


def test_a_digit_rates_and_leads_on_to_the_next_one(make: Maker) -> None:
    editor = make("Q14")
    assert isinstance(editor, RatingsEditor)
    editor.take_focus()
    press(editor, "3", "5", "9", "4")
    answer = editor.answer()
    assert isinstance(answer, a.RatingsAnswer)
    assert [(one.item, one.value) for one in answer.ratings] == [
        ("punctuality", 3),
        ("opening", 5),
        ("listening", 4),
    ]


def test_a_rating_that_this_form_does_not_ask_is_kept(make: Maker) -> None:
    editor = make("Q14")
    old = a.Rating(item="handshake", value=2)
    editor.set_answer(a.RatingsAnswer(ratings=(old,)))
    assert editor.answer() == a.RatingsAnswer(ratings=(old,))


def test_a_scale_tells_its_number_and_what_the_ends_mean(make: Maker) -> None:
    editor = make("Q8")
    assert isinstance(editor, SlidersEditor)
    scale = editor.scales["before"]
    assert scale.accessibleDescription().startswith("Not answered")
    scale.setFocus()
    press(editor, "4")
    assert scale.accessibleDescription() == "4 of 10. 1: very tense, 10: quite at ease"


def test_a_click_on_a_number_chooses_it(make: Maker) -> None:
    editor = make("Q9")
    assert isinstance(editor, NumberEditor)
    place = editor.scale.rect().center()
    place.setX(editor.scale.width() - 10)
    QTest.mouseClick(editor.scale, Qt.MouseButton.LeftButton, pos=place)
    assert editor.answer() == a.NumberAnswer(value=10)


def test_a_score_leads_on_to_the_why(make: Maker) -> None:
    editor = make("Q21")
    assert isinstance(editor, ScoreEditor)
    editor.take_focus()
    press(editor, "5", "the people")
    assert editor.answer() == a.ScoreAnswer(value=5, text="the people")


def test_a_digit_chooses_and_delete_takes_it_back(make: Maker) -> None:
    editor = make("Q17")
    assert isinstance(editor, ChoiceEditor)
    editor.take_focus()
    told = QSignalSpy(editor.edited)
    press(editor, "4")
    assert editor.answer() == a.ChoiceAnswer(choice="nerves")
    press(editor, Qt.Key.Key_Delete)
    assert editor.answer() == a.ChoiceAnswer()
    assert told.count() == 2


def test_where_no_questions_were_noted_the_hardest_is_told_in_words(make: Maker) -> None:
    editor = make("Q13", rows=())
    assert isinstance(editor, PickEditor)
    editor.set_answer(a.PickAnswer(row="gone"))
    editor.take_focus()
    press(editor, "the tides")
    assert editor.answer() == a.PickAnswer(row="gone", text="the tides")


def test_the_right_name_is_asked_only_once_a_wrong_one_was_used(make: Maker) -> None:
    editor = make("Q19")
    assert isinstance(editor, WrongNameEditor)
    assert not editor.correct.isVisible()
    editor.take_focus()
    press(editor, "2")
    assert editor.correct.isVisible()
    editor.whom.setFocus()
    press(editor, "Berg", Qt.Key.Key_Return, "van der Berg")
    assert editor.answer() == a.WrongNameAnswer(used=True, whom="Berg", correct="van der Berg")


def test_a_plan_is_read_back_as_one_sentence(make: Maker) -> None:
    editor = make("Q28")
    assert isinstance(editor, IfThenEditor)
    editor.take_focus()
    press(editor, "I go blank", Qt.Key.Key_Return, "ask for a moment")
    assert editor.sentence.text() == "“If I go blank, then I will ask for a moment.”"


def test_no_day_is_named_until_somebody_names_one(make: Maker) -> None:
    editor = make("Q29")
    assert isinstance(editor, DateEditor)
    editor.take_focus()
    press(editor, Qt.Key.Key_Space)
    assert editor.answer() == a.DateAnswer(day=date(2026, 5, 19))
    editor.day.clear.click()
    assert editor.answer() == a.DateAnswer()


def _list(editor: AnswerEditor) -> tuple[a.ListRow, ...]:
    answer = editor.answer()
    assert isinstance(answer, a.ListAnswer)
    return answer.rows


def _promises(editor: AnswerEditor) -> tuple[a.PromiseRow, ...]:
    answer = editor.answer()
    assert isinstance(answer, a.PromisesAnswer)
    return answer.rows
