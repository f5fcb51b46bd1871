"""What is shown, as the use cases take it back: the fields of forms filled from what is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui import words

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationDetail, ApplicationDetails
    from core.use_cases.detail import InterviewCard, PersonCard
    from core.use_cases.interviews import InterviewDetails
    from core.use_cases.people import NamedPerson, PersonDetails


def application_details(detail: ApplicationDetail) -> ApplicationDetails:
    """The facts of an application, for its form."""
    from core.use_cases.applications import ApplicationDetails

    return ApplicationDetails(
        company=detail.company,
        role=detail.role,
        aliases=detail.aliases,
        zone=detail.zone,
        country=detail.country,
        via_recruiter_only=detail.via_recruiter_only,
        no_contact_wished=detail.no_contact_wished,
        fast_decision=detail.fast_decision,
    )


def interview_details(detail: ApplicationDetail, card: InterviewCard) -> InterviewDetails:
    """A round, for its form; times are on the wall clock of its own zone."""
    from core.use_cases.interviews import InterviewDetails

    return InterviewDetails(
        company=detail.company,
        role=detail.role,
        application_id=detail.id,
        round=card.round,
        mode=card.mode,
        start=words.local(card.start, card.zone).replace(tzinfo=None),
        end=words.local(card.end, card.zone).replace(tzinfo=None),
        zone=card.zone,
        place=card.place,
        travel_minutes=card.travel_minutes,
        people=tuple(named(person) for person in detail.people if person.id in card.people),
        invited_at=card.invited_at,
        calendar_uid=card.calendar_uid,
        calendar_sequence=card.calendar_sequence,
        country=detail.country,
        application_zone=detail.zone,
        notes=card.notes,
    )


def named(card: PersonCard) -> NamedPerson:
    """A contact card as an interview names it."""
    from core.use_cases.people import NamedPerson

    return NamedPerson(
        name=card.name, title=card.title, email=card.email, job=card.job, part=card.part
    )


def person_details(card: PersonCard) -> PersonDetails:
    """A contact card, for its form."""
    from core.use_cases.people import PersonDetails

    return PersonDetails(
        name=card.name,
        part=card.part,
        title=card.title,
        surname=card.surname,
        job=card.job,
        email=card.email,
        phone=card.phone,
        confirmed=card.confirmed,
        prefers=card.prefers,
        consent=card.consent,
        informed=card.informed,
        gone=card.gone,
        topic=card.topic,
    )
