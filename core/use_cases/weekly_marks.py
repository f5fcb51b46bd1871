"""What the user did to the weekly targets, to be saved and brought back: they have no application."""

from sqlalchemy import Select, select

from core.clock import Now
from core.database import WorkSession
from core.models import Step
from core.playbook.hunt import plan_hunt
from core.playbook.values import Case, StepMark, StepState
from core.use_cases.loading import planning_zone, preferences_in
from core.use_cases.replanning import StepWriter
from core.use_cases.rows import marks_of


def weekly_marks(session: WorkSession) -> tuple[StepMark, ...]:
    """Every mark of a weekly target, the oldest week first."""
    rows = session.scalars(_weeks().where(Step.marked_at.is_not(None)).order_by(Step.due))
    return tuple(mark for row in rows for mark in marks_of(row, None))


def bring_back(session: WorkSession, marks: tuple[StepMark, ...], now: Now) -> None:
    """Store the weeks that `marks` name; what is stored here of a week already stays."""
    session.flush()
    stored = {row.key for row in session.scalars(_weeks())}
    missing = {mark.key: mark for mark in marks if mark.key and mark.key not in stored}
    case = _case(session, tuple(m for m in marks if m.key in missing), now)
    writer = StepWriter(case, {}, {}, now)
    for step in plan_hunt(case, session.playbook):
        mark = missing.get(step.key)
        if mark is not None:
            row = writer.new(step, now.instant if step.window.best <= now.instant else None)
            row.by_hand = step.state in {StepState.DONE, StepState.SKIPPED}
            row.marked_at = mark.at
            session.add(row)
    session.flush()


def _case(session: WorkSession, marks: tuple[StepMark, ...], now: Now) -> Case:
    preferences = preferences_in(session)
    zone = planning_zone(preferences, now)
    return Case(now=now.instant, zone=zone, company="", settings=preferences.playbook, marks=marks)


def _weeks() -> Select[Step]:
    return select(Step).where(Step.application_id.is_(None), Step.rule == "N4")
