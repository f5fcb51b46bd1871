"""Dots along a scale of days, those at one place above each other, and a line at their middle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.models.charts import Dot, Dots
from gui.theme import Role, Theme
from gui.widgets.charts.plot import PlotWidget
from gui.widgets.paint import text

STEP = 14
"""From dot to dot in a heap."""
LOWEST, HIGHEST = 5, 10
"""Dots above each other for which there is always room, and at most; then they move together."""
RADIUS = 5.0
SIDE = 10


class DotChart(PlotWidget):
    """The dots are walked from the smallest value to the largest."""

    def __init__(self, theme: Theme, dots: Dots, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._values = dots
        self._dots = sorted(dots.dots, key=_value)
        self._most = max(7, ceil(max(dot.value for dot in dots.dots)))
        self.changed()

    def words(self) -> Sequence[str]:
        return [dot.words for dot in self._dots]

    def places(self, box: QRect) -> Sequence[QRect]:
        found = []
        for centre in self._centres(box):
            place = QRect(0, 0, 13, 13)
            place.moveCenter(centre.toPoint())
            found.append(place)
        return found

    def height_for(self, width: int) -> int:
        highest = min(HIGHEST, max(LOWEST, self._highest(QRect(0, 0, width, 1))))
        return highest * STEP + 2 * self.metrics().height() + 20

    def draw(self, painter: QPainter, box: QRect) -> None:
        base = self._base(box)
        hair = QRect(box.left(), base, box.width(), 1)
        painter.fillRect(hair, self.theme.color("border"))
        self._draw_middle(painter, box, base)
        self._draw_scale(painter, box, base)
        painter.setPen(QPen(self.theme.color("surface"), 1))
        painter.setBrush(self.theme.color("accent"))
        for centre in self._centres(box):
            painter.drawEllipse(self._turned(box, centre), RADIUS, RADIUS)

    def _draw_middle(self, painter: QPainter, box: QRect, base: int) -> None:
        """A dashed line up to the words that say what it means."""
        across = self._turned(box, QPointF(self._across(box, self._values.middle), 0)).x()
        line = self.metrics().height()
        pen = QPen(self.theme.color("text-2"), 1.5)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(across, box.top() + line + 3), QPointF(across, base))
        said = self._values.middle_words
        width = self.metrics().horizontalAdvance(said) + 4
        place = QRect(round(across - width / 2), box.top(), width, line)
        place.moveLeft(max(box.left(), min(place.left(), box.right() + 1 - width)))
        font, ink = self.theme.font(Role.CAPTION), self.theme.color("text")
        text(painter, place, said, font, ink, Qt.AlignmentFlag.AlignHCenter)

    def _draw_scale(self, painter: QPainter, box: QRect, base: int) -> None:
        font, ink = self.theme.font(Role.CAPTION), self.theme.color("text-2")
        line = self.metrics().height()
        for tick in self._ticks():
            said = f"{tick} {self._values.unit}" if tick == self._most else str(tick)
            width = self.metrics().horizontalAdvance(said) + 4
            centre = round(self._across(box, tick))
            place = QRect(centre - width // 2, base + 8, width, line)
            place.moveLeft(max(box.left(), min(place.left(), box.right() + 1 - width)))
            text(
                painter,
                self.flipped(box, place),
                said,
                font,
                ink,
                Qt.AlignmentFlag.AlignHCenter,
            )

    def _ticks(self) -> Sequence[int]:
        return (0, self._most // 2, self._most)

    def _centres(self, box: QRect) -> Sequence[QPointF]:
        """Each dot stands on those that came before it at its place."""
        base, heaps = self._base(box), Counter[int]()
        room = base - box.top() - self.metrics().height() - 6
        step = min(STEP, room / max(1, self._highest(box)))
        centres = []
        for dot in self._dots:
            column = self._column(box, dot.value)
            heaps[column] += 1
            across = self._across(box, column)
            centres.append(QPointF(across, base - 8 - (heaps[column] - 1) * step))
        return centres

    def _highest(self, box: QRect) -> int:
        return max(Counter(self._column(box, dot.value) for dot in self._dots).values())

    def _column(self, box: QRect, value: float) -> int:
        """Whole days are a heap; where there is no room for each, so many of them."""
        unit = self._across(box, 1) - self._across(box, 0)
        together = max(1, ceil(STEP / max(unit, 0.1)))
        return together * round(value / together)

    def _across(self, box: QRect, value: float) -> float:
        return box.left() + SIDE + value / self._most * (box.width() - 2 * SIDE)

    def _base(self, box: QRect) -> int:
        return box.bottom() - self.metrics().height() - 10

    def _turned(self, box: QRect, point: QPointF) -> QPointF:
        if not self.isRightToLeft():
            return point
        return QPointF(box.left() + box.right() + 1 - point.x(), point.y())


def _value(dot: Dot) -> float:
    return dot.value
