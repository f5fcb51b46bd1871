"""What happens in one application, and what another one asks for because of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from core.clock import Now
from core.database import Database, WorkSession
from core.models import Step
from core.playbook import values
from core.playbook.values import Mode, ReplyKind, StepState
from core.use_cases import events, history, interviews
from tests.core.stories import ACME, BERLIN, add_interview, instant, later, wall

ACCEPTED, OTHER = 1, 2
"""The application that was accepted, and the other one, by their ids."""

OTHERS = replace(ACME, company="Lumen & Ash")
NEXT_ROUND = replace(
    OTHERS, start=wall("2026-04-09 10:00"), end=wall("2026-04-09 11:00"), invited_at=None
)


@pytest.fixture
def two(database: Database, now: Now) -> Database:
    """Two applications, each after its first interview."""
    add_interview(database, now)
    add_interview(database, now, OTHERS)
    return database


def record(database: Database, application_id: int, event: values.Event, now: Now) -> None:
    with database.session() as session:
        events.record(session, application_id, event, now)


def accept(database: Database, now: Now) -> None:
    record(database, ACCEPTED, values.Acceptance(at=now.instant), now)


def withdrawals(database: Database) -> list[tuple[str, StepState]]:
    with database.reading() as session:
        rows = session.scalars(select(Step).where(Step.rule == "O5"))
        return [(row.title, row.state) for row in rows]


TO_WITHDRAW = [("Withdraw at Lumen & Ash", StepState.OPEN)]
NO_LONGER = [("Withdraw at Lumen & Ash", StepState.CANCELLED)]


def test_an_acceptance_plans_a_withdrawal_at_each_other_live_application(
    two: Database, now: Now
) -> None:
    add_interview(two, now, replace(ACME, company="Globex"))
    record(two, 3, values.Rejection(at=now.instant), now)
    accept(two, now)
    assert withdrawals(two) == TO_WITHDRAW


def test_another_application_that_ends_needs_no_withdrawal_any_more(
    two: Database, now: Now
) -> None:
    accept(two, now)
    record(two, OTHER, values.Withdrawal(at=now.instant), now)
    assert withdrawals(two) == NO_LONGER


def by_form(session: WorkSession, now: Now) -> None:
    interviews.add(session, NEXT_ROUND, now)


def by_event(session: WorkSession, now: Now) -> None:
    round_ = values.Interview(
        key="",
        round=2,
        mode=Mode.VIDEO,
        start=instant("2026-04-09 10:00"),
        end=instant("2026-04-09 11:00"),
        zone=BERLIN,
    )
    events.record(session, OTHER, round_, now)


@pytest.mark.parametrize("invite", [by_form, by_event])
def test_a_closed_application_that_an_invitation_opens_again_is_to_be_withdrawn_from(
    two: Database, now: Now, invite: Callable[[WorkSession, Now], None]
) -> None:
    record(two, OTHER, values.Rejection(at=now.instant - timedelta(minutes=5)), now)
    accept(two, now)
    assert withdrawals(two) == []
    with two.session() as session:
        invite(session, now)
    assert withdrawals(two) == TO_WITHDRAW


@pytest.mark.parametrize("end", [interviews.remove, interviews.call_off])
def test_without_that_round_it_is_closed_as_before(
    two: Database, now: Now, end: Callable[[WorkSession, int, Now], None]
) -> None:
    record(two, OTHER, values.Rejection(at=now.instant - timedelta(minutes=5)), now)
    invited = add_interview(two, now, NEXT_ROUND)
    accept(two, now)
    with two.session() as session:
        end(session, invited.interview_id, now)
    assert withdrawals(two) == NO_LONGER


def test_undoing_an_invitation_closes_it_for_the_others_too(two: Database, now: Now) -> None:
    record(two, OTHER, values.Rejection(at=now.instant - timedelta(minutes=5)), now)
    with two.session() as session:
        interviews.add(session, NEXT_ROUND, now)
        invited = session.change_id or 0
    accept(two, now)
    assert withdrawals(two) == TO_WITHDRAW
    with two.session() as session:
        history.undo(session, invited, now)
    assert withdrawals(two) == NO_LONGER


def test_undoing_another_application_leaves_nothing_to_withdraw(two: Database, now: Now) -> None:
    with two.session() as session:
        interviews.add(session, replace(ACME, company="Globex"), now)
        added = session.change_id or 0
    accept(two, now)
    with two.session() as session:
        history.undo(session, added, now)
    assert set(withdrawals(two)) == {
        *TO_WITHDRAW,
        ("Withdraw at Globex", StepState.CANCELLED),
    }


def test_a_round_that_takes_place_after_all_opens_it_again(two: Database, now: Now) -> None:
    record(two, OTHER, values.Rejection(at=now.instant - timedelta(minutes=5)), now)
    invited = add_interview(two, now, NEXT_ROUND)
    with two.session() as session:
        interviews.call_off(session, invited.interview_id, now)
    accept(two, now)
    with two.session() as session:
        interviews.edit(session, invited.interview_id, NEXT_ROUND, now)
    assert withdrawals(two) == TO_WITHDRAW


def test_a_reply_that_told_of_the_next_round_opens_it_again(two: Database, now: Now) -> None:
    afterwards = later(now, "2026-04-10 09:00")
    record(two, OTHER, values.Rejection(at=instant("2026-03-30 09:00")), afterwards)
    add_interview(two, afterwards, NEXT_ROUND)
    accept(two, afterwards)
    assert withdrawals(two) == []
    told = values.Reply(at=instant("2026-04-01 09:00"), reply=ReplyKind.DECISION)
    record(two, OTHER, told, afterwards)
    assert withdrawals(two) == TO_WITHDRAW
