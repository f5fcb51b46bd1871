"""The quiet controls at the foot of a letter: an icon and caption words, with or without a menu."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.theme import Role, Theme
from gui.widgets.focus_ring import show_ring
from gui.widgets.paint import BUTTON_RADIUS, ICON, mirrored, rounded, text

PADDING, GAP, CHEVRON = 6, 6, 14
LEAST = 32


class FootButton(QAbstractButton):
    """`menu` draws a chevron: whoever hears `clicked` opens one."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        icon_name: str,
        *,
        menu: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon_name
        self._menu = menu
        self.setText(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Other words."""
        self.setText(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(Role.CAPTION))
        width = 2 * PADDING + ICON + GAP + metrics.horizontalAdvance(self.text()) + 2
        height = max(LEAST, metrics.height() + 12)
        return QSize(width + (GAP + CHEVRON if self._menu else 0), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * PADDING + ICON, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = self.rect()
        if self.underMouse() or self.isDown():
            rounded(painter, whole, BUTTON_RADIUS, self._theme.color("hover"), None)
        ink = self._theme.color("text-2")
        place = QRect(PADDING, 0, ICON, self.height())
        self._theme.icons.paint(painter, mirrored(painter, whole, place), self._icon_name, ink)
        end = self.width() - PADDING - (CHEVRON + GAP if self._menu else 0)
        words = QRect(place.right() + 1 + GAP, 0, end - place.right() - GAP, self.height())
        font = self._theme.font(Role.CAPTION)
        text(painter, mirrored(painter, whole, words), self.text(), font, ink)
        if self._menu:
            chevron = QRect(self.width() - PADDING - CHEVRON, 0, CHEVRON, self.height())
            self._theme.icons.paint(painter, mirrored(painter, whole, chevron), "chevron-down", ink)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), BUTTON_RADIUS)
