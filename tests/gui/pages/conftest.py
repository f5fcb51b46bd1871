"""A world for the pages: a real database, a Desk that answers at once, and the theme."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.content import load_playbook
from core.database import Database
from core.paths import Paths
from core.playbook.rulebook import Playbook
from gui.intake import Intake
from gui.theme import Theme
from tests.gui.pages.world import World

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    return load_playbook()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, playbook: Playbook) -> Path:
    """A new database, to be copied: making one takes a while."""
    paths = Paths.under(tmp_path_factory.mktemp("template"))
    Database.open(paths, playbook).close()
    return paths.database


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return Theme(qapp, RESOURCES)


@pytest.fixture
def world(
    tmp_path: Path, playbook: Playbook, template: Path, qapp: QApplication
) -> Iterator[World]:
    paths = Paths.under(tmp_path / "data")
    paths.prepare()
    shutil.copy(template, paths.database)
    world = World(paths, playbook)
    yield world
    world.close()


@pytest.fixture
def intake(qtbot: QtBot, theme: Theme, world: World) -> Intake:
    window = QWidget()
    window.resize(1200, 800)
    qtbot.addWidget(window)
    window.show()
    return Intake(theme, world, window)
