"""A form that scrolls where the window is too low for it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.widgets.frames import ScrollArea


class FormScroll(ScrollArea):
    """As high as its content, and no higher than `highest`."""

    def __init__(self, highest: int, *, spacing: int = 12, parent: QWidget | None = None) -> None:
        content = QWidget()
        super().__init__(content, parent=parent)
        self._content = content
        self._highest = highest
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(3, 3, 14, 3)
        self.column.setSpacing(spacing)

    def sizeHint(self) -> QSize:
        wanted = self._content.sizeHint()
        return QSize(wanted.width(), min(wanted.height() + 2, self._highest))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, min(self.sizeHint().height(), self._highest))


def room_for(parent: QWidget | None, taken: int = 220) -> int:
    """How high a form may be in a dialog over `parent`."""
    height = parent.window().height() if parent is not None else 800
    return max(220, height - taken)
