"""Settings: checked, stored as text, and followed by the plan at once."""

from datetime import UTC, datetime

import pytest

from core.agenda import connect
from core.clock import Now
from core.database import Database
from core.refusal import SettingError
from core.settings import (
    CHOICES,
    PLAYBOOK_NAMES,
    Preferences,
    Theme,
    Value,
    preferences_of,
    read_stored,
)
from core.use_cases import settings, steps
from tests.core.stories import add_interview, dump, instant, step


def change(database: Database, now: Now, name: str, value: Value) -> None:
    with database.session() as session:
        settings.change(session, name, value, now)


def read(database: Database) -> Preferences:
    with database.reading() as session:
        return settings.read(session)


def test_nothing_chosen_is_the_default(database: Database) -> None:
    assert read(database) == Preferences()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", Theme.DARK),
        ("autostart", True),
        ("private_notifications", True),
        ("paused_until", datetime(2026, 3, 28, 9, tzinfo=UTC)),
        ("first_run_done", True),
        ("tray_hint_shown", True),
        ("window_geometry", "10,20,800,600"),
        ("zone", "Asia/Tokyo"),
    ],
)
def test_what_was_chosen_is_read_again_with_and_without_sqlalchemy(
    database: Database, now: Now, name: str, value: Value
) -> None:
    change(database, now, name, value)
    assert getattr(read(database), name) == value
    connection = connect(database.file)
    assert getattr(read_stored(connection), name) == value
    connection.close()


@pytest.mark.parametrize("name", sorted(PLAYBOOK_NAMES))
def test_every_setting_of_the_playbook_can_be_changed(
    database: Database, now: Now, name: str
) -> None:
    value = {"quiet_hours": "22:00-07:00", "arrive_early": "25"}.get(name)
    for choice in CHOICES.get(name, (value or "",)):
        change(database, now, name, choice)
        assert str(getattr(read(database).playbook, name)) == choice


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("follow_ups", 4),
        ("follow_up_after", "8d"),
        ("quiet_hours", "9 to 5"),
        ("quiet_hours", "24:00-08:00"),
        ("arrive_early", -1),
        ("arrive_early", "²"),
        ("zone", "Mars/Olympus"),
        ("theme", "pink"),
        ("paused_until", "tomorrow"),
        ("paused_until", "2026-03-28T09:00:00"),
        ("window_geometry", "x" * 5_000),
        ("no such thing", 1),
    ],
)
def test_what_a_setting_cannot_take_is_refused(
    database: Database, now: Now, name: str, value: Value
) -> None:
    before = dump(database.file, without=())
    with pytest.raises(SettingError) as refused:
        change(database, now, name, value)
    assert refused.value.name == name
    assert dump(database.file, without=()) == before


def test_what_a_later_version_stored_keeps_its_default_here() -> None:
    stored = {"theme": "sepia", "follow_ups": "9", "sound": "no", "autostart": "yes"}
    assert preferences_of(stored) == Preferences(autostart=True)


def test_a_changed_rule_dates_open_steps_anew(database: Database, now: Now) -> None:
    add_interview(database, now)
    change(database, now, "follow_up_after", "10bd")
    with database.reading() as session:
        assert step(session, "F1").due == instant("2026-04-14 15:00")


def test_a_changed_rule_leaves_what_was_done(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        steps.done(session, step(session, "T1").id, now)
    change(database, now, "thank_you_notes", "off")
    with database.reading() as session:
        assert step(session, "T1").state == "done"


def test_a_journey_moves_no_private_task(database: Database, now: Now) -> None:
    add_interview(database, now)
    before = dump(database.file)
    with database.session() as session:
        steps.replan_all(session, Now(now.instant, "America/New_York"))
    assert dump(database.file) == before


def test_a_zone_of_the_users_own_plans_private_tasks_there(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.reading() as session:
        hard, private = step(session, "T1").due, step(session, "C2").due
    change(database, now, "zone", "America/New_York")
    with database.reading() as session:
        assert step(session, "T1").due == hard
        assert step(session, "C2").due > private


def test_what_is_no_decision_is_not_offered_for_undo(database: Database, now: Now) -> None:
    with database.session() as session:
        settings.change(session, "window_geometry", "0,0,800,600", now)
        assert session.change_id is None
