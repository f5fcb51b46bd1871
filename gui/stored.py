"""What the first picture needs to know beside the agenda, read with plain sqlite3."""

import sqlite3
from contextlib import closing
from pathlib import Path

from core.schema import open_read_only
from core.settings import Preferences, read_stored


def read_preferences(database: Path) -> Preferences:
    """The stored settings, without SQLAlchemy; the defaults while there are none."""
    try:
        with closing(open_read_only(database)) as connection:
            return read_stored(connection)
    except sqlite3.Error:
        return Preferences()


def has_applications(database: Path) -> bool:
    """Whether anything is stored yet."""
    try:
        with closing(open_read_only(database)) as connection:
            found = connection.execute("SELECT EXISTS (SELECT 1 FROM application)").fetchone()
            return bool(found[0])
    except sqlite3.Error:
        return False
