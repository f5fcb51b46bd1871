"""Answers that are lists: rows that come with Enter and go with their ×."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.reflection.answers import Answer, ListAnswer, ListRow, Row, TaggedListAnswer, TaggedRow
from gui.reflect.editor import AnswerEditor, Asking, new_key
from gui.widgets.buttons import Button
from gui.widgets.fields import TextField
from gui.widgets.growing_field import GrowingField
from gui.widgets.paint import Kind

REMOVE = "Remove this line"
WENT_WELL = "Q10"


class RowEdit(QWidget):
    """One row. `entered` asks for another one, `removed` to take this one away."""

    edited = Signal()
    entered = Signal()
    removed = Signal()
    more_lines = Signal(object)
    """Several lines were pasted: those that are to be rows after this one."""

    def __init__(self, asking: Asking, key: str) -> None:
        super().__init__()
        self.asking = asking
        self.key = key

    def value(self) -> Row | None:
        """The row as it stands in the fields; None while there is nothing in them."""
        raise NotImplementedError

    def set_number(self, number: int) -> None:
        """Which row it is, for the names that a screen reader says."""
        raise NotImplementedError

    @property
    def first_field(self) -> QWidget:
        raise NotImplementedError

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab walks through, in its order."""
        raise NotImplementedError

    def tell(self) -> None:
        self.edited.emit()


