"""Settings: each is shown as it is stored, stored as soon as it is changed, and can be undone."""

import pytest
from PySide6.QtCore import QTime
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.playbook.values import StepState
from core.settings import Theme as Choice
from core.use_cases import history
from gui.autostart import OFF, ON
from gui.desk import Changed
from gui.pages.settings import SettingsPage
from gui.theme import Theme
from tests.gui.pages.settings_stage import LoginEntry, Silence, open_settings, stored
from tests.gui.pages.world import World, nameless, titles


@pytest.fixture
def entry() -> LoginEntry:
    return LoginEntry()


@pytest.fixture
def silence(world: World) -> Silence:
    return Silence(world)


@pytest.fixture
def page(
    qtbot: QtBot, theme: Theme, world: World, entry: LoginEntry, silence: Silence
) -> SettingsPage:
    return open_settings(qtbot, theme, world, entry, silence)


def test_every_setting_of_the_playbook_can_be_changed(page: SettingsPage, world: World) -> None:
    for name, field in page.playbook.choices.items():
        last = field.count() - 1
        field.setCurrentIndex(last)
        field.activated.emit(last)
        assert str(getattr(stored(world).playbook, name)) == field.itemData(last)

    page.playbook.early.setValue(25)
    page.playbook.early.editingFinished.emit()
    assert stored(world).playbook.arrive_early == 25
    assert world.troubles == []


def test_a_change_plans_again_and_undo_brings_the_old_plan_back(
    page: SettingsPage, world: World
) -> None:
    application = world.add().application_id
    before = titles(world, application, StepState.OPEN)
    field = page.playbook.choices["follow_ups"]
    field.choose("1")
    field.activated.emit(0)
    assert titles(world, application, StepState.OPEN) != before

    with world.database.session() as session:
        change = history.last_change(session)
        assert change is not None
        history.undo(session, change, world.now())
    world.changed.emit(Changed())

    assert titles(world, application, StepState.OPEN) == before
    assert field.value == "2"


def test_the_look_changes_at_once(page: SettingsPage, world: World, theme: Theme) -> None:
    page.general.look.choose(Choice.DARK)
    page.general.look.activated.emit(0)
    assert theme.dark
    assert stored(world).theme is Choice.DARK

    page.general.look.choose(Choice.LIGHT)
    page.general.look.activated.emit(0)
    assert not theme.dark


def test_quiet_hours_are_two_times(page: SettingsPage, world: World) -> None:
    page.reminders.quiet_from.setTime(QTime(22, 30))
    page.reminders.quiet_from.editingFinished.emit()

    assert stored(world).playbook.quiet_hours == "22:30-08:00"


def test_a_zone_is_taken_and_one_that_is_none_is_refused(page: SettingsPage, world: World) -> None:
    page.general.zone.set_zone("Asia/Tokyo")
    page.general.zone.settled.emit()
    assert stored(world).zone == "Asia/Tokyo"

    page.general.zone.set_zone("Mars/Olympus")
    page.general.zone.settled.emit()
    assert stored(world).zone == "Asia/Tokyo"
    assert "no such zone" in page.general.zone.accessibleDescription()

    page.general.zone.set_zone("")
    page.general.zone.settled.emit()
    assert stored(world).zone == ""


def test_autostart_shows_what_the_system_really_does(page: SettingsPage, entry: LoginEntry) -> None:
    box = page.reminders.autostart
    box.click()
    assert entry.enabled
    assert page.reminders.autostart_state.text() == ON.sentence

    entry.enabled = False
    page.refresh()

    assert not box.isChecked()
    assert page.reminders.autostart_state.text() == OFF.sentence


def test_an_entry_that_cannot_be_written_is_said(page: SettingsPage, entry: LoginEntry) -> None:
    entry.locked = True
    said = QSignalSpy(page.said)

    page.reminders.autostart.click()

    assert said.at(0) == ["The entry could not be written. Afterword works without it."]
    assert not page.reminders.autostart.isChecked()


def test_reminders_pause_and_go_on(page: SettingsPage) -> None:
    page.reminders.hour.click()
    assert page.reminders.state.text() == "Paused until today, 10:40."
    assert page.reminders.hour.isHidden()

    page.reminders.resume.click()
    assert page.reminders.state.text() == "Reminders are on."
    page.reminders.tomorrow.click()
    assert page.reminders.state.text() == "Paused until tomorrow, 05:40."


def test_a_test_notification_is_sent_and_says_by_what(page: SettingsPage, silence: Silence) -> None:
    page.reminders.try_out.click()

    assert silence.tried == 1
    assert page.reminders.how.text() == "The desktop shows reminders, with buttons."


def test_private_notifications_are_stored(page: SettingsPage, world: World) -> None:
    page.reminders.private.click()

    assert stored(world).private_notifications


def test_a_copy_is_made_and_put_back(page: SettingsPage, world: World) -> None:
    said = QSignalSpy(page.said)
    world.add("Halvorsen Maritime")
    page.data.make.click()
    assert said.at(0) == ["A copy is made and checked."]
    assert "1 application" in page.data.choice.currentText()
    world.add("Globex")

    page.data.restore.click()

    assert [row.company for row in world.overview()] == ["Halvorsen Maritime"]
    assert world.troubles == []
    assert page.data.choice.count() == 2


def test_where_the_data_lies_is_told(page: SettingsPage, world: World) -> None:
    assert page.data.place.text() == str(world.paths.data)


def test_every_control_has_a_name(page: SettingsPage) -> None:
    assert nameless(page) == []


def test_a_step_of_a_number_is_stored_at_once_and_undo_shows_it_again(
    page: SettingsPage, world: World
) -> None:
    page.playbook.early.setFocus()
    page.playbook.early.stepUp()
    assert stored(world).playbook.arrive_early == 11

    world.undo_last()

    assert stored(world).playbook.arrive_early == 10
    assert page.playbook.early.value() == 10


def test_a_step_of_the_quiet_hours_is_stored_at_once(page: SettingsPage, world: World) -> None:
    page.reminders.quiet_from.setFocus()
    page.reminders.quiet_from.stepUp()

    shown = page.reminders.quiet_from.time().toString("HH:mm")
    assert stored(world).playbook.quiet_hours == f"{shown}-08:00"
