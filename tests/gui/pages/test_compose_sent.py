"""The composer once a message has gone: it says so, and asks for nothing more."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.drafting.stages import HandedTo
from core.playbook import values
from gui import page_actions
from gui.compose import actions
from gui.compose.checking import Checking
from gui.compose.mailing import OPEN_WAITING, Mailing
from gui.pages.compose import ComposePage
from gui.theme import Theme
from tests.gui.pages.compose_stage import examiner_by_words, open_kind
from tests.gui.pages.world import World


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
    """The page shows a note to Dr. van der Berg, of a panel; gives the draft's id."""
    application = world.add().application_id
    card = world.detail(application).people[0]
    return open_kind(page, world, application, "M2", (card.id,))


def test_nothing_is_found_in_a_message_that_was_sent(
    qtbot: QtBot, page: ComposePage, world: World, draft: int
) -> None:
    """“Dr. van der Berg has your thanks: must fix” would frighten who has just sent them."""
    with qtbot.waitSignal(page.checking.checked, timeout=20_000):
        page.card.edited.emit()
    assert page.side.header.isVisible()
    world.write(actions.handed_over, draft, HandedTo.CLIPBOARD, ())

    world.write(actions.confirm_sent, draft)

    assert page.stage.sentence.text().startswith("Sent")
    assert not page.side.header.isVisible()
    assert not page.side.findings.findings.rows
    assert "Best before" not in page.header.sentence.text()
    assert page.side.notes.isVisible()


def test_undone_it_is_looked_at_again(
    qtbot: QtBot, page: ComposePage, world: World, draft: int
) -> None:
    world.write(actions.handed_over, draft, HandedTo.CLIPBOARD, ())
    world.write(actions.confirm_sent, draft)

    with qtbot.waitSignal(page.checking.checked, timeout=20_000):
        world.undo_last()

    assert page.side.header.isVisible()


def test_the_toast_calls_a_note_of_a_panel_a_thank_you(
    page: ComposePage, world: World, draft: int
) -> None:
    world.write(actions.confirm_sent, draft)

    assert world.labels[-1] == "Sent: Thank-you to Ingrid van der Berg"


def test_a_step_that_was_cancelled_has_no_deadline_any_more(
    page: ComposePage, world: World
) -> None:
    application = world.add().application_id
    timeline = world.detail(application).timeline
    step = next(each for each in timeline if each.title == "Thank Dr. van der Berg")
    world.write(actions.begin, step.step_id, then=page.show_draft)
    assert "Best before" in page.header.sentence.text()

    no = values.Rejection(at=world.instant)
    world.write(page_actions.record, application, no)

    assert "Best before" not in page.header.sentence.text()


def test_the_question_of_the_start_leads_to_its_message(
    qtbot: QtBot, page: ComposePage, world: World, draft: int
) -> None:
    """“Was it sent?” without a way there would leave the user searching for it."""
    world.write(actions.handed_over, draft, HandedTo.MAIL_PROGRAM, ())
    mailing = Mailing(world, page)
    with qtbot.waitSignal(mailing.waiting) as asked:
        mailing.postman.questions.emit(1)
    assert asked.args == ["1 message waits for your word: was it sent?"]

    with qtbot.waitSignal(mailing.draft_wanted) as wanted:
        assert mailing.answer(OPEN_WAITING)

    assert wanted.args == [draft]
    mailing.stop()
