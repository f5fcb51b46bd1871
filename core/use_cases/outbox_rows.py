"""Rows of the outbox as its state machine reads them, and back."""

from datetime import datetime

from sqlalchemy import delete

from core.clock import Now
from core.database import WorkSession
from core.drafting.outbox import Entry
from core.drafting.stages import HandedTo, MessageState
from core.models import Message, OutboxItem
from core.use_cases.sent import note_sent

NOT_IN_OUTBOX = "This message is not in the outbox any more. Nothing was changed."


def entry_of(item: OutboxItem) -> Entry:
    """How the sending of a message stands."""
    return Entry(
        state=item.state,
        not_before=item.not_before,
        attempts=item.attempts,
        committed=item.committed,
        sentence=item.sentence,
        settled_at=item.settled_at,
    )


def store(item: OutboxItem, entry: Entry) -> None:
    """Let the row stand so."""
    item.state = entry.state
    item.not_before = entry.not_before
    item.attempts = entry.attempts
    item.committed = entry.committed
    item.sentence = entry.sentence
    item.settled_at = entry.settled_at


def remove(session: WorkSession, item: OutboxItem) -> None:
    """Take a message out of the outbox."""
    session.execute(delete(OutboxItem).where(OutboxItem.id == item.id))


def has_left(session: WorkSession, item: OutboxItem, at: datetime, now: Now) -> None:
    """Note it as sent. Undoing that puts it back to "Did you send it?", never into the outbox."""
    row = session.get_one(Message, item.message_id)
    row.state = MessageState.HANDED_OVER
    row.handed_to, row.handed_over_at = HandedTo.OUTBOX, at
    session.flush()
    note_sent(session, row, at, now)
