"""One box for each thing that was due: ticked if it was in time. Too many become one bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.models.charts import Boxes, BoxRow
from gui.theme import Role, Theme
from gui.widgets.charts.bars import WIDEST_LABEL, Columns
from gui.widgets.charts.plot import BAR_RADIUS, END, PlotWidget
from gui.widgets.paint import rounded, text

ROW, BOX, APART = 28, 18, 4
ICON = 12
BAR = 14


class BoxChart(PlotWidget):
    """What was in time comes first, each with a check; the others have a clock."""

    def __init__(self, theme: Theme, boxes: Boxes, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._rows = boxes.rows
        self.changed()

    def words(self) -> Sequence[str]:
        return [row.words for row in self._rows]

    def places(self, box: QRect) -> Sequence[QRect]:
        rows = self._columns(box).rows(box, self._row(), len(self._rows))
        return [label.united(figure) for label, _picture, figure in rows]

    def height_for(self, width: int) -> int:
        return self._row() * len(self._rows)

    def draw(self, painter: QPainter, box: QRect) -> None:
        rows = self._columns(box).rows(box, self._row(), len(self._rows))
        font, ink = self.theme.font(Role.CAPTION), self.theme.color("text")
        most = max(row.of for row in self._rows)
        for row, (label, picture, figure) in zip(self._rows, rows, strict=True):
            text(painter, self.flipped(box, label), row.label, font, ink, END)
            text(painter, self.flipped(box, figure), row.shown, self.figure_font(), ink, END)
            if most * (BOX + APART) <= picture.width():
                self._draw_boxes(painter, box, picture, row)
            else:
                self._draw_bar(painter, box, picture, row, most)

    def _draw_boxes(self, painter: QPainter, box: QRect, picture: QRect, row: BoxRow) -> None:
        top = picture.top() + (picture.height() - BOX) // 2
        for number in range(row.of):
            place = QRect(picture.left() + number * (BOX + APART), top, BOX, BOX)
            self._draw_box(painter, self.flipped(box, place), done=number < row.done)

    def _draw_box(self, painter: QPainter, place: QRect, *, done: bool) -> None:
        ground = self.theme.color("moss-tint" if done else "surface")
        line = None if done and not self.theme.tokens.contrast else self.theme.color("control")
        rounded(painter, place, 5, ground, line)
        inset = (BOX - ICON) // 2
        icon, ink = ("check", "moss") if done else ("clock", "text-2")
        inner = place.adjusted(inset, inset, -inset, -inset)
        self.theme.icons.paint(painter, inner, icon, self.theme.color(ink))

    def _draw_bar(
        self, painter: QPainter, box: QRect, picture: QRect, row: BoxRow, most: int
    ) -> None:
        """Filled as far as it was in time; the rest is an empty frame."""
        top = picture.top() + (picture.height() - BAR) // 2
        whole = QRect(picture.left(), top, max(2, round(picture.width() * row.of / most)), BAR)
        filled = QRect(whole)
        filled.setWidth(round(whole.width() * row.done / max(1, row.of)))
        surface, line = self.theme.color("surface"), self.theme.color("control")
        rounded(painter, self.flipped(box, whole), BAR_RADIUS, surface, line)
        if row.done:
            moss = self.theme.color("moss")
            rounded(painter, self.flipped(box, filled), BAR_RADIUS, moss, None)

    def _columns(self, box: QRect) -> Columns:
        labels = self.widest([one.label for one in self._rows], self.theme.font(Role.CAPTION))
        figure = self.widest([one.shown for one in self._rows], self.figure_font())
        return Columns(min(labels, int(box.width() * WIDEST_LABEL)), figure + 4)

    def _row(self) -> int:
        return max(ROW, self.metrics().height() + 10)
