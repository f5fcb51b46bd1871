"""Copies of the database: made once a day, proven to be readable, thinned out, and put back.

A copy of an empty database never takes the place of one with something in it: thinning out counts
only copies that hold applications, and the last of these always stays.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.paths import Paths, make_private
from core.refusal import Refusal
from core.schema import SCHEMA_VERSION, copy_verified, open_read_only, read_header

KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 7, 5, 12
"""The last copy of each of so many days, weeks and months is kept."""
KEPT_OTHERS = 5
"""Copies made before an upgrade or before putting one back."""

_NAME = re.compile(r"(?P<why>afterword|before-[a-z]+(?:-\d+)?)-(?P<at>\d{8}-\d{6})\.sqlite3")
_STAMP = "%Y%m%d-%H%M%S"


class BackupError(Refusal):
    """A copy that cannot be made or put back. The sentence says what is safe and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One copy. `at` is UTC; `applications` is None where it cannot be read."""

    file: Path
    at: datetime
    size: int
    applications: int | None
    routine: bool
    """One of the daily copies, rather than one made before an upgrade or a restore."""

    @property
    def full(self) -> bool:
        """Whether it can be read and holds something."""
        return bool(self.applications)


def list_backups(paths: Paths) -> tuple[Backup, ...]:
    """All copies, the newest first."""
    if not paths.backups.is_dir():
        return ()
    found = (_describe(file) for file in paths.backups.iterdir() if file.is_file())
    return tuple(sorted((each for each in found if each), key=_at, reverse=True))


def back_up_daily(paths: Paths, now: datetime) -> Backup | None:
    """Make a copy if the newest is of an earlier day (UTC); None where there was nothing to do.

    Of a database with nothing in it none is made: the day's copy waits for the first application.
    Raises `BackupError`.
    """
    newest = next((each for each in list_backups(paths) if each.routine), None)
    if newest is not None and newest.at.date() >= now.astimezone(UTC).date():
        return None
    return back_up(paths, now) if _holds_something(paths) else None


def _holds_something(paths: Paths) -> bool:
    try:
        return paths.database.exists() and _count(paths.database) > 0
    except sqlite3.Error:
        return True  # back_up says what is wrong


def back_up(paths: Paths, now: datetime) -> Backup | None:
    """Copy the database, verify the copy, and thin out older ones.

    None where there is no database, or where it is empty and a copy with something in it exists.
    Raises `BackupError`; older copies are then as they were.
    """
    if not paths.database.exists():
        return None
    known = list_backups(paths)
    try:
        if not _count(paths.database) and any(each.full for each in known):
            return None
        made = _copy(paths, "afterword", now)
    except (sqlite3.Error, OSError) as error:
        what = f"No copy of the database could be made ({error}). The older copies are safe."
        raise BackupError(f"{what} Check the space on the disk.") from error
    _thin_out((made, *known))
    return made


def restore_backup(paths: Paths, backup: Backup, now: datetime) -> None:
    """Put a copy back in place of the database; what is there now is copied first.

    A copy of an older Afterword is brought up to date when the database is next opened, so close
    and open it afterwards. Raises `BackupError`; nothing is changed then.
    """
    try:
        _refuse_unsound(backup.file)
        if paths.database.exists():
            _set_aside(paths, now)
        else:
            paths.prepare()
            make_private(paths.database)
        with (
            closing(open_read_only(backup.file)) as source,
            closing(sqlite3.connect(paths.database, timeout=10)) as target,
        ):
            source.backup(target)
            target.execute("PRAGMA journal_mode=WAL")
    except (sqlite3.Error, OSError) as error:
        what = f"{backup.file.name} could not be put back ({error}). Nothing was changed."
        raise BackupError(f"{what} Choose another copy.") from error


def _refuse_unsound(file: Path) -> None:
    with closing(open_read_only(file)) as connection:
        header = read_header(connection)
        sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    if not header.ours or not sound:
        what = f"{file.name} is no sound copy. Nothing was changed. Choose another copy."
        raise BackupError(what)
    if header.version > SCHEMA_VERSION:
        what = f"{file.name} was written by a newer Afterword. Nothing was changed."
        raise BackupError(f"{what} Install the newer version, or choose another copy.")


def _set_aside(paths: Paths, now: datetime) -> None:
    """A copy of what is there now; a file that is no database any more is moved away whole."""
    try:
        _copy(paths, "before-restore", now)
    except sqlite3.DatabaseError:
        aside = paths.database.with_name(f"unreadable-{now.astimezone(UTC):{_STAMP}}.sqlite3")
        paths.database.replace(aside)
        for ending in ("-wal", "-shm"):
            paths.database.with_name(paths.database.name + ending).unlink(missing_ok=True)
        make_private(paths.database)


def _copy(paths: Paths, why: str, now: datetime) -> Backup:
    paths.prepare()
    file = paths.backups / f"{why}-{now.astimezone(UTC):{_STAMP}}.sqlite3"
    copy_verified(paths.database, file)
    made = _describe(file)
    if made is None or made.applications is None:
        raise sqlite3.DatabaseError("the copy cannot be read")
    return made


def _describe(file: Path) -> Backup | None:
    match = _NAME.fullmatch(file.name)
    if match is None:
        return None
    try:
        at = datetime.strptime(match["at"], _STAMP).replace(tzinfo=UTC)
        size = file.stat().st_size
    except (ValueError, OSError):
        return None
    try:
        applications = _count(file)
    except sqlite3.Error:
        applications = None
    routine = match["why"] == "afterword"
    return Backup(file=file, at=at, size=size, applications=applications, routine=routine)


def _count(file: Path) -> int:
    """How many applications a database holds."""
    with closing(open_read_only(file)) as connection:
        if not read_header(connection).ours:
            return 0
        row: tuple[int] = connection.execute("SELECT count(*) FROM application").fetchone()
        return row[0]


def _thin_out(backups: Iterable[Backup]) -> None:
    newest_first = sorted(backups, key=_at, reverse=True)
    routine = [each for each in newest_first if each.routine and each.full]
    others = [each for each in newest_first if not each.routine]
    kept = {each.file for each in (*newest_first[:1], *others[:KEPT_OTHERS])}
    for period, most in ((_day, KEPT_DAYS), (_week, KEPT_WEEKS), (_month, KEPT_MONTHS)):
        kept.update(each.file for each in _last_of_each(routine, period, most))
    for backup in newest_first:
        if backup.file not in kept:
            backup.file.unlink(missing_ok=True)


def _last_of_each(
    backups: list[Backup], period: Callable[[Backup], str], most: int
) -> list[Backup]:
    last: dict[str, Backup] = {}
    for backup in backups:
        last.setdefault(period(backup), backup)
    return list(last.values())[:most]


def _at(backup: Backup) -> datetime:
    return backup.at


def _day(backup: Backup) -> str:
    return f"{backup.at:%Y-%m-%d}"


def _week(backup: Backup) -> str:
    return f"{backup.at - timedelta(days=backup.at.weekday()):%Y-%m-%d}"


def _month(backup: Backup) -> str:
    return f"{backup.at:%Y-%m}"
