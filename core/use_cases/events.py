"""What happened: noted, previewed before it is noted, and taken back."""

from dataclasses import replace

from sqlalchemy import delete, select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Event, Interview, Person
from core.playbook import values
from core.playbook.difference import Difference, compare
from core.playbook.facts import CLOSINGS
from core.playbook.plan import plan
from core.refusal import DetailsError, Gone
from core.use_cases import checked, hunt
from core.use_cases.conclusions import redate
from core.use_cases.corrections import put_right
from core.use_cases.event_words import event_title
from core.use_cases.history import recorded
from core.use_cases.loading import DECIDING, case_of, live_others, load_one
from core.use_cases.replanning import replan, replan_neighbours
from core.use_cases.rows import Happened, event_row, people_of

TURNING = CLOSINGS | DECIDING | {"interview", "reply"}
"""What can change the plan of other applications: a round, or the reply that told of it, opens
one again that was closed."""


def record(session: WorkSession, application_id: int, event: values.Event, now: Now) -> int:
    """Note that something happened; returns the id of the event (of the round, for an interview).

    People are named by their uids. A wrong name also corrects the contact card. `DetailsError` for
    what is still to happen; only an interview may be ahead.
    """
    application = _application(session, application_id)
    if isinstance(event, values.Interview):
        return _record_round(session, application, event, now)
    checked.happened(event.at, now, "at")
    tidy = checked_event(event)
    with recorded(session, "", now) as change:
        row = event_row(tidy, now.zone)
        row.application_id = application_id
        row.people = people_named(session, application_id, people_of(tidy))
        session.add(row)
        _correct_card(tidy, row.people)
        session.flush()
        change.label = f"Noted: {event_title(row, [person.name for person in row.people])}"
        _plan_again(session, application_id, row.kind, now)
        if isinstance(tidy, values.WrongName):
            put_right(session, application_id, replace(tidy, key=row.uid), now)
    return row.id


def preview(session: WorkSession, application_id: int, event: values.Event, now: Now) -> Difference:
    """What noting an event would do to the steps. Nothing is stored."""
    case = case_of(session, load_one(session, application_id), now)
    noted = _announced(event, now) if isinstance(event, values.Interview) else event
    after = replace(case, events=(*case.events, noted), people=_corrected(case.people, event))
    if isinstance(event, values.Offer | values.Acceptance) and case.others is None:
        after = replace(after, others=live_others(session, application_id))
    return compare(plan(case, session.playbook), plan(after, session.playbook))


def remove(session: WorkSession, event_id: int, now: Now) -> None:
    """Take an event back as if it had never happened; the steps follow."""
    row = session.get(Event, event_id)
    if row is None:
        raise Gone("This is no longer in the time line. Nothing was changed.")
    owner, kind = row.application_id, row.kind
    with recorded(session, f"Removed: {event_title(row, [])}", now):
        session.execute(delete(Event).where(Event.id == event_id))
        session.expire_all()
        _plan_again(session, owner, kind, now)


def store_round(session: WorkSession, application_id: int, event: values.Interview) -> Interview:
    """The row of a round as a value describes it; its key becomes the uid."""
    row = Interview(
        round=event.round,
        mode=event.mode,
        start=event.start,
        end=event.end,
        zone=event.zone,
        place=event.place,
        travel_minutes=event.travel_minutes,
        invited_at=event.invited_at,
        called_off=event.called_off,
    )
    if event.key:
        row.uid = event.key
    row.application_id = application_id
    row.people = people_named(session, application_id, event.people)
    session.add(row)
    return row


def _record_round(
    session: WorkSession, application: Application, event: values.Interview, now: Now
) -> int:
    if event.end <= event.start:
        raise DetailsError("The end is not after the start. Nothing was stored.", "end")
    checked.zone(event.zone, "zone")
    tidy = replace(_announced(event, now), place=checked.line(event.place, "place", "The place"))
    with recorded(session, f"Added: interview at {application.company}", now):
        row = store_round(session, application.id, tidy)
        session.flush()
        _plan_again(session, application.id, "interview", now)
    return row.id


def _announced(event: values.Interview, now: Now) -> values.Interview:
    """A round ahead was announced now, unless another time is given."""
    if event.invited_at is None and event.start > now.instant:
        return replace(event, invited_at=now.instant)
    return event


def _application(session: WorkSession, application_id: int) -> Application:
    row = session.get(Application, application_id)
    if row is None:
        raise Gone("This application is no longer here. Nothing was changed.")
    return row


def people_named(session: WorkSession, application_id: int, uids: tuple[str, ...]) -> list[Person]:
    """The cards of these uids; `Gone` when one of them is not of this application."""
    if not uids:
        return []
    query = select(Person).where(Person.application_id == application_id, Person.uid.in_(uids))
    found = list(session.scalars(query.order_by(Person.id)))
    if len(found) != len(set(uids)):
        raise Gone("This person is no longer here. Nothing was stored.")
    return found


def checked_event(event: Happened) -> Happened:
    """The event with its texts tidied; `DetailsError` when one cannot be stored."""
    match event:
        case values.Promise(what=what):
            return replace(event, what=checked.note(what, "what", "What was promised"))
        case values.WrongName(correct=correct, zone=zone):
            checked.zone(zone, "zone")
            return replace(event, correct=checked.line(correct, "correct", "The right name"))
        case values.Incident(what=what):
            return replace(event, what=checked.note(what, "what", "What happened"))
        case _:
            return event


def _correct_card(event: Happened, people: list[Person]) -> None:
    if isinstance(event, values.WrongName) and event.correct:
        for person in people:
            person.name = event.correct
            person.confirmed = True


def _corrected(people: tuple[values.Person, ...], event: values.Event) -> tuple[values.Person, ...]:
    if not isinstance(event, values.WrongName) or not event.correct:
        return people
    return tuple(
        replace(person, name=event.correct) if person.id == event.person else person
        for person in people
    )


def _plan_again(session: WorkSession, application_id: int, kind: str, now: Now) -> None:
    replan(session, application_id, now)
    if kind == "interview":
        redate(session, application_id, now)
    if kind in TURNING:
        replan_neighbours(session, application_id, now)
    if kind in CLOSINGS | DECIDING:
        hunt.replan(session, now)
