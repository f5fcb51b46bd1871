"""What all charts share: figures that the pointer finds, that the arrow keys walk, and that are
read aloud; and a picture of the same drawing to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.rows import mirror
from gui.theme import Role, Theme
from gui.widgets.focus_ring import KEYBOARD_REASONS
from gui.widgets.paint import rounded
from gui.widgets.toast import announce

NOTHING = -1
BAR_RADIUS = 3
LEAST_RING = 18
END = Qt.AlignmentFlag.AlignRight
"""The side on which lines end; Qt turns it round where people read from right to left."""


class PlotWidget(QWidget):
    """A chart. Subclasses draw in left-to-right coordinates of `box`, and say where figures stand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.current = NOTHING
        """The figure that the pointer or the keyboard is on."""
        self._by_keyboard = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme)

    # -------------------------------------------------------------- what a chart says of itself

    def words(self) -> Sequence[str]:
        """What is said of each figure, in the order in which they are walked."""
        raise NotImplementedError

    def places(self, box: QRect) -> Sequence[QRect]:
        """Where each figure can be pointed at."""
        raise NotImplementedError

    def draw(self, painter: QPainter, box: QRect) -> None:
        """Draw all figures into `box`."""
        raise NotImplementedError

    def height_for(self, width: int) -> int:
        """How high it is at that width."""
        raise NotImplementedError

    # -------------------------------------------------------------- helpers for drawing

    def metrics(self, role: Role = Role.CAPTION) -> QFontMetrics:
        return QFontMetrics(self.theme.font(role))

    def figure_font(self) -> QFont:
        """For the figures beside bars and points."""
        font = QFont(self.theme.font(Role.CAPTION))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def widest(self, texts: Sequence[str], font: QFont) -> int:
        """How wide the widest of these is."""
        metrics = QFontMetrics(font)
        return max((metrics.horizontalAdvance(text) for text in texts), default=0) + 1

    def flipped(self, box: QRect, part: QRect) -> QRect:
        """`part` where it stands in the layout's direction."""
        return mirror(box, part) if self.isRightToLeft() else part

    # -------------------------------------------------------------- Qt

    def changed(self) -> None:
        """Other figures are shown: to be called by whoever sets them."""
        self.current = NOTHING
        self.setAccessibleDescription(self._how_many())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.height_for(width)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 240)
        return QSize(width, self.height_for(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.height_for(max(self.width(), 200)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, self.rect())
        if self._by_keyboard and self.current == NOTHING:
            self._paint_ring(painter, self.rect())
        elif self.current != NOTHING:
            place = self.places(self.rect())[self.current]
            grown = max(0, LEAST_RING - place.width()) // 2
            place = self.flipped(self.rect(), place).adjusted(-grown, 0, grown, 0)
            self._paint_ring(painter, place.intersected(self.rect()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.at(event.position().toPoint())
        if found != self.current:
            self._go(found, aloud=False)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._go(NOTHING, aloud=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._target(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
            return
        self._go(target, aloud=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = event.reason() in KEYBOARD_REASONS
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._by_keyboard = False
            self._go(NOTHING, aloud=False)

    def at(self, point: QPoint) -> int:
        """The figure under a point of the widget; `NOTHING` where there is none."""
        for number, place in enumerate(self.places(self.rect())):
            if self.flipped(self.rect(), place).contains(point):
                return number
        return NOTHING

    def _target(self, key: Qt.Key) -> int | None:
        """Where a key leads; None for a key that has no meaning here."""
        last = len(self.words()) - 1
        ahead = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left
        if key in (ahead, Qt.Key.Key_Down):
            return min(self.current + 1, last)
        if key in (back, Qt.Key.Key_Up):
            return max(self.current - 1, 0)
        return {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(key)

    def _go(self, target: int, *, aloud: bool) -> None:
        """Put the mark on a figure, and say it where it can be seen and heard."""
        self.current = target
        said = self.words()[target] if target != NOTHING else ""
        self.setAccessibleDescription(said or self._how_many())
        self.update()
        if not said:
            QToolTip.hideText()
            return
        place = self.flipped(self.rect(), self.places(self.rect())[target])
        QToolTip.showText(self.mapToGlobal(place.bottomLeft()), said, self, place)
        if aloud:
            announce(self, said)

    def _how_many(self) -> str:
        count = len(self.words())
        return f"{count} figure{'' if count == 1 else 's'}. The arrow keys read them."

    def _paint_ring(self, painter: QPainter, place: QRect) -> None:
        width = self.theme.focus_width if self.hasFocus() else 1
        token = "focus" if self.hasFocus() else "control"
        painter.save()
        painter.setPen(QPen(self.theme.color(token), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRoundedRect(QRectF(place).adjusted(inset, inset, -inset, -inset), 4, 4)
        painter.restore()

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()


def bar(painter: QPainter, theme: Theme, rect: QRect, token: str) -> None:
    """A filled bar."""
    if rect.width() > 0:
        rounded(painter, rect, min(BAR_RADIUS, rect.width() / 2), theme.color(token), None)
