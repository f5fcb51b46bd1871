"""Beside the questions: the answers so far, why it is asked, and that there is time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.reflection.form import Question
from gui.theme import Role, Theme
from gui.widgets.answers_list import AnswersList
from gui.widgets.buttons import Button
from gui.widgets.frames import Hairline
from gui.widgets.labels import IconLabel, Label
from gui.widgets.paint import Kind

TOMORROW = "You can look at it again tomorrow, when it feels calmer."


class Note(QWidget):
    """An icon and a few quiet words."""

    def __init__(self, theme: Theme, icon_name: str, sentence: str = "") -> None:
        super().__init__()
        self.words = Label(theme, sentence, Role.CAPTION, "text-2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        column = QVBoxLayout()
        column.addWidget(IconLabel(theme, icon_name, "text-2"))
        column.addStretch(1)
        row.addLayout(column)
        row.addWidget(self.words, 1)

    def say(self, sentence: str) -> None:
        """Other words; none hide it."""
        self.words.setText(sentence)
        self.setVisible(bool(sentence))


class ReflectAside(QWidget):
    """`friends_wanted` asks for a friend's view."""

    friends_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(theme, "", Role.STRONG, wrap=True)
        self.list = AnswersList(theme)
        self.why = Note(theme, "info")
        self.trouble = Note(theme, "triangle-alert")
        self.tomorrow = Note(theme, "moon", TOMORROW)
        self.friends = Button(theme, "Ask a friend", Kind.TEXT, "users")
        self.friends.clicked.connect(self.friends_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.list)
        column.addWidget(Hairline(theme))
        column.addWidget(self.why)
        column.addWidget(self.tomorrow)
        column.addWidget(self.trouble)
        column.addWidget(self.friends)
        column.addStretch(1)

    def show_why(self, question: Question | None) -> None:
        """Why a question is asked, and where that stands."""
        if question is None:
            self.why.say("")
            return
        source = f" Source: {question.source}." if question.source else ""
        self.why.say(f"{question.why}{source}")
