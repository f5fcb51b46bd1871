"""Where the parts of a step row stand: one answer for painting, for hitting and for the buttons."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from gui.theme import Role, Theme

PADDING = 16
RING = 20
GAP = 12
LEAST_HEIGHT = 60
LINE_GAP = 3
BAR_GAP = 10
BAR_FOOT = 14
TOP_SELECTED = 16
TARGET = 32
"""The least side of anything to click."""

SECTION_ABOVE = 20
SECTION_BELOW = 8
MORE_HEIGHT = 44


@dataclass(frozen=True, slots=True)
class StepGeometry:
    """The parts of one step row, in the view's coordinates, for left-to-right."""

    ring: QRect
    title: QRect
    reason: QRect
    time: QRect
    button: QRect
    """The row's own outline button; empty on the selected row and where it has none."""
    bar: QRect
    """Where the selected row's buttons stand; empty on others."""

    def ring_target(self) -> QRect:
        """What counts as a click on the check ring."""
        out = (TARGET - RING) // 2
        return self.ring.adjusted(-out, -out, out, out)


class RowMetrics:
    """Heights at the present text size; made anew when the fonts change."""

    def __init__(self, theme: Theme) -> None:
        self.title = QFontMetrics(theme.font(Role.STRONG)).height() + 1
        self.reason = QFontMetrics(theme.font(Role.CAPTION)).height() + 2
        self.button = max(TARGET, self.title + 13)
        self.words = self.title + LINE_GAP + self.reason
        self.step = max(LEAST_HEIGHT, self.words + 24)
        self.selected = TOP_SELECTED + self.words + BAR_GAP + self.button + BAR_FOOT
        self.section = self.title + 4 + SECTION_BELOW
        self.more = max(MORE_HEIGHT, self.title + 24)

    def section_height(self, *, first: bool) -> int:
        return self.section + (0 if first else SECTION_ABOVE)


def step_geometry(
    metrics: RowMetrics, row: QRect, time_width: int, button_width: int, *, selected: bool
) -> StepGeometry:
    """The parts of a step row in `row`; widths of 0 leave the part out."""
    top = row.top() + (TOP_SELECTED if selected else (row.height() - metrics.words) // 2)
    left = row.left() + PADDING + RING + GAP
    right = row.right() - PADDING + 1
    middle = row.top() + row.height() // 2
    button = QRect()
    if button_width and not selected:
        button = QRect(
            right - button_width, middle - metrics.button // 2, button_width, metrics.button
        )
        right = button.left() - GAP
    time_middle = top + metrics.title // 2 if selected else middle
    time = QRect(right - time_width, time_middle - TARGET // 2, time_width, TARGET)
    width = (time.left() - GAP if time_width else right) - left
    bar = QRect()
    if selected:
        bar_top = top + metrics.words + BAR_GAP
        bar = QRect(left, bar_top, row.right() - PADDING - left + 1, metrics.button)
    ring_middle = top + metrics.title // 2 if selected else middle
    return StepGeometry(
        ring=QRect(row.left() + PADDING, ring_middle - RING // 2, RING, RING),
        title=QRect(left, top, width, metrics.title),
        reason=QRect(left, top + metrics.title + LINE_GAP, width, metrics.reason),
        time=time,
        button=button,
        bar=bar,
    )


def mirror(whole: QRect, part: QRect) -> QRect:
    """`part` on the other side of `whole`, for right-to-left."""
    left = whole.left() + whole.right() - part.right()
    return QRect(left, part.top(), part.width(), part.height())
