"""The page of one application, shown in a window."""

import pytest
from pytestqt.qtbot import QtBot

from gui.pages.application import ApplicationPage
from gui.theme import Theme
from tests.gui.pages.world import World


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> ApplicationPage:
    page = ApplicationPage(theme, world)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    return page


@pytest.fixture
def shown(page: ApplicationPage, world: World) -> int:
    """The page shows an interview of yesterday; gives the application's id."""
    stored = world.add()
    page.show_application(stored.application_id)
    return stored.application_id
