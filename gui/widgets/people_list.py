"""The list of all people: a monogram, who they are, how to reach them, and the last contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.models.people_rows import PersonLine
from gui.theme import Role, Theme
from gui.widgets.paint import CARD_RADIUS, mirrored, paint_monogram, text
from gui.widgets.toast import leave_room

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PADDING = 16
MONOGRAM = 32
ROW_HEIGHT = 52
LAST_WIDTH = 110
NARROW = 520


class PeopleModel(QAbstractListModel):
    """One row for each card; the words are ready to be painted and spoken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[PersonLine, ...] = ()

    def show(self, lines: Sequence[PersonLine]) -> None:
        """Show these; nothing happens where they are the same."""
        if tuple(lines) != self.lines:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line_at(index)
        if line is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.name
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return line.spoken
        return None

    def line_at(self, index: AnyIndex) -> PersonLine | None:
        """The row at `index`; None for no row."""
        return self.lines[index.row()] if index.isValid() else None


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of one row stand."""

    monogram: QRect
    first: QRect
    second: QRect
    reach: QRect
    last: QRect


class PersonDelegate(QStyledItemDelegate):
    """Paints the rows; what does not fit into a narrow list is left to the card beside it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.measure()

    def measure(self) -> None:
        """Take the height that the present fonts need."""
        self._upper = QFontMetrics(self._theme.font(Role.STRONG)).height() + 2
        self._lower = QFontMetrics(self._theme.font(Role.CAPTION)).height() + 2
        self.height = max(ROW_HEIGHT, self._upper + self._lower + 10)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        line = model.line_at(index) if isinstance(model, PeopleModel) else None
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        rect = option.rect
        painter.setClipPath(self._inside_the_card(painter))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("selected"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.color("hover"))
        self._paint_words(painter, rect, line)
        if index.row() + 1 < model.rowCount():
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def _inside_the_card(self, painter: QPainter) -> QPainterPath:
        """Rows end at the round corners of the card around the list."""
        path = QPainterPath()
        path.addRoundedRect(QRectF(painter.viewport()), CARD_RADIUS - 1, CARD_RADIUS - 1)
        return path

    def _paint_words(self, painter: QPainter, rect: QRect, line: PersonLine) -> None:
        at = self._places(rect)
        strong, caption = self._theme.font(Role.STRONG), self._theme.font(Role.CAPTION)
        ink, quiet = self._theme.color("text"), self._theme.color("text-2")
        monogram = mirrored(painter, rect, at.monogram)
        paint_monogram(painter, self._theme, monogram, line.monogram, person=True)
        text(painter, mirrored(painter, rect, at.first), line.name, strong, ink)
        text(painter, mirrored(painter, rect, at.second), line.about, caption, quiet)
        if at.reach.width() > 0:
            text(painter, mirrored(painter, rect, at.reach), line.reach, caption, quiet)
        end = Qt.AlignmentFlag.AlignRight
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            end = Qt.AlignmentFlag.AlignLeft
        text(painter, mirrored(painter, rect, at.last), line.last, caption, quiet, end)

    def _places(self, rect: QRect) -> _Places:
        scale = self._theme.text_scale
        top = rect.top() + (rect.height() - self._upper - self._lower) // 2
        box = QRect(rect.left() + PADDING, rect.center().y() - 15, MONOGRAM, MONOGRAM)
        left, last = box.right() + 13, round(LAST_WIDTH * scale)
        end = rect.right() - PADDING - last
        wide = rect.width() >= NARROW * scale
        reach = (end - left) * 2 // 5 if wide else 0
        width = end - left - reach - 12
        return _Places(
            monogram=box,
            first=QRect(left, top, width, self._upper),
            second=QRect(left, top + self._upper, width, self._lower),
            reach=QRect(left + width + 12, rect.top(), reach - 12, rect.height()),
            last=QRect(end, rect.top(), last, rect.height()),
        )


class PeopleList(QListView):
    """`picked` carries whose row is current, `opened` whose row is entered or clicked twice."""

    picked = Signal(int)
    opened = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = PeopleModel(self)
        self._delegate = PersonDelegate(theme, self)
        self.setModel(self._people)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("People")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._measure_again)

    def show_lines(self, lines: Sequence[PersonLine]) -> None:
        """Show these; whoever was selected stays so, else the first one is."""
        kept = self.selected_id()
        self._people.show(lines)
        if lines and self.selected_id() is None:
            self.select(kept if kept is not None else lines[0].id)
        if lines and self.selected_id() is None:
            self.select(lines[0].id)

    def select(self, person_id: int) -> None:
        """Select that person, if shown."""
        for number, line in enumerate(self._people.lines):
            if line.id == person_id:
                self.setCurrentIndex(self._people.index(number))
                return

    def selected_id(self) -> int | None:
        """Whose row is selected."""
        line = self._people.line_at(self.currentIndex())
        return None if line is None else line.id

    def content_height(self) -> int:
        """What all rows need."""
        return len(self._people.lines) * self._delegate.height

    def sizeHint(self) -> QSize:
        return QSize(480, self.content_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def updateGeometries(self) -> None:
        """The last row can be scrolled above a toast."""
        place = self.verticalScrollBar().value()
        super().updateGeometries()
        leave_room(self.verticalScrollBar(), place)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        line = self._people.line_at(current)
        if line is not None:
            self.picked.emit(line.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        line = self._people.line_at(index)
        if line is not None:
            self.opened.emit(line.id)

    def _measure_again(self) -> None:
        self._delegate.measure()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
