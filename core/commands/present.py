"""The user's own moment: the machine's clock, in the zone that the settings name."""

import sqlite3
from contextlib import closing

from core.clock import Now, read_clock
from core.paths import Paths


def present(paths: Paths) -> Now:
    """Now, in the user's zone; the system's where no other is set or nothing can be read."""
    return read_clock(_own_zone(paths))


def _own_zone(paths: Paths) -> str | None:
    from core.agenda import NoAgenda, connect
    from core.settings import read_stored

    try:
        with closing(connect(paths.database)) as connection:
            return read_stored(connection).zone or None
    except (NoAgenda, sqlite3.Error):
        return None
