"""The world of the pages, for what shows and fetches news."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QNetworkProxyFactory
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from tests.gui.news.asking import Asking
from tests.gui.news.part_stage import Stage
from tests.gui.pages.conftest import playbook, template, theme, world
from tests.gui.pages.world import World

__all__ = ["playbook", "template", "theme", "world"]


@pytest.fixture(autouse=True)
def no_proxy_of_this_machine() -> Iterator[None]:
    QNetworkProxyFactory.setUseSystemConfiguration(False)
    yield
    QNetworkProxyFactory.setUseSystemConfiguration(True)


@pytest.fixture
def asking(qtbot: QtBot, qapp: QObject) -> Iterator[Asking]:
    owner = QObject()
    yield Asking(qtbot, owner)
    owner.deleteLater()


@pytest.fixture
def stage(world: World, theme: Theme, qtbot: QtBot) -> Stage:
    return Stage(world, theme, qtbot)
