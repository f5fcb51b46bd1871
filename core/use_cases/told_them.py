"""What the user told an employer: salary, availability, notice, and the rest."""

from dataclasses import dataclass

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Interview, Person, Said
from core.preparation.values import Subject
from core.refusal import Gone
from core.use_cases import checked
from core.use_cases.history import recorded

LABELS = {
    Subject.SALARY: "salary",
    Subject.AVAILABILITY: "when you can start",
    Subject.NOTICE: "your notice",
    Subject.OTHER: "what you said",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidDetails:
    """What was said; to whom and in which round, as far as the user remembers."""

    subject: Subject
    text: str
    interview_id: int | None = None
    person_id: int | None = None


def add(session: WorkSession, application_id: int, details: SaidDetails, now: Now) -> str:
    """Note what was said; returns its key."""
    if session.get(Application, application_id) is None:
        raise Gone("This application is no longer here. Nothing was stored.")
    text = _text(details)
    with recorded(session, f"Noted: {LABELS[details.subject]}", now):
        row = Said(
            application_id=application_id,
            subject=details.subject.value,
            text=text,
            at=now.instant,
        )
        _place(session, row, details)
        session.add(row)
        session.flush()
    return row.uid


def edit(session: WorkSession, key: str, details: SaidDetails, now: Now) -> None:
    """Change what was noted."""
    row, text = _row(session, key), _text(details)
    with recorded(session, f"Changed: {LABELS[details.subject]}", now):
        row.subject = details.subject.value
        row.text = text
        _place(session, row, details)


def remove(session: WorkSession, key: str, now: Now) -> None:
    """Forget it; Undo brings it back."""
    row = _row(session, key)
    with recorded(session, "Removed what you said", now):
        session.delete(row)


def _row(session: WorkSession, key: str) -> Said:
    row = session.scalar(select(Said).where(Said.uid == key))
    if row is None:
        raise Gone("This note is no longer here. Nothing was changed.")
    return row


def _text(details: SaidDetails) -> str:
    text = checked.note(details.text, "text", "What you said", 4_000)
    return text or checked.required(text, "text", "What you said")


def _place(session: WorkSession, row: Said, details: SaidDetails) -> None:
    """Only rounds and people of the same application count; when it was follows the round."""
    interview = session.get(Interview, details.interview_id) if details.interview_id else None
    person = session.get(Person, details.person_id) if details.person_id else None
    own = row.application_id
    row.interview_id = interview.id if interview and interview.application_id == own else None
    row.person_id = person.id if person and person.application_id == own else None
    if interview is not None and row.interview_id is not None:
        row.at = min(interview.end, row.at)
