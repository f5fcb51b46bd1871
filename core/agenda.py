"""Today's rows, read with plain `sqlite3` before anything heavy is loaded.

The view `agenda` (made by a migration) is the one definition of what a row is.
"""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import Template
from typing import NamedTuple
from zoneinfo import ZoneInfo

from core.clock import Now
from core.playbook.kinds import Clock, Mode, StepState
from core.playbook.windows import late_after
from core.schema import open_read_only, read_header

DAYS_AHEAD = 7
"""How far the next days of Today reach."""

COMING_UP = 5
"""How many interviews ahead are told."""


class NoAgenda(Exception):
    """There is no database of this version yet: opening it in full makes or upgrades it."""


@dataclass(frozen=True, slots=True)
class AgendaStep:
    """One step of Today. Instants are UTC; `best` is where a snooze has put it."""

    id: int
    application_id: int | None
    company: str
    role: str
    person: str
    rule: str
    title: str
    why: str
    action: str
    message: str | None
    clock: Clock
    opens: datetime
    best: datetime
    due: datetime
    expires: datetime | None
    zone: str
    """The recipient's zone."""
    snoozed_until: datetime | None
    state: StepState
    closed_at: datetime | None

    @property
    def late_after(self) -> datetime:
        """Until when it is in time: for a question, the end of its day of business."""
        return late_after(self.due, self.clock, self.zone)

    def stands_at(self, now: datetime) -> datetime:
        """When it is to be seen: a snooze hides no deadline that is still ahead."""
        if self.snoozed_until is None or self.late_after < now:
            return self.best
        return min(self.best, self.late_after)


@dataclass(frozen=True, slots=True)
class ComingUp:
    """An interview ahead, or going on."""

    interview_id: int
    application_id: int
    company: str
    role: str
    round: int
    mode: Mode
    start: datetime
    end: datetime
    zone: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """Everything that Today shows, at one moment."""

    now: datetime
    overdue: tuple[AgendaStep, ...] = ()
    due_now: tuple[AgendaStep, ...] = ()
    later_today: tuple[AgendaStep, ...] = ()
    next_days: tuple[AgendaStep, ...] = ()
    done_today: tuple[AgendaStep, ...] = ()
    coming_up: tuple[ComingUp, ...] = ()
    next_step: AgendaStep | None = None
    """The first step after all of these."""
    next_reminder: datetime | None = None
    """When something is next to be said."""
    due_count: int = 0
    """How many are overdue or due now: the badge."""

    @property
    def begun(self) -> bool:
        """Whether there is anything at all: before the first interview there is not."""
        steps = (self.overdue, self.due_now, self.later_today, self.next_days, self.done_today)
        return any(steps) or bool(self.coming_up) or self.next_step is not None


_STEPS = Template(
    "SELECT id, application_id, company, role, person, rule, title, why, action, message, clock,"
    " opens, show_at, due, expires, zone, snoozed_until, state, closed_at"
    " FROM agenda WHERE state = ${which}"
)
_OPEN = _STEPS.substitute(which="'open' AND best < ? AND show_at < ? ORDER BY due, show_at, id")
_SNOOZED = _STEPS.substitute(which="'open' AND best >= ? AND snoozed_until > ? AND due < ?")
_DONE = _STEPS.substitute(which="'done' AND closed_at >= ? ORDER BY closed_at DESC, id")
_AFTER = _STEPS.substitute(which="'open' AND best >= ? AND show_at >= ? ORDER BY best, id LIMIT 1")
_NEXT_REMINDER = (
    "SELECT remind_at FROM step WHERE remind_at IS NOT NULL AND clock <> 'none'"
    " ORDER BY remind_at LIMIT 1"
)
_COMING_UP = """
SELECT interview.id, application.id, company, role, round, mode, start, "end", interview.zone, place
FROM interview JOIN application ON application.id = interview.application_id
WHERE start >= ? AND "end" > ? AND called_off IS NULL AND NOT EXISTS (
  SELECT 1 FROM event AS ended WHERE ended.application_id = application.id AND ended.at < start
  AND ended.kind IN ('rejection', 'acceptance', 'decline', 'withdrawal')
  AND ended.at >= COALESCE(invited_at, (
    SELECT MAX(told.at) FROM event AS told WHERE told.application_id = application.id
    AND told.reply = 'decision' AND told.at <= start), '')
)
ORDER BY start, interview.id LIMIT ?
"""
"""Interviews ahead, but for those before which the application ended."""


def connect(file: Path) -> sqlite3.Connection:
    """A connection for `read_agenda` that cannot write.

    `NoAgenda` when the file is missing, or not of this version's form.
    """
    try:
        connection = open_read_only(file)
    except sqlite3.Error as error:
        raise NoAgenda(str(error)) from error
    try:
        current = read_header(connection).current
    except sqlite3.Error as error:
        connection.close()
        raise NoAgenda(str(error)) from error
    if not current:
        connection.close()
        raise NoAgenda("the tables have another form")
    return connection


