"""Answers in running words, and the day."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from core.reflection.answers import Answer, DateAnswer, IfThenAnswer, TextAnswer
from core.reflection.conclusions import if_then
from gui.reflect.editor import AnswerEditor, Asking
from gui.theme import Role
from gui.widgets.growing_field import GrowingField
from gui.widgets.labels import Label
from gui.widgets.optional_day import OptionalDay

LINES = 4
A_WEEK = timedelta(days=7)


class TextEditor(AnswerEditor):
    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.field = GrowingField(self.theme, self.question.words, lines=LINES)
        self.column.addWidget(self.field)
        self.field.edited.connect(self.tell)

    @property
    def first_field(self) -> QWidget:
        return self.field

    def set_answer(self, answer: Answer | None) -> None:
        self.field.blockSignals(True)
        self.field.text = answer.text if isinstance(answer, TextAnswer) else ""
        self.field.blockSignals(False)

    def answer(self) -> Answer:
        return TextAnswer(text=self.field.text)


class IfThenEditor(AnswerEditor):
    """Two fields, and the sentence that they make."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.cue = GrowingField(self.theme, "If", placeholder="I go blank", one_line=True)
        self.action = GrowingField(
            self.theme, "Then I will", placeholder="ask for a moment", one_line=True
        )
        self.sentence = Label(self.theme, "", Role.LEAD, "text-2", wrap=True)
        self.add_label("If").setBuddy(self.cue)
        self.column.addWidget(self.cue)
        self.add_label("then I will").setBuddy(self.action)
        self.column.addWidget(self.action)
        self.column.addWidget(self.sentence)
        self.cue.edited.connect(self._changed)
        self.action.edited.connect(self._changed)
        self.cue.entered.connect(self.action.setFocus)

    @property
    def first_field(self) -> QWidget:
        return self.action if self.cue.text.strip() else self.cue

    def set_answer(self, answer: Answer | None) -> None:
        known = answer if isinstance(answer, IfThenAnswer) else IfThenAnswer()
        for field, text in ((self.cue, known.cue), (self.action, known.action)):
            field.blockSignals(True)
            field.text = text
            field.blockSignals(False)
        self._show_sentence()

    def answer(self) -> Answer:
        return IfThenAnswer(cue=self.cue.text, action=self.action.text)

    def _changed(self) -> None:
        self._show_sentence()
        self.tell()

    def _show_sentence(self) -> None:
        whole = bool(self.cue.text.strip() and self.action.text.strip())
        plan = IfThenAnswer(cue=self.cue.text, action=self.action.text)
        self.sentence.setText(f"“{if_then(plan)}”" if whole else "")
        self.sentence.setVisible(whole)


class DateEditor(AnswerEditor):
    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.day = self._make(DateAnswer())
        self.column.addWidget(self.day)

    @property
    def first_field(self) -> QWidget:
        return self.day.first_field

    def set_answer(self, answer: Answer | None) -> None:
        old, self.day = (
            self.day,
            self._make(answer if isinstance(answer, DateAnswer) else DateAnswer()),
        )
        self.column.replaceWidget(old, self.day)
        old.hide()
        old.deleteLater()

    def answer(self) -> Answer:
        return DateAnswer(day=self.day.day)

    def _make(self, known: DateAnswer) -> OptionalDay:
        usual = self.asking.today + A_WEEK
        made = OptionalDay(self.theme, self.question.title, usual, known.day)
        made.edited.connect(self.tell)
        return made
