"""The questions that the user wants to ask, and what was answered."""

from sqlalchemy import func, select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Interview, OwnQuestion
from core.refusal import DetailsError, Gone
from core.use_cases import checked
from core.use_cases.history import recorded

MOST = 200
"""For one employer."""


def add(session: WorkSession, application_id: int, text: str, now: Now) -> str:
    """Note a question; returns its key."""
    if session.get(Application, application_id) is None:
        raise Gone("This application is no longer here. Nothing was stored.")
    tidy = checked.required(text, "text", "The question")
    query = select(func.count()).where(OwnQuestion.application_id == application_id)
    if (session.scalar(query) or 0) >= MOST:
        raise DetailsError(
            f"{MOST} questions are here. Nothing was stored. Remove some first.", "text"
        )
    with recorded(session, f"Noted: {tidy}", now):
        row = OwnQuestion(application_id=application_id, text=tidy)
        session.add(row)
        session.flush()
    return row.uid


def edit(session: WorkSession, key: str, text: str, now: Now) -> None:
    """Word a question otherwise."""
    row = _row(session, key)
    tidy = checked.required(text, "text", "The question")
    with recorded(session, f"Changed: {tidy}", now):
        row.text = tidy


def asked(session: WorkSession, key: str, interview_id: int, answer: str, now: Now) -> None:
    """Note that a question was asked in a round, and what was answered."""
    row = _row(session, key)
    interview = session.get(Interview, interview_id)
    if interview is None or interview.application_id != row.application_id:
        raise Gone("This interview is no longer here. Nothing was changed.")
    tidy = checked.note(answer, "answer", "The answer", 4_000)
    with recorded(session, f"Asked: {row.text}", now):
        row.asked_interview_id = interview_id
        row.answer = tidy


def not_asked(session: WorkSession, key: str, now: Now) -> None:
    """A question is still to be asked; a noted answer stays."""
    row = _row(session, key)
    with recorded(session, f"Still to ask: {row.text}", now):
        row.asked_interview_id = None


def remove(session: WorkSession, key: str, now: Now) -> None:
    """Forget a question; Undo brings it back."""
    row = _row(session, key)
    with recorded(session, f"Removed: {row.text}", now):
        session.delete(row)


def _row(session: WorkSession, key: str) -> OwnQuestion:
    row = session.scalar(select(OwnQuestion).where(OwnQuestion.uid == key))
    if row is None:
        raise Gone("This question is no longer here. Nothing was changed.")
    return row
