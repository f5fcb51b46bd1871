"""Where an address is typed: hidden until it is wanted, with a sentence where it leads nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.entry_list import clear
from gui.widgets.fields import TextField
from gui.widgets.forms import FormRow
from gui.widgets.keyed_button import KeyedButton
from gui.widgets.paint import Kind

LONGEST = 2_000


class AddressLine(QWidget):
    """`given` carries what was typed or chosen, `left` tells that the user wants it no more."""

    given = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, label: str, example: str, hint: str, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.field = TextField(theme, "", example)
        self.field.setMaxLength(LONGEST)
        self.row = FormRow(theme, label, self.field, hint)
        self.row.setMaximumWidth(600)
        self.button = Button(theme, words, Kind.OUTLINE)
        self.cancel = Button(theme, "Cancel", Kind.TEXT)
        self.choices: list[KeyedButton] = []
        self._choices = QVBoxLayout()
        self._choices.setSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.button)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.setSpacing(8)
        column.addWidget(self.row)
        column.addLayout(self._choices)
        column.addLayout(buttons)
        self.field.returnPressed.connect(self._give)
        self.button.clicked.connect(self._give)
        self.cancel.clicked.connect(self.leave)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether what was given is being looked at."""
        return not self.button.isEnabled()

    def open(self) -> None:
        """Show it, empty, with the keyboard in it."""
        self._offer(())
        self.set_busy(False)
        self.field.clear()
        self.row.clear_error()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Hide it; whoever is still looking may stop."""
        was_shown = not self.isHidden()
        self.hide()
        if was_shown:
            self.left.emit()

    def set_busy(self, busy: bool, words: str = "") -> None:
        """Say that it is being looked at; meanwhile only Cancel works."""
        self.button.setText(words if busy else self._words)
        self.button.setEnabled(not busy)
        self.button.updateGeometry()
        self.field.setReadOnly(busy)
        for choice in self.choices:
            choice.setEnabled(not busy)

    def say(self, sentence: str) -> None:
        """Why it leads nowhere. What was typed stays."""
        self.set_busy(False)
        self._offer(())
        self.row.show_error(sentence)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, sentence: str, choices: Sequence[tuple[str, str]]) -> None:
        """What was found in place of it: pairs of an address and its words, each a button."""
        self.set_busy(False)
        self.row.clear_error()
        self.row.set_hint(sentence)
        self._offer(choices)
        if self.choices:
            self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _offer(self, choices: Sequence[tuple[str, str]]) -> None:
        clear(self._choices)
        self.choices = []
        for address, words in choices:
            shown = words if len(words) <= 60 else f"{words[:59]}…"
            button = KeyedButton(self._theme, shown.replace("&", "&&"), address, "", "rss")
            button.setToolTip(address[:200])
            button.setAccessibleName(f"Follow {words}")
            button.told.connect(self._choose)
            self.choices.append(button)
            self._choices.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.show()  # now, so that it can take the keyboard

    def _choose(self, address: str, _action: str) -> None:
        self.given.emit(address)

    def _give(self) -> None:
        if not self.busy:
            self.given.emit(self.field.text())
