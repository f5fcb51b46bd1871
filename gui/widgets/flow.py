"""Buttons in a row, and in further rows where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

GAP = 8

Line = list[tuple[QWidget, QSize]]


def flow_height(widgets: Sequence[QWidget], width: int) -> int:
    """Where the last line would end; nothing is moved. For `heightForWidth`, which is asked of
    widths that the row does not get.
    """
    heights = [max(size.height() for _widget, size in line) for line in _lines(widgets, width)]
    return sum(heights) + GAP * max(0, len(heights) - 1)


def flow(widgets: Sequence[QWidget], width: int, *, left: int = 0, mirrored: bool = False) -> int:
    """Put the widgets into lines of that width, from `left` on; gives where the last line ends."""
    top = -GAP
    for line in _lines(widgets, width):
        top += GAP
        height = max(size.height() for _widget, size in line)
        across = 0
        for widget, size in line:
            place = QRect(QPoint(across, top + (height - size.height()) // 2), size)
            if mirrored:
                place.moveLeft(width - place.right() - 1)
            widget.setGeometry(place.translated(left, 0))
            across += size.width() + GAP
        top += height
    return max(0, top)


def _lines(widgets: Sequence[QWidget], width: int) -> Iterator[Line]:
    line: Line = []
    used = 0
    for widget in widgets:
        hint = widget.sizeHint()
        size = QSize(min(hint.width(), width), hint.height())
        if line and used + size.width() > width:
            yield line
            line, used = [], 0
        line.append((widget, size))
        used += size.width() + GAP
    if line:
        yield line
