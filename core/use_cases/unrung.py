"""Steps that are shown and not rung."""

from collections.abc import Collection

from sqlalchemy import or_, select

from core.clock import Now
from core.database import WorkSession
from core.models import Step
from core.playbook.values import StepState


def leave_unrung(session: WorkSession, applications: Collection[int], now: Now) -> None:
    """Count what is due already as spoken of: for these applications, and the weekly targets.

    For what nobody waits for, as an example to look around with. What comes due later rings.
    """
    session.flush()
    due = select(Step).where(
        or_(Step.application_id.in_(applications), Step.application_id.is_(None)),
        Step.state == StepState.OPEN,
        Step.remind_at <= now.instant,
    )
    for step in session.scalars(due):
        step.reminded_at = now.instant
        step.remind_at = None
    session.flush()
