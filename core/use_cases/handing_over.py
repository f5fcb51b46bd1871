"""What a step's main action needs to know: whom to write to or call, and about what."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Interview, Person, Step
from core.refusal import Gone


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """One step, its person and its application, as far as they are known; empty where not."""

    step_id: int
    title: str
    action: str
    rule: str
    message: str = ""
    application_id: int | None = None
    company: str = ""
    role: str = ""
    person: str = ""
    email: str = ""
    phone: str = ""
    interview_id: int | None = None
    interview_start: datetime | None = None
    interview_end: datetime | None = None
    """Of the same interview (UTC)."""


def hand_over(session: WorkSession, step_id: int, now: Now) -> HandOver:
    """Everything that a message or a call about this step is begun with."""
    step = session.get(Step, step_id)
    if step is None:
        raise Gone("This step is no longer here. Nothing was changed.")
    application = _get(session, step.application_id)
    interview = _interview(session, step, now)
    person = session.get(Person, step.person_id) if step.person_id is not None else None
    return HandOver(
        step_id=step.id,
        title=step.title,
        action=step.action,
        rule=step.rule,
        message=step.message or "",
        application_id=step.application_id,
        company=application.company if application is not None else "",
        role=application.role if application is not None else "",
        person=person.name if person is not None else "",
        email=person.email if person is not None else "",
        phone=person.phone if person is not None else "",
        interview_id=interview.id if interview is not None else None,
        interview_start=interview.start if interview is not None else None,
        interview_end=interview.end if interview is not None else None,
    )


def _get(session: WorkSession, application_id: int | None) -> Application | None:
    return session.get(Application, application_id) if application_id is not None else None


def _interview(session: WorkSession, step: Step, now: Now) -> Interview | None:
    query = select(Interview).where(Interview.called_off.is_(None))
    if step.interview_id is not None:
        query = query.where(Interview.id == step.interview_id)
    else:
        query = query.where(
            Interview.application_id == step.application_id, Interview.end <= now.instant
        ).order_by(Interview.end.desc())
    return session.scalars(query.limit(1)).first()
