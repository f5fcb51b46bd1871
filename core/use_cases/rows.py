"""Rows of the database as values of the rules, and back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from core.models import Event, Interview, Person, Step
from core.playbook import values
from core.playbook.values import Moment, PlannedStep, StepMark, Window


def person_value(row: Person) -> values.Person:
    """A contact card as the rules read it; its id there is its uid."""
    return values.Person(
        id=row.uid,
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
    )


def interview_value(row: Interview, people: Sequence[str]) -> values.Interview:
    """A round as the rules read it; `people` are uids."""
    return values.Interview(
        key=row.uid,
        round=row.round,
        mode=row.mode,
        start=row.start,
        end=row.end,
        zone=row.zone,
        people=tuple(people),
        travel_minutes=row.travel_minutes,
        place=row.place,
        invited_at=row.invited_at,
        called_off=row.called_off,
    )


# ------------------------------------------------------------------ and back


KINDS: Mapping[type[values.Event], str] = {
    values.Promise: "promise",
    values.Sent: "sent",
    values.Reply: "reply",
    values.WrongName: "wrong_name",
    values.Arrived: "arrived",
    values.Late: "late",
    values.Incident: "incident",
    values.Reflection: "reflection",
    values.Rejection: "rejection",
    values.Offer: "offer",
    values.Acceptance: "acceptance",
    values.Decline: "decline",
    values.Withdrawal: "withdrawal",
    values.OnHold: "on_hold",
    values.Linked: "linked",
    values.Contact: "contact",
}
"""The case file's word for each kind of event."""

Happened = (
    values.Promise
    | values.Sent
    | values.Reply
    | values.WrongName
    | values.Arrived
    | values.Late
    | values.Incident
    | values.Reflection
    | values.Rejection
    | values.Offer
    | values.Acceptance
    | values.Decline
    | values.Withdrawal
    | values.OnHold
    | values.Linked
    | values.Contact
)
"""Every event but an interview, which is a row of its own."""


def event_row(event: Happened, zone: str) -> Event:
    """The row of an event, without its application and people. `zone`: the user's own."""
    row = Event(kind=KINDS[type(event)], at=event.at, zone=zone)
    match event:
        case values.Promise(by=by, what=what, item=item, due=due):
            row.by, row.text, row.item = by, what, item
            _set_moment(row, due)
        case values.Sent(message=message, channel=channel):
            row.message, row.channel = message, channel
        case values.Reply(reply=reply, decision_date=day):
            row.reply = reply
            _set_moment(row, day)
        case values.WrongName(correct=correct, zone=noticed_in):
            row.text, row.zone = correct, noticed_in
        case values.Incident(what=what):
            row.text = what
        case values.Reflection(path=path):
            row.path = path
        case values.Offer(deadline=moment) | values.OnHold(until=moment):
            _set_moment(row, moment)
        case values.Contact(answered=answered):
            row.answered = answered
        case _:
            pass
    if isinstance(event, values.Promise | values.WrongName) and event.key:
        row.uid = event.key
    return row


def people_of(event: Happened) -> tuple[str, ...]:
    """The uids of the people that an event names."""
    match event:
        case values.Sent(to=to):
            return to
        case values.WrongName() | values.Linked() | values.Contact():
            return () if event.person is None else (event.person,)
        case _:
            return ()


def _set_moment(row: Event, moment: Moment | None) -> None:
    if isinstance(moment, datetime):
        row.moment_at = moment
    else:
        row.moment_on = moment


# ------------------------------------------------------------------ steps


def marks_of(row: Step, person: str | None) -> list[StepMark]:
    """What the user did to a step by hand, as the planner reads it."""
    if row.marked_at is None:
        return []
    marks = []
    if row.moved:
        marks.append(
            StepMark(id=row.rule, key=row.key, person=person, at=row.marked_at, due=row.due)
        )
    if row.snoozed_until is not None:
        marks.append(
            StepMark(
                id=row.rule,
                key=row.key,
                person=person,
                at=row.marked_at,
                snoozed_until=row.snoozed_until,
            )
        )
    if row.by_hand:
        marks.append(_closing_mark(row, person))
    return marks


def _closing_mark(row: Step, person: str | None) -> StepMark:
    at = row.closed_at or row.marked_at or row.due
    skipped = row.state is values.StepState.SKIPPED and (row.reason or True)
    return StepMark(
        id=row.rule,
        key=row.key,
        person=person,
        at=at,
        done=not skipped,
        skipped=skipped,
        title=row.title,
    )


def planned_value(row: Step, person: str | None, interview: str | None) -> PlannedStep:
    """A stored step as the planner would return it, but for its further reminders."""
    return PlannedStep(
        key=row.key,
        id=row.rule,
        title=row.title,
        why=row.why,
        action=row.action,
        clock=row.clock,
        window=Window(opens=row.opens, best=row.best, due=row.due, expires=row.expires),
        state=row.state,
        reason=row.reason,
        person=person,
        interview=interview,
        message=row.message,
        moved=row.moved,
        snoozed_until=row.snoozed_until,
        closed_at=row.closed_at,
        reminders=() if row.remind_at is None else (row.remind_at,),
    )
