"""A page of paper as it will be printed. It is white in every theme: it shows paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.paint import rounded

PAPER = QColor("#ffffff")
WIDEST = 640


class SheetPreview(QWidget):
    """Draws one page with `draw(painter, target)`. `words` is what a screen reader reads."""

    def __init__(self, theme: Theme, size: QSizeF, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ratio = size.height() / size.width()
        self._draw: Callable[[QPainter, QRectF], None] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(round(WIDEST * max(1.0, theme.text_scale)))
        self.setMinimumWidth(280)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("The page for the day")

    def show_page(self, draw: Callable[[QPainter, QRectF], None], words: str) -> None:
        """Show this page."""
        self._draw = draw
        self.setAccessibleDescription(words)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._ratio)

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, self.heightForWidth(WIDEST))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        height = min(self.height(), self.heightForWidth(self.width()))
        page = self.rect().adjusted(0, 0, 0, height - self.height())
        rounded(painter, page, 3, PAPER, self._theme.color("border"))
        if self._draw is not None:
            self._draw(painter, QRectF(page))
