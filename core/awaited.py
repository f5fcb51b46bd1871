"""What others are to do, read with plain `sqlite3`: Today shows it before SQLAlchemy is loaded.

The rules are the planner's own; only the reading of the rows is done here.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from core.agenda import instant_of, stored
from core.clock import Now
from core.playbook import values
from core.playbook.state import decision_date, derive_state, on_hold_until
from core.playbook.values import (
    ApplicationState,
    Case,
    Clock,
    Mode,
    Moment,
    PlannedStep,
    StepState,
    Window,
)
from core.playbook.windows import as_instant
from core.stored_events import event_value

WAITING = frozenset({ApplicationState.WAITING, ApplicationState.ON_HOLD})
Row = TypeVar("Row", bound=NamedTuple)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An application in which the next move is theirs. `moment` None: they named no date.

    `called_off`: its interview was called off, and what is waited for is a new one.
    """

    application_id: int
    company: str
    moment: Moment | None
    on_hold: bool
    called_off: bool = False


def read_waiting(connection: sqlite3.Connection, now: Now) -> tuple[Waiting, ...]:
    """The applications in which nothing is asked of the user before they move, soonest first."""
    rows = _Rows(connection, now)
    found = (rows.waiting(application) for application in rows.applications)
    return tuple(sorted((each for each in found if each is not None), key=_by_moment))


class _Application(NamedTuple):
    id: int
    company: str
    zone: str


class _Round(NamedTuple):
    application_id: int
    uid: str
    round: int
    mode: str
    start: str
    end: str
    zone: str
    invited_at: str | None
    called_off: str | None


class _EventRow(NamedTuple):
    application_id: int
    uid: str
    kind: str
    at: str
    zone: str
    moment_at: str | None
    moment_on: str | None
    text: str
    by: str | None
    item: str | None
    reply: str | None


class _Telling(NamedTuple):
    """A step on which the state of its application depends."""

    application_id: int
    key: str
    rule: str
    interview: str | None
    opens: str
    best: str
    due: str
    state: str


_APPLICATIONS = """
SELECT id, company, zone FROM application WHERE id NOT IN (
  SELECT application_id FROM agenda WHERE application_id IS NOT NULL AND state = 'open'
  AND message IS NOT NULL AND show_at <= :now AND (expires IS NULL OR expires > :now))
ORDER BY id
"""
"""All but those in which a word of the user's own is asked for now."""

_ROUNDS = """
SELECT application_id, uid, round, mode, start, "end", zone, invited_at, called_off
FROM interview ORDER BY application_id, id
"""
_EVENTS = """
SELECT application_id, uid, kind, at, zone, moment_at, moment_on, text, "by", item, reply
FROM event WHERE kind IN ('promise', 'reply', 'rejection', 'offer', 'acceptance', 'decline',
  'withdrawal', 'on_hold') ORDER BY application_id, id
"""
"""Those on which the state of an application depends, or what is waited for."""

_TELLING = """
SELECT step.application_id, key, rule, interview.uid, opens, best, due, state
FROM step LEFT JOIN interview ON interview.id = step.interview_id
WHERE step.application_id IS NOT NULL AND (
  (rule = 'Q1' AND state = 'done') OR (rule = 'T1' AND state = 'open' AND due > :now))
ORDER BY step.application_id
"""


@dataclass(frozen=True, slots=True)
class _Event:
    """A row with its texts read; what the query left out has its default."""

    uid: str
    kind: str
    at: datetime
    zone: str
    moment_at: datetime | None
    moment_on: date | None
    text: str
    by: values.Promiser | None
    item: values.PromiseItem | None
    reply: values.ReplyKind | None
    message: str | None = None
    channel: values.Channel | None = None
    path: values.ReflectionPath | None = None
    answered: bool = False


class _InOrder(Generic[Row]):
    """Rows of one query by their application, which are asked for in the order of their ids.

    They are read as they are asked for: a thousand applications at once would leave their memory.
    """

    def __init__(self, rows: Iterable[tuple[int | str | None, ...]], make: type[Row]) -> None:
        self._groups = groupby(map(make._make, rows), key=_owner)
        self._next = next(self._groups, None)

    def of(self, application_id: int) -> Iterator[Row]:
        while self._next is not None and self._next[0] < application_id:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != application_id:
            return iter(())
        return self._next[1]


class _Rows:
    """Four queries side by side: one for each application would be slower."""

    def __init__(self, connection: sqlite3.Connection, now: Now) -> None:
        moment = {"now": stored(now.instant)}
        self._now = now
        self.applications = map(_Application._make, connection.execute(_APPLICATIONS, moment))
        self._rounds = _InOrder(connection.execute(_ROUNDS), _Round)
        self._events = _InOrder(connection.execute(_EVENTS), _EventRow)
        self._telling = _InOrder(connection.execute(_TELLING, moment), _Telling)

    def waiting(self, application: _Application) -> Waiting | None:
        """What they are to do in this application; None where it does not wait for them."""
        case = self._case(application)
        state = derive_state(case, tuple(map(_planned, self._telling.of(application.id))))
        if state not in WAITING:
            return None
        held = state is ApplicationState.ON_HOLD
        rounds = [event for event in case.events if isinstance(event, values.Interview)]
        return Waiting(
            application_id=application.id,
            company=application.company,
            moment=on_hold_until(case) if held else decision_date(case),
            on_hold=held,
            called_off=bool(rounds) and all(round_.called_off for round_ in rounds),
        )

    def _case(self, application: _Application) -> Case:
        """The case as far as its state depends on it."""
        return Case(
            now=self._now.instant,
            zone=self._now.zone,
            company=application.company,
            application_zone=application.zone,
            events=(
                *map(_interview, self._rounds.of(application.id)),
                *(event_value(_event(row), ()) for row in self._events.of(application.id)),
            ),
        )


def _owner(row: NamedTuple) -> int:
    return int(row[0])


def _interview(row: _Round) -> values.Interview:
    return values.Interview(
        key=row.uid,
        round=row.round,
        mode=Mode(row.mode),
        start=instant_of(row.start),
        end=instant_of(row.end),
        zone=row.zone,
        invited_at=_maybe(instant_of, row.invited_at),
        called_off=_maybe(instant_of, row.called_off),
    )


def _event(row: _EventRow) -> _Event:
    return _Event(
        uid=row.uid,
        kind=row.kind,
        at=instant_of(row.at),
        zone=row.zone,
        moment_at=_maybe(instant_of, row.moment_at),
        moment_on=_maybe(date.fromisoformat, row.moment_on),
        text=row.text,
        by=_maybe(values.Promiser, row.by),
        item=_maybe(values.PromiseItem, row.item),
        reply=_maybe(values.ReplyKind, row.reply),
    )


def _planned(row: _Telling) -> PlannedStep:
    """A step as far as the state depends on it."""
    return PlannedStep(
        key=row.key,
        id=row.rule,
        title="",
        why="",
        action="",
        clock=Clock.NONE,
        window=Window(
            opens=instant_of(row.opens), best=instant_of(row.best), due=instant_of(row.due)
        ),
        state=StepState(row.state),
        interview=row.interview,
    )


Read = TypeVar("Read")


def _maybe(read: Callable[[str], Read], text: str | None) -> Read | None:
    return None if text is None else read(text)


def _by_moment(row: Waiting) -> tuple[float, str]:
    if row.moment is None:
        return float("inf"), row.company.casefold()
    return as_instant(row.moment, "UTC").timestamp(), row.company.casefold()
