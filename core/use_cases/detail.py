"""One application whole: its facts, its people and rounds, and its time line."""

from dataclasses import dataclass
from datetime import datetime

from core.clock import Now
from core.database import WorkSession
from core.models import Person
from core.playbook.state import decision_date
from core.playbook.values import (
    ApplicationState,
    Channel,
    Clock,
    Consent,
    Mode,
    Moment,
    Part,
)
from core.use_cases.loading import Loaded, case_of, load_one
from core.use_cases.next_steps import next_steps
from core.use_cases.overview import Group, row_of
from core.use_cases.replanning import planned_steps
from core.use_cases.replies import replies
from core.use_cases.timeline import TimelineEntry, timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """A contact card; the fields are those of `people.PersonDetails`."""

    id: int
    uid: str
    name: str
    part: Part
    title: str
    surname: str
    job: str
    email: str
    phone: str
    confirmed: bool
    prefers: Channel
    consent: Consent
    informed: bool
    gone: bool
    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewCard:
    """A round. `start` and `end` are UTC; `people` are the ids of contact cards."""

    id: int
    uid: str
    round: int
    mode: Mode
    start: datetime
    end: datetime
    zone: str
    place: str
    travel_minutes: int
    people: tuple[int, ...]
    invited_at: datetime | None
    called_off: datetime | None
    calendar_uid: str | None
    calendar_sequence: int
    notes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDetail:
    """Everything about one application. The first fields are those of `ApplicationRow`."""

    id: int
    company: str
    role: str
    state: ApplicationState
    group: Group
    next_step_id: int | None
    next_step_title: str
    next_step_due: datetime | None
    next_step_clock: Clock
    next_note: Moment | None
    last_contact: datetime | None
    interview_start: datetime | None
    interview_zone: str
    called_off: bool
    aliases: tuple[str, ...]
    zone: str
    country: str
    via_recruiter_only: bool
    no_contact_wished: bool
    fast_decision: bool
    decision: Moment | None
    """The decision date that they named, while it lies ahead."""
    people: tuple[PersonCard, ...]
    interviews: tuple[InterviewCard, ...]
    timeline: tuple[TimelineEntry, ...]


def detail(session: WorkSession, application_id: int, now: Now) -> ApplicationDetail:
    """One application; `Gone` when there is none of this number."""
    loaded = load_one(session, application_id)
    case = case_of(session, loaded, now)
    first = next_steps(session, now, application_id).get(application_id)
    application = loaded.application
    row = row_of(application, case, planned_steps(loaded), first, now)
    return ApplicationDetail(
        id=row.id,
        company=row.company,
        role=row.role,
        state=row.state,
        group=row.group,
        next_step_id=row.next_step_id,
        next_step_title=row.next_step_title,
        next_step_due=row.next_step_due,
        next_step_clock=row.next_step_clock,
        next_note=row.next_note,
        last_contact=row.last_contact,
        interview_start=row.interview_start,
        interview_zone=row.interview_zone,
        called_off=row.called_off,
        aliases=tuple(application.aliases),
        zone=application.zone,
        country=application.country,
        via_recruiter_only=application.via_recruiter_only,
        no_contact_wished=application.no_contact_wished,
        fast_decision=application.fast_decision,
        decision=decision_date(case),
        people=tuple(_card(person) for person in loaded.people),
        interviews=_rounds(loaded),
        timeline=timeline(loaded, replies(session, application_id, now)),
    )


def _card(row: Person) -> PersonCard:
    return PersonCard(
        id=row.id,
        uid=row.uid,
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


def _rounds(loaded: Loaded) -> tuple[InterviewCard, ...]:
    ids = {person.uid: person.id for person in loaded.people}
    rows = sorted(loaded.interviews, key=lambda row: (row.start, row.id))
    return tuple(
        InterviewCard(
            id=row.id,
            uid=row.uid,
            round=row.round,
            mode=row.mode,
            start=row.start,
            end=row.end,
            zone=row.zone,
            place=row.place,
            travel_minutes=row.travel_minutes,
            people=tuple(ids[uid] for uid in loaded.met[row.id]),
            invited_at=row.invited_at,
            called_off=row.called_off,
            calendar_uid=row.calendar_uid,
            calendar_sequence=row.calendar_sequence,
            notes=row.notes,
        )
        for row in rows
    )
