"""What is still to leave, and what is to be asked about, read with plain `sqlite3`.

A database at rest is enough to know when to wake up for the outbox.
"""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from core.agenda import instant_of

_UNSENT = """
SELECT (SELECT min(not_before) FROM outbox_item WHERE state = 'queued'),
       EXISTS (SELECT 1 FROM outbox_item WHERE state = 'sending'),
       (SELECT count(*) FROM message WHERE state = 'handed over')
         + (SELECT count(*) FROM outbox_item WHERE state IN ('unknown', 'failed', 'held'))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """What the messages wait for."""

    leaves_at: datetime | None
    """When the outbox wants to be looked at: `departures.next_outgoing`. None: nothing waits."""
    sending: bool
    """Something is being sent; at a start: an earlier run was cut off, see `departures.recover`."""
    questions: int
    """How many messages the user is to be asked about."""


def read_unsent(connection: sqlite3.Connection) -> Unsent:
    """How the outbox stands, and how many questions are open."""
    leaves_at, sending, questions = connection.execute(_UNSENT).fetchone()
    return Unsent(
        leaves_at=None if leaves_at is None else instant_of(leaves_at),
        sending=bool(sending),
        questions=questions,
    )
