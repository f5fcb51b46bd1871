"""Thirty seconds, or so many as there are: a number, a thin bar, and a button that starts them."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.labels import Label
from gui.widgets.paint import Kind, rounded
from gui.widgets.toast import announce

TICK_MS = 100
BAR = 4
SPOKEN_AT = frozenset({10, 5})
"""Seconds left that a screen reader says: more would talk over the user."""


class ThinBar(QWidget):
    """How much is used up, from 0 to 1. Decoration: the number beside it carries the meaning."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Fill it so far."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        rounded(painter, self.rect(), BAR / 2, theme.color("border"), None)
        filled = QRectF(self.rect())
        filled.setWidth(filled.width() * self._share)
        if self.isRightToLeft():
            filled.moveRight(self.width())
        ink = theme.color("ochre" if self._share >= 1 else "accent")
        if filled.width() >= BAR:
            rounded(painter, filled.toRect(), BAR / 2, ink, None)


class Countdown(QWidget):
    """Counts down by the monotonic clock, however seldom it is asked. `ended` tells of zero."""

    ended = Signal()

    def __init__(
        self,
        theme: Theme,
        seconds: int,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._clock = clock
        self._began: float | None = None
        self._said: int | None = None
        self.number = Label(theme, "", Role.STRONG)
        self.bar = ThinBar(theme)
        self.button = Button(theme, "Start", Kind.OUTLINE, "timer")
        self.button.clicked.connect(self._toggle)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self.reset()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(4)
        middle.addStretch(1)
        middle.addWidget(self.number)
        middle.addWidget(self.bar)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addLayout(middle, 1)

    @property
    def runs(self) -> bool:
        """Whether it counts just now."""
        return self._began is not None

    @property
    def left(self) -> int:
        """Whole seconds that are left, rounded up; all of them while it does not run."""
        if self._began is None:
            return self._seconds
        return max(0, math.ceil(self._seconds - (self._clock() - self._began)))

    def start(self) -> None:
        """Begin with all seconds."""
        self._began = self._clock()
        self._said = None
        self._timer.start()
        self._name("Stop")
        announce(self, f"{self._seconds} seconds from now.")
        self.look()

    def reset(self) -> None:
        """Stop, and show all seconds again."""
        self._began = None
        self._timer.stop()
        self._name("Start")
        self.bar.set_share(0)
        self._show(self._seconds)

    def look(self) -> None:
        """Show what is left now."""
        if self._began is None:
            return
        left = self.left
        self.bar.set_share((self._clock() - self._began) / self._seconds)
        self._show(left)
        if left in SPOKEN_AT and left != self._said:
            self._said = left
            announce(self, f"{left} seconds left.")
        if left == 0:
            self._end()

    def _end(self) -> None:
        self._began = None
        self._timer.stop()
        self._name("Start again")
        announce(self, "The time is over.")
        self.ended.emit()

    def _show(self, left: int) -> None:
        self.number.setText("1 second left" if left == 1 else f"{left} seconds left")

    def _name(self, words: str) -> None:
        self.button.setText(words)
        self.button.setAccessibleName(f"{words}: {self._seconds} seconds for a message")
        self.button.updateGeometry()

    def _toggle(self) -> None:
        if self.runs:
            self.reset()
        else:
            self.start()
