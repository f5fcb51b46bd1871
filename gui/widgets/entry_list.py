"""Short notes in a card, one below the other, each with the few things that can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.frames import Card
from gui.widgets.keyed_button import KeyedIconButton
from gui.widgets.labels import IconLabel, Label
from gui.widgets.paint import Kind

PADDING = 16
AT_FIRST, MORE = 16, 24
"""Rows that are shown, and how many a press adds: what the window makes between two keys."""
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
        self._theme = theme
        self._first = True
        row = QHBoxLayout(self)
        row.setContentsMargins(PADDING, 11, 8, 10)
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

    def set_first(self, first: bool) -> None:
        """The first row has no line above it."""
        if first != self._first:
            self._first = first
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._first:
            QPainter(self).fillRect(0, 0, self.width(), 1, self._theme.color("border"))

    def _button(self, theme: Theme, action: EntryAction) -> KeyedIconButton:
        name = f"{action.words}: {self.entry.words[:80]}"
        button = KeyedIconButton(theme, action.icon, name, self.entry.key, action.name)
        button.setToolTip(action.words)
        button.told.connect(self.acted)
        return button


class EntryList(Card):
    """The first of all entries, and the rest by a button. What is shown again stays as it is."""

    acted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._shown: tuple[Entry, ...] = ()
        self._most = AT_FIRST
        self.rows: list[EntryRow] = []
        self.more = Button(theme, "Show more", Kind.TEXT)
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the button that has the keyboard keeps it, as far as it is still there."""
        wanted = tuple(entries)
        if wanted == self._shown:
            return
        focused = self._focused()
        self._shown = wanted
        self._fill()
        self._focus(focused)

    def _fill(self) -> None:
        shown = self._shown[: self._most]
        same = {entry.key: entry for entry in shown}
        there: dict[str, EntryRow] = {}
        for row in self.rows:
            if same.get(row.entry.key) == row.entry:
                there[row.entry.key] = row
            else:
                self.column.removeWidget(row)
                discard(row)
        self.rows = [
            there.pop(entry.key) if entry.key in there else self._new_row(entry) for entry in shown
        ]
        for place, row in enumerate(self.rows):
            item = self.column.itemAt(place)
            if item is None or item.widget() is not row:
                self.column.insertWidget(place, row)
                row.show()  # now, so that its buttons can take the keyboard
            row.set_first(not place)
        hidden = len(self._shown) - len(self.rows)
        self.more.setText(f"Show {min(hidden, MORE)} more")
        self.more.setVisible(hidden > 0)
        self._order_of_tabs()

    def _show_more(self) -> None:
        before = len(self.rows)
        self._most += MORE
        self._fill()
        for button in self.rows[before].buttons[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self, entry: Entry) -> EntryRow:
        row = EntryRow(self._theme, entry)
        row.acted.connect(self.acted)
        return row

    def _order_of_tabs(self) -> None:
        before = _before(self)
        for button in (*(each for row in self.rows for each in row.buttons), self.more):
            QWidget.setTabOrder(before, button)
            before = button

    def _focused(self) -> tuple[int, str, str] | None:
        """What its window gives the keyboard to, also while a dialog is open over it."""
        widget = self.window().focusWidget()
        for number, row in enumerate(self.rows):
            for button in row.buttons:
                if button is widget:
                    return number, button.key, button.action
        return None

    def _focus(self, before: tuple[int, str, str] | None) -> None:
        if before is None or not self.rows:
            return
        number, key, action = before
        if not self.focus_on(key, action):
            row = self.rows[min(number, len(self.rows) - 1)]
            self.focus_on(row.entry.key, action)

    def focus_on(self, key: str, action: str) -> bool:
        """Give the keyboard to that button of that entry; whether the entry is here."""
        row = next((row for row in self.rows if row.entry.key == key), None)
        for button in row.buttons if row is not None else ():
            if button.action == action and not button.hasFocus():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        return row is not None


def clear(column: QVBoxLayout) -> None:
    """Take every widget out of a column, and free it."""
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            discard(widget)


def discard(widget: QWidget) -> None:
    """Free a widget that no layout holds any more."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def _before(widget: QWidget) -> QWidget:
    """What Tab comes from; the order of what Tab never stops at cannot be told."""
    found = widget.previousInFocusChain()
    while found not in (None, widget) and found.focusPolicy() is Qt.FocusPolicy.NoFocus:
        found = found.previousInFocusChain()
    return found or widget


def _note(theme: Theme, entry: Entry) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    icon = IconLabel(theme, entry.note_icon, entry.note_ink, 14)
    line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Label(theme, _cut(entry.note), Role.CAPTION, entry.note_ink, wrap=True), 1)
    return line


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
