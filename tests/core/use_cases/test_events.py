"""What happened: noted, previewed first, taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.models import Event, Interview, Person, Step
from core.playbook import values
from core.playbook.values import (
    Channel,
    Mode,
    PromiseItem,
    Promiser,
    ReflectionPath,
    ReplyKind,
    StepState,
)
from core.refusal import DetailsError, Gone
from core.use_cases import applications, cases, events
from tests.core.stories import BERLIN, add_interview, dump, instant, later, states, step

AT = datetime(2026, 3, 27, 14, 30, tzinfo=UTC)


def record(database: Database, event: values.Event, now: Now) -> int:
    with database.session() as session:
        return events.record(session, 1, event, now)


def anna(database: Database) -> str:
    with database.reading() as session:
        return session.get_one(Person, 1).uid


EVERY_KIND = (
    values.Promise(key="p1", by=Promiser.ME, what="sample", at=AT, due=date(2026, 4, 1)),
    values.Promise(
        key="p2", by=Promiser.THEM, what="decision", at=AT, due=AT, item=PromiseItem.DECISION
    ),
    values.Sent(message="M1", at=AT, channel=Channel.LETTER),
    values.Reply(at=AT, reply=ReplyKind.DATE, decision_date=date(2026, 4, 10)),
    values.Reply(at=AT, reply=ReplyKind.VAGUE),
    values.WrongName(key="w1", at=AT, zone=BERLIN),
    values.Arrived(at=AT),
    values.Late(at=AT),
    values.Incident(at=AT, what="The wrong file was attached"),
    values.Reflection(at=AT, path=ReflectionPath.FULL),
    values.Rejection(at=AT),
    values.Offer(at=AT, deadline=date(2026, 4, 20)),
    values.Acceptance(at=AT),
    values.Decline(at=AT),
    values.Withdrawal(at=AT),
    values.OnHold(at=AT, until=AT),
    values.Linked(at=AT),
    values.Contact(at=AT, answered=True),
)


@pytest.mark.parametrize("event", EVERY_KIND, ids=lambda event: type(event).__name__)
def test_every_kind_of_event_comes_back_as_it_was_noted(
    database: Database, now: Now, event: values.Event
) -> None:
    add_interview(database, now)
    record(database, event, now)
    with database.reading() as session:
        stored = cases.to_case(session, 1, now).events
    assert event in stored


def test_every_kind_of_event_has_its_words(database: Database, now: Now) -> None:
    add_interview(database, now)
    for event in EVERY_KIND:
        record(database, event, now)
    with database.reading() as session:
        told = [e for e in applications.detail(session, 1, now).timeline if e.kind == "event"]
    assert len(told) == len(EVERY_KIND)
    assert all(entry.title for entry in told)


def test_an_event_names_its_people(database: Database, now: Now) -> None:
    add_interview(database, now)
    uid = anna(database)
    record(database, values.Sent(message="M1", at=now.instant, to=(uid,)), now)
    with database.reading() as session:
        sent = values.Sent(message="M1", at=now.instant, to=(uid,))
        assert sent in cases.to_case(session, 1, now).events
    assert states(database)["T1"] is StepState.DONE


def test_a_person_of_nowhere_is_refused(database: Database, now: Now) -> None:
    add_interview(database, now)
    with pytest.raises(Gone):
        record(database, values.Linked(at=AT, person="nobody"), now)


def test_a_rejection_cancels_the_follow_ups_with_its_date(database: Database, now: Now) -> None:
    add_interview(database, now)
    record(database, values.Rejection(at=now.instant), now)
    with database.reading() as session:
        follow_up = step(session, "F1")
        assert follow_up.state is StepState.CANCELLED
        assert follow_up.reason == "they said no on 27 March"
        assert step(session, "X1").state is StepState.OPEN


def test_a_preview_says_what_noting_would_do_and_stores_nothing(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    before = dump(database.file, without=())
    with database.reading() as session:
        difference = events.preview(session, 1, values.Rejection(at=now.instant), now)
    assert "X1" in {planned.id for planned in difference.added}
    assert {"F1", "F2", "T1"} <= {planned.id for planned in difference.cancelled}
    assert dump(database.file, without=()) == before


def test_noting_does_what_the_preview_said(database: Database, now: Now) -> None:
    add_interview(database, now)
    reply = values.Reply(at=now.instant, reply=ReplyKind.DATE, decision_date=date(2026, 4, 10))
    with database.reading() as session:
        difference = events.preview(session, 1, reply, now)
    record(database, reply, now)
    after = states(database)
    assert all(after[planned.id] is StepState.OPEN for planned in difference.added)
    assert all(after[planned.id] is StepState.CANCELLED for planned in difference.cancelled)


def test_an_event_taken_back_leaves_no_trace_in_the_plan(database: Database, now: Now) -> None:
    add_interview(database, now)
    before = states(database)
    rejection = record(database, values.Rejection(at=now.instant), now)
    with database.session() as session:
        events.remove(session, rejection, now)
    after = states(database)
    assert {rule: after[rule] for rule in before} == before
    assert after["X1"] is StepState.CANCELLED


def test_a_wrong_name_corrects_the_card_and_the_open_steps(database: Database, now: Now) -> None:
    add_interview(database, now)
    slip = values.WrongName(
        key="slip",
        at=now.instant,
        zone=now.zone,
        person=anna(database),
        correct="Anna van den Berg",
    )
    record(database, slip, now)
    with database.reading() as session:
        card = session.get_one(Person, 1)
        assert (card.name, card.confirmed) == ("Anna van den Berg", True)
        thanks = step(session, "T1")
        assert thanks.title == "Thank Dr. van den Berg"
        assert thanks.due == instant("2026-03-27 18:00")


def test_a_next_round_is_noted_as_an_interview(database: Database, now: Now) -> None:
    add_interview(database, now)
    start = instant("2026-04-09 10:00")
    round_ = values.Interview(
        key="",
        round=2,
        mode=Mode.VIDEO,
        start=start,
        end=start + timedelta(hours=1),
        zone=BERLIN,
        invited_at=now.instant,
    )
    number = record(database, round_, now)
    with database.reading() as session:
        assert session.get_one(Interview, number).round == 2
        assert step(session, "B1").due == now.instant + timedelta(days=1)
        follow_ups = select(Step.state).where(Step.rule == "F1").order_by(Step.id)
        assert session.scalars(follow_ups).all() == [StepState.CANCELLED, StepState.OPEN]


def test_a_round_that_ends_before_it_starts_is_refused(database: Database, now: Now) -> None:
    add_interview(database, now)
    round_ = values.Interview(
        key="", round=2, mode=Mode.VIDEO, start=AT, end=AT - timedelta(hours=1), zone=BERLIN
    )
    with pytest.raises(DetailsError):
        record(database, round_, now)


def test_what_is_still_to_happen_is_not_noted(database: Database, now: Now) -> None:
    add_interview(database, now)
    before = dump(database.file, without=())
    for event in EVERY_KIND:
        ahead = replace(event, at=now.instant + timedelta(minutes=6))
        with pytest.raises(DetailsError, match="still to come"):
            record(database, ahead, now)
    assert dump(database.file, without=()) == before
    record(database, values.Arrived(at=now.instant + timedelta(minutes=4)), now)


def test_a_text_that_is_too_long_is_refused_and_nothing_stored(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    promise = replace(EVERY_KIND[0], what="x" * 100_001)
    with pytest.raises(DetailsError, match="100,001 characters"):
        record(database, promise, now)
    with database.reading() as session:
        assert session.query(Event).count() == 0


def test_an_acceptance_ends_the_weekly_targets(database: Database, now: Now) -> None:
    add_interview(database, now)
    record(database, values.Acceptance(at=now.instant), now)
    with database.reading() as session:
        targets = session.scalars(select(Step).where(Step.rule == "N4")).one()
        assert (targets.state, targets.reason) == (StepState.CANCELLED, "the hunt is over")


def test_events_are_noted_in_the_users_zone(database: Database, now: Now) -> None:
    add_interview(database, now)
    number = record(database, values.Arrived(at=AT), later(now, "2026-03-27 18:00"))
    with database.reading() as session:
        assert session.get_one(Event, number).zone == BERLIN
