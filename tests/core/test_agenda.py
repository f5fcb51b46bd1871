"""Today, read without SQLAlchemy: what is late, due, later, ahead, and done."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, update

from core.agenda import AgendaStep, NoAgenda, connect, read_agenda
from core.clock import Now
from core.database import Database
from core.models import Interview
from core.models.agenda import AgendaRow
from core.playbook import values
from core.use_cases import events, interviews, steps
from tests.core.stories import (
    ACME,
    BERLIN,
    add_interview,
    at,
    instant,
    later,
    step_id,
    today,
    wall,
)


def rules(rows: tuple[AgendaStep, ...]) -> list[str]:
    return [row.rule for row in rows]


def test_a_new_database_asks_for_nothing(database: Database, now: Now) -> None:
    agenda = today(database, now)
    assert agenda.due_count == 0
    assert agenda.next_step is None
    assert agenda.next_reminder is None


def test_each_step_stands_in_its_section(database: Database, now: Now) -> None:
    add_interview(database, now)
    agenda = today(database, later(now, "2026-03-27 16:30"))
    assert rules(agenda.overdue) == ["C1"]
    assert rules(agenda.due_now) == ["C2"]
    assert rules(agenda.later_today) == ["T1"]
    assert rules(agenda.next_days) == ["N1", "N2", "N4"]
    assert agenda.due_count == 2
    assert agenda.next_step is not None
    assert agenda.next_step.rule == "F1"


def test_a_row_tells_all_that_its_line_shows(database: Database, now: Now) -> None:
    add_interview(database, now)
    (thanks,) = (row for row in today(database, now).later_today if row.rule == "T1")
    assert (thanks.company, thanks.role) == ("Acme", "Engineer")
    assert (thanks.person, thanks.title) == ("Anna-Maria van der Berg", "Thank Dr. van der Berg")
    assert (thanks.action, thanks.message, thanks.zone) == ("write", "M1", BERLIN)
    assert thanks.opens == thanks.best == instant("2026-03-27 17:00")
    assert thanks.due == instant("2026-03-28 15:00")


def test_today_ends_at_midnight_where_the_user_is(database: Database, now: Now) -> None:
    add_interview(database, now)
    monday_evening = later(now, "2026-03-29 23:30")
    assert "N4" in rules(today(database, monday_evening).next_days)
    in_sydney = replace(monday_evening, zone="Australia/Sydney")
    assert "N4" in rules(today(database, in_sydney).later_today)


def test_a_day_with_a_clock_change_ends_at_its_own_midnight(database: Database, now: Now) -> None:
    details = replace(ACME, start=wall("2026-03-28 20:30"), end=wall("2026-03-28 21:30"))
    add_interview(database, now, details)
    sunday = later(now, "2026-03-29 00:30")
    agenda = today(database, sunday)
    assert "N2" in rules(agenda.later_today) + rules(agenda.next_days)
    assert "N4" in rules(agenda.next_days)


def test_steps_on_the_very_edge_belong_to_due_now(database: Database, now: Now) -> None:
    add_interview(database, now)
    at_best, at_due = instant("2026-03-27 17:00"), instant("2026-03-28 15:00")
    for moment in (at_best, at_due):
        assert "T1" in rules(today(database, replace(now, instant=moment)).due_now)
    late = replace(now, instant=at_due + timedelta(microseconds=1))
    assert "T1" in rules(today(database, late).overdue)


def test_a_question_is_in_time_until_the_day_of_business_ends(database: Database, now: Now) -> None:
    add_interview(database, now)
    afternoon = today(database, later(now, "2026-04-07 16:59"))
    evening = today(database, later(now, "2026-04-07 17:01"))
    assert "F1" in rules(afternoon.due_now)
    assert "F1" in rules(evening.overdue)


def test_what_was_done_today_is_kept_until_midnight(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        steps.done(session, step_id(database, "C2"), now)
    assert rules(today(database, later(now, "2026-03-27 23:59")).done_today) == ["C2"]
    assert today(database, later(now, "2026-03-28 00:00")).done_today == ()


def test_interviews_ahead_are_told_until_they_are_over(database: Database) -> None:
    add_interview(database, at("2026-03-20 10:00"))
    assert today(database, at("2026-03-27 14:59")).coming_up[0].start == instant("2026-03-27 14:00")
    assert today(database, at("2026-03-27 15:00")).coming_up == ()


def test_interviews_called_off_are_not_told(database: Database) -> None:
    early = at("2026-03-20 10:00")
    add_interview(database, early)
    with database.session() as session:
        interviews.call_off(session, 1, early)
    assert today(database, early).coming_up == ()


@pytest.mark.parametrize(
    ("invited", "told"),
    [(None, False), ("2026-03-21 10:00", False), ("2026-03-23 10:00", True)],
)
def test_a_round_after_the_end_is_told_only_where_the_invitation_came_later(
    database: Database, invited: str | None, told: bool
) -> None:
    ended = at("2026-03-22 10:00")
    details = replace(ACME, invited_at=instant(invited) if invited else None)
    stored = add_interview(database, at("2026-03-22 09:00"), details)
    with database.session() as session:
        session.execute(update(Interview).values(invited_at=details.invited_at))
        rejection = values.Rejection(at=ended.instant)
        events.record(session, stored.application_id, rejection, ended)
    assert bool(today(database, at("2026-03-24 10:00")).coming_up) is told


def test_what_is_written_meanwhile_is_read_next_time(database: Database, now: Now) -> None:
    with closing(connect(database.file)) as connection:
        assert read_agenda(connection, now).due_count == 0
        add_interview(database, now)
        assert read_agenda(connection, now).due_count > 0


def test_the_connection_cannot_write(database: Database) -> None:
    with (
        closing(connect(database.file)) as connection,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        connection.execute("DELETE FROM step")


@pytest.mark.parametrize("content", [None, b"", b"no database " * 100])
def test_without_a_database_of_this_form_there_is_no_agenda(
    tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "a file?#%20.sqlite3"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(NoAgenda):
        connect(file)


def test_a_folder_with_any_name_can_be_read(tmp_path: Path, database: Database) -> None:
    odd = tmp_path / "wörk? #1 100%"
    odd.mkdir()
    database.close()
    copy = odd / "afterword.sqlite3"
    copy.write_bytes(database.file.read_bytes())
    connect(copy).close()


def test_the_orm_reads_the_same_view(database: Database, now: Now) -> None:
    add_interview(database, now)
    agenda = today(database, now)
    shown = {row.id: row for row in (*agenda.overdue, *agenda.due_now, *agenda.later_today)}
    with database.reading() as session:
        mapped = session.scalars(select(AgendaRow).where(AgendaRow.id.in_(shown))).all()
        stored = {column["name"] for column in inspect(session.bind).get_columns("agenda")}
    assert stored == {column.name for column in AgendaRow.__table__.columns}
    for row in mapped:
        line = shown[row.id]
        same = {field.name for field in fields(AgendaStep)} - {"best"}
        assert {name: getattr(row, name) for name in same} == {
            name: getattr(line, name) for name in same
        }
        assert row.show_at == line.best


def test_the_first_picture_loads_nothing_heavy() -> None:
    program = (
        "import sys; import core.agenda, core.settings;"
        "print(*(m for m in ('sqlalchemy', 'alembic', 'whenever', 'holidays', 'PySide6',"
        " 'tzlocal', 'platformdirs') if m in sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == ""


def test_a_snooze_hides_no_deadline(database: Database, now: Now) -> None:
    add_interview(database, now)
    morning = later(now, "2026-03-28 10:00")
    for until in ("2026-03-29 09:00", "2026-04-20 09:00"):
        with database.session() as session:
            steps.snooze(session, step_id(database, "T1"), instant(until), morning)
        agenda = today(database, morning)
        (thanks,) = (step for step in agenda.later_today if step.rule == "T1")
        assert thanks.due == instant("2026-03-28 15:00")
        assert thanks.stands_at(morning.instant) == thanks.due
        assert "T1" not in rules(agenda.due_now) + rules(agenda.next_days)


def test_after_its_deadline_a_snoozed_step_waits_for_its_moment(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    morning = later(now, "2026-03-28 10:00")
    with database.session() as session:
        steps.snooze(session, step_id(database, "T1"), instant("2026-03-29 09:00"), morning)
    assert "T1" in rules(today(database, later(now, "2026-03-28 16:00")).next_days)
    assert "T1" in rules(today(database, later(now, "2026-03-29 09:00")).overdue)
