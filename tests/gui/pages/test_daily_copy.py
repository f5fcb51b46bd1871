"""Once a day a copy is made, as soon as there is something to keep."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.content import load_playbook
from core.exchange.backup import list_backups
from core.paths import Paths
from gui.daily_copy import DailyCopy
from tests.gui.pages.world import World


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    world = World(Paths.under(tmp_path / "data"), load_playbook())
    yield world
    world.close()


def look(qtbot: QtBot, daily: DailyCopy) -> None:
    """Look, and wait until what was asked for is answered."""
    daily.look()
    qtbot.waitUntil(lambda: not daily.asks)


def test_a_copy_is_made_once_a_day(world: World, qtbot: QtBot) -> None:
    daily = DailyCopy(world)
    look(qtbot, daily)
    assert list_backups(world.paths) == ()
    world.add()
    for hours in (0, 1, 24, 25):
        world.instant += timedelta(hours=hours)
        look(qtbot, daily)
    assert len(list_backups(world.paths)) == 3
    assert all(each.applications == 1 for each in list_backups(world.paths))


def test_a_start_on_the_same_day_makes_none(world: World, qtbot: QtBot) -> None:
    world.add()
    look(qtbot, DailyCopy(world))
    look(qtbot, DailyCopy(world))
    assert len(list_backups(world.paths)) == 1


def test_a_copy_that_cannot_be_made_is_told_once(world: World, qtbot: QtBot) -> None:
    world.add()
    daily = DailyCopy(world)
    said = QSignalSpy(daily.said)
    world.paths.backups.rmdir()
    world.paths.backups.write_text("in the way")
    look(qtbot, daily)
    look(qtbot, daily)
    assert said.count() == 1
    assert "No copy of the database could be made" in said.at(0)[0]
