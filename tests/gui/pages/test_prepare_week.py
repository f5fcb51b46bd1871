"""The week of the hunt on the page: counted, aimed at, and looked back on."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.playbook import values
from core.preparation.hunt_week import Effort
from gui.pages.prepare import WEEK, PreparePage
from gui.prepare.week_tab import WeekTab
from gui.theme import Theme
from tests.gui.pages.world import World


@pytest.fixture
def page(world: World, theme: Theme, qtbot: QtBot) -> PreparePage:
    world.add()
    page = PreparePage(theme, world)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show_part(WEEK)
    page.show()
    return page


@pytest.fixture
def tab(page: PreparePage) -> WeekTab:
    tab = page.tab(WEEK)
    assert isinstance(tab, WeekTab)
    return tab


def count(tab: WeekTab, effort: Effort) -> str:
    return tab.rows[effort].count.text()


def test_counting_is_one_press_and_can_be_undone(tab: WeekTab, world: World) -> None:
    row = tab.rows[Effort.APPLICATIONS]
    assert count(tab, Effort.APPLICATIONS) == "0 of 3"
    assert not row.buttons[0].isEnabled()
    row.buttons[1].click()
    assert count(tab, Effort.APPLICATIONS) == "1 of 3"
    assert tab.sentence.text() == "A beginning is made. There is time until Sunday."
    row.buttons[0].click()
    assert count(tab, Effort.APPLICATIONS) == "0 of 3"
    world.undo_last()
    assert count(tab, Effort.APPLICATIONS) == "1 of 3"


def test_research_is_counted_in_quarters_and_hours(tab: WeekTab) -> None:
    less, quarter, hour = tab.rows[Effort.RESEARCH].buttons
    hour.click()
    quarter.click()
    assert count(tab, Effort.RESEARCH) == "1 h 15 min of 4 h"
    less.click()
    assert count(tab, Effort.RESEARCH) == "1 h of 4 h"


def test_another_aim_is_kept(tab: WeekTab, world: World) -> None:
    tab.rows[Effort.RESEARCH].target.setValue(1)
    tab.rows[Effort.CONTACTS].target.setValue(0)
    assert count(tab, Effort.RESEARCH) == "0 min of 1 h"
    assert count(tab, Effort.CONTACTS) == "0"
    assert world.labels == ["Settings changed", "Settings changed"]


def test_the_weeks_before_can_be_looked_at_and_counted(tab: WeekTab, world: World) -> None:
    assert tab.title.text() == "This week"
    assert not tab.after.isEnabled()
    tab.before.click()
    assert tab.title.text() == "Last week"
    tab.rows[Effort.CONTACTS].buttons[1].click()
    assert count(tab, Effort.CONTACTS) == "1 of 3"
    tab.before.click()
    assert tab.title.text() == "27 April – 3 May"
    tab.after.click()
    tab.after.click()
    assert tab.title.text() == "This week"
    (earlier,) = tab.earlier.rows
    assert earlier.entry.words == "4 May – 10 May"
    tab.before.click()
    tab.show_this_week()
    tab.refresh()
    assert tab.title.text() == "This week"


def test_a_single_application_for_a_week_is_told_of_and_an_acceptance_ends_it(
    tab: WeekTab, world: World
) -> None:
    assert tab.warning.isHidden()
    world.instant += timedelta(days=10)
    tab.refresh()
    assert "only Halvorsen Maritime is still under way" in tab.warning_words.text()
    assert not tab.warning.isHidden()
    world.happened(1, values.Acceptance(at=world.instant))
    tab.refresh()
    assert tab.warning.isHidden()
    assert tab.sentence.text().startswith("You accepted an offer.")


def test_a_week_begins_on_its_monday(tab: WeekTab) -> None:
    assert tab._hunt is not None
    assert tab._hunt.week.monday == date(2026, 5, 11)


def test_on_monday_the_week_is_the_new_one_also_where_nothing_was_changed(
    page: PreparePage, tab: WeekTab, world: World
) -> None:
    tab.rows[Effort.APPLICATIONS].buttons[1].click()
    page.hide()
    world.instant += timedelta(days=7)
    page.show()
    assert tab.title.text() == "This week"
    assert tab.days.text() == "18 May – 24 May"
    assert count(tab, Effort.APPLICATIONS) == "0 of 3"


def test_a_window_that_stood_open_over_sunday_shows_the_new_week_to_who_comes_back(
    page: PreparePage, tab: WeekTab, world: World
) -> None:
    other = QWidget()
    other.show()
    other.activateWindow()
    QApplication.processEvents()
    world.instant += timedelta(days=7)
    page.activateWindow()
    QApplication.processEvents()
    other.close()
    assert tab.days.text() == "18 May – 24 May"
