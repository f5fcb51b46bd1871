"""A stop-watch for telling a story aloud: the seconds, and the stretch in which it sits well."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.preparation.story_bank import LONGEST, SHORTEST, Length, length_of
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.labels import Label
from gui.widgets.paint import Kind, mirrored, rounded
from gui.widgets.toast import announce

TICK_MS = 200
WHOLE = 180
"""Seconds from end to end of the bar."""
BAR, MARK = 10, 4
SPOKEN = {SHORTEST: "One minute.", LONGEST: "Two minutes: come to the end."}


def minutes(seconds: int) -> str:
    """ "1:05"."""
    return f"{seconds // 60}:{seconds % 60:02}"


class LengthBar(QWidget):
    """How far it is, with the good stretch tinted. Decoration: the words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._seconds = 0.0
        self.setFixedHeight(BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_seconds(self, seconds: float) -> None:
        """Show so many."""
        self._seconds = seconds
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, whole = QPainter(self), self._theme, self.rect()
        rounded(painter, whole, BAR / 2, theme.color("hover"), None)
        start, end = (round(whole.width() * edge / WHOLE) for edge in (SHORTEST, LONGEST))
        zone = QRect(start, 0, end - start, BAR)
        rounded(painter, mirrored(painter, whole, zone), 3, theme.color("moss-tint"), None)
        length = round(whole.width() * min(1.0, self._seconds / WHOLE))
        if length >= MARK:
            filled = QRect(0, (BAR - MARK) // 2, length, MARK)
            fits = length_of(int(self._seconds)) is not Length.LONG
            ink = theme.color("accent" if fits else "ochre")
            rounded(painter, mirrored(painter, whole, filled), MARK / 2, ink, None)


class StopWatch(QWidget):
    """Counts by the monotonic clock. `kept` carries the seconds that are to be stored."""

    kept = Signal(int)

    def __init__(
        self,
        theme: Theme,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._began: float | None = None
        self._held = 0.0
        self._said = 0
        self.number = Label(theme, "0:00", Role.TITLE)
        self.words = Label(theme, "", Role.CAPTION, "text-2", wrap=True)
        self.bar = LengthBar(theme)
        self.button = Button(theme, "Start", Kind.OUTLINE, "timer")
        self.keep = Button(theme, "Keep this length", Kind.OUTLINE, "check")
        self.button.clicked.connect(self.toggle)
        self.keep.clicked.connect(self._keep)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self.reset()

    def _lay_out(self) -> None:
        self.number.setMinimumWidth(self.number.fontMetrics().horizontalAdvance("00:00") + 4)
        middle = QVBoxLayout()
        middle.setSpacing(4)
        middle.addStretch(1)
        middle.addWidget(self.bar)
        middle.addWidget(self.words)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.number)
        row.addLayout(middle, 1)
        row.addWidget(self.button)
        row.addWidget(self.keep)

    @property
    def runs(self) -> bool:
        """Whether it counts just now."""
        return self._began is not None

    @property
    def seconds(self) -> int:
        """Whole seconds so far."""
        return int(self._elapsed())

    def toggle(self) -> None:
        """Start from nothing, or stop."""
        if self.runs:
            self._held = self._elapsed()
            self._began = None
            self._timer.stop()
            announce(self, f"Stopped at {minutes(self.seconds)}.")
        else:
            self._began, self._held, self._said = self._clock(), 0.0, 0
            self._timer.start()
        self.look()

    def reset(self) -> None:
        """Back to nothing."""
        self._began, self._held, self._said = None, 0.0, 0
        self._timer.stop()
        self.look()

    def look(self) -> None:
        """Show what has passed now."""
        seconds = self.seconds
        self.number.setText(minutes(seconds))
        self.bar.set_seconds(self._elapsed())
        self.words.setText(self._sentence(seconds))
        self.button.setText("Stop" if self.runs else "Start again" if seconds else "Start")
        self.button.setAccessibleName(f"{self.button.text()} the stop-watch")
        self.button.updateGeometry()
        self.keep.setVisible(bool(seconds) and not self.runs)
        self._speak(seconds)

    def _sentence(self, seconds: int) -> str:
        if not seconds and not self.runs:
            return "Tell it aloud. One to two minutes is a good length."
        length = length_of(seconds)
        if length is Length.LONG:
            return "Over two minutes: leave out what nobody would miss."
        if length is Length.FITS:
            return "A good length."
        return "Go on, there is room." if self.runs else "Under a minute: is the result in it?"

    def _speak(self, seconds: int) -> None:
        for mark, words in SPOKEN.items():
            if self.runs and self._said < mark <= seconds:
                self._said = mark
                announce(self, words)

    def _elapsed(self) -> float:
        return self._held if self._began is None else max(0.0, self._clock() - self._began)

    def _keep(self) -> None:
        self.kept.emit(self.seconds)
