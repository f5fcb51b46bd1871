"""A scale from 1 to a few: one key, one click, and its number is always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from gui.theme import Role, Theme
from gui.widgets.focus_ring import show_ring
from gui.widgets.paint import BUTTON_RADIUS, mirrored, rounded, text

GAP = 4
LEAST = 32
USUAL = 40


class Scale(QSlider):
    """Numbers side by side, one of them chosen, or none. Digits choose (0 is 10), Delete clears.

    `edited` tells that the user chose or cleared, `digit` that a digit did: one may go on.
    """

    edited = Signal()
    digit = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        highest: int,
        value: int | None = None,
        *,
        ends: tuple[str, str] = ("", ""),
        parent: QWidget | None = None,
    ) -> None:
        """`ends`: what the lowest and the highest mean, for screen readers."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._ends = ends
        self._hovered = 0
        self.setRange(0, highest)
        self.setPageStep(1)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_chosen(value)
        self.valueChanged.connect(self._tell)

    @property
    def chosen(self) -> int | None:
        """The number that is chosen; None where none is."""
        return self.value() or None

    def set_chosen(self, value: int | None) -> None:
        """Show that number, without a signal."""
        self.blockSignals(True)
        self.setValue(value or 0)
        self.blockSignals(False)
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        wide = max(self._side(), USUAL)
        return QSize(self.maximum() * (wide + GAP) - GAP, self._side())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.maximum() * (LEAST - 4 + GAP) - GAP, self._side())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = _number(event)
        if number is not None and number <= self.maximum():
            self.setValue(number)
            self.digit.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setValue(0)
        elif event.key() == Qt.Key.Key_Home:
            self.setValue(1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._number_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and number:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setValue(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._number_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls; an answer is never turned by the wheel."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), BUTTON_RADIUS)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number in range(1, self.maximum() + 1):
            self._paint_cell(painter, number)

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        theme, chosen = self._theme, number == self.value()
        place = mirrored(painter, self.rect(), self._cell(number))
        ground = "fill" if chosen else "hover" if number == self._hovered else "surface"
        edge = "fill" if chosen else "control"
        rounded(painter, place, BUTTON_RADIUS, theme.color(ground), theme.color(edge))
        font = theme.font(Role.STRONG if chosen else Role.BODY)
        ink = theme.color("on-fill" if chosen else "text")
        text(painter, place, str(number), font, ink, Qt.AlignmentFlag.AlignHCenter)

    def _side(self) -> int:
        measures = QFontMetrics(self._theme.font(Role.STRONG))
        return max(LEAST, measures.height() + 14, measures.horizontalAdvance("10") + 12)

    def _cell(self, number: int) -> QRect:
        wide = max(self._side(), USUAL)
        width = min(wide, (self.width() + GAP) // self.maximum() - GAP)
        return QRect((number - 1) * (width + GAP), 0, width, self.height())

    def _number_at(self, across: float) -> int:
        if self.isRightToLeft():
            across = self.width() - across
        for number in range(1, self.maximum() + 1):
            cell = self._cell(number)
            if cell.left() <= across <= cell.right() + GAP:
                return number
        return 0

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.update()

    def _tell(self, _value: int) -> None:
        self._describe()
        self.update()
        self.edited.emit()

    def _describe(self) -> None:
        """Said after the name: which number, of how many, and what the ends mean."""
        low, high = self._ends
        said = f"{self.value()} of {self.maximum()}" if self.value() else "Not answered"
        ends = f". 1: {low}, {self.maximum()}: {high}" if low and high else ""
        self.setAccessibleDescription(said + ends)


def _number(event: QKeyEvent) -> int | None:
    plain = event.modifiers() in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.KeypadModifier,
    )
    if not plain or not event.text().isdigit() or not event.text().isascii():
        return None
    return int(event.text()) or 10
