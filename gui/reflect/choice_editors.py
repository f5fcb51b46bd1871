"""Answers that are chosen: one of several, one for each row, and the wrong name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from core.reflection.answers import (
    Answer,
    ChoiceAnswer,
    EachAnswer,
    PickAnswer,
    RowChoice,
    WrongNameAnswer,
)
from gui.reflect.editor import AnswerEditor, Asking
from gui.theme import Role, Theme
from gui.widgets.choice_row import ChoiceRow
from gui.widgets.fields import TextField
from gui.widgets.forms import FormRow
from gui.widgets.growing_field import GrowingField
from gui.widgets.labels import Label
from gui.widgets.segmented import SegmentedControl

YES, NO = "yes", "no"


class Choices(QWidget):
    """Radio rows below each other. Digits choose, Delete clears. `edited` tells each change."""

    edited = Signal()

    def __init__(self, theme: Theme, choices: tuple[tuple[str, str], ...], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.rows = [ChoiceRow(theme, key, words) for key, words in choices]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in self.rows:
            self._group.addButton(row)
            column.addWidget(row)
        self._group.buttonToggled.connect(self._on_toggled)

    @property
    def chosen(self) -> str | None:
        """The key of what is chosen."""
        return next((row.key for row in self.rows if row.isChecked()), None)

    @property
    def first_field(self) -> QWidget:
        return next((row for row in self.rows if row.isChecked()), self.rows[0])

    def show_chosen(self, key: str | None) -> None:
        """Show that choice, without a signal."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for row in self.rows:
            row.setChecked(row.key == key)
        self._group.setExclusive(True)
        self._group.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.text()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.show_chosen(None)
            self.edited.emit()
        elif number.isascii() and number.isdigit() and 0 < int(number) <= len(self.rows):
            self.rows[int(number) - 1].setFocus(Qt.FocusReason.TabFocusReason)
            self.rows[int(number) - 1].setChecked(True)
        else:
            super().keyPressEvent(event)

    def _on_toggled(self, _button: object, checked: bool) -> None:
        if checked:
            self.edited.emit()


class ChoiceEditor(AnswerEditor):
    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        options = tuple((one.value, one.label) for one in self.question.options)
        self.choices = Choices(self.theme, options, self.question.title)
        self.column.addWidget(self.choices)
        self.choices.edited.connect(self.tell)

    @property
    def first_field(self) -> QWidget:
        return self.choices.first_field

    def set_answer(self, answer: Answer | None) -> None:
        self.choices.show_chosen(answer.choice if isinstance(answer, ChoiceAnswer) else None)

    def answer(self) -> Answer:
        return ChoiceAnswer(choice=self.choices.chosen)


class PickEditor(AnswerEditor):
    """One of the earlier rows, where there are any, and words about it."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.choices: Choices | None = None
        self._row: str | None = None
        if asking.rows:
            self.choices = Choices(self.theme, asking.rows, self.question.title)
            self.column.addWidget(self.choices)
            self.choices.edited.connect(self.tell)
            self.column.addSpacing(8)
        self.field = GrowingField(self.theme, f"{self.question.title}, in words", lines=3)
        self.add_label("In your words").setBuddy(self.field)
        self.column.addWidget(self.field)
        self.field.edited.connect(self.tell)

    @property
    def first_field(self) -> QWidget:
        if self.choices is not None and self.choices.chosen is None:
            return self.choices.first_field
        return self.field

    def set_answer(self, answer: Answer | None) -> None:
        known = answer if isinstance(answer, PickAnswer) else PickAnswer()
        self._row = known.row
        if self.choices is not None:
            self.choices.show_chosen(known.row)
        self.field.blockSignals(True)
        self.field.text = known.text
        self.field.blockSignals(False)

    def answer(self) -> Answer:
        row = self._row if self.choices is None else self.choices.chosen
        return PickAnswer(row=row, text=self.field.text)


class EachEditor(AnswerEditor):
    """One of the options for each earlier row."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.controls: dict[str, SegmentedControl] = {}
        options = tuple((one.value, one.label, None) for one in self.question.options)
        for key, text in asking.rows:
            self.column.addWidget(Label(self.theme, text, Role.BODY, wrap=True))
            control = SegmentedControl(self.theme, options, "")
            control.setAccessibleName(text)
            control.chosen.connect(self._on_chosen)
            self.controls[key] = control
            self.column.addWidget(control)
            self.column.addSpacing(8)

    @property
    def first_field(self) -> QWidget:
        control = next(iter(self.controls.values()))
        return control.segments[0]

    def set_answer(self, answer: Answer | None) -> None:
        choices = answer.choices if isinstance(answer, EachAnswer) else ()
        chosen = {choice.row: choice.choice for choice in choices}
        for row, control in self.controls.items():
            control.choose(chosen.get(row, ""))

    def answer(self) -> Answer:
        chosen = ((row, control.current) for row, control in self.controls.items())
        return EachAnswer(
            choices=tuple(RowChoice(row=row, choice=choice) for row, choice in chosen if choice)
        )

    def _on_chosen(self, _key: str) -> None:
        self.tell()


class WrongNameEditor(AnswerEditor):
    """Whether, and then whose and which name is right."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        answers = ((NO, "No"), (YES, "Yes, I did"))
        self.choices = Choices(self.theme, answers, self.question.title)
        self.whom = TextField(self.theme, "", "the name I said, or whose it was")
        self.correct = TextField(self.theme)
        self._rows = [
            FormRow(self.theme, "Whom", self.whom),
            FormRow(self.theme, "The right name", self.correct),
        ]
        self.column.addWidget(self.choices)
        for row in self._rows:
            self.column.addWidget(row)
        self.choices.edited.connect(self._changed)
        self.whom.textEdited.connect(self._on_text)
        self.correct.textEdited.connect(self._on_text)
        self.whom.returnPressed.connect(self.correct.setFocus)
        self._show_rows()

    @property
    def first_field(self) -> QWidget:
        return self.choices.first_field

    def set_answer(self, answer: Answer | None) -> None:
        known = answer if isinstance(answer, WrongNameAnswer) else WrongNameAnswer()
        chosen = {True: YES, False: NO, None: None}[known.used]
        self.choices.show_chosen(chosen)
        self.whom.setText(known.whom)
        self.correct.setText(known.correct)
        self._show_rows()

    def answer(self) -> Answer:
        used = {YES: True, NO: False, None: None}[self.choices.chosen]
        return WrongNameAnswer(used=used, whom=self.whom.text(), correct=self.correct.text())

    def _changed(self) -> None:
        self._show_rows()
        self.tell()

    def _show_rows(self) -> None:
        for row in self._rows:
            row.setVisible(self.choices.chosen == YES)

    def _on_text(self, _text: str) -> None:
        self.tell()
