"""The two columns of an application's page: beside each other, or one that scrolls as a whole."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from gui.widgets.fitted_scroll import FittedScroll
from gui.widgets.page_frame import SMALL_MARGIN

GUTTER = 12
SPACING = 24
BOUNDLESS = 16_777_215


class ApplicationBody(FittedScroll):
    """`left` is the time line; `aside` stands beside it, with `foot` below.

    As one column the order is `aside`, `left`, `foot`: the time line is looked at more often.
    """

    def __init__(self, left: QWidget, aside: QWidget, foot: QWidget) -> None:
        self.content = QWidget()
        super().__init__(self.content)
        self._stacked = False
        self._foot = foot
        beside = QWidget()
        self._aside = QVBoxLayout(beside)
        self._aside.setContentsMargins(0, 0, 0, 0)
        self._aside.setSpacing(SPACING // 2)
        self._aside.addWidget(aside)
        self._aside.addWidget(foot)
        self._aside.addStretch(1)
        self.right = FittedScroll(beside)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.content)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.setSpacing(SPACING)
        self._split.addWidget(left, 1)
        self._split.addWidget(self.right)

    def arrange(self, *, stacked: bool, aside: int) -> None:
        """One column, or two with the second so wide."""
        if stacked is not self._stacked:
            self._stacked = stacked
            self._turn()
        self.right.fit(stacked)
        self.right.set_gutter(0 if stacked else GUTTER)
        self.set_gutter(GUTTER if stacked else 0)
        self.right.setMinimumWidth(0 if stacked else aside + GUTTER)
        self.right.setMaximumWidth(BOUNDLESS if stacked else aside + GUTTER)

    def reveal(self, *parts: QWidget) -> None:
        """Scroll until these parts of the aside are in sight, the last one surely."""
        scroll = self if self._stacked else self.right
        for part in parts:
            scroll.ensureWidgetVisible(part, 0, SMALL_MARGIN)

    def _turn(self) -> None:
        way = QBoxLayout.Direction
        self._split.setDirection(way.BottomToTop if self._stacked else way.LeftToRight)
        if self._stacked:
            self._split.insertWidget(0, self._foot)
        else:
            self._aside.insertWidget(1, self._foot)
