"""A column that scrolls by itself beside another one, or gives all its height to the page."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from gui.widgets.frames import ScrollArea


class FittedScroll(ScrollArea):
    """`fit(True)`: as high as its content, so that the page around it scrolls instead."""

    def __init__(self, content: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(content, parent=parent)
        self._content = content
        self._fitted = False

    def fit(self, fitted: bool) -> None:
        """Whether to take all the height that the content needs."""
        self._fitted = fitted
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        hint = self._content.sizeHint()
        return QSize(hint.width(), hint.height())

    def minimumSizeHint(self) -> QSize:
        hint = self._content.minimumSizeHint()
        width = min(hint.width(), 280)
        height = self._content.sizeHint().height() if self._fitted else 120
        return QSize(width, height)
