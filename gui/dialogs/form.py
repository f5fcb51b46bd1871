"""A dialog with a form that is stored through the Desk, and stays open where that is refused."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.answers import sentence_of
from gui.desk import Desk
from gui.theme import Role, Theme
from gui.widgets.dialog import Dialog
from gui.widgets.form_scroll import FormScroll, room_for
from gui.widgets.forms import FormRow
from gui.widgets.labels import Label


class FormDialog(Dialog):
    """Rows by name. `refused` shows a sentence at the row it is about, or above the buttons."""

    def __init__(self, theme: Theme, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent)
        self.desk = desk
        self.form = FormScroll(room_for(parent))
        self.form.setMaximumWidth(self.heading.maximumWidth())
        self.column.addWidget(self.form)
        self._rows: dict[str, FormRow] = {}
        self._trouble = Label(theme, "", Role.CAPTION, "brick", wrap=True)
        self._trouble.hide()
        self.column.addWidget(self._trouble)

    def row(self, name: str) -> FormRow:
        """The row of that name."""
        return self._rows[name]

    def add_row(self, name: str, label: str, field: QWidget, hint: str = "") -> FormRow:
        """A labelled field; `name` is the field's in errors."""
        row = FormRow(self.theme, label, field, hint)
        self._rows[name] = row
        self.form.column.addWidget(row)
        return row

    def put_beside(self, first: str, second: str) -> None:
        """Let two rows share one line, the second narrower."""
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._rows[first], 3, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._rows[second], 2, Qt.AlignmentFlag.AlignTop)
        self.form.column.addLayout(line)

    def begin(self) -> None:
        """Before storing: nothing is wrong until it is said, and no second click counts."""
        for row in self._rows.values():
            row.clear_error()
        self._trouble.hide()
        self.main.setEnabled(False)

    def done_storing(self, _result: object) -> None:
        """It is stored."""
        self.accept()

    def refused(self, error: Exception) -> None:
        """It is not stored; say why and stay."""
        self.main.setEnabled(True)
        sentence = sentence_of(error)
        row = self._rows.get(str(getattr(error, "field", "")))
        if row is None or row.isHidden():
            self._trouble.setText(sentence)
            self._trouble.show()
            return
        row.show_error(sentence)
        row.field.setFocus()
        self.form.ensureWidgetVisible(row)
