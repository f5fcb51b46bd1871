"""How the applications stand in the list and on the board. Pure: no widgets, no clock."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from core.playbook.values import ApplicationState

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationRow


class Column(StrEnum):
    """What the list can be sorted by."""

    APPLICATION = "application"
    STATE = "state"
    NEXT_STEP = "next step"
    LAST_CONTACT = "last contact"


class Group(StrEnum):
    """The sections of the list; the values are those of the overview."""

    NEEDS_YOU = "needs you"
    ON_THEIR_WAY = "on their way"
    CLOSED = "closed"


GROUP_TITLES = {
    Group.NEEDS_YOU: "Needs you",
    Group.ON_THEIR_WAY: "On their way",
    Group.CLOSED: "Closed, kept kindly",
}

BOARD_STATES = tuple(ApplicationState)
_LAST = datetime.max.replace(tzinfo=UTC)
_FIRST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """What the user asked to see, and in which order."""

    text: str = ""
    state: ApplicationState | None = None
    needs_me: bool = False
    column: Column = Column.NEXT_STEP
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One group of the list, with its rows in order; never empty."""

    group: Group
    rows: tuple[ApplicationRow, ...]

    @property
    def title(self) -> str:
        return GROUP_TITLES[self.group]


def group_of(row: ApplicationRow) -> Group:
    """The section that a row belongs to."""
    return Group(row.group.value)


def fold(text: str) -> str:
    """`text` without case and accents, for filtering as people type."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def matching(rows: Iterable[ApplicationRow], wish: Arrangement) -> tuple[ApplicationRow, ...]:
    """The rows that hold every word of the filter, in the wished state and group."""
    words = fold(wish.text).split()
    return tuple(row for row in rows if _matches(row, words, wish))


def _matches(row: ApplicationRow, words: Sequence[str], wish: Arrangement) -> bool:
    if wish.state is not None and row.state is not wish.state:
        return False
    if wish.needs_me and group_of(row) is not Group.NEEDS_YOU:
        return False
    text = fold(f"{row.company} {row.role}")
    return all(word in text for word in words)


def arrange(rows: Iterable[ApplicationRow], wish: Arrangement) -> tuple[Section, ...]:
    """The sections of the list; the order of the groups never changes, that of the rows does."""
    shown = sorted(matching(rows, wish), key=_key(wish.column), reverse=wish.descending)
    sections = []
    for group in Group:
        members = tuple(row for row in shown if group_of(row) is group)
        if members:
            sections.append(Section(group, members))
    return tuple(sections)


def columns(
    rows: Iterable[ApplicationRow], wish: Arrangement
) -> tuple[tuple[ApplicationState, tuple[ApplicationRow, ...]], ...]:
    """The columns of the board: every state with its rows, also the states that have none."""
    shown = sorted(matching(rows, wish), key=_by_next_step)
    return tuple(
        (state, tuple(row for row in shown if row.state is state)) for state in BOARD_STATES
    )


def _key(column: Column) -> Callable[[ApplicationRow], tuple[object, ...]]:
    return _KEYS[column]


def _by_name(row: ApplicationRow) -> tuple[object, ...]:
    return (fold(row.role or row.company), fold(row.company), row.id)


def _by_state(row: ApplicationRow) -> tuple[object, ...]:
    return (BOARD_STATES.index(row.state), *_by_next_step(row))


def _by_next_step(row: ApplicationRow) -> tuple[object, ...]:
    first = row.next_step_due or row.interview_start or _LAST
    return (first, fold(row.company), row.id)


def _by_last_contact(row: ApplicationRow) -> tuple[object, ...]:
    return (row.last_contact or _FIRST, row.id)


_KEYS: dict[Column, Callable[[ApplicationRow], tuple[object, ...]]] = {
    Column.APPLICATION: _by_name,
    Column.STATE: _by_state,
    Column.NEXT_STEP: _by_next_step,
    Column.LAST_CONTACT: _by_last_contact,
}
