"""The bare counterpart of a reminder: Qt's own timer, set to instant after instant.

    python -m benchmarks.bare_timer COUNT SPACING_MS

prints the lateness of each in milliseconds.
"""

import sys
import time

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot


class Alarm(QObject):
    """Fires at instants of the wall clock, and notes how late it was."""

    def __init__(self, count: int, spacing: float) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self._instants = [time.time() + spacing * (number + 1) for number in range(count)]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._fire)
        self._wait()

    def _wait(self) -> None:
        self._timer.start(max(0, round((self._instants[0] - time.time()) * 1000)))

    @Slot()
    def _fire(self) -> None:
        self.late_ms.append((time.time() - self._instants.pop(0)) * 1000)
        if self._instants:
            self._wait()
        else:
            QCoreApplication.quit()


def main() -> None:
    """Measure, and print."""
    application = QCoreApplication(sys.argv)
    alarm = Alarm(int(sys.argv[1]), float(sys.argv[2]) / 1000)
    application.exec()
    print("\n".join(f"{late:.3f}" for late in alarm.late_ms))


if __name__ == "__main__":
    main()
