"""One application whole: its facts, its people and rounds, and its time line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.clock import Now
from core.database import WorkSession
from core.models import Event, Interview, Person, Step
from core.playbook.state import decision_date
from core.playbook.values import (
    ApplicationState,
    Channel,
    Clock,
    Consent,
    Mode,
    Moment,
    Part,
    StepState,
)
from core.playbook.windows import late_after
from core.use_cases import event_words
from core.use_cases.loading import Loaded, case_of, load_one
from core.use_cases.next_steps import next_steps
from core.use_cases.overview import Group, row_of
from core.use_cases.replanning import planned_steps

IMPLIED = frozenset({"sent", "reflection"})
"""Events that a tick on a step can stand for: the step itself tells of them."""


class EntryKind(StrEnum):
    INTERVIEW = "interview"
    EVENT = "event"
    STEP = "step"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One line of the time line. `at` places it; ids name the row that it tells of."""

    kind: EntryKind
    at: datetime
    title: str
    note: str = ""
    """Of a step: why it is planned, or why it was closed."""
    state: StepState | None = None
    """Of a step; and `cancelled` of an interview that was called off."""
    step_id: int | None = None
    event_id: int | None = None
    interview_id: int | None = None
    action: str = ""
    message: str | None = None
    clock: Clock | None = None
    moved: bool = False
    by_hand: bool = False
    due: datetime | None = None
    """Of a step: until when it is in time."""
    snoozed_until: datetime | None = None
    person: str = ""
    asked_from: datetime | None = None
    """Of an open step: from when on it is asked for."""
    what: str = ""
    """Of an event: its kind, as it is stored."""
    zone: str = ""
    """Of a round: where its time was named."""


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
        timeline=_timeline(loaded),
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


def _timeline(loaded: Loaded) -> tuple[TimelineEntry, ...]:
    names = {person.uid: person.name for person in loaded.people}
    entries = (
        *(_of_interview(row, _names(loaded.met[row.id], names)) for row in loaded.interviews),
        *_of_events(loaded, names),
        *(_of_step(row, loaded) for row in loaded.steps),
    )
    return tuple(sorted(entries, key=lambda entry: entry.at))


def _names(uids: list[str], names: dict[str, str]) -> list[str]:
    return [names[uid] for uid in uids]


def _of_interview(row: Interview, names: list[str]) -> TimelineEntry:
    return TimelineEntry(
        kind=EntryKind.INTERVIEW,
        at=row.start,
        title=event_words.interview_title(row),
        note=event_words.interview_note(row, names),
        state=None if row.called_off is None else StepState.CANCELLED,
        interview_id=row.id,
        zone=row.zone,
    )


def _of_events(loaded: Loaded, names: dict[str, str]) -> Iterator[TimelineEntry]:
    ticked = {row.closed_at for row in loaded.steps if row.by_hand}
    for row in loaded.events:
        if row.kind not in IMPLIED or row.at not in ticked:
            yield _of_event(row, _names(loaded.named[row.id], names), loaded.application.zone)


def _of_event(row: Event, names: list[str], zone: str) -> TimelineEntry:
    return TimelineEntry(
        kind=EntryKind.EVENT,
        at=row.at,
        title=event_words.event_title(row, names),
        note=event_words.event_note(row, zone),
        event_id=row.id,
        what=row.kind,
        message=row.message,
        person=names[0] if names else "",
    )


def _of_step(row: Step, loaded: Loaded) -> TimelineEntry:
    person = next((p.name for p in loaded.people if p.id == row.person_id), "")
    is_open = row.state is StepState.OPEN
    late = late_after(row.due, row.clock, loaded.application.zone)
    return TimelineEntry(
        kind=EntryKind.STEP,
        at=_place(row, late),
        title=row.title,
        note=row.why if is_open else _sentence(row.reason),
        state=row.state,
        step_id=row.id,
        interview_id=row.interview_id,
        action=row.action,
        message=row.message,
        clock=row.clock,
        moved=row.moved,
        by_hand=row.by_hand,
        due=row.due if row.moved else late,
        asked_from=(row.snoozed_until or row.best) if is_open else None,
        snoozed_until=row.snoozed_until,
        person=person,
    )


def _place(row: Step, late: datetime) -> datetime:
    """Open and cancelled steps stand where they are planned, the others where they were closed."""
    if row.state is StepState.OPEN:
        return late
    return row.due if row.state is StepState.CANCELLED else (row.closed_at or row.due)


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]
