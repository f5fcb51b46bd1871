"""The list of applications: what stands in it, how it is narrowed, and where a click leads."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from core.playbook import values
from core.playbook.values import ApplicationState, ReplyKind
from gui.models.applications import Group
from gui.models.board import MIME
from gui.pages.applications import BOARD, ApplicationsPage
from gui.theme import Theme
from tests.gui.pages.world import World, nameless

NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> ApplicationsPage:
    page = ApplicationsPage(theme, world)
    qtbot.addWidget(page)
    page.resize(992, 800)
    return page


def companies(page: ApplicationsPage) -> list[str]:
    model = page.list.model()
    found: list[str] = []
    for group in range(model.rowCount()):
        parent = model.index(group, 0)
        texts = (str(model.index(row, 0, parent).data()) for row in range(model.rowCount(parent)))
        found.extend(text.rpartition(", ")[2] for text in texts)
    return found


def groups(page: ApplicationsPage) -> list[str]:
    model = page.list.model()
    return [str(model.index(group, 0).data()) for group in range(model.rowCount())]


def three_of_each(world: World) -> None:
    world.add("Halvorsen Maritime")
    world.add("Lumen & Ash", 9, role="Studio Manager")
    gone = world.add("Nordkap Foods", -9, role="Supply Analyst").application_id
    world.happened(gone, values.Withdrawal(at=world.instant - timedelta(days=2)))
    world.skip_all(gone)


def test_an_empty_list_says_what_belongs_there_and_has_the_button(
    page: ApplicationsPage, qtbot: QtBot
) -> None:
    page.show()

    assert page.empty.isVisible()
    assert page.empty.headline.text() == "Your applications will stand here."
    with qtbot.waitSignal(page.add_interview):
        page.empty.button.click()


def test_applications_stand_in_their_groups(page: ApplicationsPage, world: World) -> None:
    three_of_each(world)
    page.show()

    assert [row.partition(",")[0] for row in groups(page)] == [
        "Needs you",
        "On their way",
        "Closed",
    ]
    assert companies(page)[0] == "Halvorsen Maritime"
    assert page.header.sentence.text().startswith("Two are open. One needs something")


def test_the_filter_finds_by_any_part_without_accents(page: ApplicationsPage, world: World) -> None:
    world.add("Café Ölmühle")
    world.add("Globex")
    page.show()

    page.filter.setText("olmuhle cafe")
    assert companies(page) == ["Café Ölmühle"]

    page.filter.setText("nobody")
    assert page.no_match.isVisible()

    page.filter.clear()
    assert len(companies(page)) == 2


def test_needs_me_leaves_only_what_needs_the_user(page: ApplicationsPage, world: World) -> None:
    three_of_each(world)
    page.show()

    page.needs_me.click()

    assert companies(page) == ["Halvorsen Maritime"]
    assert page.needs_me.isChecked()


def test_one_state_can_be_chosen(page: ApplicationsPage, world: World) -> None:
    three_of_each(world)
    page.show()
    menu = page.state_button.menu()

    chosen = next(
        action for action in menu.actions() if action.data() == ApplicationState.WITHDRAWN.value
    )
    chosen.trigger()

    assert companies(page) == ["Nordkap Foods"]
    assert page.state_button.text() == "State: Withdrawn"


def test_a_click_on_the_header_sorts_within_the_groups(
    page: ApplicationsPage, world: World
) -> None:
    world.add("Zeta", role="A")
    world.add("Alpha", role="B")
    page.show()

    page.list.header().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    assert companies(page) == ["Zeta", "Alpha"]

    page.list.header().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    assert companies(page) == ["Alpha", "Zeta"]


def test_enter_opens_the_selected_application(
    page: ApplicationsPage, world: World, qtbot: QtBot
) -> None:
    stored = world.add()
    page.show()
    page.list.select(stored.application_id)

    with qtbot.waitSignal(page.open_application) as opened:
        QTest.keyClick(page.list, Qt.Key.Key_Return)

    assert opened.args == [stored.application_id]


def test_a_click_opens_an_application_but_not_a_group(
    page: ApplicationsPage, world: World, qtbot: QtBot
) -> None:
    world.add()
    page.show()
    spy = QSignalSpy(page.open_application)
    model = page.list.model()
    group = page.list.visualRect(model.index(0, 0)).center()
    row = page.list.visualRect(model.index(0, 0, model.index(0, 0))).center()

    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, group)
    assert spy.count() == 0
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, row)
    assert spy.count() == 1


def test_what_is_written_elsewhere_appears(page: ApplicationsPage, world: World) -> None:
    page.show()
    world.add("Globex")
    world.changed.emit(_nothing_to_undo())

    assert companies(page) == ["Globex"]


def test_the_selection_stays_when_the_list_is_read_again(
    page: ApplicationsPage, world: World
) -> None:
    world.add("Alpha")
    second = world.add("Beta").application_id
    page.show()
    page.list.select(second)

    page.refresh()

    assert page.list.selected_id() == second


def test_the_board_has_a_column_for_each_state(page: ApplicationsPage, world: World) -> None:
    three_of_each(world)
    page.show()

    page.view_choice.choose(BOARD)
    page.view_choice.chosen.emit(BOARD)

    assert page.board.isVisible()
    counts = {state: view.model().rowCount() for state, view in page.board.views.items()}
    assert counts[ApplicationState.WITHDRAWN] == 1
    assert counts[ApplicationState.SCHEDULED] == 1
    assert sum(counts.values()) == 3


def test_a_dropped_card_opens_the_fitting_question_and_changes_nothing(
    page: ApplicationsPage, world: World
) -> None:
    stored = world.add()
    page.show()
    spy = QSignalSpy(page.ask_happening)
    data = QMimeData()
    data.setData(MIME, str(stored.application_id).encode())

    page.board.views[ApplicationState.OFFER].dropEvent(_drop(data))

    assert list(spy.at(0)) == [stored.application_id, "offer"]
    assert world.labels == []


def test_waiting_applications_say_for_what(page: ApplicationsPage, world: World) -> None:
    stored = world.add("Tidewell Press", -4)
    world.skip_all(stored.application_id)
    reply = values.Reply(at=world.instant, reply=ReplyKind.DATE, decision_date=date(2026, 5, 22))
    world.happened(stored.application_id, reply)
    page.show()

    assert [row.group.value for row in world.overview()] == [Group.ON_THEIR_WAY.value]
    model = page.list.model()
    text = str(model.index(0, 2, model.index(0, 0)).data())
    assert text.startswith("Nothing to do; decision by 22 May")


def test_long_and_foreign_names_do_no_harm(page: ApplicationsPage, world: World) -> None:
    world.add("x" * 500, role="שלום 🚢 " * 20)
    page.show()
    page.resize(640, 520)

    assert page.grab().width() == 640


def test_every_control_has_a_name(page: ApplicationsPage, world: World) -> None:
    three_of_each(world)
    page.show()

    assert nameless(page) == []


def _nothing_to_undo() -> object:
    from gui.desk import Changed

    return Changed()


def _drop(data: QMimeData) -> QDropEvent:
    return QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
