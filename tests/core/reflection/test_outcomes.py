"""What came of an interview: told from rounds, replies and endings."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.playbook import values
from core.playbook.facts import Facts
from core.playbook.values import Case, Event, Interview, Mode, ReplyKind
from core.reflection.outcomes import answered_after, outcome_of
from core.reflection.records import Outcome

START = datetime(2026, 3, 27, 13, tzinfo=UTC)
DAY = timedelta(days=1)


def meeting(number: int = 1, days: int = 0, **more: datetime) -> Interview:
    start = START + days * DAY
    end = start + timedelta(hours=1)
    return Interview(
        key=f"round {number}",
        round=number,
        mode=Mode.VIDEO,
        start=start,
        end=end,
        zone="Europe/Berlin",
        invited_at=more.get("invited_at"),
        called_off=more.get("called_off"),
    )


FIRST = meeting()


def facts(*events: Event) -> Facts:
    case = Case(now=START + 60 * DAY, zone="UTC", company="Acme", events=(FIRST, *events))
    return Facts(case)


def after(days: float) -> datetime:
    return FIRST.end + days * DAY


@pytest.mark.parametrize(
    ("event", "outcome"),
    [
        (meeting(2, days=7), Outcome.WENT_ON),
        (values.Offer(at=after(5)), Outcome.WENT_ON),
        (values.Decline(at=after(5)), Outcome.WENT_ON),
        (values.Rejection(at=after(5)), Outcome.ENDED),
        (values.Withdrawal(at=after(5)), Outcome.ENDED),
        (values.Reply(at=after(5), reply=ReplyKind.VAGUE), Outcome.OPEN),
        (values.OnHold(at=after(5)), Outcome.OPEN),
        (values.Rejection(at=START - 9 * DAY), Outcome.OPEN),
    ],
)
def test_outcome(event: Event, outcome: Outcome) -> None:
    assert outcome_of(facts(event), FIRST, quiet=False) is outcome


def test_a_silence_that_was_let_rest_is_an_end() -> None:
    assert outcome_of(facts(), FIRST, quiet=True) is Outcome.ENDED
    assert outcome_of(facts(values.Offer(at=after(50))), FIRST, quiet=True) is Outcome.WENT_ON


def test_a_no_after_the_second_round_ends_the_second_alone() -> None:
    second = meeting(2, days=7)
    known = facts(second, values.Rejection(at=after(20)))
    assert outcome_of(known, FIRST, quiet=False) is Outcome.WENT_ON
    assert outcome_of(known, second, quiet=False) is Outcome.ENDED


def test_a_further_round_counts_even_if_it_was_called_off() -> None:
    second = meeting(2, days=7, called_off=after(3))
    known = facts(second, values.Withdrawal(at=after(3)))
    assert outcome_of(known, FIRST, quiet=False) is Outcome.WENT_ON


def test_a_first_round_that_was_put_off_is_no_second_one() -> None:
    other = replace(meeting(1, days=7, called_off=START - DAY), key="put off")
    assert outcome_of(facts(other), FIRST, quiet=False) is Outcome.OPEN


@pytest.mark.parametrize(
    ("events", "days"),
    [
        ((), None),
        ((values.Reply(at=after(1), reply=ReplyKind.COURTESY),), None),
        (
            (
                values.Reply(at=after(1), reply=ReplyKind.COURTESY),
                values.Reply(at=after(4), reply=ReplyKind.DATE),
                values.Rejection(at=after(9)),
            ),
            4,
        ),
        ((values.OnHold(at=after(6)),), 6),
        ((values.Offer(at=after(3)),), 3),
        ((values.Withdrawal(at=after(3)),), None),
        ((meeting(2, days=9, invited_at=after(2)),), 2),
        ((meeting(2, days=9, invited_at=START - DAY),), None),
        ((meeting(2, days=9), values.Rejection(at=after(12))), None),
    ],
)
def test_the_first_answer_that_is_more_than_courtesy(
    events: tuple[Event, ...], days: int | None
) -> None:
    assert answered_after(facts(*events), FIRST) == (None if days is None else days * DAY)


def test_an_answer_belongs_to_the_round_before_it() -> None:
    second = meeting(2, days=9)
    known = facts(second, values.Rejection(at=second.end + 2 * DAY))
    assert answered_after(known, second) == 2 * DAY
