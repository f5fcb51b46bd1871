"""What makes a file an Afterword database, told without SQLAlchemy.

The first picture of a start is read before SQLAlchemy is loaded, so this module needs nothing
but `sqlite3`.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.paths import make_private

APPLICATION_ID = 0x41667764
"""`PRAGMA application_id` of every Afterword database: "Afwd"."""

SCHEMA_VERSION = 3
"""`PRAGMA user_version` that this program writes; each migration raises it by one."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a database file says about itself."""

    application_id: int
    version: int
    empty: bool

    @property
    def ours(self) -> bool:
        """Whether Afterword wrote this file."""
        return self.application_id == APPLICATION_ID

    @property
    def current(self) -> bool:
        """Whether the file is ours and needs no migration."""
        return self.ours and self.version == SCHEMA_VERSION


def read_header(connection: sqlite3.Connection) -> Header:
    """The header of an open database; `sqlite3.DatabaseError` when it is no database."""
    return Header(
        application_id=_number(connection, "PRAGMA application_id"),
        version=_number(connection, "PRAGMA user_version"),
        empty=_number(connection, "SELECT count(*) FROM sqlite_master") == 0,
    )


def open_read_only(file: Path) -> sqlite3.Connection:
    """A connection that cannot write; `sqlite3.OperationalError` when there is no such file."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=10)


def probe(file: Path) -> Header | None:
    """The header of a file that may be another program's: read without leaving a trace beside it.

    None where there is no file, or where this way of reading does not tell.
    """
    if not file.is_file() or file.stat().st_size == 0:
        return None
    in_use = any(file.with_name(file.name + end).exists() for end in ("-wal", "-journal"))
    how = "mode=ro" if in_use else "immutable=1"
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True)) as connection:
            return read_header(connection)
    except sqlite3.Error:
        return None


def copy_verified(source: Path, target: Path) -> None:
    """Copy a database, also one in use, and prove that the copy can be read.

    The copy appears under its name only when it is whole. `sqlite3.DatabaseError` when the source
    cannot be read or the copy is not sound.
    """
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    make_private(unfinished)
    try:
        with closing(open_read_only(source)) as original, closing(_open(unfinished)) as copy:
            original.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("the copy is not sound")
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file)


def _number(connection: sqlite3.Connection, query: str) -> int:
    row: tuple[int] = connection.execute(query).fetchone()
    return row[0]
