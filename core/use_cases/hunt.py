"""The weekly targets of the job hunt: steps that belong to no application."""

from sqlalchemy import Select, select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Event, Step
from core.playbook.hunt import plan_hunt
from core.playbook.values import Acceptance, Case, StepState
from core.use_cases.loading import planning_zone, preferences_in
from core.use_cases.replanning import StepWriter, cancel
from core.use_cases.rows import marks_of

ENDED = "the hunt is over"

WEEKS_LOOKED_AT = 60
"""Older weeks than these stay as they were closed."""


def replan(session: WorkSession, now: Now) -> None:
    """Plan the weekly targets: there while there is an application, until an acceptance.

    A week that was left open stays until it is over.
    """
    session.flush()
    rows = {row.key: row for row in session.scalars(_weeks())}
    case = _case(session, list(rows.values()), now)
    planned = plan_hunt(case, session.playbook) if _has_applications(session) else ()
    writer = StepWriter(case, {}, {}, now)
    for step in planned:
        row = rows.pop(step.key, None)
        if row is None:
            session.add(writer.new(step))
        else:
            writer.update(row, step)
    for row in rows.values():
        _leave_behind(row, now, over=not planned)
    session.flush()


def _weeks() -> Select[Step]:
    return (
        select(Step)
        .where(Step.application_id.is_(None), Step.rule == "N4")
        .order_by(Step.due.desc())
        .limit(WEEKS_LOOKED_AT)
    )


def _leave_behind(row: Step, now: Now, *, over: bool) -> None:
    if row.state is not StepState.OPEN:
        return
    if over:
        cancel(row, ENDED, now)
    elif row.expires is not None and row.expires <= now.instant:
        row.remind_at = row.expires  # the claim misses it, and tells


def _has_applications(session: WorkSession) -> bool:
    return session.scalar(select(Application.id).limit(1)) is not None


def _case(session: WorkSession, rows: list[Step], now: Now) -> Case:
    preferences = preferences_in(session)
    accepted = session.scalars(select(Event.at).where(Event.kind == "acceptance"))
    return Case(
        now=now.instant,
        zone=planning_zone(preferences, now),
        company="",
        settings=preferences.playbook,
        events=tuple(Acceptance(at=at) for at in accepted),
        marks=tuple(mark for row in rows for mark in marks_of(row, None)),
    )
