"""The insights as charts, in their order, and what is not there yet. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.clock import Now
from gui import words
from gui.models.charts import ChartSet, Lacking
from gui.models.insight_opinions import estimates, levels, ratings
from gui.models.insight_outcomes import answers, on_time, stages
from gui.models.insight_returns import causes, conclusions, hard_tags, strengths
from gui.models.insight_view import View

if TYPE_CHECKING:
    from core.use_cases.insights import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """The charts to show, and what is not there yet."""

    sets: tuple[ChartSet, ...]
    lacking: tuple[Lacking, ...]


def gallery(shown: Shown, now: Now) -> Gallery:
    """All charts that have something to show, in their order."""
    view = View(shown, now)
    figures = shown.insights
    measures: tuple[tuple[str, str, str, Callable[[View], ChartSet]], ...] = (
        ("estimates", "Your estimate", figures.estimates.missing, estimates),
        ("levels", "Your ratings", figures.ratings.missing, levels),
        ("ratings", "Your ratings over time", figures.ratings.missing, ratings),
        ("answers", "How soon they answer", figures.answers.missing, answers),
        ("stages", "From round to round", figures.stages.missing, stages),
        ("on time", "What was on time", figures.on_time.missing, on_time),
        ("hard", "Hard questions that came back", figures.hard_tags.missing, hard_tags),
        ("causes", "What was behind weak moments", figures.causes.missing, causes),
        ("conclusions", "Conclusions you have done", figures.conclusions.missing, conclusions),
        ("strengths", "What others see in you", figures.strengths.missing, strengths),
    )
    return Gallery(
        sets=tuple(make(view) for _key, _name, missing, make in measures if not missing),
        lacking=tuple(
            Lacking(name=name, sentence=missing)
            for key, name, missing, _make in measures
            if missing and key != "levels"
        ),
    )


def headline(shown: Shown, now: Now) -> str:
    """The sentence under the page's title: how much it all rests on."""
    count = shown.insights.interviews
    if shown.insights.missing:
        return ""
    first = next(iter(shown.met.values())).start
    since = words.month(words.local(first, now.zone).date(), now)
    return (
        f"From {count} interviews since {since}. Small numbers: read them as hints, not as grades."
    )
