"""From answers to small tasks, dated before the next round, and whether they were kept."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from core.form_store import shipped_form
from core.reflection.answers import (
    Answer,
    Answers,
    ChoiceAnswer,
    DateAnswer,
    FriendRow,
    FriendsAnswer,
    IfThenAnswer,
    ListAnswer,
    ListRow,
    NumberAnswer,
    PickAnswer,
    Rating,
    RatingsAnswer,
    ScoreAnswer,
    SlidersAnswer,
    TaggedListAnswer,
    TaggedRow,
    TextAnswer,
)
from core.reflection.conclusions import (
    ConclusionKind,
    due_date,
    if_then,
    proposals,
    too_many_from_friends,
)
from core.reflection.friends import FriendView
from core.reflection.kept import was_it_kept
from core.reflection.sittings import change_between
from tests.core.reflection.generated import answers_to

ENDED = datetime(2026, 5, 11, 13, tzinfo=UTC)
OSLO = "Europe/Oslo"
QUESTIONS = TaggedListAnswer(rows=(TaggedRow(key="q1", text="Why did you leave the yard?"),))


def test_each_answer_that_asks_for_something_becomes_a_task_with_its_evidence() -> None:
    answers: Answers = {
        "Q2": QUESTIONS,
        "Q12": TextAnswer(text="Tell one example instead of three"),
        "Q13": PickAnswer(row="q1", text="It sounded like a complaint."),
        "Q20": TextAnswer(text="too little time at sea"),
        "Q27": TextAnswer(text="the calm start"),
        "Q28": IfThenAnswer(cue="If I go blank", action="then I will ask for a moment."),
        "Q30": ListAnswer(rows=(ListRow(key="a", text="their new hall"), ListRow(key="b"))),
    }
    found = proposals(answers)
    assert [(one.key, one.kind, one.text) for one in found] == [
        (
            "Q28",
            ConclusionKind.DELIVERY,
            "If I go blank, then I will ask for a moment.",
        ),
        ("Q12", ConclusionKind.STORY, "Tell one example instead of three"),
        (
            "Q13",
            ConclusionKind.QUESTION_DRILL,
            "Rehearse an answer to “Why did you leave the yard?”",
        ),
        (
            "Q20",
            ConclusionKind.STORY,
            "Find a story that answers their doubt: too little time at sea",
        ),
        ("Q30/a", ConclusionKind.KNOWLEDGE, "Look up: their new hall"),
    ]
    assert all(one.ticked and not one.from_friend for one in found)
    assert found[2].ground.words == "Why did you leave the yard? It sounded like a complaint."


def test_the_cause_gives_the_kind_where_the_words_do_not() -> None:
    answers: Answers = {
        "Q12": TextAnswer(text="be clearer"),
        "Q17": ChoiceAnswer(choice="knowledge"),
    }
    assert proposals(answers)[0].kind is ConclusionKind.KNOWLEDGE
    trip: Answers = {**answers, "Q12": TextAnswer(text="take the earlier train")}
    assert proposals(trip)[0].kind is ConclusionKind.LOGISTICS


@pytest.mark.parametrize(
    ("cue", "action", "said"),
    [
        ("they ask about pay", "name a range", "If they ask about pay, then I will name a range."),
        ("When I rush,", "I'll breathe out", "If I rush, then I will breathe out."),
        ("", "breathe out", "I will breathe out."),
    ],
)
def test_an_if_then_sentence_reads_as_one(cue: str, action: str, said: str) -> None:
    assert if_then(IfThenAnswer(cue=cue, action=action)) == said


def test_friends_suggest_and_three_come_ticked() -> None:
    told = FriendsAnswer(rows=(FriendRow(key="a", friend="Jon", text="Smile more"),))
    views = [
        FriendView(key="v1", friend="Amara", suggestion="Name numbers", question="Why ships?"),
        FriendView(key="v2", friend="Li", suggestion="Pause"),
    ]
    found = proposals({"Q23": told}, views)
    assert [(one.ground.friend, one.text, one.ticked) for one in found] == [
        ("Jon", "Smile more", True),
        ("Amara", "Name numbers", True),
        ("Li", "Pause", True),
        ("Amara", "Rehearse an answer to “Why ships?”", False),
    ]
    assert all(one.from_friend for one in found)
    assert too_many_from_friends(found) == (
        "Three suggestions of friends are enough for one time. The others stay here to be read."
    )
    assert too_many_from_friends(one for one in found if one.ticked) == ""


@given(answers=answers_to(shipped_form().form))
def test_any_answers_give_proposals_with_keys_of_their_own(answers: dict[str, Answer]) -> None:
    found = proposals(answers)
    assert len({one.key for one in found}) == len(found)
    assert all(one.text.strip() and one.ground.words for one in found)
    assert sum(one.ticked and one.from_friend for one in found) <= 3


def test_a_long_answer_is_a_short_task_and_its_ground_is_whole() -> None:
    words = "Begin with the result. " * 200
    (task,) = proposals({"Q12": TextAnswer(text=words)})
    assert len(task.text) <= 300
    assert task.text.startswith("Begin with the result.")
    assert task.ground.words == words.strip()


def test_what_nobody_can_see_is_no_task() -> None:
    assert proposals({"Q12": TextAnswer(text="\u202e\x07")}) == ()


# ------------------------------------------------------------------ by when


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("named", "next_start", "due"),
    [
        (None, None, "2026-05-18 13:00"),
        (date(2026, 5, 15), None, "2026-05-15 21:59:59"),
        (None, "2026-05-21 08:00", "2026-05-19 08:00"),
        (date(2026, 5, 15), "2026-05-21 08:00", "2026-05-15 21:59:59"),
        (date(2026, 5, 30), "2026-05-21 08:00", "2026-05-19 08:00"),
        (None, "2026-05-12 08:00", "2026-05-12 08:00"),
    ],
)
def test_tasks_are_due_before_the_next_round(
    named: date | None, next_start: str | None, due: str
) -> None:
    start = at(next_start) if next_start else None
    assert due_date({"Q29": DateAnswer(day=named)}, ENDED, start, OSLO) == at(due)


def test_two_days_before_is_by_the_clock_on_the_wall() -> None:
    """The clocks go back on 25 October: 10:00 stays 10:00."""
    ended, start = at("2026-10-20 12:00"), at("2026-10-26 09:00")
    assert due_date({}, ended, start, OSLO) == at("2026-10-24 08:00")


# ------------------------------------------------------------------ kept or not


ASKED_AGAIN = TaggedListAnswer(rows=(TaggedRow(key="z", text="Why are you leaving the yard?"),))
DRILL = "Rehearse an answer to “Why did you leave the yard?”"


def test_a_question_that_went_well_this_time_was_rehearsed() -> None:
    later: Answers = {"Q2": ASKED_AGAIN, "Q11": PickAnswer(row="z")}
    shown = was_it_kept(DRILL, "Why did you leave the yard?", later)
    assert shown is not None
    assert shown.kept
    assert shown.ground.question == "Q11"


def test_a_question_that_is_hard_again_was_not() -> None:
    later: Answers = {"Q2": ASKED_AGAIN, "Q13": PickAnswer(row="z", text="again")}
    shown = was_it_kept(DRILL, "Why did you leave the yard?", later)
    assert shown is not None
    assert not shown.kept


def test_a_plan_that_worked_was_kept_and_one_made_again_was_not() -> None:
    plan = "If I go blank, then I will ask for a moment."
    kept = was_it_kept(plan, plan, {"Q16": TextAnswer(text="I went blank and asked for a moment")})
    again = was_it_kept(
        plan, plan, {"Q28": IfThenAnswer(cue="my mind is blank", action="ask a moment")}
    )
    assert kept is not None
    assert kept.kept
    assert again is not None
    assert not again.kept


def test_what_a_later_reflection_does_not_mention_stays_open() -> None:
    later: Answers = {"Q10": ListAnswer(rows=(ListRow(key="a", text="A warm start"),))}
    assert was_it_kept(DRILL, "Why did you leave the yard?", later) is None
    assert was_it_kept("", "", later) is None


# ------------------------------------------------------------------ two sittings


def test_the_calmer_sitting_shows_what_changed() -> None:
    first: Answers = {
        "Q8": SlidersAnswer(before=3, after=2),
        "Q9": NumberAnswer(value=5),
        "Q14": RatingsAnswer(ratings=(Rating(item="opening", value=2),)),
        "Q21": ScoreAnswer(value=4),
        "Q12": TextAnswer(text="words are not compared"),
    }
    second: Answers = {
        "Q8": SlidersAnswer(before=3, during=6, after=5),
        "Q9": NumberAnswer(value=7),
        "Q14": RatingsAnswer(ratings=(Rating(item="closing", value=2),)),
    }
    changes = change_between(first, second)
    assert [(one.question, one.item, one.difference, one.words) for one in changes] == [
        ("Q8", "before", 0, "3, as before"),
        ("Q8", "after", 3, "5, first 2"),
        ("Q9", "", 2, "7, first 5"),
    ]
