"""After the end: what came of it, and what can be done next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.plain_text import one_line
from gui.reflect.kept_rows import KeptRows
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.empty_state import IconDisc
from gui.widgets.frames import ScrollArea
from gui.widgets.labels import IconLabel, Label
from gui.widgets.paint import Kind

LONGEST_OWN = 500
"""Characters of the words to oneself that are shown here; all of them stay in the answer."""


class DonePart(ScrollArea):
    """Calm words, and at most three ways on."""

    answers_wanted = Signal()
    again_wanted = Signal()
    friends_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        content = QWidget()
        super().__init__(content)
        self._theme = theme
        self.lines: list[Label] = []
        self.heading = Label(theme, "", Role.QUESTION, wrap=True)
        self.own_words = Label(theme, "", Role.LEAD, wrap=True)
        self.kept = KeptRows(theme)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.answers = Button(theme, "Look at the answers", Kind.OUTLINE, "list")
        self.again = Button(theme, "Look at it again", Kind.OUTLINE, "moon")
        self.friends = Button(theme, "Ask a friend", Kind.OUTLINE, "users")
        column = QVBoxLayout(content)
        column.setContentsMargins(4, 4, 12, 8)
        column.setSpacing(14)
        column.addWidget(IconDisc(theme, "check"), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.heading)
        column.addLayout(self._list)
        column.addWidget(self.own_words)
        column.addWidget(self.kept)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, signal in (
            (self.again, self.again_wanted),
            (self.friends, self.friends_wanted),
            (self.answers, self.answers_wanted),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(6)
        column.addLayout(row)
        column.addStretch(1)

    def show_done(
        self, heading: str, followed: Sequence[str], own_words: str, *, again: bool
    ) -> None:
        """`followed`: what came of it, a line each. `again`: a second look is possible today."""
        self.heading.setText(heading)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = [Label(self._theme, line, Role.BODY, wrap=True) for line in followed]
        for label in self.lines:
            part = QWidget()
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(IconLabel(self._theme, "check", "moss"))
            row.addWidget(label, 1)
            self._list.addWidget(part)
        own = one_line(own_words, LONGEST_OWN)
        self.own_words.setText(f"“{own}”" if own else "")
        self.own_words.setVisible(bool(own))
        self.again.setVisible(again)
