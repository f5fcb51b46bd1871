"""Bars of rounds, in the parts that came of them: filled, ringed, dashed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.models.charts import Mark, Stack, Stacks
from gui.theme import Role, Theme
from gui.widgets.charts.bars import WIDEST_LABEL, Columns
from gui.widgets.charts.plot import BAR_RADIUS, END, PlotWidget
from gui.widgets.paint import text

ROW, BAR = 32, 20
APART = 3
"""Between two parts of a bar."""


class StackChart(PlotWidget):
    """As long as its interviews are many; in each part how many, where there is room."""

    def __init__(self, theme: Theme, stacks: Stacks, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._stacks = stacks.stacks
        self.changed()

    def words(self) -> Sequence[str]:
        return [stack.words for stack in self._stacks]

    def places(self, box: QRect) -> Sequence[QRect]:
        rows = self._columns(box).rows(box, self._row(), len(self._stacks))
        return [label.united(figure) for label, _picture, figure in rows]

    def height_for(self, width: int) -> int:
        return self._row() * len(self._stacks)

    def draw(self, painter: QPainter, box: QRect) -> None:
        rows = self._columns(box).rows(box, self._row(), len(self._stacks))
        font, ink = self.theme.font(Role.CAPTION), self.theme.color("text")
        for stack, (label, picture, figure) in zip(self._stacks, rows, strict=True):
            text(painter, self.flipped(box, label), stack.label, font, ink, END)
            text(painter, self.flipped(box, figure), stack.shown, self.figure_font(), ink, END)
            for mark, count, place in self._parts(stack, picture):
                self._draw_part(painter, self.flipped(box, place), mark, count)

    def _parts(self, stack: Stack, picture: QRect) -> Iterator[tuple[Mark, int, QRect]]:
        most = max(one.total for one in self._stacks)
        height = max(BAR, self.metrics().height() + 2)
        top = picture.top() + (picture.height() - height) // 2
        counts = ((Mark.WENT_ON, stack.went_on), (Mark.ENDED, stack.ended), (Mark.OPEN, stack.open))
        left = float(picture.left())
        for mark, count in counts:
            if count:
                width = picture.width() * count / most
                yield mark, count, QRect(round(left), top, max(4, round(width) - APART), height)
                left += width

    def _draw_part(self, painter: QPainter, place: QRect, mark: Mark, count: int) -> None:
        painter.save()
        pen = QPen(self.theme.color("accent"), 1.5)
        if mark is Mark.OPEN:
            pen.setDashPattern([2.5, 2])
        filled = mark is Mark.WENT_ON
        painter.setPen(Qt.PenStyle.NoPen if filled else pen)
        painter.setBrush(self.theme.color("moss" if filled else "surface"))
        edge = 0.0 if filled else 0.75
        painter.drawRoundedRect(
            QRectF(place).adjusted(edge, edge, -edge, -edge), BAR_RADIUS, BAR_RADIUS
        )
        painter.restore()
        ink = self.theme.color("surface" if filled else "text")
        if self.metrics().horizontalAdvance(str(count)) + 6 <= place.width():
            middle = Qt.AlignmentFlag.AlignHCenter
            text(painter, place, str(count), self.figure_font(), ink, middle)

    def _columns(self, box: QRect) -> Columns:
        labels = self.widest([one.label for one in self._stacks], self.theme.font(Role.CAPTION))
        figure = self.widest([one.shown for one in self._stacks], self.figure_font())
        return Columns(min(labels, int(box.width() * WIDEST_LABEL)), figure + 4)

    def _row(self) -> int:
        return max(ROW, self.metrics().height() + 12)
