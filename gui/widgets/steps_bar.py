"""How far one is, as a row of small bars."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.paint import mirrored, rounded

HEIGHT = 6
GAP = 4


class StepsBar(QWidget):
    """`of` bars, the first `done` of them in the accent. The words beside it say the same."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done = 0
        self._of = 1
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, done: int, of: int) -> None:
        """So many are done, the present one included."""
        self._done, self._of = done, max(1, of)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        gap = GAP if self._of < 16 else 2
        room = self.width() - gap * (self._of - 1)
        for number in range(self._of):
            left = round(number * room / self._of) + number * gap
            right = round((number + 1) * room / self._of) + number * gap
            place = mirrored(painter, self.rect(), QRect(left, 0, right - left, HEIGHT))
            done = number < self._done
            ground = self._theme.color("accent" if done else "hover")
            rounded(painter, place, 3, ground, None if done else self._theme.color("border"))
