"""Done, snoozed, skipped, moved, opened again: what the user does with a step is kept."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from core.clock import Now
from core.database import Database
from core.models import Event, Person, Step
from core.playbook.values import Part, Promise, PromiseItem, Promiser, Rejection, StepState
from core.refusal import DetailsError, Gone, NotYet
from core.use_cases import events, interviews, people, steps
from core.use_cases.people import PersonDetails
from tests.core.stories import (
    ACME,
    PAUL,
    add_interview,
    at,
    instant,
    later,
    states,
    step,
    step_id,
    today,
    wall,
)


def test_a_step_done_is_gone_from_today(database: Database, now: Now) -> None:
    add_interview(database, now)
    evening = later(now, "2026-03-27 17:30")
    thanks = step_id(database, "T1")
    assert thanks in {row.id for row in today(database, evening).due_now}
    with database.session() as session:
        steps.done(session, thanks, evening)
        assert session.change_label == "Done: Thank Dr. van der Berg"
    after = today(database, evening)
    assert thanks not in {row.id for row in after.due_now}
    assert [row.id for row in after.done_today] == [thanks]


def test_a_thank_you_note_done_counts_as_sent_to_its_person(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        steps.done(session, step_id(database, "T1"), now)
    with database.reading() as session:
        sent = session.scalars(select(Event)).one()
        assert (sent.kind, sent.message, sent.at) == ("sent", "M1", now.instant)


def test_what_was_done_earlier_is_stored_with_its_own_time(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        steps.done(session, step_id(database, "T1"), now, at=instant("2026-03-27 15:40"))
    with database.reading() as session:
        assert step(session, "T1").closed_at == instant("2026-03-27 15:40")


def test_the_second_follow_up_counts_from_when_the_first_was_sent(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    monday = later(now, "2026-04-06 10:00")
    with database.session() as session:
        steps.done(session, step_id(database, "F1"), monday)
    with database.reading() as session:
        assert step(session, "F2").due >= instant("2026-04-13 10:00")


def test_a_quick_reflection_ticked_brings_its_conclusions(database: Database, now: Now) -> None:
    add_interview(database, now)
    assert "N3" not in states(database)
    with database.session() as session:
        steps.done(session, step_id(database, "C2"), now)
    assert states(database)["N3"] is StepState.OPEN


def test_a_tick_for_the_first_round_does_not_count_for_the_second(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    again = replace(ACME, start=wall("2026-03-28 14:00"), end=wall("2026-03-28 15:00"))
    second = add_interview(database, now, again)
    evening = later(now, "2026-03-28 20:00")
    with database.session() as session:
        for rule in ("T1", "C2"):
            query = select(Step.id).where(Step.rule == rule).order_by(Step.id)
            steps.done(session, session.scalars(query).all()[0], evening)
    with database.reading() as session:
        of_second = select(Step).where(
            Step.interview_id == second.interview_id, Step.rule.in_(("T1", "C2"))
        )
        assert {row.state for row in session.scalars(of_second)} == {StepState.OPEN}


def test_done_twice_is_done_once(database: Database, now: Now) -> None:
    add_interview(database, now)
    thanks = step_id(database, "T1")
    for _ in range(2):
        with database.session() as session:
            steps.done(session, thanks, now)
    with database.reading() as session:
        assert len(session.scalars(select(Event)).all()) == 1


def test_a_snooze_moves_the_reminder_and_never_the_deadline(database: Database, now: Now) -> None:
    add_interview(database, now)
    thanks, until = step_id(database, "T1"), instant("2026-03-27 20:00")
    with database.session() as session:
        steps.snooze(session, thanks, until, now)
    with database.reading() as session:
        row = step(session, "T1")
        assert (row.snoozed_until, row.remind_at) == (until, until)
        assert row.due == instant("2026-03-28 15:00")
    assert thanks in {row.id for row in today(database, now).later_today}


def test_a_late_step_that_is_snoozed_waits_for_its_new_moment(database: Database, now: Now) -> None:
    add_interview(database, now)
    sunday = later(now, "2026-03-29 10:00")
    thanks = step_id(database, "T1")
    assert thanks in {row.id for row in today(database, sunday).overdue}
    with database.session() as session:
        steps.snooze(session, thanks, instant("2026-03-30 09:00"), sunday)
    assert thanks not in {row.id for row in today(database, sunday).overdue}
    monday = later(now, "2026-03-30 09:00")
    assert thanks in {row.id for row in today(database, monday).overdue}


def test_a_snooze_into_the_past_is_refused(database: Database, now: Now) -> None:
    add_interview(database, now)
    with pytest.raises(DetailsError), database.session() as session:
        steps.snooze(session, step_id(database, "T1"), now.instant, now)


def test_a_snooze_can_be_ended(database: Database, now: Now) -> None:
    add_interview(database, now)
    thanks = step_id(database, "T1")
    with database.session() as session:
        steps.snooze(session, thanks, instant("2026-03-28 09:00"), now)
    with database.session() as session:
        steps.unsnooze(session, thanks, now)
    with database.reading() as session:
        row = step(session, "T1")
        assert (row.snoozed_until, row.best) == (None, instant("2026-03-27 17:00"))


def test_a_skipped_step_keeps_its_reason(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        steps.skip(session, step_id(database, "N1"), "They have no page", now)
    with database.session() as session:
        steps.replan(session, 1, now)
    with database.reading() as session:
        row = step(session, "N1")
        assert (row.state, row.reason) == (StepState.SKIPPED, "They have no page")


def test_a_deadline_moved_by_hand_stays_when_the_interview_moves(
    database: Database, now: Now
) -> None:
    stored = add_interview(database, now)
    mine = instant("2026-04-08 12:00")
    with database.session() as session:
        steps.move(session, step_id(database, "F1"), mine, now)
    elsewhere = replace(ACME, start=wall("2026-03-26 09:00"), end=wall("2026-03-26 10:00"))
    with database.session() as session:
        interviews.edit(session, stored.interview_id, elsewhere, now)
    with database.reading() as session:
        assert step(session, "F1").due == mine
        assert step(session, "T1").due == instant("2026-03-27 10:00")


def test_a_step_opened_again_is_planned_as_if_never_closed(database: Database, now: Now) -> None:
    add_interview(database, now)
    thanks = step_id(database, "T1")
    with database.session() as session:
        steps.done(session, thanks, now)
    with database.session() as session:
        steps.reopen(session, thanks, now)
    assert states(database)["T1"] is StepState.OPEN
    with database.reading() as session:
        assert session.scalars(select(Event)).all() == []
        assert step(session, "T1").remind_at == instant("2026-03-27 17:00")


def test_a_step_opened_again_takes_back_its_own_event_alone(database: Database, now: Now) -> None:
    """Two ticks can share an instant: only what the one noted is taken back."""
    add_interview(database, now, replace(ACME, people=(*ACME.people, PAUL)))
    with database.session() as session:
        thanks = session.scalars(select(Step).where(Step.rule == "T1").order_by(Step.id)).all()
        reflection = step(session, "C2")
        others = thanks[1].person_id
        for row in (*thanks, reflection):
            steps.done(session, row.id, now)
        steps.reopen(session, reflection.id, now)
        steps.reopen(session, thanks[0].id, now)
    with database.reading() as session:
        (left,) = session.scalars(select(Event).options(selectinload(Event.people)))
        assert left.kind == "sent"
        assert [person.id for person in left.people] == [others]


def test_nothing_is_done_at_a_moment_still_to_come(database: Database, now: Now) -> None:
    add_interview(database, now)
    thanks = step_id(database, "T1")
    with pytest.raises(DetailsError, match="still to come"), database.session() as session:
        steps.done(session, thanks, now, at=instant("2026-03-27 18:00"))
    assert states(database)["T1"] is StepState.OPEN


def test_a_step_that_an_event_closed_is_not_opened_by_hand(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        events.record(session, 1, Rejection(at=now.instant), now)
    with pytest.raises(DetailsError, match="time line"), database.session() as session:
        steps.reopen(session, step_id(database, "F1"), now)


def test_a_closed_step_cannot_be_snoozed(database: Database, now: Now) -> None:
    add_interview(database, now)
    thanks = step_id(database, "T1")
    with database.session() as session:
        steps.done(session, thanks, now)
    with pytest.raises(Gone, match="closed already"), database.session() as session:
        steps.snooze(session, thanks, instant("2026-03-28 09:00"), now)


def test_a_step_done_is_not_skipped_afterwards(database: Database, now: Now) -> None:
    add_interview(database, now)
    thanks = step_id(database, "T1")
    with database.session() as session:
        steps.done(session, thanks, now)
    with pytest.raises(Gone, match="closed already"), database.session() as session:
        steps.skip(session, thanks, "", now)


def promise_references(database: Database, now: Now) -> None:
    add_interview(database, now)
    referee = PersonDetails(name="Amara Nwosu", part=Part.REFEREE)
    list_ = Promise(
        key="list",
        by=Promiser.ME,
        what="reference list",
        at=now.instant,
        due=date(2026, 4, 2),
        item=PromiseItem.REFERENCES,
    )
    with database.session() as session:
        people.add(session, 1, referee, now)
        events.record(session, 1, list_, now)


def test_a_reference_list_waits_until_the_referees_are_told(database: Database, now: Now) -> None:
    promise_references(database, now)
    with pytest.raises(NotYet, match="First: Tell Amara Nwosu"), database.session() as session:
        steps.done(session, step_id(database, "G3"), now)
    assert states(database)["G3"] is StepState.OPEN
    with database.session() as session:
        steps.done(session, step_id(database, "G2"), now)
    with database.session() as session:
        steps.done(session, step_id(database, "G3"), now)
    assert states(database)["G3"] is StepState.DONE


def test_a_referee_told_is_noted_on_the_card(database: Database, now: Now) -> None:
    promise_references(database, now)
    with database.session() as session:
        steps.done(session, step_id(database, "G2"), now)
    with database.reading() as session:
        referee = session.scalars(select(Person).where(Person.part == Part.REFEREE)).one()
        assert referee.informed


def test_one_promise_ticked_leaves_the_others_open(database: Database, now: Now) -> None:
    add_interview(database, now)
    for key, day in (("portfolio", 30), ("sample", 31)):
        promise = Promise(
            key=key, by=Promiser.ME, what=f"the {key}", at=now.instant, due=date(2026, 3, day)
        )
        with database.session() as session:
            events.record(session, 1, promise, now)
    with database.session() as session:
        sample = session.scalars(select(Step.id).where(Step.title == "Send the sample")).one()
        steps.done(session, sample, now)
    with database.reading() as session:
        query = select(Step.title, Step.state).where(Step.rule == "K1")
        assert sorted(session.execute(query)) == [
            ("Send the portfolio", StepState.OPEN),
            ("Send the sample", StepState.DONE),
        ]


def test_a_week_of_targets_ticked_brings_the_next(database: Database) -> None:
    monday = at("2026-03-30 10:00")
    add_interview(database, monday)
    with database.reading() as session:
        first = session.scalars(select(Step).where(Step.rule == "N4")).one()
        assert first.key == "N4/2026-03-30"
        number = first.id
    with database.session() as session:
        steps.done(session, number, monday)
    with database.reading() as session:
        query = select(Step.key, Step.state).where(Step.rule == "N4").order_by(Step.key)
        assert session.execute(query).all() == [
            ("N4/2026-03-30", StepState.DONE),
            ("N4/2026-04-06", StepState.OPEN),
        ]


def test_next_weeks_targets_skipped_ahead_bring_no_week_that_is_past(database: Database) -> None:
    friday = at("2026-03-27 16:00")
    add_interview(database, friday)
    with database.reading() as session:
        number = session.scalars(select(Step.id).where(Step.rule == "N4")).one()
    with database.session() as session:
        steps.skip(session, number, "a week off", friday)
    with database.reading() as session:
        query = select(Step.key, Step.state).where(Step.rule == "N4")
        assert session.execute(query).all() == [("N4/2026-03-30", StepState.SKIPPED)]
