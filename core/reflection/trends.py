"""What several interviews show together: patterns over time, each with what it rests on.

Counts and plain means; nothing is smoothed or guessed. Below three interviews a measure shows
nothing and says what is missing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import TypeVar

from core.reflection.alike import carrying_words
from core.reflection.records import InterviewRecord, Outcome
from core.reflection.trend_values import (
    Answered,
    AnsweredIn,
    DoneBefore,
    Estimated,
    Insights,
    ItemTrend,
    Measure,
    OnTime,
    Point,
    Recurring,
    SharedStrength,
    Stage,
)

ENOUGH = 3
"""Interviews from which on patterns are shown."""

_T = TypeVar("_T")


def insights(records: Iterable[InterviewRecord], now: datetime) -> Insights:
    """What these interviews show, in whatever order they come. `now` tells which steps are late."""
    ordered = sorted(records, key=lambda record: (record.start, record.key))
    return Insights(
        interviews=len(ordered),
        missing=what_is_missing(len(ordered)),
        ratings=_ratings(ordered),
        hard_tags=_recurring([record.hard_tags for record in ordered], "name a hardest question"),
        causes=_recurring(
            [(record.cause,) if record.cause else () for record in ordered], "name a cause"
        ),
        estimates=_estimates(ordered),
        stages=_stages(ordered),
        on_time=_on_time(ordered, now),
        answers=_answers(ordered),
        conclusions=_conclusions(ordered),
        strengths=_strengths(ordered),
    )


def what_is_missing(interviews: int) -> str:
    """The sentence of the page below three interviews; else nothing."""
    if interviews >= ENOUGH:
        return ""
    return f"After three interviews you see your patterns here. {_so_far(interviews)}."


def _so_far(count: int) -> str:
    return f"{('None', 'One', 'Two')[count]} so far"


def _measure(found: Iterable[_T], rests_on: int, need: str, *, nothing: str = "") -> Measure[_T]:
    """`need` goes on after "three interviews"; `nothing` is said where enough shows nothing."""
    if rests_on >= ENOUGH:
        shown = tuple(found)
        return Measure(rests_on=rests_on, found=shown, missing="" if shown else nothing)
    missing = f"This shows once three interviews {need}. {_so_far(rests_on)}."
    return Measure(rests_on=rests_on, missing=missing)


# ------------------------------------------------------------------ what one thought of it


def _ratings(ordered: Sequence[InterviewRecord]) -> Measure[ItemTrend]:
    points: dict[str, list[Point]] = defaultdict(list)
    sums: Counter[str] = Counter()
    for record in ordered:
        for rating in record.ratings:
            earlier = points[rating.item]
            sums[rating.item] += rating.value
            mean = sums[rating.item] / (len(earlier) + 1)
            at, value = record.start, rating.value
            earlier.append(Point(interview=record.key, at=at, value=value, mean=mean))
    trends = (
        ItemTrend(item=item, points=tuple(found), mean=found[-1].mean)
        for item, found in points.items()
        if len(found) >= ENOUGH
    )
    rated = sum(bool(record.ratings) for record in ordered)
    nothing = "This shows once one thing was rated in three interviews."
    return _measure(trends, rated, "have ratings", nothing=nothing)


def _recurring(named: Sequence[Sequence[str]], need: str) -> Measure[Recurring]:
    """Names by how often they came, the most frequent first; of equals, the first in the alphabet."""
    counts = Counter(name for names in named for name in set(names))
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    found = (Recurring(name=name, count=count) for name, count in ranked)
    return _measure(found, sum(bool(names) for names in named), need)


def _estimates(ordered: Sequence[InterviewRecord]) -> Measure[Estimated]:
    found = [
        Estimated(
            interview=record.key,
            at=record.start,
            estimate=record.estimate,
            outcome=record.outcome,
        )
        for record in ordered
        if record.estimate is not None
    ]
    return _measure(found, len(found), "have an estimate")


# ------------------------------------------------------------------ what came of it


def _stages(ordered: Sequence[InterviewRecord]) -> Measure[Stage]:
    by_round: dict[int, Counter[Outcome]] = defaultdict(Counter)
    for record in ordered:
        by_round[record.round][record.outcome] += 1
    found = (
        Stage(
            round=number,
            went_on=outcomes[Outcome.WENT_ON],
            ended=outcomes[Outcome.ENDED],
            open=outcomes[Outcome.OPEN],
        )
        for number, outcomes in sorted(by_round.items())
    )
    return _measure(found, len(ordered), "are over")


def _on_time(ordered: Sequence[InterviewRecord], now: datetime) -> Measure[OnTime]:
    on_time: Counter[str] = Counter()
    of: Counter[str] = Counter()
    interviews = set()
    for record in ordered:
        for step in record.steps:
            if step.done is None and step.due > now:
                continue
            interviews.add(record.key)
            of[step.step] += 1
            on_time[step.step] += step.done is not None and step.done <= step.due
    found = (OnTime(step=step, on_time=on_time[step], of=of[step]) for step in sorted(of))
    return _measure(found, len(interviews), "had something due")


def _answers(ordered: Sequence[InterviewRecord]) -> Measure[Answered]:
    day = timedelta(days=1)
    each = [
        AnsweredIn(interview=record.key, days=record.answered_after / day)
        for record in ordered
        if record.answered_after is not None
    ]
    return _measure(_answered(each), len(each), "have an answer")


def _answered(each: Sequence[AnsweredIn]) -> Iterator[Answered]:
    days = [one.days for one in each]
    if days:
        yield Answered(median=median(days), shortest=min(days), longest=max(days), each=tuple(each))


# ------------------------------------------------------------------ what one took along


def _conclusions(ordered: Sequence[InterviewRecord]) -> Measure[DoneBefore]:
    done = of = interviews = 0
    for record, following in pairwise(ordered):
        if record.conclusions:
            interviews += 1
            of += len(record.conclusions)
            done += sum(at is not None and at <= following.start for at in record.conclusions)
    need = "with conclusions were followed by another"
    return _measure((DoneBefore(done=done, of=of),), interviews, need)


def _strengths(ordered: Sequence[InterviewRecord]) -> Measure[SharedStrength]:
    """Strengths that two people or more named, in words that carry the same meaning."""
    texts: dict[frozenset[str], str] = {}
    people: dict[frozenset[str], dict[str, str]] = defaultdict(dict)
    for record in ordered:
        for named in record.strengths:
            meaning = carrying_words(named.text)
            if meaning and named.by.strip():
                texts.setdefault(meaning, named.text.strip())
                people[meaning].setdefault(named.by.strip().casefold(), named.by.strip())
    shared = [
        SharedStrength(text=texts[meaning], people=tuple(by.values()))
        for meaning, by in people.items()
        if len(by) >= 2
    ]
    shared.sort(key=lambda one: -len(one.people))
    heard = sum(bool(record.strengths) for record in ordered)
    nothing = "No strength was named by two people so far."
    return _measure(shared, heard, "were seen by a friend", nothing=nothing)
