"""The figures behind a chart, as a table model."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from core.csv_text import Cell
from gui import words
from gui.models.charts import Table

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_EMPTY = Table(headers=(), rows=())


class ChartTable(QAbstractTableModel):
    """Figures stand at the end of their column, words at its beginning."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = _EMPTY

    def show_table(self, table: Table) -> None:
        """Show these figures instead."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._table.headers)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return told(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._table.headers[index.column()]}: {told(cell)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(cell)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._table.headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and self._table.rows:
            return _side(self._table.rows[0][section])
        return None


def told(cell: Cell) -> str:
    """A cell as people write it."""
    if isinstance(cell, date):
        return words.short_date_with_year(cell)
    if isinstance(cell, float):
        return QLocale().toString(round(cell, 1) + 0.0, "f", 1)
    return str(cell)


def _side(cell: Cell) -> Qt.AlignmentFlag:
    number = isinstance(cell, int | float)
    side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
