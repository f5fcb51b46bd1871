"""The marks of what came of an interview: filled with a check, a ring, a dashed ring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.models.charts import Mark
from gui.theme import Role, Theme
from gui.widgets.paint import mirrored, text

RADIUS = 6.0
GAP = 6
BETWEEN = 14


def paint_mark(
    painter: QPainter, theme: Theme, centre: QPointF, mark: Mark, radius: float = RADIUS
) -> None:
    """One mark around `centre`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark is Mark.WENT_ON:
        _paint_check(painter, theme, centre, radius)
    elif mark is Mark.PLAIN:
        painter.setPen(QPen(theme.color("surface"), 1))
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(centre, radius * 0.7, radius * 0.7)
    else:
        pen = QPen(theme.color("accent"), 2 if radius > 4 else 1.5)
        if mark is Mark.OPEN:
            pen.setDashPattern([1.1, 1.3])
        painter.setPen(pen)
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(centre, radius - 1, radius - 1)
    painter.restore()


def _paint_check(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("moss"))
    painter.drawEllipse(centre, radius, radius)
    if radius <= 4:
        return
    pen = QPen(theme.color("surface"), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    step = radius / 6
    corners = ((-2.6, 0.2), (-0.8, 2.0), (2.6, -1.8))
    painter.drawPolyline(QPolygonF([centre + QPointF(x * step, y * step) for x, y in corners]))


class Legend(QWidget):
    """The marks in a row, each with its word. Decoration: every figure says it in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: Sequence[Mark] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """These marks; none at all hides the row."""
        self._marks = marks
        self.setVisible(bool(marks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(Role.CAPTION))
        return QSize(sum(self._width(mark, metrics) for mark in self._marks), metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        self.draw(QPainter(self), self.rect())

    def draw(self, painter: QPainter, box: QRect) -> None:
        """The row into `box`."""
        font, ink = self._theme.font(Role.CAPTION), self._theme.color("text-2")
        metrics = QFontMetrics(font)
        left = box.left()
        for mark in self._marks:
            ring = QRect(left, box.top(), int(2 * RADIUS), box.height())
            centre = QPointF(mirrored(painter, box, ring).center()) + QPointF(0.5, 0.5)
            paint_mark(painter, self._theme, centre, mark)
            start = left + int(2 * RADIUS) + GAP
            width = metrics.horizontalAdvance(mark.value) + 2
            place = QRect(start, box.top(), width, box.height())
            text(painter, mirrored(painter, box, place), mark.value, font, ink)
            left += self._width(mark, metrics)

    def _width(self, mark: Mark, metrics: QFontMetrics) -> int:
        return int(2 * RADIUS) + GAP + metrics.horizontalAdvance(mark.value) + 2 + BETWEEN

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
