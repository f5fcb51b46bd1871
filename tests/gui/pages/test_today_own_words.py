"""Today keeps the user's own words in sight, for as long as they want it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.pages.today import TodayPage
from gui.theme import Theme
from gui.widgets.own_sentence import OwnWords
from tests.core.own_words import reflect
from tests.gui.pages.test_today_page import follow
from tests.gui.pages.world import World

KIND = "You were calm, and you asked what they need."


@pytest.fixture
def page(world: World, theme: Theme, qtbot: QtBot) -> TodayPage:
    page = TodayPage(theme, world)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    world.ready.emit()
    return page


def words(page: TodayPage) -> OwnWords:
    return page.findChildren(OwnWords)[0]


def test_the_last_sentence_to_oneself_stands_beside_the_steps(
    page: TodayPage, world: World
) -> None:
    follow(page, world)
    assert words(page).isHidden()  # the place stays empty

    reflect(world.database, world.at(-1), "a", KIND)
    follow(page, world)

    assert not words(page).isHidden()
    assert (words(page).words.text(), words(page).age.text()) == (KIND, "yesterday")
    assert words(page).accessibleName() == f"Your own words, yesterday: {KIND}"


def test_it_can_be_put_away_and_undo_brings_it_back(page: TodayPage, world: World) -> None:
    reflect(world.database, world.at(-1), "a", KIND)
    follow(page, world)
    assert words(page).focusPolicy() & Qt.FocusPolicy.TabFocus  # so the menu key reaches it

    words(page).actions()[0].trigger()
    follow(page, world)
    assert words(page).isHidden()

    world.instant += timedelta(minutes=1)
    world.undo_last()
    follow(page, world)
    assert not words(page).isHidden()
