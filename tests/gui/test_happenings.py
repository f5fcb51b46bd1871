"""What the card asks, and the events that the answers make."""

from datetime import UTC, date, datetime

import pytest

from core.playbook import values
from core.playbook.values import PromiseItem, Promiser, ReplyKind
from gui.models.happened import Lacking, to_event
from gui.models.happenings import (
    ITEM_WORDS,
    MESSAGE_WORDS,
    QUESTIONS,
    REPLY_WORDS,
    Answers,
    Ask,
    Happening,
    Mistake,
)

AT = datetime(2026, 5, 12, 7, 40, tzinfo=UTC)
BARE = Answers(at=AT, zone="Europe/Oslo")

MADE_AT_ONCE = [
    (Happening.REPLIED, values.Reply(at=AT, reply=ReplyKind.VAGUE)),
    (Happening.OFFER, values.Offer(at=AT)),
    (Happening.SAID_NO, values.Rejection(at=AT)),
    (Happening.WITHDREW, values.Withdrawal(at=AT)),
    (Happening.SENT, values.Sent(message="M1", at=AT)),
    (Happening.ARRIVED, values.Arrived(at=AT)),
    (Happening.LATE, values.Late(at=AT)),
    (Happening.REFLECTED, values.Reflection(at=AT, path=values.ReflectionPath.SHORT)),
    (Happening.ON_HOLD, values.OnHold(at=AT)),
    (Happening.ACCEPTED, values.Acceptance(at=AT)),
    (Happening.DECLINED, values.Decline(at=AT)),
    (Happening.LINKED, values.Linked(at=AT)),
    (Happening.KEPT_IN_TOUCH, values.Contact(at=AT)),
]


@pytest.mark.parametrize(("happening", "event"), MADE_AT_ONCE)
def test_most_things_need_no_answer_at_all(happening: Happening, event: values.Event) -> None:
    assert to_event(happening, BARE) == event


@pytest.mark.parametrize(
    "happening",
    [
        Happening.GAVE_DATE,
        Happening.I_PROMISED,
        Happening.THEY_PROMISED,
        Happening.WRONG_NAME,
        Happening.INCIDENT,
    ],
)
def test_what_is_lacking_is_asked_for_in_a_sentence(happening: Happening) -> None:
    lacking = to_event(happening, BARE)

    assert isinstance(lacking, Lacking)
    assert lacking.sentence.endswith("?")


def test_every_happening_has_one_question_and_an_answer() -> None:
    assert set(QUESTIONS) == set(Happening)
    for happening in Happening:
        assert to_event(happening, BARE) is not None


def test_every_kind_of_event_can_be_noted() -> None:
    full = Answers(
        at=AT,
        zone="Europe/Oslo",
        moment=date(2026, 5, 22),
        start=AT,
        end=AT,
        text="sample",
        mistake=Mistake.LATE,
    )
    kinds = {type(to_event(happening, full)) for happening in Happening}

    assert kinds == set(values.Event.__args__)


def test_a_small_mistake_is_better_left_alone() -> None:
    told = to_event(Happening.MISTAKE, BARE)

    assert isinstance(told, Lacking)
    assert told.sentence.startswith("Nothing to note: leave it be.")


def test_a_mistake_that_costs_them_something_is_an_incident_in_the_users_words() -> None:
    late = Answers(at=AT, zone="Europe/Oslo", mistake=Mistake.LATE)
    told = Answers(at=AT, zone="Europe/Oslo", mistake=Mistake.LATE, text=" ten minutes late ")

    assert to_event(Happening.MISTAKE, late) == values.Incident(at=AT, what="I was late")
    assert to_event(Happening.MISTAKE, told) == values.Incident(at=AT, what="ten minutes late")


def test_a_date_they_gave_is_a_reply_with_a_day() -> None:
    answers = Answers(at=AT, zone="Europe/Oslo", moment=date(2026, 5, 22))

    event = to_event(Happening.GAVE_DATE, answers)

    assert event == values.Reply(at=AT, reply=ReplyKind.DATE, decision_date=date(2026, 5, 22))


def test_a_next_round_without_a_date_is_their_decision() -> None:
    event = to_event(Happening.NEXT_ROUND, BARE)

    assert event == values.Reply(at=AT, reply=ReplyKind.DECISION)


def test_a_promise_says_whose_it_is() -> None:
    answers = Answers(at=AT, zone="Europe/Oslo", text="  the route sample ")

    mine = to_event(Happening.I_PROMISED, answers)
    theirs = to_event(Happening.THEY_PROMISED, answers)

    assert isinstance(mine, values.Promise)
    assert isinstance(theirs, values.Promise)
    assert (mine.by, mine.what) == (Promiser.ME, "the route sample")
    assert theirs.by is Promiser.THEM


def test_a_promised_list_of_references_needs_no_words() -> None:
    answers = Answers(at=AT, zone="Europe/Oslo", item=PromiseItem.REFERENCES)

    promise = to_event(Happening.I_PROMISED, answers)

    assert isinstance(promise, values.Promise)
    assert promise.what == "the list of references"


def test_no_label_shouts_or_shows_a_rule() -> None:
    labels = [q.label + q.moment_label + q.what_label for q in QUESTIONS.values()]
    labels += [*MESSAGE_WORDS.values(), *REPLY_WORDS.values()]
    labels += [text for words in ITEM_WORDS.values() for text in words.values()]

    assert not [label for label in labels if "!" in label or "M1" in label]


def test_only_known_things_are_asked() -> None:
    for question in QUESTIONS.values():
        assert set(question.asks) <= set(Ask)
