"""What each measure of the insights says, in one sentence: the title of its chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from core.reflection.form import Form
from core.reflection.records import Outcome
from core.reflection.trend_values import (
    Answered,
    DoneBefore,
    Estimated,
    Insights,
    ItemTrend,
    Measure,
    OnTime,
    Recurring,
    SharedStrength,
    Stage,
)

_CLEAR = 0.5
"""A change of a rating's mean that is worth a sentence."""
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROUNDS = {1: "first rounds", 2: "second rounds", 3: "third rounds"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """A sentence for each measure; where it shows nothing, what is missing."""

    ratings: str
    """Of what grew, else of what is best: `rated` says it of each."""
    levels: str
    """What is best, and what has room."""
    hard_tags: str
    causes: str
    estimates: str
    stages: str
    on_time: str
    answers: str
    conclusions: str
    strengths: str


def findings(shown: Insights, form: Form) -> Findings:
    """The sentences of the insights; `form` gives the words for what was rated and chosen."""
    return Findings(
        ratings=shown.ratings.missing or _ratings(shown.ratings.found, labels(form, "Q14")),
        levels=shown.ratings.missing or _levels(shown.ratings.found, labels(form, "Q14")),
        hard_tags=shown.hard_tags.missing or _hard_tags(shown.hard_tags),
        causes=shown.causes.missing or _causes(shown.causes, labels(form, "Q17")),
        estimates=shown.estimates.missing or _estimates(shown.estimates.found),
        stages=shown.stages.missing or _stages(shown.stages.found),
        on_time=shown.on_time.missing or _on_time(shown.on_time.found),
        answers=shown.answers.missing or _answers(shown.answers.found[0]),
        conclusions=shown.conclusions.missing or _conclusions(shown.conclusions.found[0]),
        strengths=shown.strengths.missing or _strengths(shown.strengths.found[0]),
    )


def labels(form: Form, question: str) -> Mapping[str, str]:
    """The words of a form for what its question lets choose or rate."""
    found = form.find(question)
    return {option.value: option.label for option in found.options} if found else {}


def telling(trends: Sequence[ItemTrend]) -> ItemTrend:
    """What gets clearly better, else what is best: the kind thing first."""
    grown = max(trends, key=lambda trend: trend.change)
    return grown if grown.change >= _CLEAR else max(trends, key=lambda trend: trend.mean)


def with_room(trends: Sequence[ItemTrend]) -> ItemTrend | None:
    """The lowest, where it is clearly lower than the best."""
    means = [trend.mean for trend in trends]
    lowest = min(trends, key=lambda trend: trend.mean)
    return lowest if max(means) - min(means) >= _CLEAR else None


def rated(trend: ItemTrend, name: str) -> str:
    """How the ratings of one thing went."""
    if trend.change >= _CLEAR:
        return f"{name}: better than at first."
    if trend.change <= -_CLEAR:
        return f"{name}: lower lately, {trend.mean:.1f} of 5 over all."
    return f"{name}: steady, {trend.mean:.1f} of 5."


def _ratings(trends: tuple[ItemTrend, ...], names: Mapping[str, str]) -> str:
    told = telling(trends)
    name = names.get(told.item, told.item)
    if told.change >= _CLEAR:
        return rated(told, name)
    return f"{name}: your best so far, {told.mean:.1f} of 5."


def _levels(trends: tuple[ItemTrend, ...], names: Mapping[str, str]) -> str:
    best, lowest = max(trends, key=lambda trend: trend.mean), with_room(trends)
    name = names.get(best.item, best.item)
    if lowest is None:
        return f"“{name}” is your best so far, {best.mean:.1f} of 5."
    return f"“{name}” is your best; “{names.get(lowest.item, lowest.item)}” has room."


def in_short(text: str, most: int = 72) -> str:
    """The beginning of a text in one line, for where only a line is meant."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _hard_tags(measure: Measure[Recurring]) -> str:
    most = measure.found[0]
    return f"“{in_short(most.name)}” was hard in {most.count} of {measure.rests_on} interviews."


def _causes(measure: Measure[Recurring], names: Mapping[str, str]) -> str:
    most = measure.found[0]
    label = names.get(most.name, most.name)
    return f"“{label}” was behind {most.count} of {measure.rests_on} weak moments."


def _estimates(estimates: tuple[Estimated, ...]) -> str:
    on = [one.estimate for one in estimates if one.outcome is Outcome.WENT_ON]
    ended = [one.estimate for one in estimates if one.outcome is Outcome.ENDED]
    if on and ended:
        return (
            f"Your estimate: {fmean(on):.1f} where it went on, {fmean(ended):.1f} where it ended."
        )
    return f"Your estimate: {fmean(one.estimate for one in estimates):.1f} of 10 so far."


def _stages(stages: tuple[Stage, ...]) -> str:
    for stage in stages:
        decided = stage.went_on + stage.ended
        if decided:
            rounds = _ROUNDS.get(stage.round, f"rounds number {stage.round}")
            return f"{stage.went_on} of {decided} {rounds} went on."
    return "None of them is decided yet."


def _on_time(steps: tuple[OnTime, ...]) -> str:
    done, of = sum(one.on_time for one in steps), sum(one.of for one in steps)
    return f"You did {done} of {of} on time."


def _answers(answered: Answered) -> str:
    days = max(1, round(answered.median))
    return f"Half the answers came within {'a day' if days == 1 else f'{days} days'}."


def _conclusions(done: DoneBefore) -> str:
    return f"{done.done} of {done.of} conclusions were done before the next interview."


def _strengths(shared: SharedStrength) -> str:
    count = len(shared.people)
    people = _NUMBERS[count - 2] if count <= len(_NUMBERS) + 1 else str(count)
    return f"{people.capitalize()} people heard it: {in_short(shared.text)}"
