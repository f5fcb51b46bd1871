"""Planning again: moves what is open, says why something is over, and costs little."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import event as sql_event

from core.clock import Now
from core.database import Database
from core.playbook import values
from core.use_cases import events, interviews, steps
from tests.core.stories import ACME, add_interview, at, dump, instant, later, step, wall


def test_a_moved_interview_dates_its_open_steps_anew(database: Database) -> None:
    early = at("2026-03-24 10:00")
    stored = add_interview(database, early)
    moved = replace(ACME, start=wall("2026-04-01 09:00"), end=wall("2026-04-01 10:00"))
    with database.session() as session:
        interviews.edit(session, stored.interview_id, moved, early)
    with database.reading() as session:
        assert step(session, "T1").due == instant("2026-04-02 10:00")
        assert step(session, "C1").best == instant("2026-04-01 10:00")


def test_what_is_over_for_another_reason_says_since_when(database: Database, now: Now) -> None:
    add_interview(database, now)
    friday, monday = instant("2026-03-27 15:30"), instant("2026-03-30 10:00")
    week_later = later(now, "2026-04-03 12:00")
    with database.session() as session:
        events.record(session, 1, values.Withdrawal(at=monday), week_later)
        assert step(session, "F1").closed_at == monday
        events.record(session, 1, values.Rejection(at=friday), week_later)
        row = step(session, "F1")
        assert (row.reason, row.closed_at) == ("they said no on 27 March", friday)


def test_planning_says_what_it_changed(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        row = step(session, "F1")
        row.due += timedelta(days=1)
        difference = steps.replan(session, 1, now)
    assert [(old.id, new.id) for old, new in difference.redated] == [("F1", "F1")]


def test_all_applications_are_planned_again_in_batches(database: Database, now: Now) -> None:
    for number in range(3):
        add_interview(database, now, replace(ACME, company=f"Company {number}"))
    before = dump(database.file)
    with database.session() as session:
        assert steps.replan_all(session, now) == 3
    assert dump(database.file) == before


def test_planning_one_application_takes_few_statements(database: Database, now: Now) -> None:
    add_interview(database, now)
    statements: list[str] = []

    def note(*args: object) -> None:
        statements.append(str(args[2]))

    with database.session() as session:
        session.connection()
        sql_event.listen(session.get_bind(), "before_cursor_execute", note)
        steps.replan(session, 1, later(now, "2026-03-27 16:01"))
        sql_event.remove(session.get_bind(), "before_cursor_execute", note)
    assert len(statements) <= 8
