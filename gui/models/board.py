"""One column of the board: the applications in one state."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from core.clock import Now
from core.playbook.values import ApplicationState
from gui.models.application_words import next_lines
from gui.models.happenings import Happening

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationRow

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
MIME = "application/x-afterword-application"

DROP_ASKS = {
    ApplicationState.SCHEDULED: Happening.NEXT_ROUND,
    ApplicationState.WAITING: Happening.GAVE_DATE,
    ApplicationState.NEXT_ROUND: Happening.NEXT_ROUND,
    ApplicationState.OFFER: Happening.OFFER,
    ApplicationState.REJECTED: Happening.SAID_NO,
    ApplicationState.ON_HOLD: Happening.ON_HOLD,
    ApplicationState.WITHDRAWN: Happening.WITHDREW,
    ApplicationState.ACCEPTED: Happening.ACCEPTED,
}
"""The question that a card dropped on a state opens; the other states come by themselves."""


class BoardRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1


class BoardColumnModel(QAbstractListModel):
    """The cards of one state; a card can be dragged out."""

    def __init__(self, now: Now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ApplicationRow, ...] = ()
        self.now = now

    def show(self, rows: tuple[ApplicationRow, ...], now: Now) -> None:
        """Replace the cards."""
        self.beginResetModel()
        self._rows = rows
        self.now = now
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def row(self, index: AnyIndex) -> ApplicationRow:
        """The application at `index`."""
        return self._rows[index.row()]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == BoardRole.ROW:
            return row
        lines = next_lines(row, self.now)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (row.role, row.company, lines.title, lines.note)
            return ", ".join(part for part in parts if part)
        return lines.exact if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, QByteArray(str(self._rows[indexes[0].row()].id).encode()))
        return data


def dragged_id(data: QMimeData) -> int | None:
    """The application that is being dragged."""
    text = bytes(data.data(MIME).data()).decode(errors="replace")
    return int(text) if text.isdigit() else None
