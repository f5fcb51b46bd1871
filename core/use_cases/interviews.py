"""Interviews: the rounds of an application, typed in or taken from an invitation."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Interview, Person, interview_person
from core.playbook.values import Mode
from core.refusal import DetailsError, Gone
from core.use_cases import applications, checked
from core.use_cases.calendar_rounds import find_by_calendar_uid
from core.use_cases.conclusions import redate
from core.use_cases.employers import find_application
from core.use_cases.history import recorded
from core.use_cases.people import NamedPerson, meet
from core.use_cases.replanning import NO_LONGER, replan, replan_neighbours

LONGEST_WAY = 24 * 60
"""Minutes of travel that are still a way to an interview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewDetails:
    """What is known of a round. `start` and `end` are wall-clock times in `zone`.

    Without an `application_id`, the application of the same company and role is taken, or a new
    one made, in `application_zone` (else `zone`) and `country`. `round` None: the next one.
    """

    company: str
    start: datetime
    end: datetime
    zone: str
    role: str = ""
    application_id: int | None = None
    round: int | None = None
    mode: Mode = Mode.ONSITE
    place: str = ""
    travel_minutes: int = 0
    people: tuple[NamedPerson, ...] = ()
    contacts: tuple[NamedPerson, ...] = ()
    """Who gets a card too, but is not met in this round."""
    invited_at: datetime | None = None
    calendar_uid: str | None = None
    calendar_sequence: int = 0
    country: str = ""
    application_zone: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What was stored, and what is worth saying of it."""

    application_id: int
    interview_id: int
    notes: tuple[str, ...] = ()


def add(session: WorkSession, details: InterviewDetails, now: Now) -> Stored:
    """Store a round and plan its steps. `DetailsError` when something does not fit.

    An invitation that is known by its calendar UID moves the round that it is about; an older
    version of it changes nothing. A round ahead was announced now, unless another time is given.
    """
    known = _known(session, details)
    if known is not None:
        return _update(session, known, details, now)
    tidy, instants = _checked(details)
    if tidy.invited_at is None and instants[0] > now.instant:
        tidy = replace(tidy, invited_at=now.instant)
    with recorded(session, f"Added: interview at {tidy.company}", now):
        owner = _application(session, tidy, now)
        row = Interview(
            round=tidy.round or _next_round(session, owner.id),
            start=instants[0],
            end=instants[1],
            zone=tidy.zone,
        )
        row.application_id = owner.id
        session.add(row)
        _write(row, tidy, instants)
        _meet(session, row, tidy)
        _plan_again(session, owner.id, now)
        notes = (*_notes(session, row, tidy, now), *_asked(row, now))
    return Stored(application_id=owner.id, interview_id=row.id, notes=notes)


def edit(session: WorkSession, interview_id: int, details: InterviewDetails, now: Now) -> Stored:
    """Change a round: moved, its open steps are dated anew. A round called off takes place again."""
    row = get(session, interview_id)
    tidy, instants = _checked(details)
    with recorded(session, f"Changed: interview at {tidy.company}", now):
        row.called_off = None
        row.round = tidy.round or row.round
        _write(row, tidy, instants)
        _meet(session, row, tidy)
        _plan_again(session, row.application_id, now)
        notes = _notes(session, row, tidy, now)
    return Stored(application_id=row.application_id, interview_id=row.id, notes=notes)


def remove(session: WorkSession, interview_id: int, now: Now) -> None:
    """Remove a round as if it had never been arranged. What was done for it stays."""
    row = get(session, interview_id)
    owner = applications.get(session, row.application_id)
    with recorded(session, f"Removed: interview at {owner.company}", now):
        session.execute(delete(Interview).where(Interview.id == interview_id))
        session.expire_all()
        _plan_again(session, owner.id, now, because="the interview was removed")


def call_off(session: WorkSession, interview_id: int, now: Now) -> None:
    """A round does not take place: its open steps are cancelled with this reason.

    To say so twice changes nothing.
    """
    row = get(session, interview_id)
    if row.called_off is not None:
        return
    owner = applications.get(session, row.application_id)
    with recorded(session, f"Called off: interview at {owner.company}", now):
        row.called_off = now.instant
        _plan_again(session, owner.id, now)


def clashes(
    session: WorkSession, start: datetime, end: datetime, except_interview: int | None = None
) -> tuple[str, ...]:
    """A sentence for each other round that takes place at the same time (UTC)."""
    query = (
        select(Application.company, Application.role)
        .join(Interview, Interview.application_id == Application.id)
        .where(Interview.start < end, Interview.end > start, Interview.called_off.is_(None))
        .where(Interview.id != (except_interview or 0))
        .order_by(Interview.start)
    )
    return tuple(
        f"At the same time you are at {applications.name_of(company, role)}."
        for company, role in session.execute(query)
    )


def get(session: WorkSession, interview_id: int) -> Interview:
    """The row; `Gone` when there is none of this number."""
    row = session.get(Interview, interview_id)
    if row is None:
        raise Gone("This interview is no longer here. Nothing was changed.")
    return row


# ------------------------------------------------------------------ updates of an invitation


def _known(session: WorkSession, details: InterviewDetails) -> Interview | None:
    if not details.calendar_uid:
        return None
    known = find_by_calendar_uid(session, details.calendar_uid)
    return None if known is None else session.get(Interview, known)


def _update(session: WorkSession, row: Interview, details: InterviewDetails, now: Now) -> Stored:
    if details.calendar_sequence < row.calendar_sequence:
        return Stored(
            application_id=row.application_id,
            interview_id=row.id,
            notes=("A newer version of this invitation is stored. Nothing was changed.",),
        )
    owner = applications.get(session, row.application_id)
    kept = replace(
        details,
        company=owner.company,
        role=owner.role,
        round=row.round,
        travel_minutes=details.travel_minutes or row.travel_minutes,
        place=details.place or row.place,
        invited_at=row.invited_at or details.invited_at,
        notes=details.notes or row.notes,
        people=(*_met(session, row.id), *details.people),
    )
    return edit(session, row.id, kept, now)


def _met(session: WorkSession, interview_id: int) -> tuple[NamedPerson, ...]:
    """Those who are stored for a round: a newer version of an invitation takes nobody away."""
    query = (
        select(Person)
        .join(interview_person, interview_person.c.person_id == Person.id)
        .where(interview_person.c.interview_id == interview_id)
        .order_by(Person.id)
    )
    return tuple(
        NamedPerson(name=row.name, title=row.title, email=row.email, job=row.job, part=row.part)
        for row in session.scalars(query)
    )


# ------------------------------------------------------------------ storing


def _checked(details: InterviewDetails) -> tuple[InterviewDetails, tuple[datetime, datetime]]:
    zone = checked.zone(details.zone, "zone")
    start = checked.instant(details.start, zone, "start")
    end = checked.instant(details.end, zone, "end")
    if end <= start:
        raise DetailsError("The end is not after the start. Nothing was stored.", "end")
    if end - start > timedelta(days=7):
        raise DetailsError("An interview of more than a week? Nothing was stored.", "end")
    if not 0 <= details.travel_minutes <= LONGEST_WAY:
        raise DetailsError("The way takes from 0 minutes to a day.", "travel_minutes")
    if details.round is not None and not 1 <= details.round <= 99:
        raise DetailsError("The round is a number from 1 to 99.", "round")
    tidy = replace(
        details,
        company=checked.required(details.company, "company", "The company"),
        role=checked.line(details.role, "role", "The role"),
        place=checked.line(details.place, "place", "The place"),
        notes=checked.note(details.notes, "notes", "The note"),
        country=checked.line(details.country, "country", "The country", 8).upper(),
    )
    return tidy, (start, end)


def _application(session: WorkSession, details: InterviewDetails, now: Now) -> Application:
    if details.application_id is not None:
        return applications.get(session, details.application_id)
    known = find_application(session, details.company, details.role)
    if known is not None:
        return known
    new = applications.ApplicationDetails(
        company=details.company,
        role=details.role,
        zone=details.application_zone or details.zone,
        country=details.country,
    )
    return applications.get(session, applications.add(session, new, now))


def _next_round(session: WorkSession, application_id: int) -> int:
    query = select(func.max(Interview.round)).where(Interview.application_id == application_id)
    return (session.scalar(query) or 0) + 1


def _write(row: Interview, details: InterviewDetails, instants: tuple[datetime, datetime]) -> None:
    row.start, row.end = instants
    row.zone = details.zone
    row.mode = details.mode
    row.place = details.place
    row.travel_minutes = details.travel_minutes
    row.invited_at = details.invited_at or row.invited_at
    row.notes = details.notes
    if details.calendar_uid:
        row.calendar_uid = details.calendar_uid
        row.calendar_sequence = details.calendar_sequence


def _plan_again(
    session: WorkSession, application_id: int, now: Now, because: str = NO_LONGER
) -> None:
    """Plan its application, and those that speak of it: a round can open one that was closed.

    What was concluded is to be done before the next round.
    """
    replan(session, application_id, now, because)
    redate(session, application_id, now)
    replan_neighbours(session, application_id, now)


def _meet(session: WorkSession, row: Interview, details: InterviewDetails) -> None:
    session.flush()
    people: list[Person] = meet(session, row.application_id, details.people)
    meet(session, row.application_id, details.contacts)
    session.execute(delete(interview_person).where(interview_person.c.interview_id == row.id))
    for person in people:
        session.execute(interview_person.insert().values(interview_id=row.id, person_id=person.id))


def _notes(
    session: WorkSession, row: Interview, details: InterviewDetails, now: Now
) -> tuple[str, ...]:
    notes = list(clashes(session, row.start, row.end, row.id))
    if row.end <= now.instant:
        notes.append("This interview is over already: its next steps are planned.")
    elif row.start <= now.instant:
        notes.append("This interview is under way.")
    if checked.skipped_by_the_clocks(details.start, details.zone):
        notes.append("The clocks go forward over this hour; it starts an hour later.")
    return tuple(notes)


def _asked(row: Interview, now: Now) -> tuple[str, ...]:
    """Without the way, the moment to leave is too late for whoever trusts it."""
    if row.mode is Mode.ONSITE and not row.travel_minutes and row.start > now.instant:
        return ("How long is the way? Add it to the interview.",)
    return ()
