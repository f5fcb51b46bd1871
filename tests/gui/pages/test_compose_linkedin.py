"""A note on LinkedIn: counted by its characters, copied, and pasted on the page that is opened."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from core.drafting.stages import HandedTo
from gui.compose.checking import Checking
from gui.pages.compose import ComposePage
from gui.theme import Theme
from tests.gui.pages.compose_stage import examiner_by_words, open_kind, stored
from tests.gui.pages.world import World

NOTE = "Dear Dr. van der Berg, we met on 11 May about the Operations Planner role. Shall we link?"


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> Iterator[ComposePage]:
    page = ComposePage(theme, world, Checking(examiner_by_words, world.paths.playbook))
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    yield page
    page.close_down()


@pytest.fixture
def draft(page: ComposePage, world: World) -> int:
    """The page shows a note to Dr. van der Berg of Lumen & Ash; gives the draft's id."""
    application = world.add("Lumen & Ash").application_id
    card = world.detail(application).people[0]
    return open_kind(page, world, application, "M11", (card.id,))


def write(qtbot: QtBot, page: ComposePage, text: str) -> None:
    """Type it, and wait until it has been looked at."""
    page.card.body.selectAll()
    with qtbot.waitSignal(page.checking.checked, timeout=20_000):
        page.card.body.insertPlainText(text)


def test_its_characters_are_counted(qtbot: QtBot, page: ComposePage, draft: int) -> None:
    write(qtbot, page, NOTE)

    assert page.card.words.text() == f"{len(NOTE)} of 200 characters"


def test_a_note_has_no_subject_and_no_files(page: ComposePage, draft: int) -> None:
    assert not page.card.subject_row.isVisible()
    assert not page.card.attach.isVisible()
    assert page.card.channel.text() == "LinkedIn"
    assert page.header.channels is None


def test_it_is_copied_and_the_persons_page_looked_up(
    qtbot: QtBot, page: ComposePage, world: World, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def opens(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    write(qtbot, page, NOTE)
    page.bar.main.click()

    assert QGuiApplication.clipboard().text() == NOTE
    assert (
        bytes(opened[0].toEncoded().data())
        .decode()
        .endswith("/people/?keywords=Ingrid%20van%20der%20Berg%20Lumen%20%26%20Ash")
    )
    assert stored(world, draft).handed_to is HandedTo.CLIPBOARD
