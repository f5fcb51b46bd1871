"""A repeating interview: a newer version of the whole event moves the times that are stored."""

from dataclasses import replace

from sqlalchemy import select

from core.database import Database
from core.intake import Happened, Taken, take
from core.models import Interview
from core.use_cases import history
from tests.core.exchange.calendars import EVENT, NOW, calendar, changed, read

WEEKLY = EVENT.replace("SUMMARY", "RRULE:FREQ=WEEKLY;COUNT=4\nSUMMARY")
NEWER = WEEKLY.replace("DTSTAMP", "SEQUENCE:1\nDTSTAMP")
THURSDAYS = NEWER.replace("20260520T", "20260521T")


def store(database: Database, event: str, *chosen: int) -> list[Taken]:
    """Takes those times of an event that are chosen, as the window does."""
    invitations = read(calendar(event))
    with database.session() as session:
        return [take(session, invitations[each], NOW) for each in chosen]


def stored(database: Database) -> list[str]:
    """The days and hours (UTC) of all interviews that take place."""
    with database.reading() as session:
        query = select(Interview.start).where(Interview.called_off.is_(None))
        return [f"{start:%m-%d %H}" for start in session.scalars(query.order_by(Interview.start))]


def test_a_moved_series_takes_its_interview_along(database: Database) -> None:
    store(database, WEEKLY, 0)
    (taken,) = store(database, THURSDAYS, 0)
    assert taken.happened is Happened.MOVED
    assert "is now on Thu 21 May 2026, 14:00" in taken.sentence
    assert stored(database) == ["05-21 12"]


def test_each_stored_time_moves_to_the_nearest_new_one(database: Database) -> None:
    store(database, WEEKLY, 1, 2)
    store(database, THURSDAYS, 0)
    assert stored(database) == ["05-28 12", "06-04 12"]


def test_a_time_that_stays_in_the_series_stays(database: Database) -> None:
    store(database, WEEKLY, 0, 1)
    later = NEWER.replace("20260520T", "20260527T")
    store(database, later, 0)
    assert stored(database) == ["05-27 12", "06-03 12"]


def test_a_new_rule_moves_what_does_not_fit_it(database: Database) -> None:
    store(database, WEEKLY, 0, 1)
    store(database, NEWER.replace("WEEKLY;COUNT=4", "DAILY;COUNT=3"), 0)
    assert stored(database) == ["05-20 12", "05-22 12"]


def test_times_that_a_shorter_series_has_no_more_are_called_off(database: Database) -> None:
    store(database, WEEKLY, 0, 1, 2)
    (taken,) = store(database, NEWER.replace("COUNT=4", "COUNT=1"), 0)
    assert taken.sentence.count("called off") == 2
    assert stored(database) == ["05-20 12"]


def test_a_series_that_becomes_one_interview_keeps_it(database: Database) -> None:
    store(database, WEEKLY, 0)
    single = changed(SEQUENCE="SEQUENCE:1").replace("20260520T", "20260522T")
    store(database, single, 0)
    assert stored(database) == ["05-22 12"]


def test_an_interview_that_becomes_a_series_moves_to_its_nearest_time(database: Database) -> None:
    store(database, EVENT, 0)
    store(database, THURSDAYS, 0)
    assert stored(database) == ["05-21 12"]


def test_the_same_version_again_changes_nothing_and_an_older_one_neither(
    database: Database,
) -> None:
    store(database, WEEKLY, 0)
    store(database, THURSDAYS, 0)
    (again,) = store(database, THURSDAYS, 0)
    (older,) = store(database, WEEKLY, 0)
    assert "is stored already" in again.sentence
    assert "newer version" in older.sentence
    assert stored(database) == ["05-21 12"]


def test_more_times_of_the_same_version_are_added(database: Database) -> None:
    store(database, WEEKLY, 0)
    store(database, WEEKLY, 1)
    assert stored(database) == ["05-20 12", "05-27 12"]


def test_a_time_that_was_moved_by_itself_keeps_its_place(database: Database) -> None:
    moved = changed(
        **{"RECURRENCE-ID": "RECURRENCE-ID;TZID=Europe/Berlin:20260527T140000"},
        SEQUENCE="SEQUENCE:2",
        DTSTART="DTSTART;TZID=Europe/Berlin:20260528T090000",
        DTEND="DTEND;TZID=Europe/Berlin:20260528T100000",
    )
    store(database, WEEKLY, 0, 1)
    store(database, moved, 0)
    store(database, NEWER, 0)
    assert stored(database) == ["05-20 12", "05-28 07"]


def test_a_time_in_an_unknown_zone_moves_once_the_zone_is_said(database: Database) -> None:
    unknown = "Middle Earth"
    before, after = (each.replace("Europe/Berlin", unknown) for each in (WEEKLY, THURSDAYS))
    with database.session() as session:
        for event in (before, after):
            first = read(calendar(event))[0]
            take(session, replace(first, zone="Asia/Tokyo", zone_name=""), NOW)
    assert stored(database) == ["05-21 05"]


def test_a_moved_series_can_be_undone_at_once(database: Database) -> None:
    store(database, WEEKLY, 0, 1)
    with database.session() as session:
        take(session, read(calendar(THURSDAYS))[0], NOW)
        session.flush()
        change = session.change_id
    assert change is not None
    with database.session() as session:
        history.undo(session, change, NOW)
    assert stored(database) == ["05-20 12", "05-27 12"]
