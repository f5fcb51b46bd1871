"""Rows of messages: found, and read together with those to whom they go."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import delete, select

from core.database import WorkSession
from core.drafting.outbox import State
from core.drafting.stages import UNSETTLED, MessageState, Stage, stage_of
from core.drafting.values import Draft, Sibling
from core.models import Message, OutboxItem, Person, Recipient, Step
from core.refusal import Gone

NO_LONGER_HERE = "This message is no longer here. Nothing was changed."


def message_row(session: WorkSession, draft_id: int) -> Message:
    """The row; `Gone` when there is none of this number."""
    row = session.get(Message, draft_id)
    if row is None:
        raise Gone(NO_LONGER_HERE)
    return row


def people_in_order(session: WorkSession, rows: Iterable[Message]) -> Mapping[int, list[Person]]:
    """The recipients of each message, by its id."""
    ids = [row.id for row in rows]
    query = (
        select(Recipient.message_id, Person)
        .join(Person, Person.id == Recipient.person_id)
        .where(Recipient.message_id.in_(ids))
        .order_by(Recipient.message_id, Recipient.position)
    )
    found: defaultdict[int, list[Person]] = defaultdict(list)
    for message_id, person in session.execute(query):
        found[message_id].append(person)
    return found


def set_recipients(session: WorkSession, row: Message, people: Sequence[int]) -> None:
    """Say to whom a message goes, in this order. Cards that were removed meanwhile are left out;
    `Gone` for a person of another application.
    """
    current = [person.id for person in people_in_order(session, [row])[row.id]]
    if list(people) == current:
        return
    query = select(Person.id, Person.application_id).where(Person.id.in_(people))
    owners = dict(session.execute(query).all())
    if set(owners.values()) - {row.application_id}:
        raise Gone("This person belongs to another application. Nothing was stored.")
    session.execute(delete(Recipient).where(Recipient.message_id == row.id))
    session.add_all(
        Recipient(message_id=row.id, person_id=person_id, position=position)
        for position, person_id in enumerate(dict.fromkeys(people))
        if person_id in owners
    )
    session.flush()


def in_outbox(session: WorkSession, draft_id: int) -> OutboxItem | None:
    """What is in the outbox of a message and has come to no end; None where nothing is."""
    query = select(OutboxItem).where(
        OutboxItem.message_id == draft_id, OutboxItem.state.in_(UNSETTLED)
    )
    return session.scalars(query.order_by(OutboxItem.id.desc()).limit(1)).first()


def stages_of(session: WorkSession, rows: Sequence[Message]) -> Mapping[int, Stage]:
    """How far each message has come, by its id."""
    query = (
        select(OutboxItem.message_id, OutboxItem.state)
        .where(OutboxItem.message_id.in_([row.id for row in rows]))
        .order_by(OutboxItem.id)
    )
    latest: dict[int, State] = dict(session.execute(query).all())
    return {row.id: stage_of(row.state, latest.get(row.id)) for row in rows}


def step_of(session: WorkSession, row: Message) -> Step | None:
    """The step that a message was begun from, where it is still planned."""
    query = select(Step).where(
        Step.application_id == row.application_id, Step.key == row.step_key, Step.key != ""
    )
    return session.scalars(query).first()


def panel_of(session: WorkSession, row: Message) -> list[Message]:
    """The other notes of the same panel, in the order in which they were begun."""
    if not row.panel:
        return []
    query = select(Message).where(
        Message.application_id == row.application_id,
        Message.panel == row.panel,
        Message.id != row.id,
        Message.state != MessageState.DISCARDED,
    )
    return list(session.scalars(query.order_by(Message.id)))


def draft_value(
    row: Message, recipients: Sequence[Person], siblings: Sequence[Sibling] = ()
) -> Draft:
    """A message as rules and checks read it."""
    return Draft(
        kind=row.kind,
        channel=row.channel,
        to=tuple(person.uid for person in recipients),
        subject=row.subject,
        body=row.body,
        attachments=tuple(attachment.path for attachment in row.attachments),
        begun=row.begun,
        send_at=row.send_at,
        language=row.language,
        ticks=tuple(row.ticks),
        siblings=tuple(siblings),
    )
