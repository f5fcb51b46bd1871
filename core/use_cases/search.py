"""Finding applications, people and steps by a few letters."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Person, Step
from core.playbook.values import StepState

MOST = 8
"""Results of one kind."""

LONGEST = 100
"""Characters of a search that are looked at."""


class Kind(StrEnum):
    APPLICATION = "application"
    PERSON = "person"
    STEP = "step"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One result. `id` is of its kind; a person and most steps belong to an application."""

    kind: Kind
    id: int
    application_id: int | None
    title: str
    note: str


def find(session: WorkSession, text: str, now: Now) -> tuple[Found, ...]:
    """Everything that holds all words of `text`, applications first; nothing for no words."""
    words = text[:LONGEST].casefold().split()
    if not words:
        return ()
    return (*_applications(session, words), *_people(session, words), *_steps(session, words))


def _applications(session: WorkSession, words: list[str]) -> list[Found]:
    query = (
        select(Application.id, Application.company, Application.role)
        .where(_holds(words, Application.company, Application.role))
        .order_by(Application.created_at.desc(), Application.id)
        .limit(MOST)
    )
    return [
        Found(
            kind=Kind.APPLICATION, id=key, application_id=key, title=role or company, note=company
        )
        for key, company, role in session.execute(query)
    ]


def _people(session: WorkSession, words: list[str]) -> list[Found]:
    query = (
        select(Person.id, Person.application_id, Person.name, Person.job, Application.company)
        .join(Application, Application.id == Person.application_id)
        .where(_holds(words, Person.name, Person.email, Application.company))
        .order_by(Person.name, Person.id)
        .limit(MOST)
    )
    return [
        Found(
            kind=Kind.PERSON,
            id=key,
            application_id=owner,
            title=name,
            note=", ".join(part for part in (job, company) if part),
        )
        for key, owner, name, job, company in session.execute(query)
    ]


def _steps(session: WorkSession, words: list[str]) -> list[Found]:
    query = (
        select(Step.id, Step.application_id, Step.title, Application.company)
        .outerjoin(Application, Application.id == Step.application_id)
        .where(Step.state == StepState.OPEN, _holds(words, Step.title, Application.company))
        .order_by(Step.due, Step.id)
        .limit(MOST)
    )
    return [
        Found(kind=Kind.STEP, id=key, application_id=owner, title=title, note=company or "")
        for key, owner, title, company in session.execute(query)
    ]


def _holds(words: list[str], *columns: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Each word stands in at least one of the columns."""
    return and_(
        *(
            or_(*(func.casefold(column).contains(word, autoescape=True) for column in columns))
            for word in words
        )
    )
