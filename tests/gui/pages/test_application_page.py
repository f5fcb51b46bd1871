"""One application: its time line, what happened just now, its people, and its dialogs."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.playbook import values
from core.playbook.values import StepState
from gui.dialogs.application import ApplicationDialog
from gui.dialogs.interview import InterviewDialog
from gui.dialogs.person import PersonDialog
from gui.dialogs.skip import SkipDialog
from gui.dialogs.snooze import MoveDialog, SnoozeDialog
from gui.hand_over import HandOvers
from gui.models.happenings import Happening
from gui.models.timeline import TimelineRow
from gui.models.timeline_marks import Mark
from gui.pages.application import ApplicationPage
from gui.theme import Theme
from gui.widgets.people_card import PersonRow
from gui.widgets.row_actions import ActionButton, RowAction
from gui.widgets.toast import ROOM
from tests.gui.pages.world import World, nameless, titles


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> ApplicationPage:
    page = ApplicationPage(theme, world)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    return page


@pytest.fixture
def shown(page: ApplicationPage, world: World) -> int:
    """The page shows an interview of yesterday; gives the application's id."""
    stored = world.add()
    page.show_application(stored.application_id)
    return stored.application_id


def rows(page: ApplicationPage) -> list[TimelineRow]:
    return list(page.timeline.rows)


def select(page: ApplicationPage, title: str) -> None:
    number = next(i for i, row in enumerate(rows(page)) if row.title == title)
    page.timeline.setCurrentIndex(page.timeline.model().index(number, 0))


def press(page: ApplicationPage, action: RowAction) -> None:
    button = next(b for b in page.timeline.findChildren(ActionButton) if b.action is action)
    button.click()


def buttons(page: ApplicationPage) -> list[ActionButton]:
    return page.timeline.findChildren(ActionButton)


def dialog_of(kind: type) -> object:
    return next(w for w in QApplication.topLevelWidgets() if type(w) is kind and w.isVisible())


# ------------------------------------------------------------------ what it shows


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


# ------------------------------------------------------------------ rows of the time line


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


# ------------------------------------------------------------------ people and interviews


def test_a_person_is_added_changed_and_removed(
    page: ApplicationPage, world: World, shown: int
) -> None:
    page.add_person.click()
    dialog = dialog_of(PersonDialog)
    assert isinstance(dialog, PersonDialog)
    dialog.main.click()
    assert dialog.isVisible()
    assert "missing" in dialog.name.accessibleDescription()
    dialog.name.setText("Paul Moreau")
    dialog.part.choose(values.Part.REFEREE)
    dialog.consent.choose(values.Consent.YES)
    dialog.main.click()
    paul = next(p for p in world.detail(shown).people if p.name == "Paul Moreau")
    assert (paul.part, paul.consent) == (values.Part.REFEREE, values.Consent.YES)

    page.hand.edit_person(paul.id)
    dialog = dialog_of(PersonDialog)
    assert isinstance(dialog, PersonDialog)
    assert dialog.name.text() == "Paul Moreau"
    dialog.remove.click()

    assert "Paul Moreau" not in [p.name for p in world.detail(shown).people]


def test_people_are_shown_with_what_is_known(page: ApplicationPage, shown: int) -> None:
    people = page.people.findChildren(PersonRow)

    assert [row.text() for row in people] == ["Dr. Ingrid van der Berg", "Tomas Okafor"]
    assert "spelling not confirmed yet" in people[0].accessibleDescription()


def test_an_interview_moves_and_its_steps_follow(
    page: ApplicationPage, world: World, shown: int
) -> None:
    interview = world.detail(shown).interviews[0]
    page.hand.edit_interview(interview.id)
    dialog = dialog_of(InterviewDialog)
    assert isinstance(dialog, InterviewDialog)
    assert dialog.people.text() == "Dr. Ingrid van der Berg, Tomas Okafor"
    dialog.start.set_wall(world.wall + timedelta(days=3))
    dialog.main.click()

    moved = world.detail(shown).interviews[0]
    assert moved.start == (world.instant + timedelta(days=3))
    assert len(moved.people) == 2
    assert "Pack, and plan the way" in titles(world, shown, StepState.OPEN)


