"""What the list says comes next, and what an application waits for."""

from core.clock import Now
from core.database import Database
from core.playbook.values import ApplicationState, StepState
from core.use_cases import applications, interviews, steps
from core.use_cases.applications import ApplicationDetail, ApplicationRow
from core.use_cases.overview import Group
from tests.core.stories import add_interview, at, instant, later, step_id, waiting


def row(database: Database, now: Now) -> ApplicationRow:
    with database.reading() as session:
        (only,) = applications.overview(session, now)
    return only


def detail(database: Database, now: Now) -> ApplicationDetail:
    with database.reading() as session:
        return applications.detail(session, 1, now)


def test_the_next_step_is_the_one_asked_for_whose_deadline_is_nearest(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    evening = later(now, "2026-03-27 17:30")
    with database.session() as session:
        steps.skip(session, step_id(database, "C1"), "", now)
        steps.move(session, step_id(database, "C2"), instant("2026-03-29 20:00"), now)
    assert row(database, evening).next_step_title == "Thank Dr. van der Berg"


def test_a_deadline_today_needs_the_user_also_where_a_snooze_reaches_past_it(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    with database.session() as session:
        for rule in ("C1", "C2", "N1", "N2"):
            steps.skip(session, step_id(database, rule), "", now)
        steps.snooze(session, step_id(database, "T1"), instant("2026-04-02 09:00"), now)
    morning = row(database, later(now, "2026-03-28 08:00"))
    assert morning.group is Group.NEEDS_YOU
    assert morning.next_step_title == "Thank Dr. van der Berg"


def test_a_step_of_tomorrow_is_no_need_of_today(database: Database, now: Now) -> None:
    add_interview(database, now)
    evening = later(now, "2026-03-27 17:30")
    with database.session() as session:
        for rule in ("C1", "C2", "T1"):
            steps.skip(session, step_id(database, rule), "", evening)
    assert row(database, evening).group is Group.ON_THEIR_WAY


def test_only_rounds_called_off_wait_for_a_new_date(database: Database, now: Now) -> None:
    stored = add_interview(database, at("2026-03-24 10:00"))
    early = at("2026-03-25 10:00")
    with database.session() as session:
        interviews.call_off(session, stored.interview_id, early)
    (waits,) = waiting(database, early)
    assert waits.called_off
    assert row(database, early).state is ApplicationState.WAITING
    assert detail(database, early).called_off


def test_cancelled_steps_stand_at_their_planned_day(database: Database, now: Now) -> None:
    stored = add_interview(database, at("2026-03-24 10:00"))
    early = at("2026-03-25 10:00")
    with database.session() as session:
        interviews.call_off(session, stored.interview_id, early)
    cancelled = [e for e in detail(database, early).timeline if e.state is StepState.CANCELLED]
    steps_ = [entry for entry in cancelled if entry.kind == "step"]
    assert {entry.at for entry in steps_} > {instant("2026-03-28 15:00")}
    assert all(entry.at != early.instant for entry in steps_)
