"""What the page of an application shows."""

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.playbook import values
from core.playbook.values import StepState
from gui.dialogs.application import ApplicationDialog
from gui.models.timeline_marks import Mark
from gui.pages.application import ApplicationPage
from tests.gui.pages.application.stage import dialog_of, rows
from tests.gui.pages.world import World, titles


def test_the_header_says_what_it_is_and_where_it_stands(page: ApplicationPage, shown: int) -> None:
    header = page.header

    assert header.title.text() == "Operations Planner"
    assert header.facts.text() == "Halvorsen Maritime"
    assert header.chip.text() == "Interviewed"
    assert header.decision.text() == "they have not named a decision date"


def test_the_time_line_has_the_line_now_between_what_was_and_what_comes(
    page: ApplicationPage, shown: int
) -> None:
    marks = [row.mark for row in rows(page)]
    now = marks.index(Mark.NOW)

    assert rows(page)[now].when == "Now, 09:40"
    assert Mark.INTERVIEW in marks[:now]
    assert Mark.PLANNED not in marks[:now]
    assert Mark.DUE in marks[now:]


def test_cancelled_steps_keep_their_reason_and_can_be_hidden(
    page: ApplicationPage, world: World, shown: int
) -> None:
    world.happened(shown, values.Rejection(at=world.instant))
    page.refresh()
    struck = [row for row in rows(page) if row.mark is Mark.CANCELLED]
    assert struck
    assert all(row.note for row in struck)

    page.show_cancelled.click()

    assert not [row for row in rows(page) if row.mark is Mark.CANCELLED]


def test_wishes_of_the_employer_stand_beside_the_state(
    page: ApplicationPage, world: World, shown: int
) -> None:
    page.hand.edit_application()
    dialog = dialog_of(ApplicationDialog)
    assert isinstance(dialog, ApplicationDialog)
    dialog.no_contact.click()
    dialog.main.click()

    assert world.detail(shown).no_contact_wished
    assert not [t for t in titles(world, shown, StepState.OPEN) if "follow up" in t.casefold()]


def test_the_main_button_starts_what_helps_most(
    page: ApplicationPage, world: World, shown: int, qtbot: QtBot
) -> None:
    assert page.header.act.isVisible()
    assert page.header.act.text() == "Write the note"

    with qtbot.waitSignal(page.acted) as acted:
        page.header.act.click()

    step = next(e for e in world.detail(shown).timeline if e.step_id == acted.args[0])
    assert step.message == "M1"


def test_an_application_that_is_gone_leads_back(
    page: ApplicationPage, world: World, shown: int
) -> None:
    back, said = QSignalSpy(page.back), QSignalSpy(page.said)
    page.hand.remove_application()

    assert back.count() >= 1
    assert world.overview() == ()
    page.show_application(shown)
    assert said.at(said.count() - 1)[0].startswith("This application is no longer here.")
