"""Writes a plan whose marks come from a file rather than from stored steps."""

from dataclasses import replace
from datetime import datetime

from core.clock import Now
from core.database import WorkSession
from core.models import Step
from core.playbook.plan import plan
from core.playbook.values import PlannedStep, StepMark, StepState
from core.use_cases.loading import case_of, load_one
from core.use_cases.replanning import StepWriter

BY_HAND = (StepState.DONE, StepState.SKIPPED)


def plan_with_marks(
    session: WorkSession,
    application_id: int,
    marks: tuple[StepMark, ...],
    told_until: datetime,
    now: Now,
) -> None:
    """Plan an application that has no steps yet, as `marks` say the user left them.

    What was to be said before `told_until` counts as said, and is not said again.
    """
    loaded = load_one(session, application_id)
    untouched = replace(case_of(session, loaded, now), marks=())
    plain = {step.key: step for step in plan(untouched, session.playbook)}
    people = {person.uid: person.id for person in loaded.people}
    rounds = {row.uid: row.id for row in loaded.interviews}
    case = replace(untouched, marks=marks)
    writer = StepWriter(case, people, rounds, now)
    marked = {mark.key: mark for mark in sorted(marks, key=_at) if mark.key}
    begun = loaded.application.created_at
    for step in plan(case, session.playbook):
        if step.state is StepState.MISSED and (step.window.expires or begun) <= begun:
            continue  # it was over before it was ever planned
        row = writer.new(step, told_until if step.window.best <= told_until else None)
        row.application_id = application_id
        _mark(row, step, plain.get(step.key), marked.get(step.key))
        session.add(row)
    session.flush()


def _mark(row: Step, step: PlannedStep, plain: PlannedStep | None, mark: StepMark | None) -> None:
    """Notes on the row what the user did: where the plan without marks would be another."""
    closed = step.state in BY_HAND
    ticked = mark is not None and bool(mark.done or mark.skipped)
    row.by_hand = closed and (ticked or plain is None or plain.state != step.state)
    if row.by_hand or row.moved or row.snoozed_until is not None:
        row.marked_at = (mark.at if mark else step.closed_at) or step.window.opens


def _at(mark: StepMark) -> datetime:
    return mark.at
