"""Everybody whom the user has met or named, over all applications."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Event, Interview, Person, event_person, interview_person
from core.use_cases.people import PersonDetails

CONTACTS = ("sent", "reply", "contact", "linked", "rejection", "offer")
"""Kinds of events in which one side heard from the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """One contact card, and where it belongs."""

    id: int
    application_id: int
    company: str
    role: str
    details: PersonDetails
    rounds: tuple[int, ...] = ()
    """The numbers of the rounds that had this person in it, those that took place or will."""
    last_contact: datetime | None = None
    """When either side last heard from the other, meetings included."""


def everyone(session: WorkSession, now: Now) -> tuple[KnownPerson, ...]:
    """All contact cards: those heard from last first, the others by name."""
    rounds, met = _rounds(session), _met(session, now)
    written = _written(session, now)
    query = select(Person, Application.company, Application.role).join(Person.application)
    found = [
        KnownPerson(
            id=row.id,
            application_id=row.application_id,
            company=company,
            role=role,
            details=details_of(row),
            rounds=rounds.get(row.id, ()),
            last_contact=max(filter(None, (met.get(row.id), written.get(row.id))), default=None),
        )
        for row, company, role in session.execute(query)
    ]
    return tuple(sorted(found, key=_latest_first))


def details_of(row: Person) -> PersonDetails:
    """What stands on a card, as its form takes it."""
    return PersonDetails(
        name=row.name,
        part=row.part,
        title=row.title,
        surname=row.surname,
        job=row.job,
        email=row.email,
        phone=row.phone,
        confirmed=row.confirmed,
        prefers=row.prefers,
        consent=row.consent,
        informed=row.informed,
        gone=row.gone,
        topic=row.topic,
    )


def _latest_first(person: KnownPerson) -> tuple[float, str, int]:
    heard = person.last_contact.timestamp() if person.last_contact is not None else 0.0
    return (-heard, person.details.name.casefold(), person.id)


def _rounds(session: WorkSession) -> Mapping[int, tuple[int, ...]]:
    query = (
        select(interview_person.c.person_id, Interview.round)
        .join(Interview, Interview.id == interview_person.c.interview_id)
        .where(Interview.called_off.is_(None))
        .order_by(Interview.round)
        .distinct()
    )
    found: dict[int, tuple[int, ...]] = {}
    for person, number in session.execute(query):
        found[person] = (*found.get(person, ()), number)
    return found


def _met(session: WorkSession, now: Now) -> Mapping[int, datetime]:
    query = (
        select(interview_person.c.person_id, func.max(Interview.start).label("at"))
        .join(Interview, Interview.id == interview_person.c.interview_id)
        .where(Interview.called_off.is_(None), Interview.start <= now.instant)
        .group_by(interview_person.c.person_id)
    )
    return {row.person_id: row.at for row in session.execute(query)}


def _written(session: WorkSession, now: Now) -> Mapping[int, datetime]:
    query = (
        select(event_person.c.person_id, func.max(Event.at).label("at"))
        .join(Event, Event.id == event_person.c.event_id)
        .where(Event.kind.in_(CONTACTS), Event.at <= now.instant)
        .group_by(event_person.c.person_id)
    )
    return {row.person_id: row.at for row in session.execute(query)}
