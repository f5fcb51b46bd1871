"""The bare counterpart: a window of PySide6 with one label, marked as Afterword marks itself."""

import sys

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from gui import trace


class Label(QLabel):
    """A label that marks the end of its first painting, as Afterword's window does."""

    painted = False

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.UpdateRequest and not self.painted and self.isVisible():
            self.painted = True
            trace.mark("painted")
            trace.mark("usable")
            trace.watch_gaps(self)
        return handled


def main() -> None:
    """Show the window until it is ended from outside."""
    application = QApplication(sys.argv)
    label = Label("Today")
    label.resize(1200, 800)
    label.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
