"""Today: what is due stands there with its one action, and the keyboard alone can do it all."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from core.agenda import AgendaStep
from core.playbook import values
from gui import actions
from gui.models.agenda import ROW_ROLE, MoreRow, Row, Section, SectionRow, StepRow
from gui.pages.today import STAY_MS, TodayPage
from gui.theme import Theme
from gui.widgets.agenda_view import AgendaView
from gui.widgets.toast import ABOVE_BOTTOM, Toast
from tests.gui.pages.world import World, nameless


@pytest.fixture
def page(world: World, theme: Theme, qtbot: QtBot) -> Iterator[TodayPage]:
    world.add()
    page = TodayPage(theme, world)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    world.ready.emit()
    follow(page, world)
    page.show()
    page.steps.setFocus()
    yield page
    page.hide()


def follow(page: TodayPage, world: World) -> None:
    """Show the agenda as it is, as the window does after each change."""
    agenda = world.agenda()
    assert agenda is not None
    page.take(agenda, world.now())


def rows(view: AgendaView) -> list[Row]:
    model = view.model()
    return [model.index(number, 0).data(ROW_ROLE) for number in range(model.rowCount())]


def titles(view: AgendaView) -> list[str]:
    return [row.step.title for row in rows(view) if isinstance(row, StepRow)]


def sections(view: AgendaView) -> list[str]:
    return [row.title for row in rows(view) if isinstance(row, SectionRow)]


def chosen(page: TodayPage) -> AgendaStep:
    step = page.steps.chosen
    assert step is not None
    return step


def test_what_is_due_stands_in_its_section_and_the_first_due_is_open(page: TodayPage) -> None:
    assert "Due now" in sections(page.steps)
    assert "Thank Dr. van der Berg" in titles(page.steps)
    assert chosen(page).title.startswith("Thank")


def test_the_sentence_counts_what_is_needed_and_releases_the_reader(page: TodayPage) -> None:
    sentence = page.header.sentence.text()
    assert sentence.startswith("Tuesday 12 May.")
    assert sentence.endswith("before this evening; the rest can wait.")


def test_a_row_says_when_and_on_hover_the_exact_moment(page: TodayPage, world: World) -> None:
    view = page.steps
    index = view.currentIndex()
    assert index.data(ROW_ROLE).time == "in 5 h"
    assert "Due on Tuesday 12 May 2026, 15:00 (Oslo)" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "Halvorsen Maritime" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_space_finishes_a_step_which_stays_a_moment_and_folds_away(
    page: TodayPage, world: World, qtbot: QtBot
) -> None:
    title = chosen(page).title
    QTest.keyClick(page.steps, Qt.Key.Key_Space)
    assert world.labels[-1] == f"Done: {title}"
    follow(page, world)
    assert title in titles(page.steps)
    qtbot.waitUntil(lambda: title not in titles(page.steps), timeout=STAY_MS * 10)
    assert sections(page.steps)[-1] == "Done today"


def test_what_is_done_can_be_unfolded_and_opened_again(
    page: TodayPage, world: World, qtbot: QtBot
) -> None:
    title = chosen(page).title
    QTest.keyClick(page.steps, Qt.Key.Key_Space)
    follow(page, world)
    qtbot.waitUntil(lambda: title not in titles(page.steps), timeout=STAY_MS * 10)
    QTest.keyClick(page.steps, Qt.Key.Key_End)
    QTest.keyClick(page.steps, Qt.Key.Key_Return)
    assert title in titles(page.steps)
    click(page, qtbot, title, ring=True)
    assert world.labels[-1] == f"Open again: {title}"


def test_enter_asks_for_the_main_action(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.acted) as acted:
        QTest.keyClick(page.steps, Qt.Key.Key_Return)
    assert acted.args[0].action == "write"


def test_delete_asks_why_a_step_is_skipped(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.skip_wanted) as wanted:
        QTest.keyClick(page.steps, Qt.Key.Key_Delete)
    assert wanted.args[0] == chosen(page)


def test_s_offers_the_moments_to_come_back(page: TodayPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.steps, Qt.Key.Key_S)
    menu = page.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "In 1 hour",
        "This evening, after the deadline",
        "Tomorrow morning, after the deadline",
        "Next business day, after the deadline",
        "Pick a time…",
    ]
    menu.close()


def test_a_snooze_past_the_deadline_keeps_it_in_sight(page: TodayPage, world: World) -> None:
    needed = page.header.sentence.text()
    step = chosen(page)
    page.steps.snoozed.emit(step, "tomorrow")
    follow(page, world)
    row = page.steps.currentIndex().data(ROW_ROLE)
    assert row.section is Section.LATER
    assert row.time == "Snoozed until tomorrow · due in 5 h"
    assert page.header.sentence.text() == needed
    tip = page.steps.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "Snoozed until Wednesday 13 May 2026" in tip
    assert "Due on Tuesday 12 May 2026, 15:00" in tip


@pytest.mark.parametrize(
    ("choice", "hours"),
    [("hour", 1), ("evening", 8.34), ("tomorrow", 23.34), ("business day", 23.34)],
)
def test_a_snoozed_step_waits_among_the_later_ones(
    page: TodayPage, world: World, choice: str, hours: float
) -> None:
    step = chosen(page)
    page.steps.snoozed.emit(step, choice)
    agenda = world.agenda()
    assert agenda is not None
    later = {each.id: each for each in (*agenda.later_today, *agenda.next_days)}
    waits = later[step.id].best - world.instant
    assert waits == pytest.approx(timedelta(hours=hours), abs=timedelta(minutes=1))
    follow(page, world)
    assert page.steps.currentIndex().data(ROW_ROLE).time.startswith("Snoozed until")


def test_picking_a_moment_is_asked_for(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.pick_wanted):
        page.steps.snoozed.emit(chosen(page), "pick")


def test_arrows_move_over_steps_only(page: TodayPage, qtbot: QtBot) -> None:
    seen = [chosen(page).title]
    for _ in range(3):
        QTest.keyClick(page.steps, Qt.Key.Key_Down)
        seen.append(chosen(page).title)
    assert len(set(seen)) == 4


def test_a_click_on_the_ring_finishes_and_one_on_the_row_opens_it(
    page: TodayPage, world: World, qtbot: QtBot
) -> None:
    click(
        page, qtbot, "Thank Mr. Okafor" if "Thank Mr. Okafor" in titles(page.steps) else other(page)
    )
    opened = chosen(page).title
    click(page, qtbot, opened, ring=True)
    assert world.labels[-1] == f"Done: {opened}"


def test_the_open_row_stays_open_when_the_list_is_read_again(
    page: TodayPage, world: World, qtbot: QtBot
) -> None:
    QTest.keyClick(page.steps, Qt.Key.Key_Down)
    before = chosen(page).id
    world.add("Lumen & Ash", days=3)
    follow(page, world)
    assert chosen(page).id == before


def test_time_passes_in_the_words_without_moving_anything(page: TodayPage, world: World) -> None:
    world.instant += timedelta(hours=1)
    follow(page, world)
    assert page.steps.currentIndex().data(ROW_ROLE).time == "in 4 h"


def test_interviews_ahead_and_what_they_owe_stand_beside_the_list(
    page: TodayPage, world: World
) -> None:
    ahead = world.add("Lumen & Ash", days=2)
    quiet = world.add("Tidewell Press", days=-9)
    world.happened(
        quiet.application_id, values.Reply(at=world.instant, reply=values.ReplyKind.VAGUE)
    )
    follow(page, world)
    names = [widget.accessibleName() for widget in page.findChildren(QWidget)]
    assert any(name.startswith("Lumen & Ash, First round, on site") for name in names)
    assert any(name.startswith("Tidewell Press") for name in names)
    assert ahead.application_id != quiet.application_id


def test_narrow_windows_put_the_aside_below_and_the_next_interview_under_the_title(
    page: TodayPage, world: World
) -> None:
    world.add("Lumen & Ash", days=2)
    follow(page, world)
    page.resize(760, 700)
    assert not page._next_line.isHidden()
    assert page._next_line.text().startswith("Coming up: Lumen & Ash, first round, on site")
    page.resize(1400, 700)
    assert page._next_line.isHidden()


def test_an_empty_day_says_when_the_next_step_comes(
    world: World, theme: Theme, qtbot: QtBot
) -> None:
    page = TodayPage(theme, world)
    qtbot.addWidget(page)
    follow(page, world)
    assert not page.empty.isHidden()
    assert page.empty.headline.text() == "Nothing needs you today."
    assert page.header.sentence.text() == "Tuesday 12 May. Nothing needs you today."


def test_a_long_list_shows_its_first_rows_and_the_rest_on_demand(
    page: TodayPage, world: World, qtbot: QtBot
) -> None:
    for number in range(12):
        world.add(f"Company {number}")
    follow(page, world)
    more = [number for number, row in enumerate(rows(page.steps)) if isinstance(row, MoreRow)]
    assert more
    before = len(titles(page.steps))
    page.steps.setCurrentIndex(page.steps.model().index(more[0], 0))
    QTest.keyClick(page.steps, Qt.Key.Key_Return)
    assert len(titles(page.steps)) > before


def test_every_control_has_a_name(page: TodayPage) -> None:
    assert nameless(page) == []


def test_the_buttons_of_the_open_row_name_their_step(page: TodayPage) -> None:
    names = {widget.accessibleName() for widget in page.findChildren(QWidget)}
    assert f"Done: {chosen(page).title}" in names


def other(page: TodayPage) -> str:
    return next(title for title in titles(page.steps) if title != chosen(page).title)


def click(page: TodayPage, qtbot: QtBot, title: str, *, ring: bool = False) -> None:
    """Click on the row of that title, or on its check ring."""
    view = page.steps
    number = next(
        n
        for n, row in enumerate(rows(view))
        if isinstance(row, StepRow) and row.step.title == title
    )
    rect = view.visualRect(view.model().index(number, 0))
    row = rows(view)[number]
    assert isinstance(row, StepRow)
    parts = view._painter.geometry(row, rect, chosen=view._painter.chosen.row() == number)
    place = (
        parts.ring.center() if ring else QPoint(parts.title.left() + 4, parts.title.center().y())
    )
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_home_and_end_lead_to_the_first_and_the_last_row(page: TodayPage) -> None:
    QTest.keyClick(page.steps, Qt.Key.Key_End)
    assert chosen(page).title == titles(page.steps)[-1]

    QTest.keyClick(page.steps, Qt.Key.Key_Home)

    assert chosen(page).title == titles(page.steps)[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_S])
def test_what_is_undone_is_chosen_again_and_has_the_keyboard(
    page: TodayPage, world: World, qtbot: QtBot, key: Qt.Key
) -> None:
    step = chosen(page)
    if key == Qt.Key.Key_Space:
        page.finish(step)
        qtbot.wait(STAY_MS + 100)
    else:
        world.write(actions.snooze_for, step.id, "tomorrow")
    follow(page, world)
    page.steps.choose(page.steps.model().index(page.steps.model().rowCount() - 1, 0))
    page.add_button.setFocus()

    world.undo_last()
    follow(page, world)

    assert chosen(page).id == step.id
    assert page.steps.hasFocus()


def test_a_snooze_says_until_when_it_rests(page: TodayPage, world: World) -> None:
    step = chosen(page)
    world.write(actions.snooze_for, step.id, "hour")
    assert world.labels[-1] == f"Snoozed until 10:40: {step.title}"

    world.write(actions.snooze_for, step.id, "tomorrow")

    assert world.labels[-1].startswith("Snoozed until tomorrow, ")


def test_the_last_row_can_be_scrolled_above_a_toast(page: TodayPage) -> None:
    below = page._split.contentsMargins().bottom()
    toast = Toast(page._theme, page)
    toast.say("Done.", ("undo", "Undo"))
    assert below >= toast.height() + ABOVE_BOTTOM
