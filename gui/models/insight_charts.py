"""The insights as charts, in their order, and what is not there yet. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from core.clock import Now
from core.reflection.trends import ENOUGH
from gui import words
from gui.models.charts import ChartSet, Lacking
from gui.models.insight_opinions import estimates, levels, ratings
from gui.models.insight_outcomes import answers, on_time, stages
from gui.models.insight_returns import causes, conclusions, hard_tags, strengths
from gui.models.insight_view import View

if TYPE_CHECKING:
    from core.use_cases.insights import Shown


NEEDED = "They come from how each one went, and from a few minutes of thinking back after it."


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


class Period(StrEnum):
    """Which interviews are counted."""

    ALL = "All interviews"
    MONTHS = "Last 12 months"
    YEAR = "This year"


PERIOD_WORDS = {Period.MONTHS: "in the last 12 months", Period.YEAR: "this year"}


def since(period: Period, now: Now) -> datetime | None:
    """From when on they are counted; None: from the first one."""
    there = words.local(now.instant, now.zone)
    midnight = there.replace(hour=0, minute=0, second=0, microsecond=0)
    if period is Period.YEAR:
        return midnight.replace(month=1, day=1)
    return midnight - timedelta(days=365) if period is Period.MONTHS else None


def too_few(shown: Shown, period: Period) -> tuple[str, str]:
    """What is said below three interviews: a sentence, and a quieter one."""
    if period is Period.ALL or shown.in_all < ENOUGH:
        return shown.insights.missing, NEEDED
    count = shown.insights.interviews
    interviews = f"{words.count(count)} interview{'' if count == 1 else 's'}"
    return (
        f"{interviews} {PERIOD_WORDS[period]}.",
        f"Patterns show from three on; in all there are {shown.in_all}.",
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
