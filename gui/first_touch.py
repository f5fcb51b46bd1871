"""Tells when the user first touches the window: then what was put off is loaded."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow

TOUCHES = frozenset(
    {
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.DragEnter,
    }
)


class FirstTouch(QObject):
    """Watches a window until the first movement or key, which it does not take."""

    felt = Signal()

    def __init__(self, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            watched.removeEventFilter(self)
            self.felt.emit()
        return False
