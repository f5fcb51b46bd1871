"""A message that is said: the script, the half minute for a machine, and what came of the call."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from core.drafting.stages import Stage
from core.playbook.values import Channel, StepState
from core.use_cases import people
from gui.compose.checking import Checking
from gui.desk import Changed
from gui.models.details import person_details
from gui.models.script_words import Result
from gui.pages.compose import ComposePage
from gui.theme import Theme
from tests.gui.pages.compose_stage import examiner_by_words, open_kind, stored
from tests.gui.pages.world import World, nameless, titles

NUMBER = "+47 55 01 23 45"
ASKING = "A good day to follow up"


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
    """An interview of eight working days ago, with a number on each card."""
    application = world.add(days=-11).application_id
    cards = world.detail(application).people
    with world.database.session() as session:
        for card in cards:
            known = replace(person_details(card), phone=NUMBER)
            people.edit(session, card.id, known, world.now())
    return application


@pytest.fixture
def draft(page: ComposePage, world: World, application: int) -> int:
    """The page shows the follow-up as a call; gives the draft's id."""
    draft = open_kind(page, world, application, "M4")
    page.header.channel_chosen.emit(Channel.PHONE.value)
    return draft


def test_a_letter_becomes_a_script_and_a_letter_again(
    page: ComposePage, world: World, draft: int
) -> None:
    assert page.script.isVisible()
    assert not page.card.isVisible()
    assert stored(world, draft).draft.channel is Channel.PHONE

    page.header.channel_chosen.emit(Channel.EMAIL.value)

    assert page.card.isVisible()
    assert not page.script.isVisible()
    assert stored(world, draft).draft.channel is Channel.EMAIL


def test_only_what_has_a_script_can_be_said(
    page: ComposePage, world: World, application: int
) -> None:
    open_kind(page, world, application, "M1")

    assert page.header.channels is None


def test_the_script_says_what_to_say(page: ComposePage, draft: int) -> None:
    assert page.script.points[0].text().startswith("Good morning, this is")
    assert "Operations Planner" in page.script.voicemail.text()
    assert "words, about" in page.script.length.text()
    assert nameless(page) == []


def test_the_number_is_called(
    page: ComposePage, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def opens(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    page.script.calls[0].click()

    assert opened == ["tel:+4755012345"]


def test_a_computer_that_cannot_call_gives_the_number(
    page: ComposePage, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    said = QSignalSpy(page.said)
    page.script.calls[0].click()

    assert QGuiApplication.clipboard().text() == NUMBER
    assert said.at(0)[0].startswith(NUMBER)


@pytest.mark.parametrize("result", [Result.SPOKE, Result.LEFT_MESSAGE])
def test_whoever_was_reached_counts_as_contacted(
    page: ComposePage, world: World, draft: int, application: int, result: Result
) -> None:
    page.script.results[result].click()

    assert stored(world, draft).stage is Stage.SENT
    assert ASKING in titles(world, application, StepState.DONE)
    assert not page.script.results[Result.SPOKE].isEnabled()


def test_nobody_there_leaves_the_step_open(
    page: ComposePage, world: World, draft: int, application: int
) -> None:
    said = QSignalSpy(page.said)
    page.script.results[Result.NO_ANSWER].click()

    assert stored(world, draft).stage is Stage.WRITING
    assert ASKING in titles(world, application, StepState.OPEN)
    assert said.at(0)[0] == "Nothing is noted. The step stays open for another try."


def test_the_keys_that_send_a_letter_do_not_end_a_call(
    page: ComposePage, world: World, draft: int
) -> None:
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert stored(world, draft).stage is Stage.WRITING


def test_the_letter_waits_unchanged_behind_the_script(
    page: ComposePage, world: World, draft: int
) -> None:
    page.header.channel_chosen.emit(Channel.EMAIL.value)
    page.card.body.insertPlainText("Good morning. ")
    page.header.channel_chosen.emit(Channel.PHONE.value)
    page.header.channel_chosen.emit(Channel.EMAIL.value)

    assert page.card.body.text.startswith("Good morning. ")


def test_findings_about_written_words_do_not_matter_to_a_call(
    qtbot: QtBot, page: ComposePage, world: World, draft: int
) -> None:
    with qtbot.waitSignal(page.checking.checked, timeout=20_000):
        world.instant += timedelta(minutes=1)
        page.writing.read_again()

    rows = page.side.findings.findings.rows
    assert {row.finding.check for row in rows} <= {25, 26, 27, 28}


def test_notes_are_read_on_the_phone_and_go_nowhere(
    page: ComposePage, world: World, application: int, draft: int
) -> None:
    """A plus would put the words into the letter, which is not shown."""
    card = world.detail(application).people[0]
    noted = replace(person_details(card), topic="the relief rota")
    with world.database.session() as session:
        people.edit(session, card.id, noted, world.now())
    world.changed.emit(Changed())
    before = page.card.body.text

    (row,) = page.side.notes.rows
    row.click()

    assert row.accessibleName() == "the relief rota"
    assert page.card.body.text == before
    page.header.channel_chosen.emit(Channel.EMAIL.value)
    assert page.side.notes.rows[0].accessibleName() == "Insert: the relief rota"
