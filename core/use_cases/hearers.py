"""The rounds in which something was said or asked, each with the people who were there."""

from dataclasses import dataclass

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Interview, Person, interview_person
from core.use_cases.preparation_rows import spoken_name

MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearer:
    """Somebody of a round."""

    id: int
    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearers:
    """One round and its people."""

    interview_id: int
    key: str
    application_id: int
    company: str
    number: int
    begun: bool
    people: tuple[Hearer, ...]


def hearers(session: WorkSession, application_id: int | None, now: Now) -> tuple[Hearers, ...]:
    """The rounds of one application, or of all: those that have begun, the latest first, then
    those ahead."""
    query = (
        select(Interview, Application.company)
        .join(Application, Application.id == Interview.application_id)
        .where(Interview.called_off.is_(None))
        .order_by(Interview.start > now.instant, Interview.start.desc(), Interview.id)
        .limit(MOST)
    )
    if application_id is not None:
        query = query.where(Interview.application_id == application_id)
    found = [(row, company) for row, company in session.execute(query).all()]
    people = _people(session, [row.id for row, _company in found])
    return tuple(
        Hearers(
            interview_id=row.id,
            key=row.uid,
            application_id=row.application_id,
            company=company,
            number=row.round,
            begun=row.start <= now.instant,
            people=tuple(people.get(row.id, ())),
        )
        for row, company in found
    )


def _people(session: WorkSession, rounds: list[int]) -> dict[int, list[Hearer]]:
    query = (
        select(interview_person.c.interview_id, Person)
        .join(Person, Person.id == interview_person.c.person_id)
        .where(interview_person.c.interview_id.in_(rounds))
        .order_by(Person.id)
    )
    people: dict[int, list[Hearer]] = {}
    for interview_id, person in session.execute(query).all():
        hearer = Hearer(id=person.id, key=person.uid, name=spoken_name(person))
        people.setdefault(interview_id, []).append(hearer)
    return people
