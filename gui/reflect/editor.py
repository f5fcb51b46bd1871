"""What all editors of answers share."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.clock import Now
from core.reflection.answers import Answer
from core.reflection.form import Question
from gui import words
from gui.theme import Role, Theme
from gui.widgets.labels import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What an editor needs to know beside the answer itself."""

    theme: Theme
    question: Question
    now: Now
    rows: tuple[tuple[str, str], ...] = ()
    """Keys and words of the earlier answer's rows that the question speaks of."""
    people: tuple[str, ...] = ()
    """Names on the cards of the application, to be completed."""

    @property
    def today(self) -> date:
        """The user's own day."""
        return words.local(self.now.instant, self.now.zone).date()


class AnswerEditor(QWidget):
    """Shows and edits the answer to one question. `edited` tells that it is another now."""

    edited = Signal()

    def __init__(self, asking: Asking) -> None:
        super().__init__()
        self.asking = asking
        self.theme = asking.theme
        self.question = asking.question
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def set_answer(self, answer: Answer | None) -> None:
        """Show this answer, without a signal; None, or another kind of answer: none yet."""
        raise NotImplementedError

    def answer(self) -> Answer:
        """The answer as it stands in the fields."""
        raise NotImplementedError

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard goes first."""
        raise NotImplementedError

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the first field the keyboard."""
        self.first_field.setFocus(reason)

    def tell(self) -> None:
        """Something was typed or chosen."""
        self.edited.emit()

    def add_label(self, text: str) -> Label:
        """A small label above what follows."""
        label = Label(self.theme, text, Role.CHIP, wrap=True)
        self.column.addWidget(label)
        return label

    def add_ends(self) -> None:
        """What the ends of the scale mean, where the form says so."""
        low, high = self.question.low, self.question.high
        if low and high:
            line = Label(
                self.theme, f"Low: {low}. High: {high}.", Role.CAPTION, "text-2", wrap=True
            )
            self.column.addWidget(line)

    @property
    def ends(self) -> tuple[str, str]:
        return self.question.low, self.question.high


def new_key() -> str:
    """A key for a new row, never used before."""
    return secrets.token_hex(5)
