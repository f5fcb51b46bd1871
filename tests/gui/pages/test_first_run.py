"""The first page: three fields, a file, or an example."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.playbook.values import StepState
from core.use_cases import history, steps
from gui.pages.first_run import FirstRunPage
from gui.theme import Theme
from tests.gui.pages.world import World, nameless, titles


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> FirstRunPage:
    page = FirstRunPage(theme, world)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


def test_three_fields_plan_the_next_steps(page: FirstRunPage, world: World, qtbot: QtBot) -> None:
    page.company.setText("Halvorsen Maritime")
    page.people.setText("Dr. Ingrid van der Berg")
    with qtbot.waitSignal(page.stored) as stored:
        page.plan.click()

    application = stored.args[0].application_id
    assert "Thank Dr. van der Berg" in titles(world, application, StepState.OPEN)
    assert "We noted one hour, ending 15:00; change it if it was longer." in world.labels[-1]


def test_enter_plans_too(page: FirstRunPage, world: World) -> None:
    page.company.setText("Halvorsen Maritime")
    QTest.keyClick(page.company, Qt.Key.Key_Return)

    assert len(world.overview()) == 1


def test_without_a_company_it_asks_for_one(page: FirstRunPage, world: World) -> None:
    page.plan.click()

    assert world.overview() == ()
    assert "missing" in page.company.accessibleDescription()
    assert page.plan.isEnabled()


def test_a_dropped_file_is_passed_on(page: FirstRunPage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/invitation.ics")])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(page.files_chosen) as chosen:
        page.drop.dropEvent(event)

    assert chosen.args == [[Path("/somewhere/invitation.ics")]]


def test_the_example_shows_steps_and_one_undo_takes_it_away(
    page: FirstRunPage, world: World, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.stored):
        page.example.click()
    assert len(world.overview()) == 2
    agenda = world.agenda()
    assert agenda is not None
    assert agenda.due_count > 0
    with world.database.session() as session:
        assert steps.claim_due(session, world.now()) == ()

    with world.database.session() as session:
        change = history.last_change(session)
        assert change is not None
        history.undo(session, change, world.now())

    assert world.overview() == ()


@pytest.mark.parametrize("size", [(720, 520), (1200, 800), (1440, 900)])
def test_it_fits_every_window(page: FirstRunPage, size: tuple[int, int]) -> None:
    page.resize(*size)

    assert (page.grab().width(), page.grab().height()) == size


def test_every_control_has_a_name(page: FirstRunPage) -> None:
    assert nameless(page) == []
