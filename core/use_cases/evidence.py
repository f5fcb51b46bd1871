"""The demands of an advertisement, each against what proves that the user meets it."""

from dataclasses import dataclass

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Evidence, Story
from core.refusal import Gone
from core.use_cases import checked
from core.use_cases.history import recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofDetails:
    """A demand and its proof as they are typed; `story` is a key of the bank."""

    demand: str
    proof: str = ""
    story: str | None = None


def add(session: WorkSession, application_id: int, details: ProofDetails, now: Now) -> str:
    """Note a demand; returns its key."""
    if session.get(Application, application_id) is None:
        raise Gone("This application is no longer here. Nothing was stored.")
    demand = checked.required(details.demand, "demand", "The demand")
    with recorded(session, f"Noted: {demand}", now):
        row = Evidence(application_id=application_id, demand=demand)
        _write(session, row, details)
        session.add(row)
        session.flush()
    return row.uid


def edit(session: WorkSession, key: str, details: ProofDetails, now: Now) -> None:
    """Change a demand, or what proves it."""
    row = _row(session, key)
    demand = checked.required(details.demand, "demand", "The demand")
    with recorded(session, f"Changed: {demand}", now):
        row.demand = demand
        _write(session, row, details)


def remove(session: WorkSession, key: str, now: Now) -> None:
    """Forget a demand; Undo brings it back."""
    row = _row(session, key)
    with recorded(session, f"Removed: {row.demand}", now):
        session.delete(row)


def _row(session: WorkSession, key: str) -> Evidence:
    row = session.scalar(select(Evidence).where(Evidence.uid == key))
    if row is None:
        raise Gone("This demand is no longer here. Nothing was changed.")
    return row


def _write(session: WorkSession, row: Evidence, details: ProofDetails) -> None:
    row.proof = checked.note(details.proof, "proof", "The proof", 4_000)
    story = select(Story.id).where(Story.uid == (details.story or ""))
    row.story_id = session.scalar(story)
