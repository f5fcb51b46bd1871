"""Facts about an employer, each with its source, its date and its use."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, CompanyFact
from core.preparation.company_facts import TOPICS
from core.preparation.values import FactTopic
from core.refusal import Gone
from core.use_cases import checked
from core.use_cases.history import recorded

LONGEST = 4_000
"""Characters of one fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactDetails:
    """One fact as it is typed."""

    topic: FactTopic
    value: str
    source: str = ""
    dated: date | None = None
    used_for: str = ""


def add(session: WorkSession, application_id: int, details: FactDetails, now: Now) -> str:
    """Note a fact; returns its key."""
    if session.get(Application, application_id) is None:
        raise Gone("This application is no longer here. Nothing was stored.")
    tidy = _checked(details)
    with recorded(session, f"Noted: {TOPICS[tidy.topic].title}", now):
        row = CompanyFact(
            application_id=application_id,
            topic=tidy.topic.value,
            value=tidy.value,
            noted_at=now.instant,
        )
        _write(row, tidy)
        session.add(row)
        session.flush()
    return row.uid


def edit(session: WorkSession, key: str, details: FactDetails, now: Now) -> None:
    """Change a fact."""
    row, tidy = _row(session, key), _checked(details)
    with recorded(session, f"Changed: {TOPICS[tidy.topic].title}", now):
        _write(row, tidy)


def remove(session: WorkSession, key: str, now: Now) -> None:
    """Forget a fact; Undo brings it back."""
    row = _row(session, key)
    with recorded(session, "Removed a fact", now):
        session.delete(row)


def _row(session: WorkSession, key: str) -> CompanyFact:
    row = session.scalar(select(CompanyFact).where(CompanyFact.uid == key))
    if row is None:
        raise Gone("This fact is no longer here. Nothing was changed.")
    return row


def _checked(details: FactDetails) -> FactDetails:
    value = checked.note(details.value, "value", "The fact", LONGEST)
    return FactDetails(
        topic=details.topic,
        value=value or checked.required(value, "value", "The fact"),
        source=checked.line(details.source, "source", "The source", 2_000),
        dated=details.dated,
        used_for=checked.line(details.used_for, "used_for", "The use", 2_000),
    )


def _write(row: CompanyFact, tidy: FactDetails) -> None:
    row.topic = tidy.topic.value
    row.value = tidy.value
    row.source = tidy.source
    row.dated = tidy.dated
    row.used_for = tidy.used_for
