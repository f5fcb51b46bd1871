"""A list of the user's own words, to add to and to remove from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.fields import TextField

MOST_LINES = 5
"""Further ones are scrolled to."""
AROUND = 3
"""Pixels about each line."""


class ShortList(QListWidget):
    """A list no higher than what stands in it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSpacing(AROUND)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._theme.font(Role.BODY)).height()
        one = max(line, self.sizeHintForRow(0)) + 2 * AROUND
        shown = min(max(self.count(), 1), MOST_LINES)
        return QSize(super().sizeHint().width(), shown * one + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


class WordList(QWidget):
    """`added` carries what was typed, `removed` the place of the entry that is to go.

    Enter adds; Delete in the list removes. It shows only what it is given by `show_words`.
    """

    added = Signal(str)
    removed = Signal(int)

    def __init__(
        self, theme: Theme, name: str, placeholder: str = "", *, grows: bool = True
    ) -> None:
        """`name` is what a screen reader calls the list. It `grows` by what is typed, or not."""
        super().__init__()
        self.field = TextField(theme, placeholder=placeholder)
        self.add = Button(theme, "Add", icon_name="plus")
        self.list = ShortList(theme)
        self.remove = Button(theme, "Remove", icon_name="trash-2")
        self.field.setAccessibleName(f"{name}: a new one")
        self.add.setAccessibleName(f"Add to {name}")
        self.list.setAccessibleName(name)
        self.remove.setAccessibleName(f"Remove from {name}")
        self.setFocusProxy(self.field if grows else self.list)
        self._lay_out(grows=grows)
        self.field.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(self._look)
        self.list.installEventFilter(self)
        self.show_words(())

    def _lay_out(self, *, grows: bool) -> None:
        typing = QWidget()
        above = QHBoxLayout(typing)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(8)
        above.addWidget(self.field, 1)
        above.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(typing)
        column.addWidget(self.list)
        column.addWidget(self.remove)
        typing.setVisible(grows)

    def show_words(self, words: Sequence[str]) -> None:
        """These and no others. What was typed goes once it stands among them."""
        if self._typed() in words:
            self.field.clear()
        place = self.list.currentRow()
        self.list.clear()
        self.list.addItems(list(words))
        self.list.setVisible(bool(words))
        self.remove.setVisible(bool(words))
        self.list.updateGeometry()
        if place >= 0 and words:
            self.list.setCurrentRow(min(place, len(words) - 1))
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete in the list is its Remove."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            wanted = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            if wanted:
                self._remove()
            return wanted
        return False

    def _look(self) -> None:
        self.remove.setEnabled(self.list.currentRow() >= 0)

    def _typed(self) -> str:
        return " ".join(self.field.text().split())

    def _add(self) -> None:
        if self._typed():
            self.added.emit(self._typed())

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.removed.emit(self.list.currentRow())
