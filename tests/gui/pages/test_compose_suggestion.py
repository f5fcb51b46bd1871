"""Help with the wording: shown first, sent when asked for, checked like everything, and used or not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.drafting.helper import Helper
from core.exchange.helper_answer import BROKEN_OFF
from core.use_cases import settings
from gui import settings_actions
from gui.compose import actions
from gui.compose.checking import Checking
from gui.compose.suggesting import TAKEN, TOO_LATE
from gui.dialogs.suggestion import READY, STOPPED, WAITING, WRITING, SuggestionDialog
from gui.pages.compose import ComposePage
from gui.theme import Theme
from gui.widgets.letter_card import HELP
from tests import model_server as model
from tests.gui.pages.compose_stage import examiner_by_words, open_kind, stored
from tests.gui.pages.world import World, nameless
from tests.model_server import Behaviour, ModelServer

BODY = """Dear Dr. van der Berg,

Thank you for talking with me about the Operations Planner role yesterday.

Kind regards,
Mira Lindqvist"""
SUGGESTED = """Dear Dr. van der Berg,

Thank you so much!!! I am desperate to join Halvorsen Maritime.

Kind regards,
Mira Lindqvist"""


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
    """The page shows a thank-you; gives the draft's id."""
    world.write(settings.change, "me_name", "Mira Lindqvist")
    found = open_kind(page, world, world.add().application_id, "M1")
    page.card.body.selectAll()
    page.card.body.insertPlainText(BODY)
    return found


def name_helper(world: World, address: str) -> None:
    world.write(settings_actions.change_helper, Helper(address=address, model="small"))


def dialogs() -> list[SuggestionDialog]:
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return [each for each in shown if isinstance(each, SuggestionDialog)]


def open_dialog(page: ComposePage) -> SuggestionDialog:
    page.card.help.click()
    (dialog,) = dialogs()
    return dialog


def visible_words(widget: QWidget) -> str:
    from PySide6.QtWidgets import QAbstractButton, QLabel

    shown = [each for each in widget.findChildren(QWidget) if each.isVisible()]
    words = [each.text() for each in shown if isinstance(each, QLabel | QAbstractButton)]
    return " ".join((*words, *(f"{each.toolTip()} {each.accessibleName()}" for each in shown)))


class Talk:
    """A dialog over a server that behaves so."""

    def __init__(self, page: ComposePage, world: World, server: ModelServer) -> None:
        name_helper(world, server.address)
        self.server = server
        self.dialog = open_dialog(page)


@pytest.fixture
def talk(page: ComposePage, world: World, draft: int, behaviour: Behaviour) -> Iterator[Talk]:
    with model.model_server(behaviour) as server:
        yield Talk(page, world, server)
        for dialog in dialogs():
            dialog.reject()


def with_server(*behaviours: Behaviour) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("behaviour", behaviours)


