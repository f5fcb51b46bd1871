"""Short questions to the database, asked at once in the window's thread: less than a millisecond.

Only plain `sqlite3` on a connection that cannot write; everything else goes through the Desk.
"""

import sqlite3
from datetime import datetime
from pathlib import Path

from core import agenda, settings
from core.clock import Now
from core.settings import Preferences


class DatabaseDiary:
    """Reads when to speak next, what is due, and the settings. Knows nothing until there is a file."""

    def __init__(self, database: Path) -> None:
        self._file = database
        self._connection: sqlite3.Connection | None = None

    def next_reminder(self) -> datetime | None:
        """When something is next to be said; None when nothing is."""
        connection = self._connected()
        try:
            return agenda.next_reminder(connection) if connection else None
        except sqlite3.Error:
            self.close()
            return None

    def due_steps(self, now: Now) -> frozenset[int]:
        """The ids of the steps that are due or overdue."""
        connection = self._connected()
        try:
            found = agenda.read_agenda(connection, now) if connection else None
        except sqlite3.Error:
            self.close()
            return frozenset()
        return (
            frozenset(step.id for step in (*found.overdue, *found.due_now))
            if found
            else frozenset()
        )

    def preferences(self) -> Preferences:
        """The user's settings; the usual ones while there is no database."""
        connection = self._connected()
        try:
            return settings.read_stored(connection) if connection else Preferences()
        except sqlite3.Error:
            self.close()
            return Preferences()

    def close(self) -> None:
        """Lets go of the file; the next question opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _connected(self) -> sqlite3.Connection | None:
        if self._connection is None:
            try:
                self._connection = agenda.connect(self._file)
            except agenda.NoAgenda:
                return None
        return self._connection
