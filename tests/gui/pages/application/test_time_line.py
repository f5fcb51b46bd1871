"""The rows of the time line: done, skipped, snoozed, moved, removed, by button and by key."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from core.playbook import values
from core.playbook.values import StepState
from gui.dialogs.skip import SkipDialog
from gui.dialogs.snooze import MoveDialog, SnoozeDialog
from gui.hand_over import HandOvers
from gui.models.timeline_marks import Mark
from gui.pages.application import ApplicationPage
from gui.widgets.row_actions import RowAction
from tests.gui.pages.application.stage import buttons, dialog_of, press, rows, select
from tests.gui.pages.world import World, titles


def test_done_in_the_time_line_closes_the_step(
    page: ApplicationPage, world: World, shown: int
) -> None:
    select(page, "Thank Tomas Okafor")
    press(page, RowAction.DONE)

    assert "Thank Tomas Okafor" in titles(world, shown, StepState.DONE)


def test_what_was_done_by_hand_can_be_opened_again(
    page: ApplicationPage, world: World, shown: int
) -> None:
    select(page, "Thank Tomas Okafor")
    press(page, RowAction.DONE)
    select(page, "Thank Tomas Okafor")
    press(page, RowAction.REOPEN)

    assert "Thank Tomas Okafor" in titles(world, shown, StepState.OPEN)


def test_a_step_is_skipped_with_a_reason(page: ApplicationPage, world: World, shown: int) -> None:
    select(page, "Thank Tomas Okafor")
    press(page, RowAction.SKIP)
    dialog = dialog_of(SkipDialog)
    assert isinstance(dialog, SkipDialog)
    dialog.reason.setText("we met at lunch")
    dialog.main.click()

    skipped = next(e for e in world.detail(shown).timeline if e.state is StepState.SKIPPED)
    assert (skipped.title, skipped.note) == ("Thank Tomas Okafor", "We met at lunch")


def test_a_step_is_snoozed_until_a_picked_moment(
    page: ApplicationPage, world: World, shown: int
) -> None:
    entry = next(row.entry for row in rows(page) if row.title == "Thank Tomas Okafor")
    assert entry is not None
    page.hand.snooze(entry, "pick")
    dialog = dialog_of(SnoozeDialog)
    assert isinstance(dialog, SnoozeDialog)
    dialog.field.set_wall(world.wall - timedelta(days=1))
    dialog.main.click()
    assert dialog.isVisible()
    assert "passed" in dialog.row.field.accessibleDescription()

    dialog.field.set_wall(world.wall + timedelta(hours=3))
    dialog.main.click()

    snoozed = next(e for e in world.detail(shown).timeline if e.snoozed_until is not None)
    assert snoozed.snoozed_until == world.instant + timedelta(hours=3)


def test_a_step_is_snoozed_for_an_hour(page: ApplicationPage, world: World, shown: int) -> None:
    entry = next(row.entry for row in rows(page) if row.title == "Thank Tomas Okafor")
    assert entry is not None

    page.hand.snooze(entry, "hour")

    snoozed = next(e for e in world.detail(shown).timeline if e.snoozed_until is not None)
    assert snoozed.snoozed_until == world.instant + timedelta(hours=1)


def test_a_step_is_moved_by_hand(page: ApplicationPage, world: World, shown: int) -> None:
    select(page, "A good day to follow up")
    press(page, RowAction.MOVE)
    dialog = dialog_of(MoveDialog)
    assert isinstance(dialog, MoveDialog)
    dialog.field.set_wall(world.wall + timedelta(days=9))
    dialog.main.click()

    moved = next(e for e in world.detail(shown).timeline if e.moved)
    assert moved.due == (world.instant + timedelta(days=9))


def test_what_did_not_happen_after_all_is_removed(
    page: ApplicationPage, world: World, shown: int
) -> None:
    world.happened(shown, values.Incident(at=world.instant - timedelta(hours=1), what="rain"))
    page.refresh()
    happened = next(row for row in rows(page) if row.mark is Mark.NEUTRAL)
    select(page, happened.title)
    page.timeline.setFocus()
    place = page.timeline.currentIndex().row()
    press(page, RowAction.REMOVE)

    assert not [row for row in rows(page) if row.mark is Mark.NEUTRAL]
    assert page.timeline.hasFocus()
    assert page.timeline.currentIndex().row() == place


def test_keys_act_on_the_selected_row(
    page: ApplicationPage, world: World, shown: int, qtbot: QtBot
) -> None:
    select(page, "Thank Tomas Okafor")
    with qtbot.waitSignal(page.acted):
        QTest.keyClick(page.timeline, Qt.Key.Key_Return)
    QTest.keyClick(page.timeline, Qt.Key.Key_Space)

    assert "Thank Tomas Okafor" in titles(world, shown, StepState.DONE)


def test_the_main_action_of_a_step_is_a_button_of_its_row(
    page: ApplicationPage, shown: int, qtbot: QtBot
) -> None:
    select(page, "Thank Tomas Okafor")
    button = next(b for b in buttons(page) if b.action is RowAction.ACT)
    assert (button.isVisible(), button.text()) == (True, "Write")

    with qtbot.waitSignal(page.acted):
        button.click()


def test_nobody_arrives_three_days_ahead(page: ApplicationPage, world: World) -> None:
    application = world.add(days=3).application_id
    page.show_application(application)
    leave = next(row for row in rows(page) if row.title.startswith("Leave by"))
    acted = QSignalSpy(page.acted)
    select(page, leave.title)
    QTest.keyClick(page.timeline, Qt.Key.Key_Return)
    assert acted.count() == 0
    assert RowAction.ACT not in [b.action for b in buttons(page)]

    world.instant += timedelta(days=3)
    page.refresh()
    select(page, leave.title)
    QTest.keyClick(page.timeline, Qt.Key.Key_Return)

    assert acted.count() == 1
    assert "I am there" in [b.text() for b in buttons(page)]


def test_arriving_counts_only_around_the_interview_and_closes_its_step(
    page: ApplicationPage, world: World
) -> None:
    application = world.add(days=3).application_id
    leave = next(e for e in world.detail(application).timeline if e.title.startswith("Leave by"))
    assert leave.step_id is not None
    hands = HandOvers(world)
    opened = QSignalSpy(hands.open_application)

    hands.act_on(leave.step_id)
    assert opened.count() == 1
    assert leave.title in titles(world, application, StepState.OPEN)

    world.instant += timedelta(days=3)
    hands.act_on(leave.step_id)

    assert opened.count() == 1
    assert leave.title in titles(world, application, StepState.DONE)


def test_buttons_of_a_narrow_row_stand_in_lines(page: ApplicationPage, shown: int) -> None:
    page.timeline.setFixedWidth(300)
    page.timeline.set_narrow(True)
    select(page, "Thank Tomas Okafor")

    bar = page.timeline.viewport().rect()
    for button in buttons(page):
        corner = button.mapTo(page.timeline.viewport(), button.rect().topRight())
        assert 0 < corner.x() <= bar.right()


def test_an_interview_that_is_called_off_stays_with_its_mark(
    page: ApplicationPage, world: World, shown: int
) -> None:
    interview = next(row for row in rows(page) if row.mark is Mark.INTERVIEW)
    select(page, interview.title)
    press(page, RowAction.CALL_OFF)

    assert not [row for row in rows(page) if row.mark is Mark.INTERVIEW]
    assert [row for row in rows(page) if row.title == interview.title]
