"""Copies of everything, as the settings page asks for them; each runs in the Desk's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.clock import Now
from core.paths import Paths

if TYPE_CHECKING:
    from core.database import Database, WorkSession
    from core.exchange.backup import Backup


def list_backups(session: WorkSession, paths: Paths, now: Now) -> tuple[Backup, ...]:
    """All copies, the newest first."""
    from core.exchange import backup

    return backup.list_backups(paths)


def make_backup(session: WorkSession, paths: Paths, now: Now) -> Backup | None:
    """Make a copy now; None where there is nothing to copy."""
    from core.exchange import backup

    return backup.back_up(paths, now.instant)


def put_back(database: Database, paths: Paths, chosen: Backup, now: Now) -> None:
    """Put a copy back in place; what is there now is copied first. An older one is upgraded.

    Nothing else may have the file open meanwhile: give it to `Desk.replace`.
    """
    from core.database import Database
    from core.exchange import backup

    backup.restore_backup(paths, chosen, now.instant)
    Database.open(paths, database.playbook).close()
