"""The list of applications: groups, rows, and a header that sorts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from core.clock import Now
from gui.models.application_tree import ApplicationTree
from gui.models.applications import Column, Section
from gui.theme import Theme
from gui.widgets.application_delegate import COLUMNS, ApplicationDelegate, ApplicationHeader
from gui.widgets.toast import leave_room

STATE_WIDTH = 164
CONTACT_WIDTH = 127
NARROW = 680
NARROWEST = 560


class ApplicationList(QTreeView):
    """`opened` carries the application that is clicked or entered; `sorted_by` the wish."""

    opened = Signal(int)
    sorted_by = Signal(str, bool)

    def __init__(self, theme: Theme, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tree = ApplicationTree(now, self)
        self._delegate = ApplicationDelegate(theme, self._tree, self)
        self.setModel(self._tree)
        self.setItemDelegate(self._delegate)
        header = ApplicationHeader(theme, self)
        self.setHeader(header)
        header.setSortIndicator(COLUMNS.index(Column.NEXT_STEP), Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._sort)
        self._prepare()
        self.clicked.connect(self._open)
        theme.changed.connect(self._repaint)

    def _prepare(self) -> None:
        self.setAccessibleName("Applications")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.header().viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def updateGeometries(self) -> None:
        """The last row can be scrolled above a toast."""
        place = self.verticalScrollBar().value()
        super().updateGeometries()
        leave_room(self.verticalScrollBar(), place)

    def show_sections(self, sections: tuple[Section, ...], now: Now) -> None:
        """Show these groups; the selected application and the place stay."""
        kept = self.selected_id()
        place = self.verticalScrollBar().value()
        self._tree.show(sections, now)
        self.expandAll()
        for number in range(len(sections)):
            self.setFirstColumnSpanned(number, QModelIndex(), True)
        if kept is not None:
            self.select(kept)
        self.verticalScrollBar().setValue(place)
        self.updateGeometry()

    def select(self, application_id: int) -> None:
        """Select that application, where it is shown."""
        index = self._tree.index_of(application_id)
        if index.isValid():
            self.setCurrentIndex(index)

    def selected_id(self) -> int | None:
        """The selected application."""
        row = self._tree.row_at(self.currentIndex())
        return None if row is None else row.id

    def content_height(self) -> int:
        """What the header and all rows need."""
        groups = self._tree.rowCount()
        members = sum(self._tree.rowCount(self._tree.index(g, 0)) for g in range(groups))
        rows = members * self._delegate.height_of(group=False)
        return (
            self.header().sizeHint().height() + rows + groups * self._delegate.height_of(group=True)
        )

    def sizeHint(self) -> QSize:
        return QSize(640, self.content_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)

    def _share_width(self) -> None:
        width, scale = self.viewport().width(), self._theme.text_scale
        no_contact = width < NARROW * scale
        no_state = width < NARROWEST * scale
        self.setColumnHidden(3, no_contact)
        self.setColumnHidden(1, no_state)
        self._delegate.state_in_first = no_state
        contact = 0 if no_contact else round(CONTACT_WIDTH * scale)
        state = 0 if no_state else round(STATE_WIDTH * scale)
        rest = max(200, width - contact - state)
        first = round(rest * (0.523 if not no_state else 0.55))
        self.setColumnWidth(0, first)
        self.setColumnWidth(1, state)
        self.setColumnWidth(2, rest - first)
        self.setColumnWidth(3, contact)

    def _open(self, index: QModelIndex) -> None:
        row = self._tree.row_at(index)
        if row is not None:
            self.opened.emit(row.id)

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        descending = order is Qt.SortOrder.DescendingOrder
        self.sorted_by.emit(COLUMNS[section].value, descending)

    def _repaint(self) -> None:
        self._delegate.measure()
        self.scheduleDelayedItemsLayout()
        self._share_width()
        self.viewport().update()
        self.header().viewport().update()
