"""What each application asks for first."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, select, type_coerce

from core.clock import Now
from core.database import WorkSession
from core.models import Step
from core.playbook.values import Clock, StepState


@dataclass(frozen=True, slots=True)
class NextStep:
    """The open step of an application that is to be done first."""

    id: int
    title: str
    due: datetime
    show_at: datetime
    clock: Clock


def next_steps(
    session: WorkSession, now: Now, application_id: int | None = None
) -> dict[int, NextStep]:
    """What each application (or one) asks for first.

    Of what is asked for now, the step with the nearest deadline; else the next one to come.
    """
    stands = _stands_at(now)
    query = (
        select(Step.application_id, Step.id, Step.title, Step.due, stands, Step.clock)
        .where(Step.state == StepState.OPEN, Step.clock != Clock.NONE)
        .where(Step.application_id.is_not(None))
        .group_by(Step.application_id)
    )
    if application_id is not None:
        query = query.where(Step.application_id == application_id)
    return {
        owner: NextStep(step_id, title, due, moment, clock)
        for part in (
            query.where(stands > now.instant).add_columns(func.min(stands)),
            query.where(stands <= now.instant).add_columns(func.min(Step.due)),
        )
        for owner, step_id, title, due, moment, clock, _ in session.execute(part)
        if owner is not None
    }


def _stands_at(now: Now) -> ColumnElement[datetime]:
    """When a step is to be seen: as in `AgendaStep.stands_at`, a snooze hides no deadline ahead."""
    stands = case(
        (Step.snoozed_until.is_(None), Step.best),
        (Step.due < now.instant, Step.snoozed_until),
        else_=func.min(Step.snoozed_until, Step.due, type_=Step.due.type),
    )
    return type_coerce(stands, Step.due.type)
