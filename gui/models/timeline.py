"""The time line of one application: what happened and what comes, row by row.

`rows` is pure: it gives what each row says and which mark it carries. `TimelineModel` only hands
these rows to a view.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.clock import Now
from core.playbook.values import StepState
from gui import words
from gui.models.agenda_words import ActionWords
from gui.models.main_action import entry_words, startable

if TYPE_CHECKING:
    from core.use_cases.applications import TimelineEntry

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Mark(StrEnum):
    """The disc that stands on the line."""

    DONE = "done"
    EVENT = "event"
    INTERVIEW = "interview"
    DUE = "due"
    OVERDUE = "overdue"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    QUIET = "quiet"
    NOW = "now"


class TimelineRole(IntEnum):
    """The role under which the model gives a whole row."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """One row. `when` stands in the date column, `left` at the end; `exact` is the tooltip."""

    mark: Mark
    when: str
    title: str = ""
    note: str = ""
    left: str = ""
    exact: str = ""
    entry: TimelineEntry | None = None
    main: ActionWords | None = None
    """The main action, where it can be started now."""

    @property
    def spoken(self) -> str:
        """The row in one sentence, for screen readers."""
        parts = (self.when, self.title, self.note, self.left, _SPOKEN_MARK.get(self.mark, ""))
        return ". ".join(part for part in parts if part)


_SPOKEN_MARK = {
    Mark.DONE: "Done",
    Mark.CANCELLED: "Cancelled",
    Mark.QUIET: "Closed without being done",
    Mark.DUE: "Due",
    Mark.OVERDUE: "Still open",
}


def rows(
    entries: Iterable[TimelineEntry], now: Now, *, show_cancelled: bool
) -> tuple[TimelineRow, ...]:
    """The rows in the order of time, with the line "Now" between past and future."""
    known = tuple(entries)
    can_start = startable(known, now)
    shown = [entry for entry in known if show_cancelled or not _is_cancelled(entry)]
    past = [entry for entry in shown if _is_past(entry, now)]
    ahead = [entry for entry in shown if not _is_past(entry, now)]
    line = TimelineRow(mark=Mark.NOW, when=f"Now, {words.clock_time(now.instant, now.zone)}")
    above = (_row(entry, now, can_start) for entry in past)
    return (*above, line, *(_row(entry, now, can_start) for entry in ahead))


def now_row(shown: Sequence[TimelineRow]) -> int:
    """Where the line "Now" stands."""
    return next(i for i, row in enumerate(shown) if row.mark is Mark.NOW)


def _is_cancelled(entry: TimelineEntry) -> bool:
    return entry.state is StepState.CANCELLED


def _is_past(entry: TimelineEntry, now: Now) -> bool:
    """Open steps always stand under the line: they are still to do, however old they are."""
    if entry.kind == "step" and entry.state is StepState.OPEN:
        return False
    return entry.at <= now.instant


def _row(entry: TimelineEntry, now: Now, can_start: frozenset[int]) -> TimelineRow:
    mark = _mark(entry, now)
    return TimelineRow(
        mark=mark,
        when=words.timeline_date(entry.at, now, with_time=_has_time(entry, now)),
        title=entry.title,
        note=entry.note or _CLOSED_NOTES.get(entry.state or StepState.OPEN, ""),
        left=_left(entry, now),
        exact=words.exact(entry.due or entry.at, now.zone),
        entry=entry,
        main=entry_words(entry) if entry.step_id in can_start else None,
    )


def _mark(entry: TimelineEntry, now: Now) -> Mark:
    if entry.kind == "interview":
        return Mark.CANCELLED if _is_cancelled(entry) else Mark.INTERVIEW
    if entry.kind == "event":
        return Mark.EVENT
    if entry.state is StepState.OPEN:
        return _open_mark(entry, now)
    return _CLOSED_MARKS.get(entry.state or StepState.DONE, Mark.DONE)


_CLOSED_MARKS = {
    StepState.DONE: Mark.DONE,
    StepState.CANCELLED: Mark.CANCELLED,
    StepState.MISSED: Mark.QUIET,
    StepState.SKIPPED: Mark.QUIET,
}


_CLOSED_NOTES = {
    StepState.MISSED: "Its time has passed.",
    StepState.SKIPPED: "You skipped it.",
}


def _open_mark(entry: TimelineEntry, now: Now) -> Mark:
    due = entry.due or entry.at
    if due < now.instant:
        return Mark.OVERDUE
    asked = (entry.asked_from or entry.at) <= now.instant
    return Mark.DUE if asked or _same_day(due, now) else Mark.PLANNED


def _same_day(moment: datetime, now: Now) -> bool:
    return words.local(moment, now.zone).date() == words.local(now.instant, now.zone).date()


def _has_time(entry: TimelineEntry, now: Now) -> bool:
    return entry.kind != "step" or entry.state is not StepState.OPEN or _same_day(entry.at, now)


def _left(entry: TimelineEntry, now: Now) -> str:
    if entry.kind != "step" or entry.state is not StepState.OPEN:
        return ""
    due = entry.due or entry.at
    soon = due < now.instant or _same_day(due, now)
    return words.due(due, now) if soon else words.distance(due, now)


class TimelineModel(QAbstractListModel):
    """The rows for the view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TimelineRow, ...] = ()

    @property
    def shown(self) -> tuple[TimelineRow, ...]:
        """All rows, in order."""
        return self._rows

    def show(self, shown: tuple[TimelineRow, ...]) -> None:
        """Replace all rows; nothing happens where they are the same."""
        if shown == self._rows:
            return
        self.beginResetModel()
        self._rows = shown
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def row(self, index: AnyIndex) -> TimelineRow:
        """The row at `index`."""
        return self._rows[index.row()]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == TimelineRole.ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part[:600] for part in (row.title, row.note, row.exact) if part)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row.exact if role == Qt.ItemDataRole.AccessibleDescriptionRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].mark is Mark.NOW:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
