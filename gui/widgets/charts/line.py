"""Points over time with a line through them, over at most three hairlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.models.charts import Line, Mark
from gui.theme import Role, Theme
from gui.widgets.charts.marks import RADIUS, paint_mark
from gui.widgets.charts.plot import END, PlotWidget
from gui.widgets.paint import text

HEIGHT = 144
"""Between the lowest and the highest value, at usual text size."""
SIDE = 16
"""Free at both ends of the line."""
CLOSE, DENSE = 26, 13
"""Under so many pixels from point to point, figures are left out, and marks are small."""
SMALL = 4.0


@dataclass(frozen=True, slots=True)
class Field:
    """Where the values lie: the middle of each point, for left-to-right."""

    plot: QRect
    spacing: float
    low: float
    high: float

    def point(self, number: int, value: float) -> QPointF:
        return QPointF(self.plot.left() + SIDE + self.spacing * number, self.height(value))

    def height(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.plot.bottom() - share * (self.plot.height() - 1)


class LineChart(PlotWidget):
    """The heights at the start, the days below."""

    def __init__(self, theme: Theme, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._line = line
        self.changed()

    def words(self) -> Sequence[str]:
        return [point.words for point in self._line.points]

    def places(self, box: QRect) -> Sequence[QRect]:
        field = self._field(box)
        half = max(4, min(11, int(field.spacing / 2)))
        found = []
        for number, point in enumerate(self._line.points):
            centre = field.point(number, point.value).toPoint()
            found.append(QRect(centre.x() - half, centre.y() - 11, 2 * half + 1, 23))
        return found

    def height_for(self, width: int) -> int:
        line = self.metrics().height()
        return round(HEIGHT * max(1.0, self.theme.text_scale)) + 2 * line + 22

    def draw(self, painter: QPainter, box: QRect) -> None:
        field = self._field(box)
        self._draw_heights(painter, box, field)
        self._draw_days(painter, box, field)
        pen = QPen(self.theme.color("accent"), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = enumerate(self._line.points)
        painter.drawPolyline(
            QPolygonF([self._turned(box, field.point(n, point.line)) for n, point in points])
        )
        self._draw_points(painter, box, field)

    def _draw_points(self, painter: QPainter, box: QRect, field: Field) -> None:
        ink, font = self.theme.color("text"), self.figure_font()
        line = self.metrics().height()
        apart = self._line.points[0].mark is not Mark.PLAIN
        radius = RADIUS if field.spacing >= DENSE else SMALL
        for number, point in enumerate(self._line.points):
            centre = field.point(number, point.value)
            if apart:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.theme.color("surface"))
                painter.drawEllipse(self._turned(box, centre), radius + 2, radius + 2)
            paint_mark(painter, self.theme, self._turned(box, centre), point.mark, radius)
            if field.spacing >= CLOSE:
                place = QRect(0, 0, 30, line)
                place.moveCenter(centre.toPoint())
                if point.line > point.value:  # the line passes above: the figure goes below
                    place.moveTop(round(centre.y() + radius + 2))
                else:
                    place.moveBottom(round(centre.y() - radius - 4))
                shown, middle = f"{point.value:g}", Qt.AlignmentFlag.AlignHCenter
                text(painter, self.flipped(box, place), shown, font, ink, middle)

    def _draw_heights(self, painter: QPainter, box: QRect, field: Field) -> None:
        font, ink = self.theme.font(Role.CAPTION), self.theme.color("text-2")
        line = self.metrics().height()
        for tick in self._line.ticks:
            height = round(field.height(tick))
            hair = QRect(field.plot.left(), height, field.plot.width(), 1)
            painter.fillRect(self.flipped(box, hair), self.theme.color("border"))
            place = QRect(box.left(), height - line // 2, field.plot.left() - box.left() - 10, line)
            text(painter, self.flipped(box, place), str(tick), font, ink, END)

    def _draw_days(self, painter: QPainter, box: QRect, field: Field) -> None:
        font, ink = self.theme.font(Role.CAPTION), self.theme.color("text-2")
        for number, place in self._days(box, field):
            label = self._line.points[number].label
            middle = Qt.AlignmentFlag.AlignHCenter
            text(painter, self.flipped(box, place), label, font, ink, middle)

    def _days(self, box: QRect, field: Field) -> Iterator[tuple[int, QRect]]:
        """As many days as have room beside each other, the last one always."""
        metrics = self.metrics()
        top = box.bottom() + 1 - metrics.height()
        before = box.right() + 1
        for number in reversed(range(len(self._line.points))):
            width = metrics.horizontalAdvance(self._line.points[number].label) + 4
            place = QRect(0, top, width, metrics.height())
            place.moveLeft(round(field.point(number, field.low).x() - width / 2))
            place.moveRight(min(place.right(), box.right()))
            if place.right() < before and place.left() >= box.left():
                before = place.left() - 8
                yield number, place

    def _field(self, box: QRect) -> Field:
        line = self.metrics().height()
        left = self.widest([str(tick) for tick in self._line.ticks], self.theme.font(Role.CAPTION))
        plot = box.adjusted(left + 10, line + 8, 0, -line - 12)
        gaps = max(1, len(self._line.points) - 1)
        spacing = (plot.width() - 2 * SIDE) / gaps
        return Field(plot, max(1.0, spacing), self._line.low, self._line.high)

    def _turned(self, box: QRect, point: QPointF) -> QPointF:
        if not self.isRightToLeft():
            return point
        return QPointF(box.left() + box.right() + 1 - point.x(), point.y())
