"""Replies: kept with their application. What one means is an event, which the user notes."""

from dataclasses import dataclass, replace

from sqlalchemy import delete, func, select

from core.clock import Now
from core.database import WorkSession
from core.drafting.replies import ReceivedReply
from core.models import Application, Event, Message, OutboxItem, Person, Received
from core.playbook import values
from core.refusal import DetailsError, Gone
from core.use_cases import checked, events
from core.use_cases.event_words import event_title
from core.use_cases.history import recorded

TOLD_BY_REPLY = frozenset({"reply", "rejection", "offer"})
"""The kinds of events that a reply can tell of."""

Told = values.Reply | values.Rejection | values.Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReply:
    """A reply as it is kept."""

    id: int
    reply: ReceivedReply


def attach_reply(session: WorkSession, application_id: int, reply: ReceivedReply, now: Now) -> int:
    """Keep the text of a reply; returns its id. The same mail is kept once.

    What is longer than any letter, such as a whole thread quoted, loses its end.
    """
    if session.get(Application, application_id) is None:
        raise Gone("This application is no longer here. Nothing was stored.")
    row = _row_for(reply, now)
    known = _kept_already(session, application_id, row.mail_id)
    if known is not None:
        return known
    with recorded(session, f"Kept: a reply from {row.sender or row.address or 'them'}", now):
        row.application_id = application_id
        session.add(row)
        session.flush()
    return row.id


def take_in(
    session: WorkSession,
    application_id: int,
    reply: ReceivedReply,
    event: Told | None,
    now: Now,
) -> int:
    """Keep a reply and note what it means, as one change; returns the reply's id.

    The event takes the moment of the reply: by that the two stand in one line of the time line. None
    notes nothing. `DetailsError` for a mail of which both were stored before.
    """
    row = _row_for(reply, now)
    known = _kept_already(session, application_id, row.mail_id)
    if known is not None and (event is None or _is_noted(session, application_id, row)):
        raise DetailsError("This reply is kept there already. Nothing was stored.", "application")
    who = row.sender or row.address or "them"
    with recorded(session, f"Kept: a reply from {who}", now) as change:
        kept = attach_reply(session, application_id, reply, now)
        if event is not None:
            noted = events.record(session, application_id, replace(event, at=row.at), now)
            title = event_title(session.get_one(Event, noted), [])
            change.label = f"Kept: a reply from {who}. {title}"
    return kept


def one(session: WorkSession, reply_id: int, now: Now) -> KeptReply:
    """A reply that is kept; `Gone` when there is none of this number."""
    row = session.get(Received, reply_id)
    if row is None:
        raise Gone("This reply is no longer here.")
    return KeptReply(id=row.id, reply=_value(row))


def replies(session: WorkSession, application_id: int, now: Now) -> tuple[KeptReply, ...]:
    """What was received, the latest first."""
    query = select(Received).where(Received.application_id == application_id)
    rows = session.scalars(query.order_by(Received.at.desc(), Received.id.desc()))
    return tuple(KeptReply(id=row.id, reply=_value(row)) for row in rows)


def remove_reply(session: WorkSession, reply_id: int, now: Now) -> None:
    """Keep a reply no longer; Undo brings it back."""
    row = session.get(Received, reply_id)
    if row is None:
        raise Gone("This reply is no longer here. Nothing was changed.")
    with recorded(session, f"Removed: a reply from {row.sender or row.address or 'them'}", now):
        session.execute(delete(Received).where(Received.id == reply_id))


def application_of(session: WorkSession, reply: ReceivedReply, now: Now) -> int | None:
    """The application that a reply belongs to: it answers what was sent, or its sender is known."""
    found = application_answered(session, reply, now)
    if found is not None:
        return found
    address = reply.address.strip().casefold()
    if not address:
        return None
    named = select(Person.application_id).where(func.casefold(Person.email) == address)
    return session.scalar(named.order_by(Person.application_id.desc()).limit(1))


def application_answered(session: WorkSession, reply: ReceivedReply, now: Now) -> int | None:
    """The application of the message that a reply answers, where that was sent from here."""
    if not reply.in_reply_to:
        return None
    query = (
        select(Message.application_id)
        .join(OutboxItem, OutboxItem.message_id == Message.id)
        .where(OutboxItem.mail_id == reply.in_reply_to)
    )
    return session.scalar(query)


def _is_noted(session: WorkSession, application_id: int, row: Received) -> bool:
    """Whether what a reply means stands in the time line."""
    query = select(Event.id).where(
        Event.application_id == application_id, Event.at == row.at, Event.kind.in_(TOLD_BY_REPLY)
    )
    return session.scalar(query) is not None


def _row_for(reply: ReceivedReply, now: Now) -> Received:
    return Received(
        at=min(reply.at, now.instant),
        sender=checked.line(reply.sender[: checked.SHORT], "sender", "The sender"),
        address=checked.line(reply.address[: checked.SHORT], "address", "The address"),
        subject=checked.line(reply.subject[: checked.SHORT], "subject", "The subject"),
        body=checked.note(reply.body[: checked.LONG], "body", "The reply"),
        mail_id=checked.line(reply.mail_id[: checked.SHORT], "mail_id", "The number of the mail"),
        added_at=now.instant,
    )


def _kept_already(session: WorkSession, application_id: int, mail_id: str) -> int | None:
    if not mail_id:
        return None
    query = select(Received.id).where(
        Received.application_id == application_id, Received.mail_id == mail_id
    )
    return session.scalar(query)


def _value(row: Received) -> ReceivedReply:
    return ReceivedReply(
        at=row.at,
        body=row.body,
        sender=row.sender,
        address=row.address,
        subject=row.subject,
        mail_id=row.mail_id,
    )
