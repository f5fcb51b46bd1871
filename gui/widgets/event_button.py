"""The buttons of "What happened?": an icon and a few words, one of them pressed at most."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from gui.models.happenings import Happening, Question
from gui.theme import Role, Theme
from gui.widgets.focus_ring import show_ring
from gui.widgets.paint import BUTTON_RADIUS, mirrored, rounded, text

HEIGHT = 40
ICON = 18
_PADDING = 10
_TIGHT = 6


class EventButton(QToolButton):
    """One thing that can happen; `asked` says which when it is pressed."""

    asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        question: Question,
        *,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = quiet
        self._icon_name = question.icon
        self.happening: Happening = question.happening
        self.setText(question.label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self.text()) + ICON + 8 + 2 * _PADDING
        least = 32 if self._quiet else HEIGHT
        return QSize(width, max(least, metrics.height() + 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(96, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_ground(painter)
        ink = self._theme.color(self._ink())
        tight = self.width() < self.sizeHint().width()
        icon = QRect(_TIGHT if tight else _PADDING, 0, ICON, self.height())
        self._theme.icons.paint(painter, mirrored(painter, self.rect(), icon), self._icon_name, ink)
        left = icon.right() + 1 + (_TIGHT if tight else 8)
        words = QRect(left, 0, self.width() - left - 4, self.height())
        text(painter, mirrored(painter, self.rect(), words), self.text(), self._font(), ink)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), BUTTON_RADIUS)

    def _paint_ground(self, painter: QPainter) -> None:
        over = self.underMouse() or self.isDown()
        ground: QColor | None
        line: QColor | None
        if self.isChecked():
            ground, line = self._theme.color("selected"), self._theme.color("accent")
        elif self._quiet:
            ground, line = (self._theme.color("hover") if over else None), None
        else:
            ground = self._theme.color("hover" if over else "surface")
            line = self._theme.color("edge")
        rounded(painter, self.rect(), BUTTON_RADIUS, ground, line)

    def _ink(self) -> str:
        if self.isChecked():
            return "accent"
        return "text-2" if self._quiet else "text"

    def _font(self) -> QFont:
        if self.isChecked():
            return self._theme.font(Role.STRONG)
        return self._theme.font(Role.CAPTION if self._quiet else Role.BUTTON)

    def _tell(self) -> None:
        self.asked.emit(self.happening.value)