def read_agenda(connection: sqlite3.Connection, now: Now) -> Agenda:
    """Today at `now`.

    A step that is snoozed waits among the later ones: until its new moment, also when it is late,
    but by its deadline where that comes first.
    """
    days = _Days.around(now)
    rows = connection.execute(_OPEN, (days.horizon, days.horizon)).fetchall()
    rows += connection.execute(_SNOOZED, (days.horizon, days.horizon, days.horizon))
    open_steps = [_step(row) for row in rows]
    asked_for = [step for step in open_steps if step.best <= now.instant]
    overdue = tuple(step for step in asked_for if step.late_after < now.instant)
    due_now = tuple(step for step in asked_for if step.late_after >= now.instant)
    waiting = ((step.stands_at(now.instant), step) for step in open_steps)
    ahead = sorted((at_step for at_step in waiting if at_step[1].best > now.instant), key=_moment)
    done = connection.execute(_DONE, (days.morning,))
    return Agenda(
        now=now.instant,
        overdue=overdue,
        due_now=due_now,
        later_today=tuple(step for at, step in ahead if at < days.midnight),
        next_days=tuple(step for at, step in ahead if at >= days.midnight),
        done_today=tuple(_step(row) for row in done),
        coming_up=_coming_up(connection, now.instant),
        next_step=_first_after(connection, days),
        next_reminder=next_reminder(connection),
        due_count=len(overdue) + len(due_now),
    )


def next_reminder(connection: sqlite3.Connection) -> datetime | None:
    """When something is next to be said; None when nothing is."""
    row = connection.execute(_NEXT_REMINDER).fetchone()
    return None if row is None else instant_of(row[0])


class _Days(NamedTuple):
    """The bounds of Today; texts as the database writes instants."""

    morning: str
    midnight: datetime
    horizon: str

    @classmethod
    def around(cls, now: Now) -> "_Days":
        local = now.instant.astimezone(ZoneInfo(now.zone))
        morning = local.replace(hour=0, minute=0, second=0, microsecond=0)
        return cls(
            morning=stored(morning),
            midnight=(morning + timedelta(days=1)).astimezone(UTC),
            horizon=stored(morning + timedelta(days=DAYS_AHEAD + 1)),
        )


def stored(instant: datetime) -> str:
    """An instant as the database writes it: UTC, of fixed width, so that text order is time order."""
    return instant.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def instant_of(text: str) -> datetime:
    """The instant that the database wrote."""
    return datetime.fromisoformat(text + "+00:00")


def _moment(waiting: tuple[datetime, AgendaStep]) -> datetime:
    return waiting[0]


def _first_after(connection: sqlite3.Connection, days: _Days) -> AgendaStep | None:
    row = connection.execute(_AFTER, (days.horizon, days.horizon)).fetchone()
    return None if row is None else _step(row)


def _coming_up(connection: sqlite3.Connection, now: datetime) -> tuple[ComingUp, ...]:
    since = stored(now - timedelta(days=2))
    rows = connection.execute(_COMING_UP, (since, stored(now), COMING_UP))
    return tuple(_interview(row) for row in rows)


class _StepRow(NamedTuple):
    id: int
    application_id: int | None
    company: str
    role: str
    person: str
    rule: str
    title: str
    why: str
    action: str
    message: str | None
    clock: str
    opens: str
    best: str
    due: str
    expires: str | None
    zone: str
    snoozed_until: str | None
    state: str
    closed_at: str | None


def _step(values: tuple[int | str | None, ...]) -> AgendaStep:
    row = _StepRow._make(values)
    return AgendaStep(
        id=row.id,
        application_id=row.application_id,
        company=row.company,
        role=row.role,
        person=row.person,
        rule=row.rule,
        title=row.title,
        why=row.why,
        action=row.action,
        message=row.message,
        clock=_CLOCKS[row.clock],
        opens=instant_of(row.opens),
        best=instant_of(row.best),
        due=instant_of(row.due),
        expires=None if row.expires is None else instant_of(row.expires),
        zone=row.zone,
        snoozed_until=None if row.snoozed_until is None else instant_of(row.snoozed_until),
        state=_STATES[row.state],
        closed_at=None if row.closed_at is None else instant_of(row.closed_at),
    )


_CLOCKS = {clock.value: clock for clock in Clock}
_STATES = {state.value: state for state in StepState}


class _InterviewRow(NamedTuple):
    id: int
    application_id: int
    company: str
    role: str
    round: int
    mode: str
    start: str
    end: str
    zone: str
    place: str


def _interview(values: tuple[int | str, ...]) -> ComingUp:
    row = _InterviewRow._make(values)
    times = instant_of(row.start), instant_of(row.end)
    return ComingUp(*row[:5], Mode(row.mode), *times, row.zone, row.place)