def test_without_an_endpoint_nothing_of_it_is_there(
    page: ComposePage, world: World, draft: int
) -> None:
    assert "uggest" not in visible_words(page)
    QTest.keyClick(page, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    page.card.help_wanted.emit()
    assert dialogs() == []
    name_helper(world, "http://127.0.0.1:9/v1")
    assert HELP in visible_words(page)
    world.write(settings_actions.change_helper, None)
    assert "uggest" not in visible_words(page)


def test_what_is_said_or_sent_is_not_worded_anew(page: ComposePage, world: World) -> None:
    name_helper(world, "http://127.0.0.1:9/v1")
    draft = open_kind(page, world, world.add().application_id, "M4")
    page.calling.choose("phone")
    assert not page.card.help.isVisible()
    page.suggesting.open()
    assert dialogs() == []
    page.calling.choose("email")
    assert page.card.help.isVisible()
    world.write(actions.confirm_sent, draft)
    assert not page.card.help.isEnabled()
    page.suggesting.open()
    assert dialogs() == []


@with_server(model.says(SUGGESTED))
def test_what_is_shown_is_what_is_sent(talk: Talk, qtbot: QtBot) -> None:
    dialog = talk.dialog
    assert talk.server.address in dialog.goes_to.text()
    assert "“small”" in dialog.goes_to.text()
    assert dialog.request.text.endswith(BODY)
    assert talk.server.received == []

    dialog.request.edit.appendPlainText("Shorter, if you can. 🙂")
    shown = dialog.request.text
    dialog.main.click()
    qtbot.waitUntil(lambda: dialog.state.text() == READY)
    (request,) = talk.server.received
    assert request.text == shown


@with_server(model.says(SUGGESTED))
def test_nothing_is_sent_where_nothing_is_asked(talk: Talk) -> None:
    talk.dialog.request.text = " \n"
    assert not talk.dialog.main.isEnabled()
    talk.dialog.reject()
    assert talk.server.received == []


@with_server(model.echoes)
def test_other_names_leave_and_the_own_ones_come_back(talk: Talk, qtbot: QtBot) -> None:
    dialog = talk.dialog
    assert not dialog.other_names.isChecked()
    dialog.other_names.click()
    assert "Berg" not in dialog.request.text
    assert "Lindqvist" not in dialog.request.text
    hidden = dialog.request.text
    dialog.other_names.click()
    assert dialog.request.text.endswith(BODY)
    dialog.other_names.click()
    dialog.main.click()
    qtbot.waitUntil(lambda: dialog.state.text() == READY)
    assert talk.server.received[0].text == hidden
    assert dialog.suggestion == BODY


def test_another_machine_gets_other_names_unless_the_user_wants_it_otherwise(
    page: ComposePage, world: World, draft: int
) -> None:
    name_helper(world, "https://api.example/v1")
    dialog = open_dialog(page)
    assert dialog.other_names.isChecked()
    assert "Berg" not in dialog.request.text
    assert "It leaves this machine, encrypted" in dialog.goes_to.text()
    dialog.reject()


@with_server(model.says_slowly(SUGGESTED[:60], SUGGESTED[60:]))
def test_a_suggestion_grows_is_checked_and_used_as_one_step(
    talk: Talk, page: ComposePage, world: World, draft: int, qtbot: QtBot
) -> None:
    dialog, said = talk.dialog, QSignalSpy(page.said)
    dialog.main.click()
    assert dialog.state.text() == WAITING
    qtbot.waitUntil(lambda: dialog.state.text() == WRITING)
    assert dialog.text.text == SUGGESTED[:60].strip()
    assert not dialog.main.isEnabled()
    assert page.card.body.text == BODY

    talk.server.go_on.set()
    qtbot.waitUntil(lambda: dialog.state.text() == READY)
    qtbot.waitUntil(lambda: "Must fix" in " ".join(dialog.findings.words), timeout=20_000)
    assert "desperate" in " ".join(dialog.findings.words)
    assert dialog.text.text == SUGGESTED
    assert nameless(dialog) == []
    assert page.card.body.text == BODY

    dialog.main.click()
    assert dialogs() == []
    assert page.card.body.text == SUGGESTED
    assert said.at(0) == [TAKEN]
    page.writing.flush()
    assert stored(world, draft).draft.body == SUGGESTED
    with world.database.reading() as session:
        kept = actions.versions(session, draft, world.now())
    assert BODY.startswith(kept[0].start)
    page.card.body.undo()
    assert page.card.body.text == BODY


@with_server(model.hangs_after(model.STREAM_HEAD + model.event("Dear Dr. Berg,")))
def test_stopping_hangs_up_and_keeps_what_has_come(
    talk: Talk, page: ComposePage, qtbot: QtBot
) -> None:
    dialog = talk.dialog
    dialog.main.click()
    qtbot.waitUntil(lambda: dialog.text.text == "Dear Dr. Berg,")
    QTest.keyClick(dialog.stop, Qt.Key.Key_Space)
    qtbot.waitUntil(talk.server.gone.is_set)
    assert dialog.state.text() == STOPPED
    assert dialog.suggestion == "Dear Dr. Berg,"
    assert dialog.main.isEnabled()
    assert page.card.body.text == BODY


@with_server(model.hangs)
def test_escape_gives_up_whatever_is_on_its_way(
    talk: Talk, page: ComposePage, qtbot: QtBot
) -> None:
    talk.dialog.main.click()
    qtbot.waitUntil(lambda: bool(talk.server.received))
    QTest.keyClick(talk.dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(talk.server.gone.is_set)
    assert dialogs() == []
    assert page.card.body.text == BODY


@with_server(
    model.sends(model.STREAM_HEAD + b"rubbish\n\n"),
    model.replies("401 No", b""),
    model.replies("500 No", b"<html>"),
)
def test_trouble_is_said_and_the_letter_is_as_it_was(
    talk: Talk, page: ComposePage, world: World, draft: int, qtbot: QtBot
) -> None:
    dialog = talk.dialog
    dialog.main.click()
    qtbot.waitUntil(lambda: "Your draft is as it was." in dialog.state.text())
    assert dialog.answer.isHidden()
    assert dialog.request.text.endswith(BODY)
    assert dialog.main.text() == "Send"
    dialog.main.click()
    assert dialog.state.text() == WAITING
    qtbot.waitUntil(lambda: len(talk.server.received) == 2)
    dialog.reject()
    page.writing.flush()
    assert page.card.body.text == stored(world, draft).draft.body == BODY


@with_server(model.sends(model.STREAM_HEAD + model.event("Dear Dr. Berg,\n\nThank")))
def test_what_came_before_a_break_may_be_used(talk: Talk, page: ComposePage, qtbot: QtBot) -> None:
    talk.dialog.main.click()
    qtbot.waitUntil(lambda: talk.dialog.state.text() == BROKEN_OFF)
    talk.dialog.main.click()
    assert page.card.body.text == "Dear Dr. Berg,\n\nThank"


@with_server(model.says("Once more"))
def test_it_can_be_asked_again_with_other_words(talk: Talk, qtbot: QtBot) -> None:
    dialog = talk.dialog
    for number, words in enumerate(("One", "Two"), 1):
        dialog.request.text = words
        qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: dialog.state.text() == READY)
        assert [each.text for each in talk.server.received][-1] == words
        assert len(talk.server.received) == number
        dialog.again.click()


def test_by_the_keyboard_alone(page: ComposePage, world: World, draft: int, qtbot: QtBot) -> None:
    with model.model_server(model.says(SUGGESTED)) as server:
        name_helper(world, server.address)
        page.card.body.setFocus()
        QTest.keyClick(page.card.body, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        (dialog,) = dialogs()
        qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog.request.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: dialog.state.text() == READY)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert page.card.body.text == SUGGESTED


@with_server(model.says(SUGGESTED))
def test_a_letter_that_left_meanwhile_stays_as_it_was_sent(
    talk: Talk, page: ComposePage, world: World, draft: int, qtbot: QtBot
) -> None:
    said = QSignalSpy(page.said)
    talk.dialog.main.click()
    qtbot.waitUntil(lambda: talk.dialog.state.text() == READY)
    page.writing.flush()
    world.write(actions.confirm_sent, draft)
    talk.dialog.main.click()
    assert said.at(said.count() - 1) == [TOO_LATE]
    assert page.card.body.text == stored(world, draft).draft.body == BODY


@with_server(model.says(SUGGESTED))
def test_a_suggestion_for_one_letter_never_gets_into_another(
    talk: Talk, page: ComposePage, world: World, draft: int, qtbot: QtBot
) -> None:
    talk.dialog.main.click()
    qtbot.waitUntil(lambda: talk.dialog.state.text() == READY)
    other = open_kind(page, world, world.add("Globex").application_id, "M1")
    before = stored(world, other).draft.body
    talk.dialog.main.click()
    page.writing.flush()
    assert page.card.body.text == stored(world, other).draft.body == before


@with_server(model.says("Dear"))
def test_a_closed_dialog_is_freed(talk: Talk, qtbot: QtBot) -> None:
    freed = QSignalSpy(talk.dialog.destroyed)
    talk.dialog.reject()
    qtbot.waitUntil(lambda: freed.count() == 1)
