"""The one helper that makes a form row: label, field, help or error, names for screen readers."""

from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.theme import Role, Theme
from gui.widgets.labels import IconLabel, Label

WIDEST = 480


class RowLayout(QVBoxLayout):
    """Knows that its row is never wider than allowed: there its lines break sooner, and need more
    height than they would in the width that is offered.
    """

    def heightForWidth(self, width: int) -> int:
        row = self.parentWidget()
        return super().heightForWidth(width if row is None else min(width, row.maximumWidth()))


class FormRow(QWidget):
    """A label above a field, and one line of help or error below it."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        field: QWidget,
        hint: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hint = hint
        self.field = field
        self.label = Label(theme, label, Role.CHIP)
        self.label.setBuddy(field)
        field.setAccessibleName(label)
        self._icon = IconLabel(theme, "circle-alert", "brick", 14)
        self._line = Label(theme, hint, Role.CAPTION, "text-2", wrap=True)
        below = QHBoxLayout()
        below.setSpacing(5)
        below.addWidget(self._icon)
        below.addWidget(self._line, 1)
        column = RowLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(field)
        column.addLayout(below)
        self.setMaximumWidth(WIDEST)
        self.clear_error()
        self._watch(field)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, in brick, once the field was left."""
        self._say(sentence, wrong=True)

    def clear_error(self) -> None:
        self._say(self._hint, wrong=False)

    def _watch(self, field: QWidget) -> None:
        """Let an error go with the user's next change, as far as this one can mend it."""
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self._mend)
        elif isinstance(field, QComboBox):
            field.currentTextChanged.connect(self._mend)
        elif isinstance(field, QDateTimeEdit):
            field.dateTimeChanged.connect(self._mend)
        elif isinstance(field, QSpinBox):
            field.valueChanged.connect(self._mend)

    def _mend(self, _value: object) -> None:
        by_hand = self.field.hasFocus() or isinstance(self.field, QLineEdit | QDateTimeEdit)
        empty = isinstance(self.field, QLineEdit) and not self.field.text().strip()
        if self.field.property("wrong") and by_hand and not empty:
            self.clear_error()

    def set_hint(self, hint: str) -> None:
        """Another line of help; an error that is shown stays."""
        self._hint = hint
        if not self.field.property("wrong"):
            self.clear_error()

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self._line.setText(sentence)
        self._line.set_ink("brick" if wrong else "text-2")
        self._line.setVisible(bool(sentence))
        self._icon.setVisible(wrong)
        self.field.setProperty("wrong", wrong)
        self.field.setAccessibleDescription(sentence)
        self.field.update()
