"""How much is prepared of an interview ahead stands beside Today, once the database is open."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.use_cases import preparation
from core.use_cases.interviews import Stored
from gui.pages.today import TodayPage
from gui.prepare import actions
from gui.theme import Theme
from gui.widgets.aside import AsideRow
from tests.gui.pages.world import World


@pytest.fixture
def stored(world: World) -> Stored:
    world.add("Lumen & Ash", days=12)
    return world.add(days=8)


@pytest.fixture
def page(world: World, stored: Stored, theme: Theme, qtbot: QtBot) -> Iterator[TodayPage]:
    page = TodayPage(theme, world)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    follow(page, world)
    yield page
    page.hide()


def follow(page: TodayPage, world: World) -> None:
    agenda = world.agenda()
    assert agenda is not None
    page.take(agenda, world.now())


def rows(page: TodayPage) -> list[AsideRow]:
    return [row for row in page._coming._rows if isinstance(row, AsideRow)]


def told(page: TodayPage) -> list[str]:
    return [row.accessibleDescription() for row in rows(page)]


def test_nothing_is_counted_while_the_database_rests(page: TodayPage, world: World) -> None:
    assert told(page) == ["", ""]
    world.warmed.emit()
    first, second = told(page)
    assert first.endswith(" prepared")
    assert second.endswith(" prepared")


def test_a_tick_counts_at_once_and_stays_when_the_agenda_is_shown_again(
    page: TodayPage, world: World, stored: Stored
) -> None:
    world.warmed.emit()
    before = told(page)[0]
    height = rows(page)[0].sizeHint().height()
    world.write(actions.tick, stored.interview_id, "logistics/agenda", True)
    after = told(page)[0]
    assert int(after.split()[0]) == int(before.split()[0]) + 1
    assert after.split()[1:] == before.split()[1:]
    follow(page, world)
    assert told(page)[0] == after
    assert rows(page)[0].sizeHint().height() == height
    assert not page._coming.grab().isNull()


def test_what_is_counted_is_what_the_checklist_says(world: World, stored: Stored) -> None:
    with world.database.reading() as session:
        counts = preparation.prepared(session, (stored.interview_id,), world.now())
        whole = preparation.preparation(session, stored.interview_id, world.now())
    assert counts == {stored.interview_id: (whole.checklist.done, whole.checklist.total)}
