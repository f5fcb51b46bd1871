"""The answers so far, as a list that leads back to each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.theme import Role, Theme
from gui.widgets.paint import mirrored, rounded, text

MARK = 18
GAP = 12
ROW = Qt.ItemDataRole.UserRole


class Mark(StrEnum):
    """Where a question stands."""

    HEADING = "heading"
    OPEN = "open"
    CURRENT = "current"
    DONE = "done"


SPOKEN = {Mark.OPEN: "not answered", Mark.CURRENT: "you are here", Mark.DONE: "answered"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """A question, or the heading of a section, which has no `key`."""

    key: str
    title: str
    summary: str = ""
    mark: Mark = Mark.OPEN

    @property
    def spoken(self) -> str:
        """As a screen reader says it."""
        if self.mark is Mark.HEADING:
            return self.title
        return ", ".join(filter(None, (self.title, SPOKEN[self.mark], self.summary)))


class AnswersList(QListWidget):
    """`chosen` carries the key of the question that the user goes to."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AnswerRow, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(AnswerDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName("Your answers")
        self.itemClicked.connect(self._tell)
        self.itemActivated.connect(self._tell)
        theme.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show these; what is the same stays."""
        if tuple(rows) == self._rows:
            return
        if [row.key or row.title for row in rows] == [r.key or r.title for r in self._rows]:
            for number, row in enumerate(rows):
                self._fill(self.item(number), row)
        else:
            self.clear()
            for row in rows:
                item = QListWidgetItem(self)
                self._fill(item, row)
        self._rows = tuple(rows)
        self._follow()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = sum(self.sizeHintForRow(number) for number in range(self.count()))
        return QSize(220, height + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, min(self.sizeHint().height(), 120))

    def _fill(self, item: QListWidgetItem, row: AnswerRow) -> None:
        item.setData(ROW, row)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
        item.setToolTip(row.summary)
        flags = Qt.ItemFlag.ItemIsEnabled
        if row.mark is not Mark.HEADING:
            flags |= Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags)

    def _follow(self) -> None:
        for number, row in enumerate(self._rows):
            if row.mark is Mark.CURRENT:
                self.setCurrentRow(number)
                self.scrollToItem(self.item(number))
                return

    def _tell(self, item: QListWidgetItem) -> None:
        row = item.data(ROW)
        if isinstance(row, AnswerRow) and row.key:
            self.chosen.emit(row.key)


class AnswerDelegate(QStyledItemDelegate):
    """A mark, a title, and below it the answer in one line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row = index.data(ROW)
        lines = self._line(Role.STRONG)
        if isinstance(row, AnswerRow) and row.summary and row.mark is not Mark.HEADING:
            lines += self._line(Role.CAPTION)
        return QSize(160, max(32, lines + 14))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, AnswerRow):
            return
        theme, box = self._theme, option.rect
        if row.mark is Mark.HEADING:
            place = mirrored(painter, box, box.adjusted(4, 6, 0, 0))
            text(painter, place, row.title, theme.font(Role.CHIP), theme.color("text-2"))
            return
        self._paint_ground(painter, option, box)
        top = box.top() + 7
        mark = QRect(box.left() + 4, top + 1, MARK, MARK)
        self._paint_mark(painter, mirrored(painter, box, mark), row.mark)
        left = box.left() + 4 + MARK + GAP
        place = QRect(left, top, box.right() - left - 4, self._line(Role.STRONG))
        text(
            painter, mirrored(painter, box, place), row.title, self._font(row), self._ink(row.mark)
        )
        if row.summary:
            place = QRect(left, place.bottom() + 1, place.width(), self._line(Role.CAPTION))
            caption = theme.font(Role.CAPTION)
            text(
                painter,
                mirrored(painter, box, place),
                row.summary,
                caption,
                theme.color("text-2"),
            )

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        theme, state = self._theme, option.state
        if state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, box, 8, theme.color("hover"), None)
        focused = state & QStyle.StateFlag.State_HasFocus
        if focused and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("focus"), theme.focus_width))
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), 8, 8)
            painter.restore()

    def _paint_mark(self, painter: QPainter, place: QRect, mark: Mark) -> None:
        theme = self._theme
        if mark is Mark.DONE:
            theme.icons.paint(painter, place, "circle-check", theme.color("moss"))
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = place.adjusted(1, 1, -1, -1)
        if mark is Mark.CURRENT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("fill"))
            painter.drawEllipse(ring)
            painter.setBrush(theme.color("on-fill"))
            painter.drawEllipse(ring.adjusted(5, 5, -5, -5))
        else:
            painter.setPen(QPen(theme.color("control"), 1.2))
            painter.drawEllipse(ring)
        painter.restore()

    def _font(self, row: AnswerRow) -> QFont:
        return self._theme.font(Role.STRONG if row.mark is Mark.CURRENT else Role.BODY)

    def _ink(self, mark: Mark) -> QColor:
        return self._theme.color("text-2" if mark is Mark.OPEN else "text")

    def _line(self, role: Role) -> int:
        return QFontMetrics(self._theme.font(role)).height() + 2
