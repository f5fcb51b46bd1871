"""A list that is pasted becomes rows, by whatever marks it came with, and no line is lost."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QSignalSpy

from core.playbook.kinds import Promiser
from core.reflection import answers as a
from gui.reflect.card_rows import PromiseRowEdit
from gui.reflect.editor import AnswerEditor
from gui.reflect.rows import RowEdit, RowsEditor
from gui.widgets.growing_field import GrowingField
from gui.widgets.pasted_lines import MOST_LINES, lines_of
from tests.gui.reflect.making import Maker


@pytest.mark.parametrize("question", ["Q2", "Q4", "Q5", "Q10", "Q30"])
def test_each_line_of_a_pasted_list_is_a_row(make: Maker, question: str) -> None:
    editor = make(question)
    told = QSignalSpy(editor.edited)
    paste(editor, "- Why us?\n- And the tides?\n\n- מה לגבי הגאות? 🙂\n")
    assert words_in(editor) == ["Why us?", "And the tides?", "מה לגבי הגאות? 🙂"]
    assert told.count() > 0
    keys = [row.key for row in rows_in(editor)]
    assert len(set(keys)) == 3


def test_a_list_that_is_pasted_into_words_goes_on_with_them(make: Maker) -> None:
    editor = make("Q10")
    rows = (a.ListRow(key="k1", text="before, after"), a.ListRow(key="k2", text="last"))
    editor.set_answer(a.ListAnswer(rows=rows))
    edit = field_of(rows_in(editor)[0]).edit
    cursor = edit.textCursor()
    cursor.setPosition(len("before, "))
    edit.setTextCursor(cursor)
    paste(editor, "one\ntwo\nthree ", into=0)
    assert words_in(editor) == ["before, one", "two", "threeafter", "last"]
    assert rows_in(editor)[0].key == "k1"
    assert editor.window().focusWidget() is field_of(rows_in(editor)[2]).edit


def test_what_is_selected_is_replaced_by_the_list(make: Maker) -> None:
    editor = make("Q10")
    editor.set_answer(a.ListAnswer(rows=(a.ListRow(key="k1", text="all of this"),)))
    field_of(rows_in(editor)[0]).edit.selectAll()
    paste(editor, "one\r\ntwo", into=0)
    assert words_in(editor) == ["one", "two"]


def test_one_line_stays_in_its_row(make: Maker) -> None:
    editor = make("Q10")
    paste(editor, "  only this one\n")
    assert words_in(editor) == ["only this one"]
    assert len(rows_in(editor)) == 1


def test_pasted_promises_are_made_by_the_same(make: Maker) -> None:
    editor = make("Q3")
    row = rows_in(editor)[0]
    assert isinstance(row, PromiseRowEdit)
    row.by.segments[1].click()
    paste(editor, "1. a date\n2. the contract")
    answer = editor.answer()
    assert isinstance(answer, a.PromisesAnswer)
    assert [(one.by, one.text) for one in answer.rows] == [
        (Promiser.THEM, "a date"),
        (Promiser.THEM, "the contract"),
    ]


def test_a_very_long_list_is_kept_whole_in_a_row_for_each_of_its_first_lines(make: Maker) -> None:
    editor = make("Q4")
    lines = [f"fact {number}" for number in range(3_000)]
    paste(editor, "\n".join(lines))
    assert len(rows_in(editor)) == MOST_LINES
    assert "\n".join(words_in(editor)).split("\n") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1. one\n2) two\n10. ten", ["one", "two", "ten"]),
        ("• one\n\t◦ two", ["one", "two"]),
        ("- [ ] one\n- [x] two", ["one", "two"]),
        ("- one\nnot a mark", ["- one", "not a mark"]),
        ("2019 was hard\n3 people", ["2019 was hard", "3 people"]),
        ("-5 degrees\n-6 degrees", ["-5 degrees", "-6 degrees"]),
    ],
)
def test_the_marks_of_a_list_are_left_out_and_nothing_else(text: str, lines: list[str]) -> None:
    assert list(lines_of(text)) == lines


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp")))))
def test_no_word_is_lost(lines: Sequence[str]) -> None:
    kept = "\n".join(lines_of("\n".join(lines)))
    assert kept == "\n".join(line for line in lines if line)


def rows_in(editor: AnswerEditor) -> list[RowEdit]:
    assert isinstance(editor, RowsEditor)
    return editor.rows


def words_in(editor: AnswerEditor) -> list[str]:
    answer = editor.answer()
    assert isinstance(answer, a.ListAnswer | a.TaggedListAnswer | a.PromisesAnswer)
    return [row.text for row in answer.rows]


def field_of(row: RowEdit) -> GrowingField:
    field = row.findChild(GrowingField)
    assert field is not None
    return field


def paste(editor: AnswerEditor, text: str, into: int = -1) -> None:
    data = QMimeData()
    data.setText(text)
    edit = field_of(rows_in(editor)[into]).edit
    if into < 0:
        edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.insertFromMimeData(data)
