"""Where an application stands, told from what happened alone."""

from datetime import date

import pytest

from core.playbook import values
from core.playbook.plan import plan
from core.playbook.state import decision_date, derive_state, on_hold_until
from core.playbook.values import ApplicationState, Case, Event, ReplyKind
from tests.core.playbook.situations import PLAYBOOK, berlin, case, interview

FIRST = interview()
SECOND = interview("06-25 10:00", "06-25 11:00", 2)
REJECTION = values.Rejection(at=berlin("06-16 10:00"))
THANKS = values.Sent(message="M1", at=berlin("06-10 18:00"), to=("anna",))


def state(of: Case) -> ApplicationState:
    return derive_state(of, plan(of, PLAYBOOK))


@pytest.mark.parametrize(
    ("now", "events", "expected"),
    [
        ("06-09 10:00", [FIRST], "scheduled"),
        ("06-10 14:30", [FIRST], "scheduled"),
        ("06-10 16:00", [FIRST], "interviewed"),
        ("06-10 19:00", [FIRST, THANKS], "waiting"),
        ("06-11 15:01", [FIRST], "waiting"),
        ("06-16 12:00", [FIRST, SECOND], "next round"),
        ("06-16 12:00", [FIRST, REJECTION], "rejected"),
        ("06-16 12:00", [FIRST, values.Offer(at=berlin("06-16 10:00"))], "offer"),
        ("06-16 12:00", [FIRST, values.Acceptance(at=berlin("06-16 10:00"))], "accepted"),
        ("06-16 12:00", [FIRST, values.Decline(at=berlin("06-16 10:00"))], "withdrawn"),
        ("06-16 12:00", [FIRST, values.Withdrawal(at=berlin("06-16 10:00"))], "withdrawn"),
        ("06-16 12:00", [FIRST, values.OnHold(at=berlin("06-16 10:00"))], "on hold"),
        ("08-01 12:00", [FIRST], "quiet"),
        (
            "08-05 12:00",
            [FIRST, values.Reply(at=berlin("08-03 10:00"), reply=ReplyKind.VAGUE)],
            "waiting",
        ),
        ("06-16 12:00", [THANKS], "waiting"),
    ],
)
def test_the_last_word_counts(now: str, events: list[Event], expected: str) -> None:
    assert state(case(now, *events)) == ApplicationState(expected)


def test_an_acceptance_after_an_offer_is_the_later_word_in_any_order() -> None:
    offer = values.Offer(at=berlin("06-16 10:00"))
    acceptance = values.Acceptance(at=berlin("06-18 10:00"))
    assert state(case("06-19 12:00", FIRST, acceptance, offer)) is ApplicationState.ACCEPTED


def test_an_invitation_after_a_rejection_opens_the_case_again() -> None:
    again = values.Interview(
        key="round:2",
        round=2,
        mode=values.Mode.VIDEO,
        start=berlin("06-25 10:00"),
        end=berlin("06-25 11:00"),
        zone="Europe/Berlin",
        invited_at=berlin("06-18 10:00"),
    )
    assert state(case("06-19 12:00", FIRST, REJECTION, again)) is ApplicationState.NEXT_ROUND


@pytest.mark.parametrize("ahead", [True, False])
def test_a_rejection_ends_a_round_whose_invitation_is_unknown(ahead: bool) -> None:
    rounds = [FIRST, SECOND] if ahead else [SECOND]
    for now in ("06-17 12:00", "06-26 12:00"):
        assert state(case(now, *rounds, REJECTION)) is ApplicationState.REJECTED


def test_a_round_that_takes_place_ends_a_hold() -> None:
    hold = values.OnHold(at=berlin("06-16 10:00"))
    assert state(case("06-17 12:00", FIRST, SECOND, hold)) is ApplicationState.NEXT_ROUND


def test_news_ends_a_hold_and_a_courtesy_does_not() -> None:
    hold = values.OnHold(at=berlin("06-16 10:00"), until=date(2026, 8, 31))
    vague = values.Reply(at=berlin("06-20 10:00"), reply=ReplyKind.VAGUE)
    thanks = values.Reply(at=berlin("06-20 10:00"), reply=ReplyKind.COURTESY)
    assert state(case("06-21 12:00", FIRST, hold, vague)) is ApplicationState.WAITING
    assert state(case("06-21 12:00", FIRST, hold, thanks)) is ApplicationState.ON_HOLD
    assert on_hold_until(case("06-21 12:00", FIRST, hold)) == date(2026, 8, 31)
    assert on_hold_until(case("06-21 12:00", FIRST)) is None


def test_the_decision_date_is_the_last_one_named_until_it_has_passed() -> None:
    promise = values.Promise(
        key="their",
        by=values.Promiser.THEM,
        what="decision",
        at=berlin("06-10 14:50"),
        due=date(2026, 6, 19),
        item=values.PromiseItem.DECISION,
    )
    renewed = values.Reply(
        at=berlin("06-18 10:00"), reply=ReplyKind.DATE, decision_date=date(2026, 6, 26)
    )
    assert decision_date(case("06-15 12:00", FIRST, promise)) == date(2026, 6, 19)
    assert decision_date(case("06-19 23:59", FIRST, promise)) == date(2026, 6, 19)
    assert decision_date(case("06-20 00:00", FIRST, promise)) is None
    assert decision_date(case("06-20 00:00", FIRST, renewed, promise)) == date(2026, 6, 26)


def test_a_date_named_for_an_earlier_round_is_not_that_of_the_next() -> None:
    named = values.Reply(
        at=berlin("06-10 15:00"), reply=ReplyKind.DATE, decision_date=date(2026, 7, 10)
    )
    assert decision_date(case("06-24 12:00", FIRST, SECOND, named)) == date(2026, 7, 10)
    assert decision_date(case("06-25 12:00", FIRST, SECOND, named)) is None
