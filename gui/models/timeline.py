"""The time line of one application: what happened and what comes, row by row.

`rows` is pure: it gives what each row says and which mark it carries. `TimelineModel` only hands
these rows to a view.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.clock import Now
from core.playbook.values import StepState
from gui import words
from gui.models.agenda_words import ACTIONS, ActionWords
from gui.models.main_action import entry_words, startable
from gui.models.timeline_folds import Fold, folded
from gui.models.timeline_marks import SPOKEN, Mark, icon_of, mark_of
from gui.plain_tips import plain_tip

if TYPE_CHECKING:
    from core.use_cases.applications import TimelineEntry

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


STILL_OPEN = "Still open"


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
    icon: str = ""
    """The drawing in the disc, where the mark alone does not tell it."""
    entry: TimelineEntry | None = None
    main: ActionWords | None = None
    """The main action, where it can be started now."""

    @property
    def _is_fold(self) -> bool:
        return self.mark is Mark.CANCELLED and self.entry is None

    @property
    def spoken(self) -> str:
        """The row in one sentence, for screen readers."""
        parts = (self.when, self.title, self.note, self.left, SPOKEN.get(self.mark, ""))
        listed = self.exact.replace("\n", ", ") if self._is_fold else ""
        return ". ".join(part.rstrip(".") for part in (*parts, listed) if part)


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
    above = (_any_row(one, now, can_start) for one in folded(past))
    return (*above, line, *(_any_row(one, now, can_start) for one in folded(ahead)))


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


def _any_row(one: TimelineEntry | Fold, now: Now, can_start: frozenset[int]) -> TimelineRow:
    return _fold_row(one, now) if isinstance(one, Fold) else _row(one, now, can_start)


def _row(entry: TimelineEntry, now: Now, can_start: frozenset[int]) -> TimelineRow:
    mark = mark_of(entry, now)
    return TimelineRow(
        mark=mark,
        when=STILL_OPEN if mark is Mark.OVERDUE else _date(entry, now),
        title=entry.title,
        note=_note(entry, now),
        left=_left(entry, now),
        exact=_exact(entry, now),
        icon=icon_of(entry),
        entry=entry,
        main=_main(entry, now, can_start),
    )


def _main(entry: TimelineEntry, now: Now, can_start: frozenset[int]) -> ActionWords | None:
    """What can be started from a row: a step's own action; getting ready for an interview, or
    thinking back on it.
    """
    if entry.step_id in can_start:
        return entry_words(entry)
    if entry.kind != "interview" or _is_cancelled(entry):
        return None
    return ACTIONS["reflect" if entry.at <= now.instant else "prepare"]


def _fold_row(fold: Fold, now: Now) -> TimelineRow:
    """Several cancelled steps with one reason; the tooltip and the spoken text list them."""
    first = fold.entries[0]
    lines = (f"{_date(entry, now)}: {entry.title}" for entry in fold.entries)
    return TimelineRow(
        mark=Mark.CANCELLED,
        when=_date(first, now),
        title=f"{first.title}, and {len(fold.entries) - 1} more",
        note=first.note,
        exact="\n".join(lines),
    )


def _date(entry: TimelineEntry, now: Now) -> str:
    return words.timeline_date(entry.at, now, with_time=_has_time(entry, now))


def _note(entry: TimelineEntry, now: Now) -> str:
    """The reason; before it, when an open step comes up, where that is another day than its due."""
    note = entry.note or _CLOSED_NOTES.get(entry.state or StepState.OPEN, "")
    comes = _comes_up(entry, now)
    return f"{comes}. {note}" if comes else note


def _comes_up(entry: TimelineEntry, now: Now) -> str:
    asked = entry.asked_from
    if entry.state is not StepState.OPEN or asked is None or asked <= now.instant:
        return ""
    if entry.snoozed_until is not None:
        return f"Snoozed until {words.exact_short(asked, now)}"
    if words.local(asked, now.zone).date() == words.local(entry.at, now.zone).date():
        return ""
    return f"Comes up {words.exact_short(asked, now)}"


def _exact(entry: TimelineEntry, now: Now) -> str:
    """The moment in full; of an open step its reminder, too."""
    if entry.kind != "step" or entry.state is not StepState.OPEN:
        return words.exact(entry.due or entry.at, now.zone, entry.zone)
    lines = [f"Due on {words.exact(entry.due or entry.at, now.zone)}"]
    if entry.asked_from is not None and entry.asked_from > now.instant:
        verb = "Snoozed until" if entry.snoozed_until is not None else "Reminder on"
        lines.insert(0, f"{verb} {words.exact(entry.asked_from, now.zone)}")
    return "\n".join(lines)


_CLOSED_NOTES = {
    StepState.MISSED: "Its time has passed.",
    StepState.SKIPPED: "You skipped it.",
}


def _same_day(moment: datetime, now: Now) -> bool:
    return words.local(moment, now.zone).date() == words.local(now.instant, now.zone).date()


def _has_time(entry: TimelineEntry, now: Now) -> bool:
    if entry.kind != "step":
        return True
    planned = entry.state in (StepState.OPEN, StepState.CANCELLED)
    return not planned or (entry.state is StepState.OPEN and _same_day(entry.at, now))


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
            parts = (part[:600] for part in (row.title, row.note, row.exact) if part)
            return plain_tip("\n".join(parts))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row.exact if role == Qt.ItemDataRole.AccessibleDescriptionRole else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].mark is Mark.NOW:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
