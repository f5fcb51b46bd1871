"""A part of a page that is closed until somebody wants it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.paint import Kind

OPEN, CLOSED = "chevron-down", "chevron-right"


class Fold(QWidget):
    """A button, and below it what it opens and closes; that is made when it is first opened."""

    def __init__(self, theme: Theme, title: str, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._content: QWidget | None = None
        self.button = Button(theme, title, Kind.TEXT, CLOSED)
        self.button.clicked.connect(self.turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.button)
        self.button.setAccessibleDescription("Closed")

    @property
    def is_open(self) -> bool:
        return self._content is not None and not self._content.isHidden()

    def turn(self) -> None:
        """Open it, or close it."""
        wanted = not self.is_open
        if self._content is None:
            self._content = self._make()
            self._column.addWidget(self._content)
        self._content.setVisible(wanted)
        self.button.set_icon_name(OPEN if wanted else CLOSED)
        self.button.setAccessibleDescription("Open" if wanted else "Closed")
