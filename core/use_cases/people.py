"""People: contact cards within an application."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Person
from core.playbook.values import Channel, Consent, Part
from core.refusal import Gone
from core.use_cases import checked
from core.use_cases.history import recorded
from core.use_cases.replanning import replan


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """Someone named in an invitation or a form."""

    name: str
    title: str = ""
    email: str = ""
    job: str = ""
    part: Part = Part.INTERVIEWER


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """A whole contact card."""

    name: str
    part: Part = Part.CONTACT
    title: str = ""
    surname: str = ""
    job: str = ""
    email: str = ""
    phone: str = ""
    confirmed: bool = False
    prefers: Channel = Channel.EMAIL
    consent: Consent = Consent.NOT_ASKED
    informed: bool = False
    gone: bool = False
    topic: str = ""


def add(session: WorkSession, application_id: int, details: PersonDetails, now: Now) -> int:
    """Store a contact card; returns its id."""
    row = row_for(details)
    if session.get(Application, application_id) is None:
        raise Gone("This application is no longer here. Nothing was stored.")
    with recorded(session, f"Added: {row.name}", now):
        row.application_id = application_id
        session.add(row)
        session.flush()
        replan(session, application_id, now)
    return row.id


def row_for(details: PersonDetails) -> Person:
    """A new card, checked, that belongs to no application yet."""
    tidy = _checked(details)
    row = Person(name=tidy.name)
    _write(row, tidy)
    return row


def rewrite(row: Person, details: PersonDetails) -> None:
    """Let a card that is there say this, checked. Planning again is up to the caller."""
    _write(row, _checked(details))


def edit(session: WorkSession, person_id: int, details: PersonDetails, now: Now) -> None:
    """Change a contact card; titles of open steps follow."""
    row = get(session, person_id)
    tidy = _checked(details)
    with recorded(session, f"Changed: {tidy.name}", now):
        _write(row, tidy)
        replan(session, row.application_id, now)


def remove(session: WorkSession, person_id: int, now: Now) -> None:
    """Remove a contact card. Steps that were for this person are cancelled with this reason."""
    row = get(session, person_id)
    owner, name = row.application_id, row.name
    with recorded(session, f"Removed: {name}", now):
        session.execute(delete(Person).where(Person.id == person_id))
        session.expire_all()
        replan(session, owner, now, because=f"{name} was removed")


def get(session: WorkSession, person_id: int) -> Person:
    """The row; `Gone` when there is none of this number."""
    row = session.get(Person, person_id)
    if row is None:
        raise Gone("This person is no longer here. Nothing was changed.")
    return row


def meet(session: WorkSession, application_id: int, named: Iterable[NamedPerson]) -> list[Person]:
    """The cards of the people named: those known by address or name, and new ones."""
    known = list(
        session.scalars(
            select(Person).where(Person.application_id == application_id).order_by(Person.id)
        )
    )
    met: list[Person] = []
    for person in named:
        row = _find(known, person) or _card(session, application_id, person)
        if row not in known:
            known.append(row)
        _complete(row, person)
        if row not in met:
            met.append(row)
    session.flush()
    return met


def _find(known: list[Person], person: NamedPerson) -> Person | None:
    address, name = person.email.strip().casefold(), " ".join(person.name.split()).casefold()
    by_address = (row for row in known if address and row.email.casefold() == address)
    by_name = (row for row in known if row.name.casefold() == name and not (address and row.email))
    return next(by_address, None) or next(by_name, None)


def _card(session: WorkSession, application_id: int, person: NamedPerson) -> Person:
    row = Person(
        name=checked.required(person.name or person.email, "people", "A name"), part=person.part
    )
    row.application_id = application_id
    session.add(row)
    return row


def _complete(row: Person, person: NamedPerson) -> None:
    """Fills the gaps of a card; what is there already stays."""
    row.title = row.title or checked.line(person.title, "people", "A title")
    row.job = row.job or checked.line(person.job, "people", "A job")
    row.email = row.email or checked.line(person.email, "people", "An address")


def _checked(details: PersonDetails) -> PersonDetails:
    return PersonDetails(
        name=checked.required(details.name, "name", "The name"),
        part=details.part,
        title=checked.line(details.title, "title", "The title"),
        surname=checked.line(details.surname, "surname", "The surname"),
        job=checked.line(details.job, "job", "The job"),
        email=checked.line(details.email, "email", "The address"),
        phone=checked.line(details.phone, "phone", "The number"),
        confirmed=details.confirmed,
        prefers=details.prefers,
        consent=details.consent,
        informed=details.informed,
        gone=details.gone,
        topic=checked.note(details.topic, "topic", "The topic"),
    )


def _write(row: Person, details: PersonDetails) -> None:
    row.name = details.name
    row.part = details.part
    row.title = details.title
    row.surname = details.surname
    row.job = details.job
    row.email = details.email
    row.phone = details.phone
    row.confirmed = details.confirmed
    row.prefers = details.prefers
    row.consent = details.consent
    row.informed = details.informed
    row.gone = details.gone
    row.topic = details.topic
