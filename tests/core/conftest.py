"""A real database in a folder of its own, and the moment in which the stories begin."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.clock import Now
from core.content import load_playbook
from core.database import Database
from core.drafting.templates import Templates
from core.paths import Paths
from core.playbook.rulebook import Playbook
from core.template_store import load_templates
from tests.core.exchange.calendars import NOW
from tests.core.shell import Shell
from tests.core.stories import Fresh, at


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    return load_playbook()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "data")


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory, playbook: Playbook) -> Path:
    """A new database as the migrations make it, to be copied: making one takes a while."""
    folder = Paths.under(tmp_path_factory.mktemp("template"))
    Database.open(folder, playbook).close()
    return folder.database


@pytest.fixture
def database(paths: Paths, playbook: Playbook, empty_file: Path) -> Iterator[Database]:
    paths.prepare()
    shutil.copy(empty_file, paths.database)
    opened = Database.open(paths, playbook)
    yield opened
    opened.close()


@pytest.fixture
def lettered(database: Database, paths: Paths, playbook: Playbook) -> Iterator[Database]:
    """The database, with the templates that came with the program and the user's own."""

    def templates() -> Templates:
        return load_templates(paths.templates).templates

    database.close()
    opened = Database.open(paths, playbook, templates=templates)
    yield opened
    opened.close()


@pytest.fixture
def elsewhere(tmp_path: Path, empty_file: Path, playbook: Playbook) -> Iterator[Database]:
    """The database of another machine."""
    paths = Paths.under(tmp_path / "elsewhere")
    paths.prepare()
    shutil.copy(empty_file, paths.database)
    opened = Database.open(paths, playbook)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def fresh(empty_file: Path, playbook: Playbook) -> Fresh:
    """For property tests, whose examples share one test."""
    return Fresh(empty_file, playbook)


@pytest.fixture
def now() -> Now:
    """Friday afternoon, an hour after the usual interview of the stories."""
    return at("2026-03-27 16:00")


def stopped_clock(zone: str | None = None) -> Now:
    return Now(NOW.instant, zone or NOW.zone)


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    monkeypatch.setattr("core.commands.present.read_clock", stopped_clock)
    return Shell(tmp_path, capsys)
