"""What stands before the place where a page begins is reached by Tab all the same."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.pages.today import TodayPage
from gui.theme import Theme
from gui.widgets.page_start import StartingWidget, stand_before
from tests.gui.pages.world import World

PRESSES = 20


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a button beside the page, as the sidebar stands there."""
    window = QWidget()
    qtbot.addWidget(window)
    QHBoxLayout(window).addWidget(QPushButton("Find"))
    return window


def put_into(window: QWidget, page: QWidget) -> None:
    row = window.layout()
    assert row is not None
    row.addWidget(page)


def stops(window: QWidget) -> list[QWidget]:
    """All that Tab comes by from what has the keyboard now."""
    found: list[QWidget] = []
    for _ in range(PRESSES):
        found.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    return found


def test_tab_reaches_what_stands_before_the_start(window: QWidget, qtbot: QtBot) -> None:
    page = StartingWidget()
    before, start = QPushButton("Add"), QLineEdit()
    row = QHBoxLayout(page)
    row.addWidget(before)
    row.addWidget(start)
    page.start_at(start)
    put_into(window, page)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()

    page.setFocus()

    assert window.focusWidget() is start
    assert before in stops(window)


def test_a_part_made_later_comes_where_it_stands(window: QWidget) -> None:
    anchor = QPushButton("More", window)
    last = QPushButton("Last", window)
    late = [QPushButton("One", window), QPushButton("Two", window)]
    window.show()

    stand_before(anchor, late)

    late[0].setFocus()
    assert stops(window)[:4] == [*late, anchor, last]


def test_today_leads_to_its_own_button(window: QWidget, theme: Theme, world: World) -> None:
    world.add()
    page = TodayPage(theme, world)
    put_into(window, page)
    world.ready.emit()
    window.show()
    page.setFocus()

    assert page.add_button in stops(window)