class RowsEditor(AnswerEditor):
    """A list of rows, at least one of them to write in, and a button for another."""

    another = "Add another"

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.rows: list[RowEdit] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.add = Button(self.theme, self.another, Kind.TEXT, "plus")
        self.add.clicked.connect(self.add_another)
        self.column.addLayout(self._list)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._insert(self.make_row(None), 0)

    def make_row(self, row: Row | None) -> RowEdit:
        """The fields of a row; None: of a new one."""
        raise NotImplementedError

    def row_of(self, line: str, above: RowEdit) -> Row:
        """A new row with a pasted line in it, for the list that `above` goes on with."""
        raise NotImplementedError

    @property
    def first_field(self) -> QWidget:
        return self.rows[-1].first_field

    def add_another(self) -> None:
        """One more row, with the keyboard in it; an empty last one serves as well."""
        if self.rows[-1].value() is not None:
            self._insert(self.make_row(None), len(self.rows))
        self.rows[-1].first_field.setFocus(Qt.FocusReason.TabFocusReason)

    def values(self) -> tuple[Row, ...]:
        """The rows that hold something."""
        return tuple(value for row in self.rows if (value := row.value()) is not None)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows in place of those before."""
        for old in tuple(self.rows):
            self._drop(old)
        self._insert_all([self.make_row(row) for row in rows or (None,)], 0)

    def _insert(self, row: RowEdit, place: int) -> None:
        self._insert_all((row,), place)

    def _insert_all(self, rows: Sequence[RowEdit], place: int) -> None:
        for at, row in enumerate(rows, start=place):
            row.edited.connect(self.tell)
            row.entered.connect(self._follow)
            row.removed.connect(self._remove)
            row.more_lines.connect(self._take_lines)
            self.rows.insert(at, row)
            self._list.insertWidget(at, row)
            row.show()  # at once: the keyboard may go on to it before the next round of events
        self._number()

    def _take_lines(self, lines: Sequence[str]) -> None:
        """A pasted list: each further line is a row, and the keyboard goes on at its end."""
        above = self.sender()
        if not isinstance(above, RowEdit):
            return
        place = self.rows.index(above) + 1
        self._insert_all([self.make_row(self.row_of(line, above)) for line in lines], place)
        self.rows[place + len(lines) - 1].first_field.setFocus(Qt.FocusReason.TabFocusReason)
        self.tell()

    def _follow(self) -> None:
        """Enter in a row: on to an empty one right after it, or to a new one."""
        row = self.sender()
        if not isinstance(row, RowEdit) or row.value() is None:
            return
        place = self.rows.index(row) + 1
        if place == len(self.rows) or self.rows[place].value() is not None:
            self._insert(self.make_row(None), place)
        self.rows[place].first_field.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self) -> None:
        row = self.sender()
        if not isinstance(row, RowEdit):
            return
        place = self.rows.index(row)
        self._drop(row)
        if not self.rows:
            self._insert(self.make_row(None), 0)
        self._number()
        self.rows[max(0, place - 1)].first_field.setFocus(Qt.FocusReason.TabFocusReason)
        self.tell()

    def _drop(self, row: RowEdit) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        """Names for a screen reader and the way of Tab, both in the order of the rows."""
        stops: list[QWidget] = []
        for place, row in enumerate(self.rows, start=1):
            row.set_number(place)
            stops += row.stops
        for before, after in pairwise((*stops, self.add)):
            QWidget.setTabOrder(before, after)


class LineRow(RowEdit):
    """A row that is one field of words."""

    def __init__(self, asking: Asking, key: str, text: str) -> None:
        super().__init__(asking, key)
        icon = "sprout" if asking.question.id == WENT_WELL else None
        self.field = GrowingField(
            asking.theme,
            asking.question.title,
            text,
            one_line=True,
            icon_name=icon,
            remove_name=REMOVE,
        )
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(4)
        self.layout_.addWidget(self.field)
        self.field.edited.connect(self.edited)
        self.field.entered.connect(self.entered)
        self.field.removed.connect(self.removed)
        self.field.edit.one_line_each = True
        self.field.edit.more_lines.connect(self.more_lines)

    @property
    def first_field(self) -> QWidget:
        return self.field

    @property
    def stops(self) -> tuple[QWidget, ...]:
        return (self.field.edit, self.field.remove)

    def value(self) -> Row | None:
        text = self.field.text
        return ListRow(key=self.key, text=text) if text.strip() else None

    def set_number(self, number: int) -> None:
        self.field.edit.setAccessibleName(f"{self.asking.question.title}, {number}")


class TaggedRowEdit(LineRow):
    """Words, and below them the tags that they go by."""

    def __init__(self, asking: Asking, row: TaggedRow) -> None:
        super().__init__(asking, row.key, row.text)
        self.tags = TextField(asking.theme, ", ".join(row.tags), "Tags, such as: salary, conflict")
        self.tags.textEdited.connect(self._on_tags)
        self.tags.returnPressed.connect(self.entered)
        self.layout_.addWidget(self.tags)
        self._show_tags()
        self.field.edited.connect(self._show_tags)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        return (self.field.edit, self.field.remove, self.tags)

    def value(self) -> Row | None:
        text = self.field.text
        if not text.strip():
            return None
        tags = (" ".join(tag.split()) for tag in self.tags.text().split(","))
        return TaggedRow(key=self.key, text=text, tags=tuple(dict.fromkeys(filter(None, tags))))

    def set_number(self, number: int) -> None:
        super().set_number(number)
        self.tags.setAccessibleName(f"Tags of question {number}")

    def _on_tags(self, _text: str) -> None:
        self.edited.emit()

    def _show_tags(self) -> None:
        self.tags.setVisible(bool(self.field.text.strip()))


class ListEditor(RowsEditor):
    def make_row(self, row: Row | None) -> RowEdit:
        known = row if isinstance(row, ListRow) else ListRow(key=new_key())
        return LineRow(self.asking, known.key, known.text)

    def row_of(self, line: str, above: RowEdit) -> Row:
        return ListRow(key=new_key(), text=line)

    def set_answer(self, answer: Answer | None) -> None:
        self.show_rows(answer.rows if isinstance(answer, ListAnswer) else ())

    def answer(self) -> Answer:
        return ListAnswer(rows=tuple(row for row in self.values() if isinstance(row, ListRow)))


class TaggedListEditor(RowsEditor):
    def make_row(self, row: Row | None) -> RowEdit:
        return TaggedRowEdit(
            self.asking, row if isinstance(row, TaggedRow) else TaggedRow(key=new_key())
        )

    def row_of(self, line: str, above: RowEdit) -> Row:
        return TaggedRow(key=new_key(), text=line)

    def set_answer(self, answer: Answer | None) -> None:
        self.show_rows(answer.rows if isinstance(answer, TaggedListAnswer) else ())

    def answer(self) -> Answer:
        rows = tuple(row for row in self.values() if isinstance(row, TaggedRow))
        return TaggedListAnswer(rows=rows)
