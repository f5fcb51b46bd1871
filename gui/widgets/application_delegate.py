"""Painting of the list of applications: groups, rows and the header."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.models.application_tree import HEADINGS, ApplicationTree, last_contact
from gui.models.application_words import STATE_LOOKS, NextLines, next_lines
from gui.models.applications import Column, Section
from gui.theme import Role, Theme
from gui.widgets.paint import (
    chip_height,
    chip_width,
    mirrored,
    paint_chip,
    paint_monogram,
    text,
)

AnyIndex = QModelIndex | QPersistentModelIndex
PADDING = 16
MONOGRAM = 32
HEADER_HEIGHT = 34
GROUP_HEIGHT = 32
ROW_HEIGHT = 52
COLUMNS = tuple(Column)


class ApplicationDelegate(QStyledItemDelegate):
    """Groups as quiet bars; rows with monogram, chip, next step and last contact."""

    def __init__(self, theme: Theme, tree: ApplicationTree, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tree = tree
        self.state_in_first = False
        self.measure()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return self._sizes[index.internalId() == 0]

    def height_of(self, *, group: bool) -> int:
        """The height of a group's bar, or of a row."""
        return self._sizes[group].height()

    def measure(self) -> None:
        """Take the heights that the present fonts need; again whenever these change."""
        body = QFontMetrics(self._theme.font(Role.STRONG)).height()
        caption = QFontMetrics(self._theme.font(Role.CAPTION)).height()
        row = QSize(100, max(ROW_HEIGHT, body + caption + 14))
        self._sizes = (row, QSize(100, max(GROUP_HEIGHT, body + 10)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        section = self._tree.section_at(index)
        if section is not None:
            self._paint_group(painter, option.rect, index, section)
        else:
            self._paint_cell(painter, option, index)
        painter.setPen(QPen(self._theme.color("border"), 1))
        bottom = option.rect.bottom()
        painter.drawLine(option.rect.left(), bottom, option.rect.right(), bottom)
        painter.restore()

    def _paint_group(
        self, painter: QPainter, rect: QRect, index: AnyIndex, section: Section
    ) -> None:
        painter.fillRect(rect, self._theme.color("hover"))
        if index.column() != 0:
            return
        font = self._theme.font(Role.STRONG)
        width = QFontMetrics(font).horizontalAdvance(section.title) + 2
        title = QRect(rect.left() + PADDING, rect.top(), width, rect.height())
        text(
            painter, mirrored(painter, rect, title), section.title, font, self._theme.color("text")
        )
        count = QRect(title.right() + 9, rect.top(), 60, rect.height())
        ink, font = self._theme.color("text-2"), self._theme.font(Role.CAPTION)
        text(painter, mirrored(painter, rect, count), str(len(section.rows)), font, ink)

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.color("selected" if selected else "hover"))
        painters = (self._paint_name, self._paint_state, self._paint_next, self._paint_contact)
        painters[index.column()](painter, rect, index, selected)

    def _paint_name(self, painter: QPainter, rect: QRect, index: AnyIndex, selected: bool) -> None:
        row = self._tree.row_at(index)
        if row is None:
            return
        box = QRect(rect.left() + PADDING, rect.center().y() - 15, MONOGRAM, MONOGRAM)
        paint_monogram(painter, self._theme, mirrored(painter, rect, box), row.company)
        left = box.right() + 1 + 12
        place = QRect(left, rect.top(), rect.right() - left - 8, rect.height())
        second = STATE_LOOKS[row.state].label if self.state_in_first else ""
        under = " · ".join(part for part in (row.company[:300], second) if part)
        if row.role:
            self._two_lines(painter, rect, place, row.role[:300], under, strong=True)
        else:
            self._two_lines(painter, rect, place, row.company[:300], second, strong=True)

    def _paint_state(self, painter: QPainter, rect: QRect, index: AnyIndex, selected: bool) -> None:
        row = self._tree.row_at(index)
        if row is None:
            return
        look = STATE_LOOKS[row.state]
        height = chip_height(self._theme)
        width = min(chip_width(self._theme, look.label, look.icon), rect.width() - 8)
        place = QRect(rect.left(), rect.center().y() - height // 2 + 1, width, height)
        paint_chip(
            painter,
            self._theme,
            mirrored(painter, rect, place),
            look.label,
            look.tone,
            look.icon,
            on_selected=selected,
        )

    def _paint_next(self, painter: QPainter, rect: QRect, index: AnyIndex, selected: bool) -> None:
        row = self._tree.row_at(index)
        if row is None:
            return
        lines = next_lines(row, self._tree.now)
        place = rect.adjusted(0, 0, -8, 0)
        self._two_lines(painter, rect, place, lines.title, "" if lines.icon else lines.note)
        if lines.icon:
            self._paint_due(painter, rect, place, lines)

    def _paint_due(self, painter: QPainter, rect: QRect, place: QRect, lines: NextLines) -> None:
        second = self._lines(place)[1]
        ink = self._theme.color(lines.ink)
        icon = QRect(second.left(), second.top(), 14, second.height())
        self._theme.icons.paint(painter, mirrored(painter, rect, icon), lines.icon, ink)
        words = second.adjusted(14 + 4, 0, 0, 0)
        font = self._theme.font(Role.CHIP)
        text(painter, mirrored(painter, rect, words), lines.note, font, ink)

    def _paint_contact(
        self, painter: QPainter, rect: QRect, index: AnyIndex, selected: bool
    ) -> None:
        row = self._tree.row_at(index)
        if row is None:
            return
        words = last_contact(row, self._tree.now)
        font, ink = self._theme.font(Role.CAPTION), self._theme.color("text-2")
        text(painter, rect.adjusted(0, 0, -8, 0), words, font, ink)

    def _two_lines(
        self,
        painter: QPainter,
        rect: QRect,
        place: QRect,
        first: str,
        second: str,
        *,
        strong: bool = False,
    ) -> None:
        font = self._theme.font(Role.STRONG if strong else Role.BODY)
        if not second and strong:
            text(painter, mirrored(painter, rect, place), first, font, self._theme.color("text"))
            return
        above, below = self._lines(place)
        text(painter, mirrored(painter, rect, above), first, font, self._theme.color("text"))
        caption, ink = self._theme.font(Role.CAPTION), self._theme.color("text-2")
        text(painter, mirrored(painter, rect, below), second, caption, ink)

    def _lines(self, place: QRect) -> tuple[QRect, QRect]:
        upper = QFontMetrics(self._theme.font(Role.BODY)).height() + 2
        lower = QFontMetrics(self._theme.font(Role.CAPTION)).height() + 2
        top = place.top() + (place.height() - upper - lower) // 2
        return (
            QRect(place.left(), top, place.width(), upper),
            QRect(place.left(), top + upper, place.width(), lower),
        )


class ApplicationHeader(QHeaderView):
    """The header of the list: captions, and an arrow on the sorted one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setAccessibleName("Columns")
        self.setStretchLastSection(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        caption = QFontMetrics(self._theme.font(Role.CAPTION)).height()
        return QSize(100, max(HEADER_HEIGHT, caption + 18))

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        painted = logical_index == self.sortIndicatorSection()
        font = self._theme.font(Role.CHIP if not painted else Role.STRONG)
        if painted:
            font = sized_like(font, self._theme.font(Role.CAPTION))
        ink = self._theme.color("text" if painted else "text-2")
        left = rect.left() + (PADDING if logical_index == 0 else 0)
        words = HEADINGS[logical_index]
        width = QFontMetrics(font).horizontalAdvance(words) + 2
        place = QRect(left, rect.top(), width, rect.height())
        text(painter, mirrored(painter, rect, place), words, font, ink)
        if painted:
            arrow = QRect(place.right() + 5, rect.top(), 14, rect.height())
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            name = "arrow-up" if up else "arrow-down"
            self._theme.icons.paint(painter, mirrored(painter, rect, arrow), name, ink)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()


def sized_like(font: QFont, other: QFont) -> QFont:
    """`font` in the size of `other`."""
    copy = QFont(other)
    copy.setWeight(font.weight())
    return copy
