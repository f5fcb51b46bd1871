"""Opening the database for a command."""

from collections.abc import Iterator
from contextlib import contextmanager

from core.content import load_playbook
from core.database import Database
from core.paths import Paths


@contextmanager
def opened(paths: Paths) -> Iterator[Database]:
    """The database with the user's playbook; closed at the end.

    Raises `DatabaseRefused` and `PlaybookError`.
    """
    database = Database.open(paths, load_playbook(paths.playbook))
    try:
        yield database
    finally:
        database.close()
