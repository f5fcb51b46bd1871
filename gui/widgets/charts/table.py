"""The table behind a chart: a real one, for the keyboard and for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from gui.models.chart_table import ChartTable
from gui.models.charts import Table
from gui.theme import Theme
from gui.widgets.charts.table_cells import CellDelegate, CellHeader

MOST_ROWS = 7
"""Rows that are seen without scrolling."""
NARROWEST = 72
"""A column of words is cut before the table scrolls sideways, but no further than this."""


class FigureTable(QTableView):
    """Rows are walked with the arrow keys; the Tab key leads out of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures = ChartTable(self)
        self.setModel(self._figures)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setHorizontalHeader(CellHeader(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.horizontalHeader().viewport().setAutoFillBackground(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setAccessibleName("Rows")
        self.verticalHeader().setMinimumSectionSize(20)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self._measure)

    def show_table(self, table: Table) -> None:
        """Show these figures."""
        self._figures.show_table(table)
        self._measure()

    def begin(self) -> None:
        """Take the keyboard at the first row."""
        self.setCurrentIndex(self._figures.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        rows = min(MOST_ROWS, self._figures.rowCount())
        row = self.sizeHintForRow(0) if rows else 0
        return QSize(240, self.horizontalHeader().sizeHint().height() + rows * row + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        if self._figures.rowCount():
            self.verticalHeader().setDefaultSectionSize(self.sizeHintForRow(0))
        self._share_width()
        self.updateGeometry()
        self.viewport().update()

    def _share_width(self) -> None:
        """What each column needs: more where there is room, less for words where there is none."""
        count = self._figures.columnCount()
        if not count:
            return
        header = self.horizontalHeader()
        widths = [
            max(self.sizeHintForColumn(column), header.sectionSizeFromContents(column).width())
            for column in range(count)
        ]
        spare = self.viewport().width() - sum(widths)
        if spare < 0:
            widest = max(range(count), key=widths.__getitem__)
            widths[widest] = max(min(NARROWEST, widths[widest]), widths[widest] + spare)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width + max(0, spare) // count)
