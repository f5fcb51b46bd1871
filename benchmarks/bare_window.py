"""The bare counterpart: a window of PySide6 with one label, marked as Afterword marks itself."""

import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel

from gui import trace


class Label(QLabel):
    """A label that marks its first painting."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            trace.mark("painted")
            trace.mark("usable")
            trace.watch_gaps(self)


def main() -> None:
    """Show the window until it is ended from outside."""
    application = QApplication(sys.argv)
    label = Label("Today")
    label.resize(1200, 800)
    label.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
