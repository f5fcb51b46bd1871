"""Short notes in a card, one below the other, each with the few things that can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Role, Theme
from gui.widgets.frames import Card, Hairline
from gui.widgets.keyed_button import KeyedIconButton
from gui.widgets.labels import IconLabel, Label

PADDING = 16
LONGEST = 600
"""Characters of a note that are shown; the whole stands in its editor."""


@dataclass(frozen=True, slots=True)
class EntryAction:
    """Something to do with an entry: its name, its words and its icon."""

    name: str
    words: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One note. `lines` stand below its words, `note` says what wants attention."""

    key: str
    words: str
    lines: tuple[str, ...] = ()
    note: str = ""
    note_icon: str = "info"
    note_ink: str = "ochre"
    quiet: bool = False
    """It needs nothing: its words are no heading."""
    actions: tuple[EntryAction, ...] = ()


class EntryRow(QWidget):
    """One entry; `acted` carries its key and what is to be done."""

    acted = Signal(str, str)

    def __init__(self, theme: Theme, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, 10, 8, 10)
        row.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(2)
        role = Role.BODY if entry.quiet else Role.STRONG
        words.addWidget(Label(theme, _cut(entry.words), role, wrap=True))
        for line in entry.lines:
            words.addWidget(Label(theme, _cut(line), Role.CAPTION, "text-2", wrap=True))
        if entry.note:
            words.addLayout(_note(theme, entry))
        row.addLayout(words, 1)
        row.addSpacing(8)
        self.buttons = [self._button(theme, action) for action in entry.actions]
        for button in self.buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _button(self, theme: Theme, action: EntryAction) -> KeyedIconButton:
        name = f"{action.words}: {self.entry.words[:80]}"
        button = KeyedIconButton(theme, action.icon, name, self.entry.key, action.name)
        button.setToolTip(action.words)
        button.told.connect(self.acted)
        return button


class EntryList(Card):
    """All entries; nothing happens where the same are shown again."""

    acted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._shown: tuple[Entry, ...] | None = None
        self.rows: list[EntryRow] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the button that has the keyboard keeps it, as far as it is still there."""
        if tuple(entries) == self._shown:
            return
        focused = self._focused()
        self._shown = tuple(entries)
        clear(self.column)
        self.rows = []
        for number, entry in enumerate(entries):
            if number:
                self.column.addWidget(Hairline(self._theme))
            row = EntryRow(self._theme, entry)
            row.acted.connect(self.acted)
            self.rows.append(row)
            self.column.addWidget(row)
        self._focus(focused)

    def _focused(self) -> tuple[int, str, str] | None:
        widget = QApplication.focusWidget()
        for number, row in enumerate(self.rows):
            for button in row.buttons:
                if button is widget:
                    return number, button.key, button.action
        return None

    def _focus(self, before: tuple[int, str, str] | None) -> None:
        if before is None or not self.rows:
            return
        number, key, action = before
        row = next((row for row in self.rows if row.entry.key == key), None)
        row = row or self.rows[min(number, len(self.rows) - 1)]
        for button in row.buttons:
            if button.action == action:
                button.setFocus(Qt.FocusReason.OtherFocusReason)


def clear(column: QVBoxLayout) -> None:
    """Take every widget out of a column, and free it."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


def _note(theme: Theme, entry: Entry) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    icon = IconLabel(theme, entry.note_icon, entry.note_ink, 14)
    line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(theme, _cut(entry.note), Role.CAPTION, entry.note_ink, wrap=True), 1)
    return line


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
