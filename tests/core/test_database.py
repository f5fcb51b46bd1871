"""Opening the one file: safely, privately, and never a file that is not ours."""

import os
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from core.clock import Now
from core.database import Database, DatabaseRefused, DatabaseTrouble
from core.paths import Paths
from core.playbook.rulebook import Playbook
from core.schema import APPLICATION_ID, SCHEMA_VERSION, copy_verified, read_header
from tests.core.stories import add_interview, dump

OURS = f"PRAGMA application_id={APPLICATION_ID};"
KEEPSAKE = "CREATE TABLE keepsake (x); INSERT INTO keepsake VALUES ('first');"


def write(file: Path, script: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(script)


def pragma(database: Database, name: str) -> object:
    with database.reading() as session:
        return session.execute(text(f"PRAGMA {name}")).scalar_one()


def test_a_new_file_is_ours_and_of_this_version(database: Database) -> None:
    with closing(sqlite3.connect(database.file)) as connection:
        assert read_header(connection).current


def test_what_was_written_is_on_the_disk_when_the_session_ends(database: Database) -> None:
    assert pragma(database, "journal_mode") == "wal"
    assert pragma(database, "synchronous") == 2
    assert pragma(database, "foreign_keys") == 1


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_every_file_is_for_its_owner_alone(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.reading() as session:
        session.execute(text("SELECT * FROM step")).all()
        files = sorted(database.file.parent.glob("afterword.sqlite3*"))
        assert [file.name for file in files][1:] == [
            "afterword.sqlite3-shm",
            "afterword.sqlite3-wal",
        ]
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_start_with_nothing_to_migrate_does_not_load_alembic(
    database: Database, paths: Paths
) -> None:
    program = (
        "import sys; from pathlib import Path;"
        "from core.content import load_playbook; from core.database import Database;"
        "from core.paths import Paths;"
        f"Database.open(Paths.under(Path({str(paths.data)!r})), load_playbook()).close();"
        "print('alembic' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "False"


def test_two_first_starts_at_once_make_one_database(paths: Paths, playbook: Playbook) -> None:
    def open_and_close(_: int) -> None:
        Database.open(paths, playbook).close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(open_and_close, range(4)))
    with closing(sqlite3.connect(paths.database)) as connection:
        assert read_header(connection).current
        assert connection.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)


def test_a_newer_file_is_refused_and_left_alone(paths: Paths, playbook: Playbook) -> None:
    write(paths.database, OURS + f"PRAGMA user_version={SCHEMA_VERSION + 1};" + KEEPSAKE)
    before = dump(paths.database)
    with pytest.raises(DatabaseRefused, match="newer Afterword"):
        Database.open(paths, playbook)
    assert dump(paths.database) == before


def test_a_file_of_another_program_is_refused_and_left_alone(
    paths: Paths, playbook: Playbook
) -> None:
    write(
        paths.database,
        "PRAGMA journal_mode=WAL; CREATE TABLE recipe (name); INSERT INTO recipe VALUES ('bread');",
    )
    paths.data.chmod(0o755)
    paths.database.chmod(0o644)
    before = paths.database.read_bytes()
    with pytest.raises(DatabaseRefused, match="belongs to another program"):
        Database.open(paths, playbook)
    assert paths.database.read_bytes() == before
    assert list(paths.data.iterdir()) == [paths.database]
    if os.name == "posix":
        modes = [stat.S_IMODE(place.stat().st_mode) for place in (paths.data, paths.database)]
        assert modes == [0o755, 0o644]


def test_a_file_that_is_no_database_is_refused_and_left_alone(
    paths: Paths, playbook: Playbook
) -> None:
    paths.prepare()
    paths.database.write_bytes(b"Dear diary, " * 1_000)
    with pytest.raises(DatabaseRefused, match="Restore one of the copies"):
        Database.open(paths, playbook)
    assert paths.database.read_bytes().startswith(b"Dear diary")


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(
    tmp_path: Path, playbook: Playbook
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DatabaseTrouble, match="Nothing was changed"):
        Database.open(Paths.under(tmp_path / "file" / "data"), playbook)
    with pytest.raises(DatabaseTrouble, match="file is a file, no folder"):
        Database.open(Paths.under(tmp_path / "file"), playbook)


def test_an_older_file_is_copied_before_it_is_upgraded(paths: Paths, playbook: Playbook) -> None:
    write(paths.database, OURS + KEEPSAKE)
    Database.open(paths, playbook).close()
    (copy,) = paths.backups.iterdir()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT x FROM keepsake").fetchall() == [("first",)]
        assert read_header(connection).version == 0
    with closing(sqlite3.connect(paths.database)) as connection:
        assert read_header(connection).current
        assert connection.execute("SELECT x FROM keepsake").fetchall() == [("first",)]


def test_an_upgrade_that_breaks_leaves_the_file_as_it_was(paths: Paths, playbook: Playbook) -> None:
    write(paths.database, f"{OURS} CREATE TABLE step (in_the_way);")
    before = dump(paths.database)
    with pytest.raises(DatabaseRefused, match="left as it was"):
        Database.open(paths, playbook)
    assert dump(paths.database) == before


def test_a_copy_of_a_broken_file_is_not_kept(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(b"no database at all" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        copy_verified(source, target)
    assert [file.name for file in tmp_path.iterdir()] == ["source"]


def test_a_copy_holds_what_another_connection_has_just_stored(
    database: Database, now: Now, tmp_path: Path
) -> None:
    add_interview(database, now)
    copy_verified(database.file, tmp_path / "copy")
    assert dump(tmp_path / "copy") == dump(database.file)


def set_and_stumble(database: Database) -> None:
    with database.session() as session:
        session.execute(text("INSERT INTO setting VALUES ('theme', 'dark')"))
        raise ZeroDivisionError


def test_an_error_undoes_everything_of_its_session(database: Database) -> None:
    before = dump(database.file, without=())
    with pytest.raises(ZeroDivisionError):
        set_and_stumble(database)
    assert dump(database.file, without=()) == before


def test_who_writes_waits_and_who_reads_does_not(
    database: Database, paths: Paths, playbook: Playbook, now: Now
) -> None:
    hasty = Database.open(paths, playbook, patience=0.01)
    with closing(sqlite3.connect(database.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseTrouble, match="Another Afterword is writing"):
            add_interview(hasty, now)
        with hasty.reading() as session:
            assert session.execute(text("SELECT count(*) FROM step")).scalar_one() == 0
        other.execute("ROLLBACK")
    add_interview(hasty, now)
    hasty.close()


def fill_the_disk(database: Database) -> None:
    with database.session() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar_one()
        session.execute(text(f"PRAGMA max_page_count = {pages}"))
        much = text("INSERT INTO setting VALUES ('window_geometry', :much)")
        session.execute(much, {"much": "x" * 100_000})


def test_a_full_disk_is_said_in_a_sentence(database: Database) -> None:
    with pytest.raises(DatabaseTrouble, match="disk is full"):
        fill_the_disk(database)
