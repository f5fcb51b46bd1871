"""Brings the stored steps in line with the plan: kept, added, dated anew, cancelled with a reason.

What is done, skipped or moved by hand is the user's and stays. Planning twice changes nothing.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select

from core.asking import PLANNED_WITH
from core.clock import Now
from core.database import WorkSession
from core.models import Application, Event, Setting, Step
from core.playbook.difference import Difference, compare
from core.playbook.plan import plan
from core.playbook.reminders import may_speak_from, next_reminder
from core.playbook.values import Case, Clock, PlannedStep, StepState
from core.use_cases.loading import (
    DECIDING,
    Loaded,
    case_of,
    load_one,
    load_range,
)
from core.use_cases.rows import planned_value

BATCH = 50
"""Applications that are read together when all are planned again."""

NO_LONGER = "no longer part of the plan"


def replan(
    session: WorkSession, application_id: int, now: Now, because: str = NO_LONGER
) -> Difference:
    """Plan one application again and store what differs.

    What was over before it was ever planned, as the way to an interview of last week, is left out.
    `because` is the reason given to open steps that the plan has no more.
    """
    session.flush()
    return _store(session, load_one(session, application_id), now, because)


def replan_all(session: WorkSession, now: Now) -> int:
    """Plan every application again, in batches; returns how many there were."""
    session.flush()
    highest = session.scalar(select(func.max(Application.id))) or 0
    count = 0
    for first in range(1, highest + 1, BATCH):
        for loaded in load_range(session, first, first + BATCH - 1):
            _store(session, loaded, now, NO_LONGER)
            count += 1
        session.flush()
    session.merge(Setting(name=PLANNED_WITH, value=session.playbook_fingerprint))
    session.flush()
    return count


def replan_neighbours(session: WorkSession, application_id: int, now: Now) -> None:
    """Plan those again whose plan names the other live applications."""
    query = select(Event.application_id).where(
        Event.kind.in_(DECIDING), Event.application_id != application_id
    )
    for neighbour in sorted(set(session.scalars(query))):
        replan(session, neighbour, now)


def planned_steps(loaded: Loaded) -> list[PlannedStep]:
    """The stored steps of an application as the planner would return them."""
    people = loaded.person_uids()
    rounds = {row.id: row.uid for row in loaded.interviews}
    return [
        planned_value(row, people.get(row.person_id or 0), rounds.get(row.interview_id or 0))
        for row in loaded.steps
    ]


def _store(session: WorkSession, loaded: Loaded, now: Now, because: str) -> Difference:
    case = case_of(session, loaded, now)
    planned = plan(case, session.playbook)
    before = planned_steps(loaded)
    people = {person.uid: person.id for person in loaded.people}
    rounds = {row.uid: row.id for row in loaded.interviews}
    writer = StepWriter(case, people, rounds, now)
    stored = {row.key: row for row in loaded.steps}
    after = [_until_told(stored.get(step.key), step) for step in planned]
    for step in planned:
        row = stored.pop(step.key, None)
        if row is not None:
            writer.update(row, step)
        elif step.state is not StepState.MISSED:
            row = writer.new(step)
            row.application_id = loaded.application.id
            session.add(row)
    for row in stored.values():
        if row.state is StepState.OPEN:
            cancel(row, because, now)
    session.flush()
    return compare(before, after)


def _until_told(row: Step | None, step: PlannedStep) -> PlannedStep:
    """An open step whose time has passed stays open until a claim misses it, and tells."""
    if row is None or row.state is not StepState.OPEN or step.state is not StepState.MISSED:
        return step
    return replace(step, state=StepState.OPEN, closed_at=None)


def _is_over(step: PlannedStep, now: Now) -> bool:
    return step.window.expires is not None and step.window.expires <= now.instant


class StepWriter:
    """Writes planned steps over their rows. `people` and `rounds` give ids for uids."""

    def __init__(
        self, case: Case, people: Mapping[str, int], rounds: Mapping[str, int], now: Now
    ) -> None:
        self._people = people
        self._rounds = rounds
        self._quiet_hours = case.settings.quiet_hours
        self._zone = case.zone
        self._now = now

    def new(self, step: PlannedStep, reminded_at: datetime | None = None) -> Step:
        """A row for a step that was not stored before, and was last spoken of at `reminded_at`."""
        row = Step(
            key=step.key,
            rule=step.id,
            title=step.title,
            clock=step.clock,
            opens=step.window.opens,
            best=step.window.best,
            due=step.window.due,
            reminded_at=reminded_at,
        )
        self._write(row, step)
        return row

    def update(self, row: Step, step: PlannedStep) -> None:
        """Bring a row in line; what the user closed stays, of what else is closed its end alone."""
        if row.by_hand and row.state is not StepState.OPEN:
            return
        if row.state is step.state is not StepState.OPEN:
            self._write_end(row, step)
        else:
            self._write(row, _until_told(row, step))

    def _write_end(self, row: Step, step: PlannedStep) -> None:
        """Of what is over: when, and why. It may be over for another reason than it was."""
        _set(row, "due", step.window.due)
        _set(row, "reason", step.reason)
        _set(row, "closed_at", step.closed_at)

    def _write(self, row: Step, step: PlannedStep) -> None:
        _set(row, "title", step.title)
        _set(row, "why", step.why)
        _set(row, "action", step.action)
        _set(row, "message", step.message)
        _set(row, "clock", step.clock)
        _set(row, "person_id", self._people.get(step.person or ""))
        _set(row, "interview_id", self._rounds.get(step.interview or ""))
        _set(row, "opens", step.window.opens)
        _set(row, "best", step.window.best)
        _set(row, "due", step.window.due)
        _set(row, "expires", step.window.expires)
        _set(row, "state", step.state)
        _set(row, "reason", step.reason)
        _set(row, "moved", step.moved)
        _set(row, "snoozed_until", step.snoozed_until or row.snoozed_until)
        _set(row, "closed_at", step.closed_at)
        _set(row, "remind_at", self._reminder(row, step))

    def _reminder(self, row: Step, step: PlannedStep) -> datetime | None:
        """When to look at the step again: to speak of it, or to see it fold by itself."""
        if step.clock is Clock.NONE and step.state is StepState.OPEN:
            return step.window.due
        if step.state is StepState.OPEN and _is_over(step, self._now):
            return step.window.expires
        moment = next_reminder(step, row.reminded_at, self._quiet_hours, self._zone)
        now = self._now.instant
        if moment is None or moment > now or moment == step.snoozed_until:
            return moment
        free = may_speak_from(step.clock, step.window.due, now, self._quiet_hours, self._now.zone)
        return free if free > now else moment


def cancel(row: Step, because: str, now: Now) -> None:
    """Close an open step that the plan has no more."""
    row.state = StepState.CANCELLED
    row.reason = because
    row.closed_at = now.instant
    row.remind_at = None


def miss(row: Step, now: Now) -> None:
    """Close an open step that has become useless, which is told where it is claimed."""
    row.state = StepState.MISSED
    row.closed_at = row.expires or now.instant
    row.remind_at = None


def _set(row: Step, name: str, value: object) -> None:
    """Sets what differs only: an untouched row costs no statement."""
    if getattr(row, name) != value:
        setattr(row, name, value)
