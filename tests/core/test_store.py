"""The database rests until somebody asks for more than a look."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from core.content import load_playbook
from core.database import Database, DatabaseRefused
from core.paths import Paths
from core.playbook.rulebook import PlaybookError
from core.store import Store

LOOK = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from core.clock import Now
from core.paths import Paths
from core.store import Store
from gui import glances

store, now = Store(Paths.under(Path(sys.argv[1]))), Now(datetime.now(UTC), "UTC")
store.begin()
for look in (glances.waiting, glances.preferences, glances.asks):
    look(store.glimpse(), now=now)
store.close()
print([name for name in ("sqlalchemy", "alembic", "holidays", "icalendar") if name in sys.modules])
"""


WRITE = """
import sqlite3
import sys

connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("INSERT INTO setting (name, value) VALUES ('from_outside', '1')")
connection.close()
"""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "data")


def make(paths: Paths) -> None:
    Database.open(paths, load_playbook(None)).close()


def test_looking_loads_nothing_heavy(paths: Paths) -> None:
    make(paths)
    top = Path(__file__).parents[2]
    said = subprocess.run(
        (sys.executable, "-c", LOOK, str(paths.database.parent)),
        cwd=top,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "[]"


def test_a_new_folder_gets_its_database_at_once(paths: Paths) -> None:
    store = Store(paths)
    store.begin()
    assert paths.database.exists()
    assert store.glimpse().connection.execute("SELECT count(*) FROM step").fetchone() == (0,)
    store.close()


def test_what_is_no_database_is_refused_at_the_beginning(paths: Paths) -> None:
    paths.prepare()
    paths.database.write_text("a letter to grandmother" * 100, encoding="utf-8")
    with pytest.raises(DatabaseRefused):
        Store(paths).begin()


def test_a_mistake_in_the_own_playbook_is_told_at_the_beginning(paths: Paths) -> None:
    make(paths)
    paths.playbook.write_text("[steps.T1]\ndew = 'end + 24h'\n", encoding="utf-8")
    with pytest.raises(PlaybookError, match="dew"):
        Store(paths).begin()


def test_a_look_after_the_file_was_let_go_opens_it_anew(paths: Paths) -> None:
    make(paths)
    store = Store(paths)
    first = store.glimpse().connection
    store.close()
    assert store.glimpse().connection is not first
    store.close()


def test_what_another_process_writes_is_seen_and_its_end_takes_nothing_away(paths: Paths) -> None:
    make(paths)
    journal = paths.database.with_name(f"{paths.database.name}-wal")
    store = Store(paths)
    store.begin()
    store.database()
    before = journal.stat().st_ino
    subprocess.run((sys.executable, "-c", WRITE, str(paths.database)), check=True)
    query = "SELECT count(*) FROM setting WHERE name = 'from_outside'"
    assert journal.stat().st_ino == before
    assert store.glimpse().connection.execute(query).fetchone() == (1,)
    with store.database().session() as session:
        assert session.execute(text(query)).scalar_one() == 1
    store.close()
