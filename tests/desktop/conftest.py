"""One desktop session for all tests here; each test has its own data folder and its own Afterword."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.desktop.afterword import Running, Storage
from tests.desktop.session import Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """The desktop, with everything running, and what the notification daemon is told."""
    desktop = Session(tmp_path / "seen.jsonl")
    desktop.make_whole()
    yield desktop
    desktop.look_away()


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """The database of the Afterword under test, written from outside."""
    store = Storage(tmp_path / "data")
    yield store
    store.close()


@pytest.fixture
def afterword(tmp_path: Path, storage: Storage) -> Iterator[Running]:
    """Afterword, not started yet."""
    running = Running(storage.folder, tmp_path / "output.log")
    yield running
    running.end()


@pytest.fixture(scope="session")
def qapp_cls() -> type[QCoreApplication]:
    """The tests' own process has no widgets: no screen reader waits for it while it waits itself."""
    return QCoreApplication


@pytest.fixture(autouse=True)
def keep_the_bus_of_the_session() -> None:
    """These tests are meant for a session of their own, never for the developer's."""
    assert "DESKTOP_SESSION_DIR" in os.environ
