"""Other words for a letter, and one's own templates."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.compose.checking import Checking
from gui.pages.compose import ComposePage
from gui.theme import Theme
from tests.gui.pages.compose_stage import examiner_by_words, open_kind
from tests.gui.pages.world import World

MISTAKEN = "kind: M1\n\n== warm ==\nThank you for {{rolle}}.\n"


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> Iterator[ComposePage]:
    page = ComposePage(theme, world, Checking(examiner_by_words, world.paths.playbook))
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    application = world.add().application_id
    open_kind(page, world, application, "M1", (world.detail(application).people[0].id,))
    yield page
    page.close_down()


def test_the_letters_own_undo_brings_the_words_back(page: ComposePage, qtbot: QtBot) -> None:
    """With the keyboard elsewhere, Ctrl+Z would undo what was last noted anywhere."""
    page.activateWindow()
    before = page.card.body.text
    page.card.form.setFocus()
    page.wordings.reword("")
    page.card.body.insertPlainText("Dear reader, ")

    page.wordings.reword("")
    assert page.focusWidget() is page.card.body
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert page.card.body.text == f"Dear reader, {before}"


def test_a_template_with_a_mistake_is_told_where_it_is_missed(
    page: ComposePage, world: World
) -> None:
    world.paths.templates.mkdir(parents=True, exist_ok=True)
    (world.paths.templates / "mine.txt").write_text(MISTAKEN)
    said = QSignalSpy(page.said)

    page.card.form.click()
    menu = QApplication.activePopupWidget()
    if menu is not None:
        menu.close()

    assert str(said.at(0)[0]).startswith("mine.txt, line 4: ")
