"""Editors of lists, of people and of promises: a line each, all by the keyboard."""

from datetime import date

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from core.playbook.kinds import PromiseItem, Promiser
from core.reflection import answers as a
from gui.reflect.card_rows import ContactRowEdit, ContactsEditor, PromiseRowEdit, PromisesEditor
from gui.reflect.editor import AnswerEditor
from gui.reflect.rows import LineRow, ListEditor, TaggedListEditor, TaggedRowEdit
from gui.reflect.words_editors import TextEditor
from gui.widgets.growing_field import LONGEST_PASTE
from tests.gui.reflect.making import Maker
from tests.gui.reflect.pressing import press


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


def _list(editor: AnswerEditor) -> tuple[a.ListRow, ...]:
    answer = editor.answer()
    assert isinstance(answer, a.ListAnswer)
    return answer.rows


def _promises(editor: AnswerEditor) -> tuple[a.PromiseRow, ...]:
    answer = editor.answer()
    assert isinstance(answer, a.PromisesAnswer)
    return answer.rows
