"""Bars from zero, each with its name and its figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.models.charts import Bars
from gui.theme import Role, Theme
from gui.widgets.charts.plot import END, PlotWidget, bar
from gui.widgets.paint import text

ROW, BAR = 24, 12
GAP = 12
WIDEST_LABEL = 0.42
"""Of the chart's width."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How a row with a name, a picture and a figure is shared out."""

    label: int
    figure: int

    def rows(self, box: QRect, height: int, count: int) -> list[tuple[QRect, QRect, QRect]]:
        """Name, picture and figure of each row, for left-to-right."""
        found = []
        for number in range(count):
            top = box.top() + number * height
            label = QRect(box.left(), top, self.label, height)
            figure = QRect(box.right() + 1 - self.figure, top, self.figure, height)
            left = label.right() + 1 + GAP
            picture = QRect(left, top, max(1, figure.left() - GAP - left), height)
            found.append((label, picture, figure))
        return found


class BarChart(PlotWidget):
    """Names at the start, figures at the end, bars between them."""

    def __init__(self, theme: Theme, bars: Bars, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._bars = bars
        self.changed()

    def words(self) -> Sequence[str]:
        return [one.words for one in self._bars.bars]

    def places(self, box: QRect) -> Sequence[QRect]:
        rows = self._columns(box).rows(box, self._row(), len(self._bars.bars))
        return [label.united(figure) for label, _picture, figure in rows]

    def height_for(self, width: int) -> int:
        return self._row() * len(self._bars.bars)

    def draw(self, painter: QPainter, box: QRect) -> None:
        rows = self._columns(box).rows(box, self._row(), len(self._bars.bars))
        names, figures = self.theme.font(Role.CAPTION), self.figure_font()
        ink = self.theme.color("text")
        for one, (label, picture, figure) in zip(self._bars.bars, rows, strict=True):
            text(painter, self.flipped(box, label), one.label, names, ink, END)
            text(painter, self.flipped(box, figure), one.shown, figures, ink, END)
            width = round(picture.width() * one.value / self._bars.most)
            top = picture.top() + (picture.height() - BAR) // 2
            place = QRect(picture.left(), top, width, BAR)
            bar(painter, self.theme, self.flipped(box, place), "ochre" if one.room else "accent")

    def _columns(self, box: QRect) -> Columns:
        labels = self.widest([one.label for one in self._bars.bars], self.theme.font(Role.CAPTION))
        figure = self.widest([one.shown for one in self._bars.bars], self.figure_font())
        return Columns(min(labels, int(box.width() * WIDEST_LABEL)), figure + 4)

    def _row(self) -> int:
        return max(ROW, self.metrics().height() + 8)
