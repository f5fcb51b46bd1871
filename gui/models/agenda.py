"""Today as rows: section headers, steps, "Show more" and the fold of what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from core.agenda import Agenda, AgendaStep
from core.clock import Now
from gui import words
from gui.models.agenda_words import (
    ActionWords,
    action_words,
    reason_line,
    spoken,
    time_words,
    tooltip,
)
from gui.plain_tips import plain_tip

SHOWN_AT_FIRST = 20
"""Steps of one section before "Show more": a long list helps nobody."""

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Section(StrEnum):
    OVERDUE = "overdue"
    DUE = "due"
    LATER = "later"
    NEXT = "next"
    DONE = "done"


SECTION_ICONS = {
    Section.OVERDUE: ("clock-alert", "brick"),
    Section.DUE: ("circle-dot", "ochre"),
    Section.LATER: ("sunset", "text-2"),
    Section.NEXT: ("calendar", "text-2"),
    Section.DONE: ("circle-check", "moss"),
}


@dataclass(frozen=True, slots=True)
class SectionRow:
    """The line above a card. The one of what was done can be folded open."""

    section: Section
    title: str
    count: int
    first: bool = False
    open: bool | None = None


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step inside its section's card."""

    section: Section
    step: AgendaStep
    time: str
    reason: str
    main: ActionWords
    first: bool = False
    last: bool = False
    finishing: bool = False
    """Just done: shown with a check until it folds away."""


@dataclass(frozen=True, slots=True)
class MoreRow:
    """The end of a long card: shows the rest of its steps."""

    section: Section
    hidden: int


Row = SectionRow | StepRow | MoreRow


class AgendaModel(QAbstractListModel):
    """The rows of one agenda. `take` shows another one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._agenda: Agenda | None = None
        self._now: Now | None = None
        self._rows: list[Row] = []
        self._whole: set[Section] = set()
        self._done_open = False
        self._finishing: set[int] = set()

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @property
    def now(self) -> Now | None:
        """The moment for which the rows are true."""
        return self._now

    def take(self, agenda: Agenda, now: Now) -> bool:
        """Show `agenda`. True if rows came, went or moved; False if only words changed."""
        self._agenda, self._now = agenda, now
        self._finishing.clear()
        return self._rebuild()

    def row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() else None

    def step(self, index: Index) -> AgendaStep | None:
        """The step at `index`; None for headers."""
        found = self.row(index)
        return found.step if isinstance(found, StepRow) else None

    def find(self, step_id: int) -> QModelIndex:
        """Where a step stands; an invalid index if it is not shown."""
        for number, row in enumerate(self._rows):
            if isinstance(row, StepRow) and row.step.id == step_id:
                return self.index(number)
        return QModelIndex()

    @property
    def places(self) -> dict[int, Section]:
        """In which section each open step is shown."""
        shown = (row for row in self._rows if isinstance(row, StepRow))
        return {row.step.id: row.section for row in shown if row.section is not Section.DONE}

    def arrived(self, before: Mapping[int, Section]) -> QModelIndex:
        """The first open step that was not in its section `before`."""
        new = (
            step_id for step_id, section in self.places.items() if before.get(step_id) != section
        )
        return self.find(next(new, 0))

    def edge(self, *, last: bool) -> QModelIndex:
        """The first or the last row that can be chosen."""
        numbers = range(len(self._rows))
        indexes = (self.index(n) for n in (reversed(numbers) if last else numbers))
        chosen = (i for i in indexes if self.flags(i) & Qt.ItemFlag.ItemIsSelectable)
        return next(chosen, QModelIndex())

    def first_due(self) -> QModelIndex:
        """The step that helps most now: the first of due now, else the first shown."""
        steps = [(n, row) for n, row in enumerate(self._rows) if isinstance(row, StepRow)]
        wanted = [n for n, row in steps if row.section is Section.DUE]
        wanted = wanted or [n for n, row in steps if row.section is not Section.DONE]
        return self.index(wanted[0]) if wanted else QModelIndex()

    def finish(self, step_id: int) -> None:
        """Show a step as done at once; the next `take` folds it away."""
        self._finishing.add(step_id)
        index = self.find(step_id)
        row = self.row(index)
        if isinstance(row, StepRow):
            self._rows[index.row()] = replace(row, finishing=True)
            self.dataChanged.emit(index, index)

    def unfold(self, index: Index) -> None:
        """Show what a fold or a "Show more" hides, or hide it again."""
        row = self.row(index)
        if isinstance(row, MoreRow):
            self._whole.add(row.section)
        elif isinstance(row, SectionRow) and row.open is not None:
            self._done_open = not row.open
        self._rebuild()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if isinstance(row, SectionRow) and row.open is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None or self._now is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        if isinstance(row, StepRow) and role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(tooltip(row.step, self._now))
        if isinstance(row, StepRow) and role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return tooltip(row.step, self._now)
        return None

    def _spoken(self, row: Row) -> str:
        if isinstance(row, StepRow):
            return spoken(row.step, row.time, row.reason)
        if isinstance(row, MoreRow):
            return f"Show {row.hidden} more"
        return f"{row.title}, {row.count}"

    def _rebuild(self) -> bool:
        rows = self._build()
        if [_place(row) for row in rows] == [_place(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def _build(self) -> list[Row]:
        agenda, now = self._agenda, self._now
        if agenda is None or now is None:
            return []
        rows: list[Row] = []
        for section, steps in (
            (Section.OVERDUE, agenda.overdue),
            (Section.DUE, agenda.due_now),
            (Section.LATER, agenda.later_today),
            (Section.NEXT, agenda.next_days),
            (Section.DONE, agenda.done_today),
        ):
            if steps:
                title = section_title(section, steps, now)
                is_open = self._done_open if section is Section.DONE else None
                rows.append(SectionRow(section, title, len(steps), not rows, is_open))
                if is_open is not False:
                    rows.extend(self._steps(section, steps, now))
        return rows

    def _steps(self, section: Section, steps: Sequence[AgendaStep], now: Now) -> list[Row]:
        shown = steps if section in self._whole else steps[:SHOWN_AT_FIRST]
        hidden = len(steps) - len(shown)
        rows: list[Row] = [
            StepRow(
                section=section,
                step=step,
                time=time_words(step, now),
                reason=reason_line(step),
                main=action_words(step, now),
                first=number == 0,
                last=number == len(steps) - 1,
                finishing=step.id in self._finishing,
            )
            for number, step in enumerate(shown)
        ]
        return [*rows, MoreRow(section, hidden)] if hidden else rows


def _place(row: Row) -> tuple[object, ...]:
    """What decides a row's place and height; the rest may change without moving anything."""
    if isinstance(row, StepRow):
        return row.section, row.step.id, row.first, row.last
    if isinstance(row, MoreRow):
        return row.section, row.hidden
    return row.section, row.first, row.open


def section_title(section: Section, steps: Sequence[AgendaStep], now: Now) -> str:
    """The section's name; late steps are never called late."""
    if section is Section.OVERDUE:
        yesterday = words.local(now.instant, now.zone).date() - timedelta(days=1)
        fresh = all(words.local(step.late_after, now.zone).date() == yesterday for step in steps)
        return "From yesterday" if fresh else "Still open"
    return {
        Section.DUE: "Due now",
        Section.LATER: "Later today",
        Section.NEXT: "Next seven days",
        Section.DONE: "Done today",
    }[section]
