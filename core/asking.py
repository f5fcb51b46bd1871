"""Whether a claim would find anything, asked with plain `sqlite3`: most looks find nothing."""

import sqlite3

from core.agenda import stored
from core.clock import Now

PLANNED_WITH = "planned_with"
"""The setting that keeps the fingerprint of the playbook by which the steps were planned."""

_ASKS = """
SELECT EXISTS (SELECT 1 FROM step WHERE state = 'open' AND remind_at <= :now)
    OR EXISTS (SELECT 1 FROM step WHERE state = 'open' AND expires <= :now)
    OR EXISTS (SELECT 1 FROM step WHERE closed_at > :now AND state IN ('done', 'missed')
               AND NOT by_hand)
    OR EXISTS (SELECT 1 FROM step WHERE reminded_at > :now)
    OR NOT EXISTS (SELECT 1 FROM setting WHERE name = :planned_with AND value = :fingerprint)
"""


def asks(connection: sqlite3.Connection, fingerprint: str, now: Now) -> bool:
    """Whether `use_cases.steps.claim_due` has anything to do: to say, to mark missed, to set right
    after a wrong clock, or to plan by another playbook (`fingerprint`).
    """
    facts = {"now": stored(now.instant), "planned_with": PLANNED_WITH, "fingerprint": fingerprint}
    row = connection.execute(_ASKS, facts).fetchone()
    return bool(row[0])
