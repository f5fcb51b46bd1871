"""The keyboard's focus ring: drawn just outside a control, over whatever surrounds it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from gui.theme import Theme

KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)

GAP = 1
GONE = (QEvent.Type.Hide, QEvent.Type.ParentChange)


class FocusRing(QWidget):
    """A ring around `target` while it has the focus from the keyboard; never in the mouse's way."""

    def __init__(self, theme: Theme, target: QWidget, radius: float) -> None:
        ground = ring_parent(target)
        super().__init__(ground)
        self._ground = ground
        self._theme = theme
        self._target = target
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._watched = [target, *between(target, ground)]
        for widget in self._watched:
            widget.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show):
            self._follow()
        elif watched is self._target and (event.type() in GONE or focus_left(event)):
            for widget in self._watched:
                widget.removeEventFilter(self)
            self.hide()
            self.deleteLater()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self._theme.focus_width
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), width))
        inset = width / 2
        radius = self._radius + GAP + inset
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius
        )

    def _follow(self) -> None:
        out = GAP + self._theme.focus_width
        corner = self._target.mapTo(self._ground, QPoint(0, 0))
        self.setGeometry(QRect(corner, self._target.size()).adjusted(-out, -out, out, out))


def focus_left(event: QEvent) -> bool:
    """Whether the focus went elsewhere; a menu only borrows it."""
    return (
        isinstance(event, QFocusEvent)
        and event.lostFocus()
        and event.reason() != Qt.FocusReason.PopupFocusReason
    )


def between(target: QWidget, ground: QWidget) -> list[QWidget]:
    """What `target` stands in, up to `ground`: where one of these moves, it moves along."""
    found = []
    parent = target.parentWidget()
    while parent is not None and parent is not ground:
        found.append(parent)
        parent = parent.parentWidget()
    return found


def ring_parent(target: QWidget) -> QWidget:
    """The nearest ancestor that scrolls with `target`, else its window."""
    widget = target
    while (parent := widget.parentWidget()) is not None and not widget.isWindow():
        grandparent = parent.parentWidget()
        if isinstance(grandparent, QScrollArea) and grandparent.viewport() is parent:
            return widget
        widget = parent
    return widget


def show_ring(theme: Theme, target: QWidget, reason: Qt.FocusReason, radius: float) -> None:
    """Ring `target` if the keyboard brought the focus; the ring removes itself."""
    if reason in KEYBOARD_REASONS:
        FocusRing(theme, target, radius)
