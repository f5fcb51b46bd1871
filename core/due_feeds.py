"""Which feeds are to be asked now, read with plain `sqlite3`: most of the time there is none."""

import sqlite3

from core.agenda import stored
from core.clock import Now
from core.news.values import DueFeed, Known

MOST = 20
"""In one round; the others have their turn in the next."""
_DUE = """
SELECT id, url, etag, modified FROM feed
WHERE next_at <= ? ORDER BY next_at LIMIT ?
"""


def read_due(connection: sqlite3.Connection, now: Now) -> tuple[DueFeed, ...]:
    """Those that have waited longest first."""
    rows = connection.execute(_DUE, (stored(now.instant), MOST)).fetchall()
    return tuple(
        DueFeed(id=number, known=Known(url=url, etag=etag, modified=modified))
        for number, url, etag, modified in rows
    )
