"""The letter in the composer, and what is put into the stored one meanwhile."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.playbook import values
from core.use_cases.messages import DraftText
from gui import page_actions
from gui.compose import actions
from gui.compose.checking import Checking
from gui.pages.compose import ComposePage
from gui.theme import Theme
from tests.gui.pages.compose_stage import examiner_by_words, open_kind, stored
from tests.gui.pages.world import World

CLAUSE = "I am sorry"


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> Iterator[ComposePage]:
    page = ComposePage(theme, world, Checking(examiner_by_words, world.paths.playbook))
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    yield page
    page.close_down()


@pytest.fixture
def application(world: World) -> int:
    return world.add().application_id


@pytest.fixture
def draft(page: ComposePage, world: World, application: int) -> int:
    """The page shows the thank-you to Dr. van der Berg; gives the draft's id."""
    card = world.detail(application).people[0]
    return open_kind(page, world, application, "M1", (card.id,))


def use_wrong_name(world: World, application: int) -> None:
    card = world.detail(application).people[0]
    slip = values.WrongName(
        key="slip", at=world.instant, zone="Europe/Oslo", person=card.uid, correct=card.name
    )
    world.write(page_actions.record, application, slip)


def with_paragraph(world: World, draft: int, paragraph: str) -> DraftText:
    """The stored letter with one paragraph more, as another window would store it."""
    now = stored(world, draft)
    return DraftText(
        subject=now.draft.subject,
        body=f"{now.draft.body}\n\n{paragraph}",
        to=tuple(card.id for card in now.recipients),
    )


def test_a_clause_about_a_wrong_name_comes_into_the_open_letter(
    page: ComposePage, world: World, draft: int, application: int
) -> None:
    page.hide()
    before = page.card.body.text
    use_wrong_name(world, application)

    assert stored(world, draft).draft.body != before
    assert page.card.body.text == stored(world, draft).draft.body


def test_what_was_typed_last_and_the_clause_are_both_kept(
    page: ComposePage, world: World, draft: int, application: int
) -> None:
    page.card.body.insertPlainText("Good morning. ")
    page.hide()
    use_wrong_name(world, application)
    page.show()
    page.card.body.insertPlainText("Again. ")
    page.hide()

    text = stored(world, draft).draft.body
    assert "Good morning. " in text
    assert "Again. " in text
    assert text == page.card.body.text
    assert len(text.split("\n\n")) > 4


def test_words_from_elsewhere_join_what_is_being_typed(
    page: ComposePage, world: World, draft: int
) -> None:
    """Only the command line, or another window, can write while the user types here."""
    page.card.body.insertPlainText("Half a sen")
    world.write(actions.save, draft, with_paragraph(world, draft, "Written elsewhere."))

    assert page.card.body.text.startswith("Half a sen")
    assert page.card.body.text.endswith("Written elsewhere.")

    page.writing.flush()

    assert stored(world, draft).draft.body == page.card.body.text


def test_storing_what_was_typed_does_not_show_the_letter_anew(
    page: ComposePage, world: World, draft: int
) -> None:
    opened = QSignalSpy(page.writing.opened)
    page.card.body.insertPlainText("Spaces at the end of a line   \n")
    page.writing.flush()

    assert opened.count() == 0
    assert not page.writing.is_typed
