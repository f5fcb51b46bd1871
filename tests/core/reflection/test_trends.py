"""Insights: every figure is computed here a second time, plainly and slowly."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reflection.answers import (
    Answers,
    ChoiceAnswer,
    FriendRow,
    FriendsAnswer,
    NumberAnswer,
    PickAnswer,
    Rating,
    RatingsAnswer,
    TaggedListAnswer,
    TaggedRow,
)
from core.reflection.friends import FriendView
from core.reflection.records import (
    InterviewRecord,
    NamedStrength,
    Outcome,
    Promptness,
    named_strengths,
    reflected,
)
from core.reflection.trend_values import Insights, ItemTrend
from core.reflection.trends import ENOUGH, insights

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
NOW = START + timedelta(days=400)
ITEMS = ("opening", "listening", "examples")
TAGS = ("salary", "conflict", "leading")
CAUSES = ("nerves", "knowledge", "structure")
STRENGTHS = ("Calm under pressure", "calm, under pressure", "Clear drawings", "ok")
FRIENDS = ("Amara", "amara ", "Jon", "")


def some_interviews(seed: int) -> list[InterviewRecord]:
    """Up to a dozen interviews, made up by chance: with gaps, at one time, in any order."""
    chance = Random(seed)
    return [one_interview(chance, number) for number in range(chance.randint(0, 12))]


def one_interview(chance: Random, number: int) -> InterviewRecord:
    def few(maximum: int = 3) -> range:
        return range(chance.randint(0, maximum))

    def instant() -> datetime:
        return START + timedelta(days=chance.randint(0, 500))

    def perhaps() -> bool:
        return chance.random() < 0.6

    return InterviewRecord(
        key=f"{chance.randint(0, 999)}-{number}",
        start=instant(),
        round=chance.randint(1, 3),
        outcome=chance.choice(list(Outcome)),
        estimate=chance.randint(1, 10) if perhaps() else None,
        ratings=tuple(
            Rating(item=item, value=chance.randint(1, 5))
            for item in chance.sample(ITEMS, chance.randint(0, 3))
        ),
        hard_tags=tuple(chance.choice(TAGS) for _ in few()),
        cause=chance.choice(CAUSES) if perhaps() else None,
        steps=tuple(
            Promptness(
                step=chance.choice(("T1", "F1", "K1")),
                due=instant(),
                done=instant() if perhaps() else None,
            )
            for _ in few()
        ),
        answered_after=timedelta(days=chance.randint(0, 90)) if perhaps() else None,
        conclusions=tuple(instant() if perhaps() else None for _ in few()),
        strengths=tuple(
            NamedStrength(text=chance.choice(STRENGTHS), by=chance.choice(FRIENDS)) for _ in few()
        ),
    )


RECORDS = st.integers(0, 10**9).map(some_interviews)


def in_order(records: list[InterviewRecord]) -> list[InterviewRecord]:
    return sorted(records, key=lambda record: (record.start, record.key))


@given(records=RECORDS)
def test_ratings(records: list[InterviewRecord]) -> None:
    measure = insights(records, NOW).ratings
    rated = [record for record in in_order(records) if record.ratings]
    assert measure.rests_on == len(rated)
    found = {trend.item: trend for trend in measure.found}
    for item in ITEMS:
        values = [r.value for record in rated for r in record.ratings if r.item == item]
        if len(rated) < ENOUGH or len(values) < ENOUGH:
            assert item not in found
            continue
        trend = found[item]
        assert [point.value for point in trend.points] == values
        for place, point in enumerate(trend.points):
            so_far = values[: place + 1]
            assert point.mean == pytest.approx(sum(so_far) / len(so_far))
        assert trend.mean == pytest.approx(sum(values) / len(values))


@given(records=RECORDS)
def test_recurring_tags_and_causes(records: list[InterviewRecord]) -> None:
    shown = insights(records, NOW)
    tagged = sum(1 for record in records if record.hard_tags)
    caused = sum(1 for record in records if record.cause)
    assert (shown.hard_tags.rests_on, shown.causes.rests_on) == (tagged, caused)
    tags = {tag: sum(1 for r in records if tag in r.hard_tags) for tag in TAGS}
    causes = {cause: sum(1 for r in records if r.cause == cause) for cause in CAUSES}
    for measure, plain in ((shown.hard_tags, tags), (shown.causes, causes)):
        expected = {name: n for name, n in plain.items() if n and measure.rests_on >= ENOUGH}
        assert {one.name: one.count for one in measure.found} == expected
        counts = [one.count for one in measure.found]
        assert counts == sorted(counts, reverse=True)


@given(records=RECORDS)
def test_estimate_against_outcome(records: list[InterviewRecord]) -> None:
    measure = insights(records, NOW).estimates
    plain = [(r.key, r.estimate, r.outcome) for r in in_order(records) if r.estimate is not None]
    assert measure.rests_on == len(plain)
    if len(plain) >= ENOUGH:
        assert [(one.interview, one.estimate, one.outcome) for one in measure.found] == plain


@given(records=RECORDS)
def test_conversion_by_stage(records: list[InterviewRecord]) -> None:
    measure = insights(records, NOW).stages
    assert measure.rests_on == len(records)
    for stage in measure.found:
        outcomes = [r.outcome for r in records if r.round == stage.round]
        assert stage.went_on == outcomes.count(Outcome.WENT_ON)
        assert stage.ended == outcomes.count(Outcome.ENDED)
        assert stage.open == outcomes.count(Outcome.OPEN)
        decided = stage.went_on + stage.ended
        assert stage.share == (stage.went_on / decided if decided else None)
    rounds = sorted({r.round for r in records}) if len(records) >= ENOUGH else []
    assert [stage.round for stage in measure.found] == rounds


@given(records=RECORDS)
def test_on_time(records: list[InterviewRecord]) -> None:
    measure = insights(records, NOW).on_time
    found = {one.step: (one.on_time, one.of) for one in measure.found}
    resting = [r for r in records if any(s.done or s.due <= NOW for s in r.steps)]
    assert measure.rests_on == len(resting)
    for name in ("T1", "F1", "K1"):
        steps = [s for r in records for s in r.steps if s.step == name]
        counted = [s for s in steps if s.done is not None or s.due <= NOW]
        on_time = [s for s in counted if s.done is not None and s.done <= s.due]
        if counted and len(resting) >= ENOUGH:
            assert found[name] == (len(on_time), len(counted))
        else:
            assert name not in found


@given(records=RECORDS)
def test_response_time(records: list[InterviewRecord]) -> None:
    measure = insights(records, NOW).answers
    days = sorted(r.answered_after.days for r in records if r.answered_after is not None)
    assert measure.rests_on == len(days)
    if len(days) >= ENOUGH:
        (answered,) = measure.found
        assert (answered.shortest, answered.longest) == (days[0], days[-1])
        middle = len(days) // 2
        expected = days[middle] if len(days) % 2 else (days[middle - 1] + days[middle]) / 2
        assert answered.median == pytest.approx(expected)
        plain = [(r.key, r.answered_after) for r in in_order(records) if r.answered_after]
        told = [(one.interview, timedelta(days=one.days)) for one in answered.each if one.days]
        assert told == plain


@given(records=RECORDS)
def test_conclusions_done_before_the_next_interview(records: list[InterviewRecord]) -> None:
    measure = insights(records, NOW).conclusions
    ordered = in_order(records)
    resting, done, of = 0, 0, 0
    for place in range(len(ordered) - 1):
        if not ordered[place].conclusions:
            continue
        resting += 1
        for at in ordered[place].conclusions:
            of += 1
            if at is not None and at <= ordered[place + 1].start:
                done += 1
    assert measure.rests_on == resting
    if resting >= ENOUGH:
        assert [(one.done, one.of) for one in measure.found] == [(done, of)]


@given(records=RECORDS)
def test_strengths_named_by_two_people(records: list[InterviewRecord]) -> None:
    measure = insights(records, NOW).strengths
    heard = sum(1 for r in records if r.strengths)
    named = [s for r in records for s in r.strengths]
    calm = {s.by.strip().lower() for s in named if s.text.lower().startswith("calm")} - {""}
    clear = {s.by.strip().lower() for s in named if s.text == "Clear drawings"} - {""}
    expected = [len(people) for people in (calm, clear) if len(people) >= 2]
    assert measure.rests_on == heard
    shown = sorted(len(one.people) for one in measure.found)
    assert shown == (sorted(expected) if heard >= ENOUGH else [])


@given(records=RECORDS, seed=st.integers())
def test_the_order_of_records_does_not_matter(records: list[InterviewRecord], seed: int) -> None:
    mixed = list(records)
    Random(seed).shuffle(mixed)
    assert insights(mixed, NOW) == insights(records, NOW)


# ------------------------------------------------------------------ too few, and a whole year


def interview(number: int) -> InterviewRecord:
    return InterviewRecord(key=str(number), start=START + timedelta(days=7 * number), estimate=6)


@pytest.mark.parametrize(("count", "so_far"), [(0, "None"), (1, "One"), (2, "Two")])
def test_below_three_it_says_what_is_missing(count: int, so_far: str) -> None:
    shown = insights([interview(number) for number in range(count)], NOW)
    assert shown.missing == (f"After three interviews you see your patterns here. {so_far} so far.")
    assert shown.estimates.found == ()
    assert shown.estimates.missing == (
        f"This shows once three interviews have an estimate. {so_far} so far."
    )


def test_a_measure_may_be_missing_while_others_are_there() -> None:
    shown = insights([interview(number) for number in range(3)], NOW)
    assert shown.missing == ""
    assert len(shown.estimates.found) == 3
    assert shown.ratings.missing == "This shows once three interviews have ratings. None so far."


def test_enough_that_shows_nothing_says_so() -> None:
    heard = (("Amara", "Clear drawings"), ("Jon", "Calm"), ("Jon", "Clear drawings of yards"))
    records = [
        replace(interview(n), strengths=(NamedStrength(text=text, by=friend),))
        for n, (friend, text) in enumerate(heard)
    ]
    shown = insights(records, NOW).strengths
    assert shown.found == ()
    assert shown.missing == "No strength was named by two people so far."


def a_year() -> list[InterviewRecord]:
    """Fifty interviews in which listening gets better, and one in three goes on."""
    chance = Random(50)
    return [
        InterviewRecord(
            key=f"i{n:02}",
            start=START + timedelta(days=7 * n),
            round=1 + (n % 3 == 2),
            outcome=Outcome.WENT_ON if n % 3 == 1 else Outcome.ENDED,
            estimate=5 + (n % 3 == 1),
            ratings=(
                Rating(item="listening", value=2 if n < 25 else 4),
                Rating(item="opening", value=chance.randint(1, 5)),
            ),
            hard_tags=("salary",) if n % 2 else ("conflict", "leading"),
            cause="nerves" if n < 30 else "structure",
            steps=(Promptness(step="T1", due=START, done=START if n % 5 else None),),
            answered_after=timedelta(days=10 + n % 5),
            conclusions=(START + timedelta(days=7 * n + 3), None),
            strengths=(NamedStrength(text="Calm under pressure", by=f"Friend {n % 4}"),),
        )
        for n in range(50)
    ]


def listening(shown: Insights) -> ItemTrend:
    return next(trend for trend in shown.ratings.found if trend.item == "listening")


def test_a_year_of_fifty_interviews() -> None:
    shown = insights(a_year(), NOW)
    assert shown.interviews == 50
    assert listening(shown).change == pytest.approx(2.0)
    assert listening(shown).mean == pytest.approx(3.0)
    assert [(one.name, one.count) for one in shown.hard_tags.found] == [
        ("conflict", 25),
        ("leading", 25),
        ("salary", 25),
    ]
    assert [(one.name, one.count) for one in shown.causes.found] == [
        ("nerves", 30),
        ("structure", 20),
    ]
    assert [(s.round, s.went_on, s.ended) for s in shown.stages.found] == [(1, 17, 17), (2, 0, 16)]
    assert [(one.on_time, one.of) for one in shown.on_time.found] == [(40, 50)]
    assert shown.answers.found[0].median == 12
    assert [(one.done, one.of) for one in shown.conclusions.found] == [(49, 98)]
    assert [len(one.people) for one in shown.strengths.found] == [4]


def test_a_record_takes_from_the_answers_what_is_counted() -> None:
    ratings = (Rating(item="opening", value=4),)
    answers: Answers = {
        "Q2": TaggedListAnswer(
            rows=(TaggedRow(key="a", text="Pay?", tags=("Salary", " ", "salary ")),)
        ),
        "Q9": NumberAnswer(value=7),
        "Q13": PickAnswer(row="a"),
        "Q14": RatingsAnswer(ratings=ratings),
        "Q17": ChoiceAnswer(choice="nerves"),
    }
    found = reflected(answers)
    assert (found.estimate, found.ratings, found.cause) == (7, ratings, "nerves")
    assert found.hard_tags == ("salary",)
    assert reflected({"Q13": PickAnswer(row="gone")}) == reflected({})


def test_strengths_are_those_that_friends_told_or_wrote() -> None:
    told = FriendsAnswer(
        rows=(FriendRow(key="a", friend="Jon", text="Calm "), FriendRow(key="b", text="no name"))
    )
    views = [
        FriendView(key="v", friend="Amara", strength="Clear"),
        FriendView(key="w", friend="Li"),
    ]
    found = named_strengths({"Q22": told}, views)
    assert [(one.by, one.text) for one in found] == [("Jon", "Calm"), ("Amara", "Clear")]
    assert named_strengths({}) == ()
