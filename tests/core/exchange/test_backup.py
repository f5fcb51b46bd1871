"""Copies are sound, thinned out, never empty over full, and can be put back."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.content import load_playbook
from core.database import Database
from core.exchange.backup import (
    BackupError,
    back_up,
    back_up_daily,
    list_backups,
    restore_backup,
)
from core.paths import Paths

START = datetime(2026, 5, 12, 7, 40, tzinfo=UTC)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths.under(tmp_path / "data")
    Database.open(paths, load_playbook()).close()
    return paths


def store(paths: Paths, company: str) -> None:
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute(
            "INSERT INTO application (uid, company, role, zone, country, aliases,"
            " via_recruiter_only, no_contact_wished, fast_decision, created_at)"
            " VALUES (hex(randomblob(8)), ?, '', 'UTC', '', '[]', 0, 0, 0, '2026-01-01 00:00:00')",
            (company,),
        )


def companies(paths: Paths) -> list[str]:
    with closing(sqlite3.connect(paths.database)) as connection:
        rows = connection.execute("SELECT company FROM application ORDER BY id").fetchall()
    return [str(row[0]) for row in rows]


def test_a_copy_tells_what_it_holds(paths: Paths) -> None:
    store(paths, "Acme")
    made = back_up(paths, START)
    assert made is not None
    assert (made.applications, made.at, made.routine) == (1, START, True)
    assert list_backups(paths) == (made,)
    assert made.file.stat().st_mode & 0o077 == 0


def test_there_is_one_copy_a_day(paths: Paths) -> None:
    store(paths, "Acme")
    assert back_up_daily(paths, START) is not None
    assert back_up_daily(paths, START + timedelta(hours=5)) is None
    assert back_up_daily(paths, START + timedelta(days=1)) is not None


def test_nothing_is_copied_before_there_is_a_database(tmp_path: Path) -> None:
    assert back_up(Paths.under(tmp_path), START) is None
    assert list_backups(Paths.under(tmp_path)) == ()


def test_an_empty_database_never_takes_the_place_of_a_full_copy(paths: Paths) -> None:
    store(paths, "Acme")
    full = back_up(paths, START)
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute("DELETE FROM application")
    for day in range(1, 40):
        assert back_up_daily(paths, START + timedelta(days=day)) is None
    assert list_backups(paths) == (full,)


def test_a_year_of_days_is_thinned_out_to_days_weeks_and_months(paths: Paths) -> None:
    store(paths, "Acme")
    for day in range(366):
        back_up_daily(paths, START + timedelta(days=day))
    kept = [backup.at for backup in list_backups(paths)]
    last = START + timedelta(days=365)
    assert kept[:7] == [last - timedelta(days=day) for day in range(7)]
    assert kept[-1] < last - timedelta(days=300)
    assert 15 <= len(kept) <= 24


def test_a_copy_is_put_back_and_what_was_there_is_kept(paths: Paths) -> None:
    store(paths, "Acme")
    copy = back_up(paths, START)
    assert copy is not None
    store(paths, "Globex")
    restore_backup(paths, copy, START + timedelta(hours=1))
    assert companies(paths) == ["Acme"]
    before = next(backup for backup in list_backups(paths) if not backup.routine)
    assert before.applications == 2
    restore_backup(paths, before, START + timedelta(hours=2))
    assert companies(paths) == ["Acme", "Globex"]


def test_a_copy_is_put_back_under_an_open_window(paths: Paths) -> None:
    store(paths, "Acme")
    copy = back_up(paths, START)
    assert copy is not None
    with closing(sqlite3.connect(paths.database)) as window:
        store(paths, "Globex")
        assert window.execute("SELECT count(*) FROM application").fetchone() == (2,)
        restore_backup(paths, copy, START + timedelta(hours=1))
        assert window.execute("SELECT count(*) FROM application").fetchone() == (1,)


def test_a_copy_is_put_back_over_a_broken_database(paths: Paths) -> None:
    store(paths, "Acme")
    copy = back_up(paths, START)
    assert copy is not None
    paths.database.write_bytes(b"no database at all" * 1000)
    restore_backup(paths, copy, START + timedelta(hours=1))
    assert companies(paths) == ["Acme"]
    assert [file.name for file in paths.data.glob("unreadable-*")] != []


def test_a_broken_copy_is_not_put_back(paths: Paths) -> None:
    store(paths, "Acme")
    copy = back_up(paths, START)
    assert copy is not None
    copy.file.write_bytes(b"no database at all" * 1000)
    with pytest.raises(BackupError, match="Nothing was changed"):
        restore_backup(paths, copy, START)
    assert companies(paths) == ["Acme"]
    assert [backup.applications for backup in list_backups(paths)] == [None]


def test_a_copy_of_a_newer_version_is_not_put_back(paths: Paths) -> None:
    store(paths, "Acme")
    copy = back_up(paths, START)
    assert copy is not None
    with closing(sqlite3.connect(copy.file)) as connection:
        connection.execute("PRAGMA user_version = 9999")
    with pytest.raises(BackupError, match="newer Afterword"):
        restore_backup(paths, copy, START)


def test_the_days_copy_waits_for_something_to_keep(paths: Paths) -> None:
    assert back_up_daily(paths, START) is None
    store(paths, "Acme")
    made = back_up_daily(paths, START + timedelta(hours=1))
    assert made is not None
    assert made.applications == 1
