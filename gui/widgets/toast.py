"""The one line at the foot of the page that says what was done, and offers Undo."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeySequence, QPainter, QPaintEvent, QPalette, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollBar, QWidget

from gui.theme import Role, Theme
from gui.widgets.labels import Label
from gui.widgets.paint import CARD_RADIUS, rounded

SHOWN_MS = 10_000
ABOVE_BOTTOM = 24
ABOVE_FOOT = 12
LAID_ANEW = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
SIDE = 16
ROOM = 76
"""What lists leave free below their last row, so that it can be scrolled above a toast."""


class ToastButton(QPushButton):
    """Flat words in the toast's accent."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where it is
        self.setFont(theme.font(Role.STRONG))
        self._dress()
        theme.changed.connect(self._dress)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._theme.color("tooltip-accent")
        if self.hasFocus():
            rounded(painter, self.rect(), 6, None, ink)
        painter.setPen(ink)
        painter.setFont(self._theme.font(Role.STRONG))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _dress(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.ButtonText, self._theme.color("tooltip-accent"))
        self.setPalette(palette)


class Toast(QFrame):
    """A child of the page area. One at a time: a newer one replaces the words. Escape closes it.

    `answered` carries the key of the button that was pressed.
    """

    answered = Signal(str)
    gave_focus_back = Signal()
    """A button had the keyboard when the toast went: the page takes it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = parent
        self._feet: tuple[QWidget, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 10, 12, 10)
        self._row.setSpacing(12)
        self._words = Label(theme, "", Role.BODY, "tooltip-text")
        self._row.addWidget(self._words, 1)
        self._keys: dict[QPushButton, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.dismiss)
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def say(self, words: str, *buttons: tuple[str, str]) -> None:
        """Show `words` and buttons (key, text), announce them, and leave after ten seconds."""
        for button in self._keys:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._keys.clear()
        self._words.setText(words)
        for key, text in buttons:
            button = ToastButton(self._theme, text)
            button.clicked.connect(self._answer)
            self._keys[button] = key
            self._row.addWidget(button)
            button.show()  # else it counts only after the next round of events
        self.setAccessibleName(words)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()
        announce(self, words)

    def stand_above(self, feet: tuple[QWidget, ...]) -> None:
        """Leave these bars of the page free, as long as they are shown."""
        for old in self._feet:
            old.removeEventFilter(self)
        self._feet = feet
        for foot in feet:
            foot.installEventFilter(self)
        if self.isVisible():
            self._place()

    def dismiss(self) -> None:
        self._timer.stop()
        focused = any(button.hasFocus() for button in self._keys)
        self.hide()
        if focused:
            self.gave_focus_back.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in LAID_ANEW and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), CARD_RADIUS, self._theme.color("tooltip"), None)

    def _leave(self) -> None:
        """Who listens needs longer for a button; words alone are said at once."""
        focused = any(button.hasFocus() for button in self._keys)
        if focused or (self._keys and screen_reader_runs()):
            self._timer.start()
        else:
            self.hide()

    def _answer(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton) and button in self._keys:
            key = self._keys[button]
            self.dismiss()
            self.answered.emit(key)

    def _place(self) -> None:
        area = self._page.rect()
        widest = area.width() - 2 * SIDE
        self._words.setWordWrap(False)
        self._row.invalidate()
        wanted = self._row.totalSizeHint()
        if wanted.width() > widest:
            self._words.setWordWrap(True)
            self._row.invalidate()
            wanted = QSize(widest, self._row.totalHeightForWidth(widest))
        left = (area.width() - wanted.width()) // 2
        top = self._floor() - wanted.height()
        self.setGeometry(QRect(QPoint(left, top), wanted))

    def _floor(self) -> int:
        """Where its lower edge stands: above a bar with buttons, if the page has one."""
        tops = [one.mapTo(self._page, QPoint(0, 0)).y() for one in self._feet if one.isVisible()]
        return min(tops) - ABOVE_FOOT if tops else self._page.height() - ABOVE_BOTTOM


def leave_room(bar: QScrollBar, place: int) -> None:
    """Let a list that scrolls go on so far that its last row stands above a toast."""
    if bar.maximum() > 0:
        bar.setMaximum(bar.maximum() + ROOM)
        bar.setValue(place)


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say `words`."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow to load

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def screen_reader_runs() -> bool:
    """Whether anybody listens rather than looks."""
    from PySide6.QtGui import QAccessible

    return QAccessible.isActive()
