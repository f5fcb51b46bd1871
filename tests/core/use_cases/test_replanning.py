"""Planning again: changes nothing when nothing has changed, and never what the user did."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event as sql_event
from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.models import Step
from core.playbook import values
from core.playbook.values import PromiseItem, Promiser, ReflectionPath, ReplyKind, StepState
from core.refusal import Refusal
from core.use_cases import events, history, interviews, steps
from tests.core.stories import ACME, Fresh, add_interview, at, dump, instant, later, step, wall

START = datetime(2026, 3, 27, 13, tzinfo=UTC)
EXAMPLES = settings(max_examples=15)

moments = st.integers(min_value=0, max_value=60 * 24 * 40).map(
    lambda minutes: START + timedelta(minutes=minutes)
)
days = st.dates(min_value=date(2026, 3, 20), max_value=date(2026, 6, 1))
happened = st.one_of(
    st.builds(values.Reply, at=moments, reply=st.sampled_from(ReplyKind), decision_date=days),
    st.builds(
        values.Promise,
        key=st.just(""),
        by=st.sampled_from(Promiser),
        what=st.just("something"),
        at=moments,
        due=st.none() | days | moments,
        item=st.sampled_from(PromiseItem),
    ),
    st.builds(values.Sent, message=st.sampled_from(["M1", "M4", "M5", "M7", "M10"]), at=moments),
    st.builds(values.Reflection, at=moments, path=st.sampled_from(ReflectionPath)),
    st.builds(values.WrongName, key=st.just(""), at=moments, zone=st.just("Europe/Berlin")),
    st.builds(values.Rejection, at=moments),
    st.builds(values.Offer, at=moments, deadline=st.none() | days),
    st.builds(values.OnHold, at=moments, until=st.none() | days),
    st.builds(values.Withdrawal, at=moments),
    st.builds(values.Acceptance, at=moments),
)


@contextmanager
def with_interview(fresh: Fresh, now: Now) -> Iterator[Database]:
    """A database of its own for each example, with the usual interview in it."""
    with fresh() as database:
        add_interview(database, now)
        yield database


def after_all(noted: list[values.Event]) -> Now:
    """The first moment at which all of these can be noted, and not before the interview's end."""
    now = at("2026-03-27 16:00")
    said = [event.at for event in noted if not isinstance(event, values.Interview)]
    return replace(now, instant=max([now.instant, *said]))


def note_all(database: Database, noted: list[values.Event], now: Now) -> None:
    for event in noted:
        with database.session() as session:
            events.record(session, 1, event, now)


def plan_of(database: Database) -> list[tuple[object, ...]]:
    """The steps as they stand, named by what they are rather than by their rows."""
    with database.reading() as session:
        rows = session.scalars(select(Step))
        return sorted((r.rule, r.due, r.state.value, r.reason, r.title, r.best) for r in rows)


def still_to_do(database: Database) -> list[tuple[object, ...]]:
    """Open steps with their times; of closed ones, whose times stay, only how they were closed."""
    rows = [row for row in plan_of(database) if row[2] != "cancelled"]
    return sorted((row if row[2] == "open" else (row[0], row[2]) for row in rows), key=repr)


@EXAMPLES
@given(st.lists(happened, max_size=6), moments)
def test_planning_twice_changes_nothing(
    fresh: Fresh, noted: list[values.Event], moment: datetime
) -> None:
    now = after_all(noted)
    with with_interview(fresh, at("2026-03-27 16:00")) as database:
        note_all(database, noted, now)
        then = replace(now, instant=max(moment, now.instant))
        with database.session() as session:
            steps.claim_due(session, then)
        before = dump(database.file, without=())
        with database.session() as session:
            assert steps.replan(session, 1, then).is_empty
        assert dump(database.file, without=()) == before


@EXAMPLES
@given(st.data(), st.lists(happened, min_size=2, max_size=5, unique_by=lambda event: event.at))
def test_the_order_of_recording_does_not_matter(
    fresh: Fresh, data: st.DataObject, noted: list[values.Event]
) -> None:
    plans = []
    for order in (noted, data.draw(st.permutations(noted))):
        with with_interview(fresh, at("2026-03-27 14:00")) as database:
            note_all(database, list(order), after_all(noted))
            plans.append(still_to_do(database))
    assert plans[0] == plans[1]


@EXAMPLES
@given(
    st.lists(happened, max_size=4),
    st.lists(st.sampled_from(["T1", "C1", "C2", "N1", "N2", "F1", "F2"]), unique=True, max_size=4),
    moments,
)
def test_nothing_done_is_ever_lost(
    fresh: Fresh,
    noted: list[values.Event],
    ticked: list[str],
    moment: datetime,
) -> None:
    now = at("2026-03-27 16:00")
    with with_interview(fresh, now) as database:
        with database.session() as session:
            done = [step(session, rule).id for rule in ticked]
            for number in done:
                steps.done(session, number, now)
        note_all(database, noted, after_all(noted))
        with database.session() as session:
            interviews.remove(session, 1, after_all(noted))
            steps.claim_due(session, replace(now, instant=moment))
        with database.reading() as session:
            kept = {number: session.get_one(Step, number).state for number in done}
    assert set(kept.values()) <= {StepState.DONE}


@EXAMPLES
@given(st.lists(happened, max_size=5))
def test_undoing_everything_leads_back_to_the_beginning(
    fresh: Fresh, noted: list[values.Event]
) -> None:
    now = after_all(noted)
    with with_interview(fresh, at("2026-03-27 16:00")) as database:
        with database.session() as session:
            steps.claim_due(session, now)
        before = dump(database.file)
        note_all(database, noted, now)
        for _ in noted:
            with database.session() as session:
                latest = history.last_change(session)
                assert latest is not None
                history.undo(session, latest, now)
        assert dump(database.file) == before


@EXAMPLES
@given(st.lists(happened, min_size=1, max_size=5), st.data())
def test_undo_in_any_order_is_whole_or_refused(
    fresh: Fresh, noted: list[values.Event], data: st.DataObject
) -> None:
    now = after_all(noted)
    with with_interview(fresh, at("2026-03-27 16:00")) as database:
        changes = []
        for event in noted:
            with database.session() as session:
                events.record(session, 1, event, now)
                changes.append(session.change_id or 0)
        for change in data.draw(st.permutations(changes)):
            before = dump(database.file, without=())
            try:
                with database.session() as session:
                    history.undo(session, change, now)
            except Refusal:
                assert dump(database.file, without=()) == before
            with database.session() as session:
                assert steps.replan(session, 1, now).is_empty


@EXAMPLES
@given(st.lists(happened, max_size=4), st.sampled_from(["Asia/Tokyo", "America/Lima"]))
def test_no_deadline_moves_with_the_zone_of_the_machine(
    fresh: Fresh, noted: list[values.Event], zone: str
) -> None:
    now = after_all(noted)
    with with_interview(fresh, at("2026-03-27 16:00")) as database:
        note_all(database, noted, now)
        before = plan_of(database)
        with database.session() as session:
            steps.replan_all(session, replace(now, zone=zone))
        assert plan_of(database) == before


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
