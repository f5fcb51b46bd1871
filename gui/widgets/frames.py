"""Cards, hairlines and quiet scroll areas."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.theme import SCROLL_BAR, Theme
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


class SlimScrollBar(QScrollBar):
    """Has its width even before a style of ours says so, so that nothing moves when it comes."""

    def sizeHint(self) -> QSize:
        return QSize(SCROLL_BAR, super().sizeHint().height())


class ScrollArea(QScrollArea):
    """Scrolls `content` downwards, without a frame or a ground of its own."""

    def __init__(self, content: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.setVerticalScrollBar(SlimScrollBar())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)


def give_viewport(area: QAbstractScrollArea) -> None:
    """Let `area` show its content in a plain, see-through widget made here.

    The one that Qt makes is unknown to Python: to name its class, every class of widgets is loaded,
    which takes as long as a tenth of the start.
    """
    area.setViewport(QWidget())


def topped(card: QWidget) -> QWidget:
    """`card` at the top, as high as it needs, and no higher than there is."""
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card, 1)
    column.addStretch(0)
    return frame
