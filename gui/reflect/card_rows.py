"""Lists whose rows have several fields: people, promises, and what friends said."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from core.playbook.kinds import Promiser
from core.reflection.answers import (
    Answer,
    ContactRow,
    ContactsAnswer,
    FriendRow,
    FriendsAnswer,
    PromiseRow,
    PromisesAnswer,
    Row,
)
from gui.reflect.editor import Asking, new_key
from gui.reflect.rows import RowEdit, RowsEditor
from gui.widgets.buttons import IconButton
from gui.widgets.fields import TextField
from gui.widgets.forms import FormRow
from gui.widgets.frames import Hairline
from gui.widgets.growing_field import GrowingField
from gui.widgets.optional_day import OptionalDay
from gui.widgets.paint import Kind
from gui.widgets.segmented import SegmentedControl

USUAL_PROMISE = timedelta(days=2)
PROMISERS = ((Promiser.ME.value, "I promised", None), (Promiser.THEM.value, "They promised", None))


class CardRow(RowEdit):
    """Several fields below a hairline, and a × at their end."""

    def __init__(self, asking: Asking, key: str, remove_name: str) -> None:
        super().__init__(asking, key)
        self.remove = IconButton(asking.theme, "x", remove_name, Kind.QUIET)
        self.remove.clicked.connect(self.removed)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.line = Hairline(asking.theme)
        self.fields = QVBoxLayout(self)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setSpacing(8)
        self.fields.addWidget(self.line)
        self.fields.addLayout(self.top)

    def set_number(self, number: int) -> None:
        self.line.setVisible(number > 1)
        self.name_fields(f" {number}" if number > 1 else "")

    def name_fields(self, which: str) -> None:
        """Names for a screen reader; `which` is empty for the first row."""
        raise NotImplementedError

    def words(self, name: str, text: str, placeholder: str = "") -> GrowingField:
        """A field for words that asks for the next row with Enter."""
        field = GrowingField(self.asking.theme, name, text, placeholder, one_line=True)
        field.edited.connect(self.edited)
        field.entered.connect(self.entered)
        return field

    def line_of(self, text: str, placeholder: str = "") -> TextField:
        """A field of one line; Enter leads on to the next field."""
        field = TextField(self.asking.theme, text, placeholder)
        field.textChanged.connect(self._on_text)
        field.returnPressed.connect(self._lead_on)
        return field

    def labelled(self, label: str, field: QWidget) -> FormRow:
        row = FormRow(self.asking.theme, label, field)
        row.setMaximumWidth(16_777_215)
        return row

    def _on_text(self, _text: str) -> None:
        self.edited.emit()

    def _lead_on(self) -> None:
        self.focusNextChild()


class ContactRowEdit(CardRow):
    """Name, role, and what they spoke about."""

    def __init__(self, asking: Asking, row: ContactRow) -> None:
        super().__init__(asking, row.key, "Remove this person")
        self.name = self.line_of(row.name)
        self.role = self.line_of(row.role)
        self.topic = self.words("What they spoke about", row.topic)
        if asking.people:
            completer = QCompleter(list(asking.people), self.name)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.name.setCompleter(completer)
        self.top.addWidget(self.labelled("Name", self.name), 3)
        self.top.addWidget(self.labelled("Role, if you know it", self.role), 2)
        self.top.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        self.fields.addWidget(self.labelled("What they spoke about", self.topic))

    @property
    def first_field(self) -> QWidget:
        """The name, or what is asked of somebody whose name is known."""
        return self.topic if self.name.text().strip() else self.name

    def value(self) -> Row | None:
        row = ContactRow(
            key=self.key, name=self.name.text(), role=self.role.text(), topic=self.topic.text
        )
        return row if any(part.strip() for part in (row.name, row.role, row.topic)) else None

    @property
    def stops(self) -> tuple[QWidget, ...]:
        return (self.name, self.role, self.remove, self.topic.edit)

    def name_fields(self, which: str) -> None:
        self.name.setAccessibleName(f"Name of person{which}")
        self.role.setAccessibleName(f"Role of person{which}")
        self.topic.edit.setAccessibleName(f"What person{which} spoke about")


class PromiseRowEdit(CardRow):
    """Who promised, what, and by when."""

    def __init__(self, asking: Asking, row: PromiseRow) -> None:
        super().__init__(asking, row.key, "Remove this promise")
        self._row = row
        self.by = SegmentedControl(asking.theme, PROMISERS, row.by.value)
        self.by.chosen.connect(self._on_text)
        self.text = self.words("What was promised", row.text, "the route sample")
        self.text.edit.one_line_each = True
        self.text.edit.more_lines.connect(self.more_lines)
        usual = asking.today + USUAL_PROMISE
        self.day = OptionalDay(asking.theme, "Day", usual, row.due, words="By when?")
        self.day.edited.connect(self.edited)
        self.top.addWidget(self.text, 1)
        self.top.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.by)
        below.addWidget(self.day, 1)
        self.fields.addLayout(below)

    @property
    def first_field(self) -> QWidget:
        return self.text

    def value(self) -> Row | None:
        due = self.day.day
        if not self.text.text.strip() and due is None:
            return None
        return PromiseRow(
            key=self.key,
            by=Promiser(self.by.current),
            text=self.text.text,
            due=due,
            item=self._row.item if self.text.text == self._row.text else None,
        )

    @property
    def stops(self) -> tuple[QWidget, ...]:
        day = (self.day.add, self.day.field, self.day.clear)
        return (self.text.edit, *self.by.segments, *day, self.remove)

    def name_fields(self, which: str) -> None:
        self.by.setAccessibleName(f"Who made promise{which}")
        self.text.edit.setAccessibleName(f"What was promised{which}")
        self.day.set_name(f"Day of promise{which}")


class FriendRowEdit(CardRow):
    """Who said it, and what."""

    def __init__(self, asking: Asking, row: FriendRow) -> None:
        super().__init__(asking, row.key, "Remove this line")
        self.friend = self.line_of(row.friend)
        self.text = self.words(asking.question.title, row.text)
        self.top.addWidget(self.labelled("Your friend", self.friend), 1)
        self.top.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        self.fields.addWidget(self.labelled("What they said", self.text))

    @property
    def first_field(self) -> QWidget:
        return self.friend

    def value(self) -> Row | None:
        row = FriendRow(key=self.key, friend=self.friend.text(), text=self.text.text)
        return row if row.friend.strip() or row.text.strip() else None

    @property
    def stops(self) -> tuple[QWidget, ...]:
        return (self.friend, self.remove, self.text.edit)

    def name_fields(self, which: str) -> None:
        self.friend.setAccessibleName(f"Friend{which}")
        self.text.edit.setAccessibleName(f"What friend{which} said")


class ContactsEditor(RowsEditor):
    another = "Add another person"

    @property
    def first_field(self) -> QWidget:
        """The first of whom nothing is told yet."""
        people = (row for row in self.rows if isinstance(row, ContactRowEdit))
        empty = (row.first_field for row in people if not row.topic.text.strip())
        return next(empty, self.rows[-1].first_field)

    def make_row(self, row: Row | None) -> RowEdit:
        known = row if isinstance(row, ContactRow) else ContactRow(key=new_key())
        return ContactRowEdit(self.asking, known)

    def set_answer(self, answer: Answer | None) -> None:
        self.show_rows(answer.rows if isinstance(answer, ContactsAnswer) else ())

    def answer(self) -> Answer:
        rows = tuple(row for row in self.values() if isinstance(row, ContactRow))
        return ContactsAnswer(rows=rows)


class PromisesEditor(RowsEditor):
    another = "Add another promise"

    def make_row(self, row: Row | None) -> RowEdit:
        known = row if isinstance(row, PromiseRow) else PromiseRow(key=new_key())
        return PromiseRowEdit(self.asking, known)

    def row_of(self, line: str, above: RowEdit) -> Row:
        """Promised by the same, on a day of its own."""
        by = above.by.current if isinstance(above, PromiseRowEdit) else Promiser.ME.value
        return PromiseRow(key=new_key(), by=Promiser(by), text=line)

    def set_answer(self, answer: Answer | None) -> None:
        self.show_rows(answer.rows if isinstance(answer, PromisesAnswer) else ())

    def answer(self) -> Answer:
        rows = tuple(row for row in self.values() if isinstance(row, PromiseRow))
        return PromisesAnswer(rows=rows)


class FriendsEditor(RowsEditor):
    another = "Add another friend"

    def make_row(self, row: Row | None) -> RowEdit:
        known = row if isinstance(row, FriendRow) else FriendRow(key=new_key())
        return FriendRowEdit(self.asking, known)

    def set_answer(self, answer: Answer | None) -> None:
        self.show_rows(answer.rows if isinstance(answer, FriendsAnswer) else ())

    def answer(self) -> Answer:
        return FriendsAnswer(rows=tuple(row for row in self.values() if isinstance(row, FriendRow)))
