"""The one database: opened safely, brought up to date, and handed out as sessions."""

import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from core import change_log
from core.paths import Paths, make_private
from core.playbook.rulebook import Playbook, fingerprint
from core.refusal import Refusal
from core.schema import SCHEMA_VERSION, Header, copy_verified, probe, read_header
from core.settings import Preferences

if TYPE_CHECKING:
    from core.drafting.templates import Templates

PATIENCE_SECONDS = 15
"""How long to wait for another process that is writing."""

log = logging.getLogger(__name__)


class DatabaseRefused(Refusal):
    """The file cannot be used as it is."""


class DatabaseTrouble(DatabaseRefused):
    """Something outside went wrong while reading or writing; what was being done is undone."""


class WorkSession(Session):
    """A session that knows the playbook, and the change that was made through it."""

    def __init__(
        self,
        engine: Engine,
        playbook: Playbook,
        fingerprint: str,
        templates: "Callable[[], Templates]",
    ) -> None:
        super().__init__(engine)
        self.playbook = playbook
        self.playbook_fingerprint = fingerprint
        """Tells two playbooks apart, also from one start to the next."""
        self.templates = templates
        """Reads the templates of messages as they are now."""
        self.change_id: int | None = None
        """The last thing recorded in this session, as `history.undo` takes it."""
        self.change_label = ""
        """What was done, in words."""
        self.recording = False
        self.preferences: Preferences | None = None
        """The settings once they were read; None before, and after one was changed."""


class Database:
    """An open database. Make it with `Database.open`, and close it at the end."""

    def __init__(
        self, file: Path, playbook: Playbook, patience: float, templates: "Callable[[], Templates]"
    ) -> None:
        self.file = file
        self.playbook = playbook
        self._templates = templates
        self._fingerprint = fingerprint(playbook)
        url = make_url("sqlite://").set(database=str(file))
        self._engine = create_engine(
            url, connect_args={"isolation_level": None, "timeout": patience}
        )
        event.listen(self._engine, "connect", _prepare_connection)
        event.listen(self._engine, "begin", _begin)
        self._reader = self._engine.execution_options(reading=True)

    @classmethod
    def open(
        cls,
        paths: Paths,
        playbook: Playbook,
        patience: float = PATIENCE_SECONDS,
        templates: "Callable[[], Templates] | None" = None,
    ) -> Self:
        """Open the database under `paths`: made anew, or brought up to date after a copy of it.

        `patience`: seconds to wait for another process that writes. `templates` reads those of
        messages; without it drafts begin empty. `DatabaseRefused` when the file is of a newer
        Afterword, of another program, or broken.
        """
        try:
            known = probe(paths.database)
            if known is not None and not known.empty:
                _refuse_stranger(known, paths.database)
            paths.prepare()
            if known is not None or not paths.database.exists():
                make_private(paths.database)
            with closing(sqlite3.connect(paths.database, timeout=PATIENCE_SECONDS)) as connection:
                header = read_header(connection)
                if not header.empty:
                    _refuse_stranger(header, paths.database)
                connection.execute("PRAGMA journal_mode = WAL")
            if not header.current:
                _migrate(paths, header)
        except (sqlite3.Error, OSError) as error:
            raise _refusal(error, paths.database) from error
        return cls(paths.database, playbook, patience, templates or _no_templates)

    @contextmanager
    def session(self) -> Iterator[WorkSession]:
        """A session that may write: stored when the block ends, undone wholly on any error.

        `DatabaseTrouble` when the disk is full, or another process writes for too long.
        """
        with self._session(self._engine) as session:
            yield session
            session.commit()

    @contextmanager
    def reading(self) -> Iterator[WorkSession]:
        """A session that only reads; it waits for nobody."""
        with self._session(self._reader) as session:
            yield session

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[WorkSession]:
        with WorkSession(engine, self.playbook, self._fingerprint, self._templates) as session:
            try:
                yield session
            except DBAPIError as error:
                session.rollback()
                sentence = _known_trouble(str(error.orig))
                if sentence is None:
                    raise
                raise DatabaseTrouble(sentence) from error
            except BaseException:
                session.rollback()
                raise

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def _no_templates() -> "Templates":
    from core.drafting.templates import Templates

    return Templates(())


def _prepare_connection(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.create_function("casefold", 1, _casefold, deterministic=True)
    change_log.install(connection)


def _casefold(text: str | None) -> str | None:
    """What SQLite's own `lower` does for English letters only."""
    return None if text is None else text.casefold()


def _begin(connection: Connection) -> None:
    """Writers queue up at the start, so that none is turned away half-way."""
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _refuse_stranger(header: Header, file: Path) -> None:
    if not header.ours:
        raise DatabaseRefused(
            f"The file {file} belongs to another program. It was not touched. "
            "Move it away, or start Afterword with another data folder."
        )
    if header.version > SCHEMA_VERSION:
        raise DatabaseRefused(
            f"The file {file} was written by a newer Afterword. It was not touched. "
            "Install the newer version to go on."
        )


def _migrate(paths: Paths, header: Header) -> None:
    from core.migrations.upgrade import upgrade

    if header.ours:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        copy_verified(
            paths.database, paths.backups / f"before-upgrade-{header.version}-{stamp}.sqlite3"
        )
    try:
        upgrade(paths.database)
    except DBAPIError as error:
        log.exception("upgrade from version %d", header.version)
        raise DatabaseRefused(
            f"The file {paths.database} could not be brought up to date. It was left as it was, "
            "and the log says why. Install the version that you had before to go on."
        ) from error
    log.info("database brought from version %d to %d", header.version, SCHEMA_VERSION)


def _refusal(error: sqlite3.Error | OSError, file: Path) -> DatabaseRefused:
    log.error("database refused: %s", error)
    text = str(error)
    if isinstance(error, OSError):
        if file.parent.exists() and not file.parent.is_dir():
            return DatabaseTrouble(
                f"{file.parent} is a file, no folder. Nothing was changed. "
                "Name a folder to keep everything in."
            )
        return DatabaseTrouble(
            f"The folder {file.parent} cannot be written ({os.strerror(error.errno or 0)}). "
            "Nothing was changed. Make it writable, or choose another data folder."
        )
    known = _known_trouble(text)
    if known is not None:
        return DatabaseTrouble(known)
    return DatabaseRefused(
        f"The file {file} cannot be read as a database. It was not touched. "
        f"Restore one of the copies in {file.parent / 'backups'}."
    )


def _known_trouble(text: str) -> str | None:
    """A sentence for what can happen to any file, and is no fault of the program."""
    if "locked" in text:
        return "Another Afterword is writing just now. Nothing was changed. Try again in a moment."
    if "full" in text:
        return "The disk is full. Nothing was changed. Make some room, then try again."
    if "readonly" in text or "unable to open" in text:
        return (
            "The database cannot be written. Nothing was changed. Check its folder's permissions."
        )
    if "disk I/O error" in text:
        return "The disk did not answer. Nothing was changed. Check the disk, then try again."
    return None
