"""Marks for the benchmarks: when the first picture stood, and how long the window was deaf.

Nothing is written unless the environment variable AFTERWORD_TRACE names a file. Each line there is
a word and a number: `painted 123` and `usable 123` (nanoseconds of the monotonic clock, which is
the same for all processes of a machine), `gap 12.3` (milliseconds).
"""

import os
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

FILE_VARIABLE = "AFTERWORD_TRACE"
WATCHED_SECONDS = 5
STEP_MS = 2


def _append(line: str) -> None:
    path = os.environ.get(FILE_VARIABLE)
    if path:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


def mark(name: str) -> None:
    """Note that `name` happened now."""
    _append(f"{name} {time.monotonic_ns()}")


def watch_gaps(parent: QObject) -> None:
    """From now, for five seconds, measure the longest time in which no event was handled."""
    if os.environ.get(FILE_VARIABLE):
        GapWatch(parent)


class GapWatch(QObject):
    """Ticks every few milliseconds and keeps the longest delay of a tick."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._began = self._last = time.monotonic()
        self._longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    @Slot()
    def _tick(self) -> None:
        now = time.monotonic()
        self._longest = max(self._longest, (now - self._last) * 1000 - STEP_MS)
        self._last = now
        if now - self._began >= WATCHED_SECONDS:
            _append(f"gap {self._longest:.1f}")
            self._timer.stop()
            self.deleteLater()
