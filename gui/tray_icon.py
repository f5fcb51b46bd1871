"""The tray's icon: the mark in one colour, with the number of due steps, struck when paused.

Panels are dark or light whatever the desktop's colour scheme says, so the colour is one that
stands out 3:1 from both. Lines and number are cut out, and show the panel through.
"""

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64)
INK = QColor("#149098")
MOST_COUNTED = 9
_TILE = re.compile(r"<rect\b[^>]*/>")
_LINES = re.compile(r"<g\b.*?</g>", re.DOTALL)


class TrayIcon:
    """Draws the icon for a state, from the application's mark."""

    def __init__(self, mark: Path) -> None:
        drawing = mark.read_text(encoding="utf-8")
        self._tile = _LINES.sub("", drawing)
        self._lines = _TILE.sub("", drawing)

    def draw(self, due: int, *, paused: bool) -> QIcon:
        """The icon with `due` as its badge (none at 0, a dot above 9)."""
        icon = QIcon()
        for size in SIZES:
            icon.addPixmap(self._draw(size, due, paused=paused))
        return icon

    def _draw(self, size: int, due: int, *, paused: bool) -> QPixmap:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, 0, size, size)
        self._render(painter, self._tile, area)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(area, INK)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        self._render(painter, self._lines, area)
        if paused:
            _strike(painter, size)
        elif due > 0:
            _badge(painter, size, str(due) if due <= MOST_COUNTED else "")
        painter.end()
        return pixmap

    @staticmethod
    def _render(painter: QPainter, drawing: str, area: QRectF) -> None:
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, area)


def _strike(painter: QPainter, size: int) -> None:
    ends = QPointF(size * 0.08, size * 0.92), QPointF(size * 0.92, size * 0.08)
    width = max(1.5, size / 11)
    painter.setPen(QPen(INK, width * 2.6, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(*ends)  # still cutting out: a gap beside the stroke
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(QPen(INK, width, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(*ends)


def _badge(painter: QPainter, size: int, text: str) -> None:
    side = size * (0.66 if text else 0.42)
    gap = max(1.0, size / 16)
    disc = QRectF(size - side, size - side, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    painter.drawEllipse(disc.adjusted(-gap, -gap, gap, gap))  # still cutting out
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.drawEllipse(disc)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    font = QFont()
    font.setPixelSize(max(8, round(side * 0.86)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(INK)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, text)
