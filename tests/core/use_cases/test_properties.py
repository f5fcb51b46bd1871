"""What holds whatever was noted, and in whatever order: of planning again, undoing, and zones."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.models import Step
from core.playbook import values
from core.playbook.plan import plan
from core.playbook.values import PromiseItem, Promiser, ReflectionPath, ReplyKind, StepState
from core.refusal import Refusal
from core.use_cases import events, history, interviews, steps
from core.use_cases.loading import case_of, load_one
from tests.core.stories import Fresh, add_interview, at, dump, step

START = datetime(2026, 3, 27, 13, tzinfo=UTC)
EXAMPLES = settings(max_examples=15)

any_minute = st.integers(min_value=0, max_value=60 * 24 * 40)
four_a_day = st.integers(min_value=0, max_value=4 * 40).map(lambda number: number * 60 * 6)
"""So few that things often happen at once."""
moments = (any_minute | four_a_day).map(lambda minutes: START + timedelta(minutes=minutes))
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
in_two_orders = st.lists(happened, min_size=2, max_size=5, unique=True).flatmap(
    lambda noted: st.tuples(st.just(noted), st.permutations(noted))
)


def days_on(days: int) -> datetime:
    """So many days after the interview has begun."""
    return START + timedelta(days=days)


def backwards(*noted: values.Event) -> tuple[list[values.Event], list[values.Event]]:
    """As it happened, and the other way round."""
    return list(noted), list(reversed(noted))


REJECTED_IN_APRIL = values.Rejection(at=days_on(7))
REJECTED_IN_MAY = values.Rejection(at=days_on(40))
REFLECTED_IN_MAY = values.Reflection(at=days_on(40), path=ReflectionPath.FULL)
LIST_PROMISED = values.Promise(
    key="",
    by=Promiser.ME,
    what="references",
    at=days_on(0),
    due=date(2026, 5, 20),
    item=PromiseItem.REFERENCES,
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


def still_to_do(database: Database, now: Now) -> list[tuple[object, ...]]:
    """The open steps with their times; not those past their use, which wait to be told as missed."""
    with database.reading() as session:
        rows = session.scalars(select(Step).where(Step.state == StepState.OPEN))
        return sorted(
            (row.rule, row.due, row.best, row.title, row.reason)
            for row in rows
            if row.expires is None or row.expires > now.instant
        )


def assert_stored_as_planned(database: Database, now: Now) -> None:
    """Each step stands as the plan of all that was noted has it; nothing else is left open.

    Only what is past its use depends on when it was noted: it is stored, and told, where it was
    open before.
    """
    with database.reading() as session:
        loaded = load_one(session, 1)
        rows = {row.key: row for row in loaded.steps}
        for planned in plan(case_of(session, loaded, now), session.playbook):
            row = rows.pop(planned.key, None)
            if planned.state is StepState.MISSED:
                assert row is None or row.state in {StepState.OPEN, StepState.MISSED}
            else:
                assert row is not None
                assert (row.state, row.reason) == (planned.state, planned.reason)
                assert (row.due, row.closed_at) == (planned.window.due, planned.closed_at)
        assert StepState.OPEN not in {row.state for row in rows.values()}


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
@given(in_two_orders)
@example(backwards(REJECTED_IN_APRIL, values.Sent(message="M10", at=days_on(12)), REJECTED_IN_MAY))
@example(backwards(REJECTED_IN_APRIL, REFLECTED_IN_MAY))
@example(backwards(LIST_PROMISED, values.Sent(message="M7", at=days_on(1)), REFLECTED_IN_MAY))
def test_the_order_of_recording_does_not_matter(
    fresh: Fresh, orders: tuple[list[values.Event], list[values.Event]]
) -> None:
    now = after_all(orders[0])
    left = []
    for noted in orders:
        with with_interview(fresh, at("2026-03-27 14:00")) as database:
            note_all(database, noted, now)
            assert_stored_as_planned(database, now)
            left.append(still_to_do(database, now))
    assert left[0] == left[1]


@EXAMPLES
@given(
    st.lists(happened, max_size=4),
    st.lists(st.sampled_from(["T1", "C1", "C2", "N1", "N2", "F1", "F2"]), unique=True, max_size=4),
    moments,
)
@example([values.Withdrawal(at=START + timedelta(minutes=24))], ["N2", "C2"], days_on(2))
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
