"""What was taken along before, and whether this interview showed it: the user says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.labels import Label
from gui.widgets.paint import Kind

if TYPE_CHECKING:
    from core.use_cases.reflections import KeptHint

LONGEST = 160


class KeptRow(QWidget):
    """One earlier task. `answered` carries its id and whether it held."""

    answered = Signal(int, bool)

    def __init__(self, theme: Theme, hint: KeptHint) -> None:
        super().__init__()
        self._id = hint.conclusion.id
        guess = "it held" if hint.shown.kept else "it is still open"
        said = " ".join(hint.shown.ground.words.split())[:LONGEST]
        self.words = Label(
            theme,
            f"“{hint.conclusion.text.rstrip('.')}”: you wrote “{said}”, which sounds as if {guess}.",
            Role.BODY,
            wrap=True,
        )
        self.held = Button(theme, "It held", Kind.OUTLINE, "check")
        self.open = Button(theme, "Not yet", Kind.OUTLINE)
        for button in (self.held, self.open):
            button.setAccessibleDescription(hint.conclusion.text)
        self.held.clicked.connect(self._tell_held)
        self.open.clicked.connect(self._tell_open)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.held)
        row.addWidget(self.open)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(row)

    def settle(self, words: str) -> None:
        """It was answered."""
        self.words.setText(words)
        self.held.hide()
        self.open.hide()

    def _tell_held(self) -> None:
        self.settle("Noted: it held.")
        self.answered.emit(self._id, True)

    def _tell_open(self) -> None:
        self.settle("Noted: not yet. It stays on your list.")
        self.answered.emit(self._id, False)


class KeptRows(QWidget):
    """All of them, below a heading; hidden while there are none."""

    answered = Signal(int, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[KeptRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(Label(theme, "What you took along before", Role.STRONG))
        self.hide()

    def show_hints(self, hints: Sequence[KeptHint]) -> None:
        """Ask about these."""
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [KeptRow(self._theme, hint) for hint in hints]
        for row in self.rows:
            row.answered.connect(self.answered)
            self._column.addWidget(row)
        self.setVisible(bool(hints))
