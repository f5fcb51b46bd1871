"""Above a letter that is no longer simply being written: where it stands, and what can be said to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.models.stage_words import ANSWERS, Answer, StageLook
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.frames import Card
from gui.widgets.labels import IconLabel, Label
from gui.widgets.paint import Kind


class AnswerButton(Button):
    """A button that knows which answer it stands for."""

    answered = Signal(str)

    def __init__(self, theme: Theme, answer: Answer, parent: QWidget) -> None:
        super().__init__(theme, ANSWERS[answer], Kind.OUTLINE, parent=parent)
        self.answer = answer
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.answered.emit(self.answer.value)


class StageLine(Card):
    """`answered` carries an `Answer`'s value. Hidden while there is nothing to say."""

    answered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._icon = IconLabel(theme, "info", "text-2")
        self.sentence = Label(theme, "", Role.BODY, wrap=True)
        self.buttons: list[AnswerButton] = []
        self._row = QHBoxLayout()
        self._row.setContentsMargins(16, 8, 12, 8)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self.sentence, 1)
        self.column.addLayout(self._row)
        self.hide()

    def show_look(self, look: StageLook | None) -> None:
        """Say where the message stands; None hides the line."""
        self.setVisible(look is not None)
        if look is None:
            return
        self._icon.set_icon(look.icon, look.ink)
        self.sentence.setText(look.sentence)
        if [button.answer for button in self.buttons] != list(look.answers):
            self._rebuild(look.answers)

    def tell(self, sentence: str) -> None:
        """Say how far it has come."""
        self.sentence.setText(sentence)

    def _rebuild(self, answers: tuple[Answer, ...]) -> None:
        for old in self.buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [AnswerButton(self._theme, answer, self) for answer in answers]
        for button in self.buttons:
            button.answered.connect(self.answered)
            self._row.addWidget(button)
            button.show()
