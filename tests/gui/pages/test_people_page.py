"""People: everybody in one list, the card of one beside it, and what can be done from there."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.playbook.values import Contact
from gui.dialogs.person import PersonDialog
from gui.pages.people import PeoplePage
from gui.theme import Theme
from gui.widgets.labels import Label
from tests.gui.pages.world import OKAFOR, VAN_DER_BERG, World, nameless


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> PeoplePage:
    page = PeoplePage(theme, world)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    return page


@pytest.fixture
def shown(page: PeoplePage, world: World) -> PeoplePage:
    """Two companies, each with the same two people."""
    world.add("Halvorsen Maritime")
    world.add("Lumen & Ash", days=3)
    page.show()
    return page


def names(page: PeoplePage) -> list[str]:
    model = page.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def facts(page: PeoplePage) -> list[str]:
    QApplication.processEvents()  # new lines are shown by the event loop
    return [label.text() for label in page.card.findChildren(Label) if label.isVisible()]


def test_everybody_stands_in_one_list_with_the_first_ones_card(shown: PeoplePage) -> None:
    assert len(names(shown)) == 4
    assert names(shown)[0] == f"Dr. {VAN_DER_BERG.name}"
    assert "Four people." in shown.header.sentence.text()
    assert {"Halvorsen Maritime", "First round", "yesterday"} <= set(facts(shown))


def test_the_filter_finds_by_job_and_company_without_accents(shown: PeoplePage) -> None:
    shown.filter.setText("lumen plannìng")

    assert names(shown) == [f"Dr. {VAN_DER_BERG.name}"]
    assert "Lumen & Ash" in facts(shown)

    shown.filter.setText("nobody at all")
    assert names(shown) == []
    assert shown.no_match.isVisible()


def test_enter_and_the_button_lead_to_the_application(shown: PeoplePage) -> None:
    opened = QSignalSpy(shown.open_application)

    QTest.keyClick(shown.list, Qt.Key.Key_Return)
    QTest.keyClick(shown.list, Qt.Key.Key_End)
    shown.card.open.click()

    assert [opened.at(number)[0] for number in range(opened.count())] == [1, 2]


def test_the_card_is_changed_and_the_list_follows(shown: PeoplePage) -> None:
    shown.card.edit.click()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PersonDialog))
    dialog.name.setText("Ingrid van den Berg")
    dialog.main.click()

    assert names(shown)[0] == "Dr. Ingrid van den Berg"
    assert "Dr. Ingrid van den Berg" in facts(shown)


def test_a_message_is_begun_to_the_selected_person(shown: PeoplePage, world: World) -> None:
    wanted = QSignalSpy(shown.draft_wanted)
    shown.card.write.click()
    menu = next(menu for menu in shown.findChildren(QMenu) if menu.isVisible())
    menu.actions()[0].trigger()
    menu.close()

    assert wanted.count() == 1
    assert world.troubles == []


def test_the_selection_stays_when_something_changes(shown: PeoplePage, world: World) -> None:
    QTest.keyClick(shown.list, Qt.Key.Key_End)
    kept = shown.list.selected_id()

    world.write(_note_contact, then=None)

    assert shown.list.selected_id() == kept


def _note_contact(session: object, now: object) -> None:
    """Nothing: `changed` follows every write."""


def test_without_anybody_the_page_says_what_belongs_here(page: PeoplePage) -> None:
    wanted = QSignalSpy(page.add_wanted)
    page.show()

    assert page.empty.isVisible()
    assert not page.filter.isVisible()
    page.empty.button.click()
    assert wanted.count() == 1


def test_a_narrow_window_keeps_the_list_alone(shown: PeoplePage) -> None:
    shown.resize(700, 520)

    assert not shown.card.isVisible()
    assert shown.list.isVisible()


def test_every_control_has_a_name(shown: PeoplePage) -> None:
    assert nameless(shown) == []
    model = shown.list.model()
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert OKAFOR.job in str(spoken)
    assert "last contact yesterday" in str(spoken)


def test_names_of_any_length_and_script_are_shown(page: PeoplePage, world: World) -> None:
    stored = world.add("مؤسسة النور " * 30)
    world.happened(stored.application_id, Contact(at=world.instant))
    page.show()

    assert len(names(page)) == 2
    page.grab()


def test_yesterday_is_another_day_tomorrow(shown: PeoplePage, world: World) -> None:
    first = shown.list.model().index(0, 0)
    spoken = Qt.ItemDataRole.AccessibleDescriptionRole
    before = first.data(spoken)
    shown.hide()
    world.instant += timedelta(days=1)
    shown.show()
    assert shown.list.model().index(0, 0).data(spoken) != before
