"""The underlines of findings: wavy, dashed and dotted, so that they are told apart without colour.

They are painted over the text and never belong to the document: undo knows nothing of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextBlock, QTextCursor, QTextDocument

from core.checks.finding import Level
from gui.theme import Theme

BELOW_BASELINE = 4.0
WAVE_LENGTH, WAVE_HEIGHT = 7.0, 1.6

TOKENS = {Level.MUST: "brick", Level.SHOULD: "ochre", Level.HINT: "iris"}
WIDTHS = {Level.MUST: 1.5, Level.SHOULD: 2.0, Level.HINT: 2.5}
DASHES = {Level.SHOULD: (3.0, 1.5), Level.HINT: (0.01, 1.7)}


@dataclass(frozen=True, slots=True)
class Mark:
    """An underlined place. The cursor's selection moves along with what is typed before it."""

    key: int
    """Which finding it belongs to."""
    level: Level
    place: QTextCursor


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a mark that stands in one line, in the document's coordinates."""

    left: float
    right: float
    top: float
    baseline: float
    bottom: float

    @property
    def box(self) -> QRectF:
        return QRectF(self.left - 1, self.top, self.right - self.left + 2, self.bottom - self.top)


def stretches(document: QTextDocument, start: int, end: int) -> Iterator[Stretch]:
    """Where the text from `start` to `end` (UTF-16 places) stands, line by line."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        yield from _in_block(document, block, start - block.position(), end - block.position())
        block = block.next()


def _in_block(
    document: QTextDocument, block: QTextBlock, start: int, end: int
) -> Iterator[Stretch]:
    layout = block.layout()
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            sides = sorted((_x_of(line.cursorToX(first)), _x_of(line.cursorToX(last))))
            baseline = corner.y() + line.y() + line.ascent()
            yield Stretch(
                left=corner.x() + sides[0],
                right=corner.x() + sides[1],
                top=baseline - line.ascent(),
                baseline=baseline,
                bottom=baseline + line.descent(),
            )


def _x_of(found: object) -> float:
    """Qt gives the place alone or with the cursor that it was asked for."""
    first = found[0] if isinstance(found, tuple | list) else found
    return float(first) if isinstance(first, int | float) else 0.0


def paint_tint(painter: QPainter, theme: Theme, stretch: Stretch) -> None:
    """The ground of what must be fixed, to be painted under the text."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("brick-tint"))
    painter.drawRoundedRect(stretch.box, 2, 2)


def paint_underline(painter: QPainter, theme: Theme, level: Level, stretch: Stretch) -> None:
    """The line of that level below one stretch of text."""
    pen = QPen(theme.color(TOKENS[level]), WIDTHS[level])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    y = stretch.baseline + BELOW_BASELINE
    if level is Level.MUST:
        painter.setPen(pen)
        painter.drawPath(_wave(stretch.left, stretch.right, y))
        return
    pen.setDashPattern(DASHES[level])
    if level is Level.HINT:
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(stretch.left, y), QPointF(stretch.right, y))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        half = min(WAVE_LENGTH / 2, right - x)
        tip = y - 2 * WAVE_HEIGHT if up else y + 2 * WAVE_HEIGHT
        path.quadTo(QPointF(x + half / 2, tip), QPointF(x + half, y))
        x, up = x + half, not up
    return path
