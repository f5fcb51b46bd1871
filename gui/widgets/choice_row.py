"""One of several answers, in as many lines as its words need."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from gui.theme import Role, Theme
from gui.widgets.fields import field_height
from gui.widgets.focus_ring import show_ring
from gui.widgets.paint import BUTTON_RADIUS, mirrored, rounded
from gui.widgets.wrapping import wrapped

MARK = 18
PADDING = 12
GAP = 10
MOST_LINES = 3


class ChoiceRow(QRadioButton):
    """A radio button in a frame of its own; `key` is what it stands for."""

    def __init__(
        self, theme: Theme, key: str, words: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._theme = theme
        self._words = words
        self.key = key
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._theme.font(Role.STRONG)).horizontalAdvance(self._words)
        return QSize(min(wide + MARK + GAP + 2 * PADDING + 4, 560), self.heightForWidth(560))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, field_height(self._theme))

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width))
        line = QFontMetrics(self._theme.font(Role.BODY)).lineSpacing()
        return max(field_height(self._theme), lines * line + 18)

    def hitButton(self, place: QPoint) -> bool:
        """Anywhere in its frame."""
        return self.rect().contains(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), BUTTON_RADIUS)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        ground = "selected" if chosen else "hover" if self.underMouse() else "surface"
        edge = theme.color("accent" if chosen else "edge")
        rounded(painter, self.rect(), BUTTON_RADIUS, theme.color(ground), edge)
        top = (self.height() - MARK) // 2
        mark = mirrored(painter, self.rect(), QRect(PADDING, top, MARK, MARK))
        self._paint_mark(painter, mark, chosen=chosen)
        left = PADDING + MARK + GAP
        box = self.rect().adjusted(left, 0, -PADDING, 0)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font(Role.STRONG if chosen else Role.BODY))
        lines = "\n".join(self._lines(self.width()))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(mirrored(painter, self.rect(), box), flags, lines)

    def _paint_mark(self, painter: QPainter, place: QRect, *, chosen: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("fill" if chosen else "control"), 1.2))
        painter.setBrush(self._theme.color("surface"))
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("fill"))
            painter.drawEllipse(place.adjusted(5, 5, -5, -5))

    def _lines(self, width: int) -> list[str]:
        room = max(80, width - MARK - GAP - 2 * PADDING)
        measures = QFontMetrics(self._theme.font(Role.STRONG))
        return wrapped(self._words, measures, room, MOST_LINES)
