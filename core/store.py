"""The database as the window's worker holds it: read plainly at rest, opened in full when asked.

SQLAlchemy takes half a second and more than forty megabytes. A window that only stands there, or
an icon in the tray, needs neither: what it shows is read with plain `sqlite3`.
"""

import logging
import sqlite3
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from core.agenda import NoAgenda, connect
from core.content import load_playbook
from core.paths import Paths
from core.playbook.rulebook import fingerprint

if TYPE_CHECKING:
    from core.database import Database
    from core.drafting.templates import Templates
    from core.playbook.rulebook import Playbook

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What a glance at the database has at hand."""

    connection: sqlite3.Connection
    """Plain, and it cannot write."""
    fingerprint: str
    """Of the playbook by which steps are planned now."""


class Store:
    """Belongs to one thread. `close` it at the end; after that it opens anew where asked."""

    def __init__(self, paths: Paths, playbook: "Playbook | None" = None) -> None:
        """`playbook`: of the caller's choice; else the standard one, with the user's own over it."""
        self._paths = paths
        self._given = playbook
        self._database: Database | None = None
        self._plain: sqlite3.Connection | None = None

    def begin(self) -> None:
        """Make sure that there is a database that can be read: made or upgraded if need be.

        Raises what `Database.open` and `load_playbook` raise.
        """
        try:
            self.glimpse()
        except (NoAgenda, sqlite3.Error) as error:
            log.info("not at rest: %s", type(error).__name__)
            self.close()
            self.database()

    def glimpse(self) -> Glimpse:
        """For a query that needs nothing but `sqlite3`. `NoAgenda` where the file is not there."""
        if self._plain is None:
            self._plain = connect(self._paths.database)
        return Glimpse(self._plain, self._fingerprint)

    def database(self) -> "Database":
        """The database in full. Slow the first time: loads SQLAlchemy."""
        if self._database is None:
            from core.database import Database

            self._database = Database.open(
                self._paths, self._load_playbook(), templates=self._templates
            )
        return self._database

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()
        if self._plain is not None:
            self._plain.close()
            self._plain = None

    def _templates(self) -> "Templates":
        """Read when a message is begun: the user may have changed their own meanwhile."""
        from core.template_store import load_templates

        return load_templates(self._paths.templates).templates

    def _load_playbook(self) -> "Playbook":
        """Not kept: at rest only its fingerprint is needed."""
        return self._given or load_playbook(self._paths.playbook)

    @cached_property
    def _fingerprint(self) -> str:
        return fingerprint(self._load_playbook())