def test_a_next_round_begins_with_what_is_known(
    page: ApplicationPage, world: World, shown: int
) -> None:
    page.hand.add_interview()
    dialog = dialog_of(InterviewDialog)
    assert isinstance(dialog, InterviewDialog)
    assert not dialog.company.isEnabled()
    dialog.main.click()

    assert [i.round for i in world.detail(shown).interviews] == [1, 2]


# ------------------------------------------------------------------ size, names, language


def test_every_control_has_a_name(page: ApplicationPage, shown: int) -> None:
    page.what_happened.more.click()
    for happening in Happening:
        page.what_happened.ask(happening)
        assert nameless(page) == []


@pytest.mark.parametrize("width", [640, 720, 900, 1400])
def test_it_fits_every_width(page: ApplicationPage, shown: int, width: int) -> None:
    page.resize(width, 520)

    assert page.grab().width() == width


def test_names_in_any_script_and_length_are_shown(
    page: ApplicationPage, world: World, qapp: QApplication
) -> None:
    stored = world.add("ש" * 500, role="🚢" * 200)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page.show_application(stored.application_id)
        assert page.grab().width() == page.width()
        assert page.header.width() <= page.width()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


# ------------------------------------------------------------------ room


def width_of(page: ApplicationPage, width: int) -> None:
    page.resize(width, 600)
    page.narrowed()


def test_columns_stand_beside_each_other_down_to_what_a_window_of_900_leaves(
    page: ApplicationPage, shown: int, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sidebar = 208
    monkeypatch.setattr(page, "window_under", lambda pixels: page.width() + sidebar < pixels)
    width_of(page, 900 - sidebar)

    timeline, card = page.timeline, page.what_happened
    assert timeline.mapTo(page, QPoint()).x() < card.mapTo(page, QPoint()).x()
    qtbot.waitUntil(lambda: card.mapTo(page, card.rect().bottomRight()).x() < page.width())

    width_of(page, 890 - sidebar)
    qtbot.waitUntil(lambda: page.body.verticalScrollBar().maximum() > 0)
    tops = [part.mapTo(page, QPoint()).y() for part in (card, timeline, page.people)]
    assert tops == sorted(tops)


def test_the_last_row_of_the_time_line_can_be_scrolled_above_a_toast(
    page: ApplicationPage, shown: int
) -> None:
    width_of(page, 1200)
    timeline = page.timeline
    timeline.verticalScrollBar().setValue(timeline.verticalScrollBar().maximum())

    last = timeline.visualRect(timeline.model().index(len(rows(page)) - 1, 0))
    assert timeline.viewport().height() - last.bottom() >= ROOM // 2


def test_wishes_leave_the_title_its_room_and_elided_facts_tell_the_rest(
    page: ApplicationPage, shown: int
) -> None:
    header = page.header
    header.show_flags(("Only through the recruiter", "No contact wished"))
    header.title.set_text("Senior Operations Planner for the whole of the North Sea " * 3)
    width_of(page, 700)

    assert header.title.width() > 200
    assert header.title.toolTip() == header.title.text()
    header.title.set_text("Planner")
    width_of(page, 720)
    assert header.title.toolTip() == ""


@pytest.mark.parametrize("happening", [Happening.REPLIED, Happening.WRONG_NAME])
def test_in_a_small_window_an_opened_question_is_in_sight_as_a_whole(
    page: ApplicationPage, shown: int, happening: Happening
) -> None:
    page.resize(860, 600)
    QApplication.processEvents()

    page.what_happened.ask(happening)
    for _ in range(4):
        QApplication.processEvents()

    assert page.body.right.verticalScrollBar().maximum() == 0
    button = page.what_happened.note_it
    assert button.visibleRegion().boundingRect().size() == button.size()
