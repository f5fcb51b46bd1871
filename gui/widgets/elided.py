"""A line of text that gives way where there is little room, and tells the rest in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.plain_tips import plain_tip
from gui.theme import Role, Theme
from gui.widgets.paint import text

SHORTEST = 80


class ElidedLabel(QLabel):
    """One line in a type role and token colour, elided at its end."""

    def __init__(
        self,
        theme: Theme,
        words: str,
        role: Role = Role.BODY,
        ink: str = "text",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._ink = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._refresh)
        self.set_text(words)

    def set_text(self, words: str) -> None:
        """Other words."""
        self.setText(words)

    def setText(self, words: str) -> None:
        super().setText(" ".join(words.split()))
        self._refresh()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(self._role))
        width = metrics.horizontalAdvance(self.text()[:400]) + 4
        return QSize(width, round(metrics.height() * 1.15))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(SHORTEST, hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRect(self.rect())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        font = self._theme.font(self._role)
        align = side | Qt.AlignmentFlag.AlignAbsolute
        text(painter, place, self.text()[:2000], font, self._theme.color(self._ink), align)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._refresh()

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()
        self.setMaximumWidth(self.sizeHint().width())
        self._tell_rest()

    def _tell_rest(self) -> None:
        fits = self.sizeHint().width() <= self.width()
        self.setToolTip("" if fits else plain_tip(self.text()[:600]))
