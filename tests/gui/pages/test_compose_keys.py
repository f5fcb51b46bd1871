"""The composer by the keyboard alone: Tab comes by everything, in the order in which it is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.drafting.stages import HandedTo
from gui.compose import actions
from gui.compose.checking import Checking
from gui.pages.compose import ComposePage
from gui.theme import Theme
from tests.gui.pages.compose_stage import examiner_by_words, open_kind
from tests.gui.pages.world import World

WRONG = "Dear Dr. van den Berg,\n\nThank you for the talk about the Operations Planner role."
MOST = 60
"""Presses of Tab that lead round the page more than once."""


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> Iterator[ComposePage]:
    page = ComposePage(theme, world, Checking(examiner_by_words, world.paths.playbook))
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    yield page
    page.close_down()


def name_of(widget: QWidget) -> str:
    """What a screen reader would say."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words


def round_trip(page: ComposePage) -> list[str]:
    """The names of all that Tab comes by, from the letter once round."""
    page.setFocus()
    stops: list[str] = []
    for _ in range(MOST):
        stop = page.focusWidget()
        if isinstance(stop, QLabel):
            QTest.keyClick(stop, Qt.Key.Key_Tab)
            continue
        if stops and name_of(stop) == stops[0]:
            return stops
        stops.append(name_of(stop))
        QTest.keyClick(stop, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came back: {stops}")


def test_tab_comes_by_everything_in_the_order_of_reading(
    qtbot: QtBot, page: ComposePage, world: World, tmp_path: Path
) -> None:
    application = world.add().application_id
    card = world.detail(application).people[0]
    draft = open_kind(page, world, application, "M1", (card.id,))
    (tmp_path / "sample.pdf").write_bytes(b"%PDF-1.7")
    page.fixing.attach([str(tmp_path / "sample.pdf")])
    page.card.body.selectAll()
    with qtbot.waitSignal(page.checking.checked, timeout=20_000):
        page.card.body.insertPlainText(WRONG)
    page.writing.flush()
    world.write(actions.handed_over, draft, HandedTo.CLIPBOARD, ())

    stops = round_trip(page)

    wanted = [
        "Message",
        "Take out sample.pdf",
        "Attach a file",
        "What to look at before you send",
        "Use “van der Berg”",
        "More about this finding",
        "Copy",
        "Send later",
        "More about this draft",
        "Yes, sent",
        "Dr. Ingrid van der Berg",
        "Add a recipient",
        "Subject",
    ]
    assert [stop for stop in stops if stop in wanted] == wanted
