"""How the cells and the header of a chart's table are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.theme import Role, Theme
from gui.widgets.paint import text

PADDING = 8
ROW, HEADER = 28, 30

AnyIndex = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """A line of caption text between hairlines; the current row is `selected`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        metrics = QFontMetrics(self._theme.font(Role.CAPTION))
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        width = metrics.horizontalAdvance(words) + 2 * PADDING + 2
        return QSize(width, max(ROW, metrics.height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, rect = self._theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
        line = QRect(rect.left(), rect.top(), rect.width(), 1)
        painter.fillRect(line, theme.color("border"))
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        text(painter, inner, words, theme.font(Role.CAPTION), theme.color("text"), side(index))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("focus"), theme.focus_width))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -2, -1), 4, 4)
            painter.restore()


class CellHeader(QHeaderView):
    """The names of the columns, each on the side of its cells."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setAccessibleName("Columns")
        self.setMinimumSectionSize(24)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(Role.CHIP))
        return QSize(100, max(HEADER, metrics.height() + 12))

    def sectionSizeFromContents(self, logical_index: int) -> QSize:
        metrics = QFontMetrics(self._theme.font(Role.CHIP))
        width = metrics.horizontalAdvance(self._words(logical_index)) + 2 * PADDING + 2
        return QSize(width, self.sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        ink, font = self._theme.color("text-2"), self._theme.font(Role.CHIP)
        model = self.model()
        first = model.index(0, logical_index) if model.rowCount() else QModelIndex()
        text(painter, inner, self._words(logical_index), font, ink, side(first))
        painter.restore()

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))


def side(index: AnyIndex) -> Qt.AlignmentFlag:
    """On which side a cell stands: figures at the end."""
    asked = index.data(Qt.ItemDataRole.TextAlignmentRole)
    end = Qt.AlignmentFlag.AlignRight
    return (
        end if asked is not None and Qt.AlignmentFlag(asked) & end else Qt.AlignmentFlag.AlignLeft
    )
