"""The applications as a tree of two levels, groups and rows, for the list's view."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.clock import Now
from gui import words
from gui.models.application_words import STATE_LOOKS, next_lines
from gui.models.applications import Section

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationRow

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_GROUP = 0
HEADINGS = ("Application", "State", "Next step", "Last contact")


class TreeRole(IntEnum):
    """What the model gives beside the texts."""

    ROW = Qt.ItemDataRole.UserRole + 1
    SECTION = Qt.ItemDataRole.UserRole + 2


class ApplicationTree(QAbstractItemModel):
    """Groups on the top level, applications under them; four columns."""

    def __init__(self, now: Now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section, ...] = ()
        self._now = now

    def show(self, sections: tuple[Section, ...], now: Now) -> None:
        """Replace everything; views keep their selection by `index_of`."""
        self.beginResetModel()
        self._sections = sections
        self._now = now
        self.endResetModel()

    @property
    def now(self) -> Now:
        """The moment for which the texts are true."""
        return self._now

    def index_of(self, application_id: int) -> QModelIndex:
        """Where that application stands; invalid where it is not shown."""
        for group, section in enumerate(self._sections):
            for number, row in enumerate(section.rows):
                if row.id == application_id:
                    return self.createIndex(number, 0, group + 1)
        return QModelIndex()

    def row_at(self, index: AnyIndex) -> ApplicationRow | None:
        """The application at `index`; None on a group."""
        if not index.isValid() or index.internalId() == _GROUP:
            return None
        return self._sections[index.internalId() - 1].rows[index.row()]

    def section_at(self, index: AnyIndex) -> Section | None:
        """The group at `index`; None on an application."""
        if not index.isValid() or index.internalId() != _GROUP:
            return None
        return self._sections[index.row()]

    def index(self, row: int, column: int, parent: AnyIndex = _NO_PARENT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    @overload
    def parent(self, /) -> QObject | None: ...

    @overload
    def parent(self, child: AnyIndex, /) -> QModelIndex: ...

    def parent(self, child: AnyIndex | None = None, /) -> QObject | QModelIndex | None:
        if child is None:
            return super().parent()
        if not child.isValid() or child.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        if not parent.isValid():
            return len(self._sections)
        if parent.internalId() != _GROUP or parent.column() > 0:
            return 0
        return len(self._sections[parent.row()].rows)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == TreeRole.ROW:
            return self.row_at(index)
        if role == TreeRole.SECTION:
            return self.section_at(index)
        section = self.section_at(index)
        if section is not None:
            return _section_text(section, index.column(), role)
        row = self.row_at(index)
        return None if row is None else _row_text(row, index.column(), role, self._now)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.row_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _section_text(section: Section, column: int, role: int) -> object:
    if column == 0 and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return f"{section.title}, {len(section.rows)}"
    return None


def _row_text(row: ApplicationRow, column: int, role: int, now: Now) -> object:
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return _texts(row, now)[column]
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
        return _tip(row, column, now)
    return None


def _texts(row: ApplicationRow, now: Now) -> tuple[str, str, str, str]:
    lines = next_lines(row, now)
    return (
        ", ".join(part for part in (row.role, row.company) if part),
        STATE_LOOKS[row.state].label,
        ", ".join(part for part in (lines.title, lines.note) if part),
        last_contact(row, now),
    )


def last_contact(row: ApplicationRow, now: Now) -> str:
    """When either side last spoke, in words; empty where nobody has."""
    return words.past_day(row.last_contact, now) if row.last_contact is not None else ""


def _tip(row: ApplicationRow, column: int, now: Now) -> str:
    if column == 2:
        return next_lines(row, now).exact
    if column == 3 and row.last_contact is not None:
        return words.exact(row.last_contact, now.zone)
    return ""
