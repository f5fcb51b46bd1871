"""Cards, hairlines and quiet scroll areas."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.paint import CARD_RADIUS, rounded

CARD_PADDING = 16


class Card(QFrame):
    """A surface with a 1-px edge. Put content into `column`."""

    def __init__(
        self,
        theme: Theme,
        *,
        padding: int = CARD_PADDING,
        spacing: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding, padding, padding)
        self.column.setSpacing(spacing)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, line = self._theme.color("surface"), self._theme.color("border")
        rounded(painter, self.rect(), CARD_RADIUS, ground, line)


class Hairline(QWidget):
    """A 1-px line across; decoration."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("border"))


class ScrollArea(QScrollArea):
    """Scrolls `content` downwards, without a frame or a ground of its own."""

    def __init__(self, content: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)


def topped(card: QWidget) -> QWidget:
    """`card` at the top, as high as it needs, and no higher than there is."""
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card, 1)
    column.addStretch(0)
    return frame
