"""Paints the findings: icon, title, level and why; the open one leaves room for its buttons."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.models.findings import LEVEL_ICONS, LEVEL_INKS, ROW_ROLE, FindingRow
from gui.rows import mirror
from gui.theme import Role, Theme
from gui.widgets.paint import (
    CARD_RADIUS,
    ButtonLook,
    button_height,
    button_width,
    paint_button,
    text,
)
from gui.widgets.wrapping import wrapped

PADDING = 14
ICON = 20
GAP = 12
BELOW_TITLE = 3
ABOVE_BAR, BELOW_BAR = 8, 12
TITLE_LINES = 2
LINES, LINES_CLOSED = 4, 2
"""At most so many lines say why: of the open finding, and of the others."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FindingGeometry:
    """The parts of one row, in the view's coordinates, for left-to-right."""

    icon: QRect
    title: QRect
    level: QRect
    why: QRect
    bar: QRect
    """Where the buttons of the open row stand; empty on others."""
    button: QRect
    """A closed row's own fix; empty on the open one and where there is none."""


class FindingDelegate(QStyledItemDelegate):
    """Paints and measures the rows. `chosen` is the open one, `bar_height` its buttons' height."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chosen = -1
        self.bar_height = 0
        self.hovered_button = -1
        self.ringed = False
        self.width = 320

    def geometry(self, row: FindingRow, rect: QRect, *, chosen: bool) -> FindingGeometry:
        """Where the parts of a row in `rect` stand."""
        strong = QFontMetrics(self._theme.font(Role.STRONG))
        caption = QFontMetrics(self._theme.font(Role.CAPTION))
        left = rect.left() + PADDING + ICON + GAP
        right = rect.right() - PADDING + 1
        level_width = caption.horizontalAdvance(row.level_word) + 4
        title = QRect(left, rect.top() + PADDING, right - left - level_width - 8, 0)
        title.setHeight(len(self.title_lines(row, title.width())) * strong.height())
        lines = len(self.why_lines(row, right - left, chosen=chosen))
        why = QRect(left, title.bottom() + 1 + BELOW_TITLE, right - left, lines * self.line_height)
        level = QRect(right - level_width, title.top(), level_width, strong.height())
        under = why.bottom() + 1 + ABOVE_BAR
        bar = button = QRect()
        if chosen and self.bar_height:
            bar = QRect(left, under, right - left, self.bar_height)
        elif not chosen and row.offers:
            wanted = button_width(self._theme, ButtonLook(text=row.offers[0].label))
            height = button_height(self._theme)
            button = QRect(left, under, min(wanted, right - left), height)
        icon = QRect(rect.left() + PADDING, level.center().y() - ICON // 2 + 1, ICON, ICON)
        return FindingGeometry(icon, title, level, why, bar, button)

    @property
    def line_height(self) -> int:
        return QFontMetrics(self._theme.font(Role.CAPTION)).height() + 3

    def title_lines(self, row: FindingRow, width: int) -> list[str]:
        """The title in lines of that width."""
        return wrapped(row.title, QFontMetrics(self._theme.font(Role.STRONG)), width, TITLE_LINES)

    def why_lines(self, row: FindingRow, width: int, *, chosen: bool) -> list[str]:
        """The why in lines of that width."""
        if not row.why:
            return []
        metrics = QFontMetrics(self._theme.font(Role.CAPTION))
        return wrapped(row.why, metrics, width, LINES if chosen else LINES_CLOSED)

    def bar_width(self, width: int) -> int:
        """How wide the buttons of a row may be."""
        return width - 2 * PADDING - ICON - GAP

    def height(self, row: FindingRow, width: int, *, chosen: bool) -> int:
        """The height of a row of that width."""
        parts = self.geometry(row, QRect(0, 0, width, 0), chosen=chosen)
        for buttons in (parts.bar, parts.button):
            if not buttons.isEmpty():
                return buttons.bottom() + 1 + BELOW_BAR
        return parts.why.bottom() + 1 + PADDING - 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        if not isinstance(row, FindingRow):
            return QSize(0, 0)
        return QSize(100, self.height(row, self.width, chosen=index.row() == self.chosen))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, FindingRow):
            return
        painter.save()
        rect: QRect = option.rect
        chosen = index.row() == self.chosen
        last = index.row() == index.model().rowCount() - 1
        self._paint_ground(painter, rect, index.row(), first=index.row() == 0, last=last)
        self._paint_words(painter, rect, row, chosen=chosen)
        self._paint_fix(painter, rect, row, hot=self.hovered_button == index.row(), chosen=chosen)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if self.ringed and focused:
            self._paint_ring(painter, rect.adjusted(2, 2, -2, -2))
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRect, row: FindingRow, *, chosen: bool
    ) -> None:
        theme, parts = self._theme, self.geometry(row, rect, chosen=chosen)
        level = row.finding.level
        ink = theme.color(LEVEL_INKS[level])
        theme.icons.paint(painter, _placed(painter, rect, parts.icon), LEVEL_ICONS[level], ink)
        strong, caption = theme.font(Role.STRONG), theme.font(Role.CAPTION)
        line = QRect(parts.title)
        line.setHeight(QFontMetrics(strong).height())
        for words in self.title_lines(row, parts.title.width()):
            text(painter, _placed(painter, rect, line), words, strong, theme.color("text"))
            line.translate(0, line.height())
        word = _placed(painter, rect, parts.level)
        text(painter, word, row.level_word, caption, ink, Qt.AlignmentFlag.AlignRight)
        line = QRect(parts.why.left(), parts.why.top(), parts.why.width(), self.line_height)
        for words in self.why_lines(row, parts.why.width(), chosen=chosen):
            place = _placed(painter, rect, line)
            text(painter, place, words, caption, theme.color("text-2"))
            line.translate(0, self.line_height)

    def _paint_fix(
        self, painter: QPainter, rect: QRect, row: FindingRow, *, hot: bool, chosen: bool
    ) -> None:
        place = self.geometry(row, rect, chosen=chosen).button
        if not place.isEmpty():
            look = ButtonLook(text=row.offers[0].label, hovered=hot)
            paint_button(painter, self._theme, _placed(painter, rect, place), look)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, number: int, *, first: bool, last: bool
    ) -> None:
        """One row's share of the card: ground, edge, and a hairline to the row above."""
        token = "hover" if number == self.chosen else "surface"
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(0.5, 0.5 if first else -20.0, -0.5, -0.5 if last else 20.0)
        path = QPainterPath()
        path.addRoundedRect(box, CARD_RADIUS, CARD_RADIUS)
        painter.fillPath(path, self._theme.color(token))
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawPath(path)
        if not first:
            top = rect.top() + 0.5
            painter.drawLine(QPointF(rect.left() + 1, top), QPointF(rect.right(), top))
        painter.restore()

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        width = self._theme.focus_width
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("focus"), width))
        half = width / 2
        radius = CARD_RADIUS - 2
        painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius)


def _placed(painter: QPainter, whole: QRect, part: QRect) -> QRect:
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return mirror(whole, part) if rtl else part
