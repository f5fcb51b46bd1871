"""Sending from the outbox, as the one who carries it out sees it.

Each step is stored before it is taken, so that a program that is ended at any moment neither loses
a message nor sends it twice: `core.drafting.outbox` says what follows what.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.drafting import outbox
from core.drafting.outbox import Delivered, Outcome, Stage, State
from core.drafting.outgoing import Outgoing
from core.models import OutboxItem
from core.refusal import Gone
from core.use_cases.outbox_rows import NOT_IN_OUTBOX, entry_of, has_left, store


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """What is to be sent now."""

    item_id: int
    mail: Outgoing


def next_departure(session: WorkSession, now: Now) -> datetime | None:
    """When the outbox wants to be looked at again; None while nothing waits."""
    query = select(OutboxItem.not_before).where(OutboxItem.state == State.QUEUED)
    return session.scalar(query.order_by(OutboxItem.not_before).limit(1))


def next_outgoing(session: WorkSession, now: Now) -> Departure | None:
    """Claim what is to leave now: from here on it is being sent. None when nothing is due.

    What missed its time is held instead, to be asked about.
    """
    due = select(OutboxItem).where(
        OutboxItem.state == State.QUEUED, OutboxItem.not_before <= now.instant
    )
    for item in session.scalars(due.order_by(OutboxItem.not_before, OutboxItem.id)).all():
        if outbox.is_missed(entry_of(item), now.instant):
            store(item, outbox.missed(entry_of(item)))
        else:
            store(item, outbox.sending(entry_of(item), now.instant))
            return Departure(item_id=item.id, mail=_mail(item, now))
    return None


def reached(session: WorkSession, item_id: int, stage: Stage, now: Now) -> None:
    """Store how far an attempt has come; to be stored before `Stage.CONFIRMING` goes on.

    `Gone` where the message was removed meanwhile: the attempt is to be given up.
    """
    item = session.get(OutboxItem, item_id)
    if item is None or item.state is not State.SENDING:
        raise Gone(NOT_IN_OUTBOX)
    store(item, outbox.reached(entry_of(item), stage))


def settle(session: WorkSession, item_id: int, outcome: Outcome, now: Now) -> None:
    """Store what an attempt came to. What was delivered is noted as sent, as one change."""
    item = session.get(OutboxItem, item_id)
    if item is None or item.state is not State.SENDING:
        return
    store(item, outbox.settled(entry_of(item), outcome, now.instant))
    if isinstance(outcome, Delivered):
        has_left(session, item, now.instant, now)


def recover(session: WorkSession, now: Now) -> int:
    """At the start: settle what an earlier run left half-sent; returns how many there were."""
    items = session.scalars(select(OutboxItem).where(OutboxItem.state == State.SENDING)).all()
    for item in items:
        store(item, outbox.recovered(entry_of(item), now.instant))
    return len(items)


def _mail(item: OutboxItem, now: Now) -> Outgoing:
    (sender,) = item.sender
    return Outgoing(
        sender=sender,
        to=item.recipients,
        subject=item.subject,
        body=item.body,
        date=now.instant.astimezone(ZoneInfo(now.zone)),
        message_id=item.mail_id,
        attachments=item.attachments,
        in_reply_to=item.in_reply_to,
        references=(item.in_reply_to,) if item.in_reply_to else (),
    )
