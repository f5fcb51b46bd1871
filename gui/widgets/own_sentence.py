"""The sentence that the user wrote to themselves, kept in sight: unframed, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.clock import Now
from gui import words
from gui.theme import Role, Theme
from gui.widgets.focus_ring import show_ring
from gui.widgets.labels import Label

if TYPE_CHECKING:
    from core.own_sentence import OwnSentence

LONGEST = 600


class OwnWords(QWidget):
    """Hidden while there is no sentence. `hidden_for_good` carries the reflection it is from."""

    hidden_for_good = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._reflection = ""
        self.title = Label(theme, "Your own words", Role.CAPTION, "text-2")
        self.words = Label(theme, "", Role.LEAD, wrap=True)
        self.age = Label(theme, "", Role.CAPTION, "text-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(4)
        for label in (self.title, self.words, self.age):
            column.addWidget(label)
        hide = QAction("Don't show", self)
        hide.triggered.connect(self._hide)
        self.addAction(hide)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the menu key reaches it
        self.hide()

    def show_sentence(self, sentence: OwnSentence | None, now: Now) -> None:
        """Show these words with their age; nothing where there are none."""
        self.setVisible(sentence is not None)
        if sentence is None:
            return
        self._reflection = sentence.reflection
        self.words.setText(sentence.text[:LONGEST])
        self.age.setText(words.past_day(sentence.at, now))
        self.age.setToolTip(words.exact(sentence.at, now.zone))
        self.setAccessibleName(f"Your own words, {self.age.text()}: {self.words.text()}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), 8)

    def _hide(self) -> None:
        self.hidden_for_good.emit(self._reflection)
