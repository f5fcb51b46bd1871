"""Words that others found, each with who said so, in lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.models.charts import Tag, Tags
from gui.theme import Role, Theme
from gui.widgets.charts.plot import PlotWidget
from gui.widgets.paint import Tone, chip_height, chip_width, paint_chip, text

ICON = "sprout"
GAP, BESIDE = 10, 8


class TagChart(PlotWidget):
    """A chip and the people beside it, a line each."""

    def __init__(self, theme: Theme, tags: Tags, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._tags = tags.tags
        self.changed()

    def words(self) -> Sequence[str]:
        return [tag.words for tag in self._tags]

    def places(self, box: QRect) -> Sequence[QRect]:
        return [chip.united(beside) for chip, beside in self._lines(box)]

    def height_for(self, width: int) -> int:
        return len(self._tags) * self._line() - GAP

    def draw(self, painter: QPainter, box: QRect) -> None:
        font, ink = self.theme.font(Role.CAPTION), self.theme.color("text-2")
        for tag, (chip, beside) in zip(self._tags, self._lines(box), strict=True):
            paint_chip(painter, self.theme, self.flipped(box, chip), tag.text, Tone.MOSS, ICON)
            text(painter, self.flipped(box, beside), tag.beside, font, ink)

    def _lines(self, box: QRect) -> list[tuple[QRect, QRect]]:
        height = chip_height(self.theme)
        found = []
        for number, tag in enumerate(self._tags):
            top = box.top() + number * self._line()
            chip = QRect(box.left(), top, self._chip_width(box, tag), height)
            left = chip.right() + 1 + BESIDE
            wanted = self.metrics().horizontalAdvance(tag.beside) + 4
            found.append((chip, QRect(left, top, min(wanted, box.right() + 1 - left), height)))
        return found

    def _chip_width(self, box: QRect, tag: Tag) -> int:
        return min(chip_width(self.theme, tag.text, ICON), round(box.width() * 0.7))

    def _line(self) -> int:
        return chip_height(self.theme) + GAP
