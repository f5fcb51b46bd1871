"""What left by another program: asked about, and noted as sent when the user says so."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from core.clock import Now
from core.database import WorkSession
from core.drafting.kinds import KINDS
from core.drafting.stages import ASKING, HandedTo, MessageState
from core.models import Application, Message, OutboxItem, Override, Person, Step
from core.playbook import values
from core.playbook.values import Part, StepState
from core.refusal import Gone, NotYet
from core.use_cases import checked, events, steps
from core.use_cases.history import recorded
from core.use_cases.message_rows import in_outbox, message_row, people_in_order, step_of

LEAVING = "This message is on its way already. Nothing was changed."


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """A message of which it is not known whether it was sent."""

    draft_id: int
    application_id: int
    company: str
    role: str
    kind: str
    people: tuple[str, ...]
    """Names."""
    to: HandedTo
    at: datetime
    """When it was handed over."""


def handed_over(
    session: WorkSession, draft_id: int, to: HandedTo, now: Now, overridden: tuple[int, ...] = ()
) -> None:
    """Note that a message was given to another program, which proves nothing: it is asked later.

    `overridden`: numbers of the checks whose *must* the user overrode.
    """
    row = message_row(session, draft_id)
    log_overrides(session, draft_id, overridden, now)
    if row.state is MessageState.SENT:
        return
    row.state = MessageState.HANDED_OVER
    row.handed_to, row.handed_over_at = to, now.instant


def awaiting_answer(session: WorkSession, now: Now) -> tuple[HandedOver, ...]:
    """The messages to ask about, "Did you send it?", the first handed over first."""
    query = (
        select(Message, Application.company, Application.role)
        .join(Application, Application.id == Message.application_id)
        .where(Message.state == MessageState.HANDED_OVER)
        .order_by(Message.handed_over_at, Message.id)
    )
    found = session.execute(query).all()
    people = people_in_order(session, [row for row, _, _ in found])
    return tuple(
        HandedOver(
            draft_id=row.id,
            application_id=row.application_id,
            company=company,
            role=role,
            kind=row.kind,
            people=tuple(person.name for person in people[row.id]),
            to=row.handed_to or HandedTo.MAIL_PROGRAM,
            at=row.handed_over_at or row.edited_at,
        )
        for row, company, role in found
    )


def confirm_sent(session: WorkSession, draft_id: int, at: datetime, now: Now) -> None:
    """Note a message as sent at `at` (UTC): the contact is logged, its step closed, all planned anew.

    One change, which can be undone. `DetailsError` for a moment that is still to come.
    """
    row = message_row(session, draft_id)
    if row.state is MessageState.SENT:
        return
    item = in_outbox(session, draft_id)
    if item is not None and item.state not in ASKING:
        raise Gone(LEAVING)
    moment = checked.happened(at, now, "at")
    if item is not None:
        session.execute(delete(OutboxItem).where(OutboxItem.id == item.id))
    note_sent(session, row, moment, now)


def not_sent(session: WorkSession, draft_id: int, now: Now) -> None:
    """The answer is no: the message is a draft again."""
    row = message_row(session, draft_id)
    if row.state is MessageState.HANDED_OVER:
        row.state = MessageState.WRITING
        row.handed_to = row.handed_over_at = None


def note_sent(session: WorkSession, row: Message, at: datetime, now: Now) -> None:
    """What follows from a message that left, as one change."""
    people = people_in_order(session, [row])[row.id]
    whom = f" to {', '.join(person.name for person in people)}" if people else ""
    with recorded(session, f"Sent: {KINDS[row.kind].noun}{whom}", now):
        row.state, row.sent_at = MessageState.SENT, at
        step = step_of(session, row)
        if step is None or not (_is_only_ticked(step) or _is_ticked(step)):
            _log_contact(session, row, people, at, now)
        if step is not None and step.state is StepState.OPEN:
            with suppress(NotYet):
                steps.done(session, step.id, now, at, noted=True)


def log_overrides(
    session: WorkSession, draft_id: int, overridden: tuple[int, ...], now: Now
) -> None:
    """Remember which checks were overridden, and when; no text."""
    session.add_all(
        Override(message_id=draft_id, check_number=number, at=now.instant)
        for number in dict.fromkeys(overridden)
    )


def _is_only_ticked(step: Step) -> bool:
    """The message alone would not tell which promise it kept, or would tell too much."""
    return step.message is None or step.message in steps.TICKED


def _is_ticked(step: Step) -> bool:
    """The tick has logged the contact already."""
    return step.state is StepState.DONE and step.by_hand


def _log_contact(
    session: WorkSession, row: Message, people: list[Person], at: datetime, now: Now
) -> None:
    uids = tuple(person.uid for person in people)
    sent = values.Sent(message=row.kind, at=at, to=uids, channel=row.channel)
    events.record(session, row.application_id, sent, now)
    if row.kind == "M8":
        for person in people:
            person.informed = person.informed or person.part is Part.REFEREE
    session.flush()
