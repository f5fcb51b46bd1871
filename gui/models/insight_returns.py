"""Charts of what came back: hard questions, causes, conclusions, and what others see. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from gui import words
from gui.models.charts import Bar, Bars, Boxes, BoxRow, Chart, ChartSet, Table, Tag, Tags
from gui.models.insight_view import View, one_chart, rests_on

if TYPE_CHECKING:
    from core.reflection.trend_values import Measure, Recurring

MOST_BARS = 8
"""Bars of one chart; the table has them all."""


def hard_tags(view: View) -> ChartSet:
    measure = view.figures.hard_tags
    chart = _counted(
        measure, {}, view.said.hard_tags, "How often it was the hardest question.", "Hard question"
    )
    return one_chart("hard", chart)


def causes(view: View) -> ChartSet:
    measure = view.figures.causes
    chart = _counted(
        measure, view.caused, view.said.causes, "How often it was behind the weak spot.", "Cause"
    )
    return one_chart("causes", chart)


def _counted(
    measure: Measure[Recurring], names: Mapping[str, str], title: str, caption: str, header: str
) -> Chart:
    found = [(names.get(one.name, one.name), one.count) for one in measure.found]
    bars = tuple(
        Bar(
            label=name,
            value=count,
            shown=str(count),
            words=f"{name}: {count} of {measure.rests_on} interviews",
        )
        for name, count in found[:MOST_BARS]
    )
    more = len(found) - len(bars)
    told = f" The table has {more} more." if more else ""
    return Chart(
        title=title,
        caption=f"{caption} {rests_on(measure.rests_on)}{told}",
        plot=Bars(bars=bars, most=max(count for _name, count in found)),
        table=Table(headers=(header, "Interviews"), rows=tuple(found)),
    )


def conclusions(view: View) -> ChartSet:
    measure = view.figures.conclusions
    (done,) = measure.found
    row = BoxRow(
        label="Conclusions",
        done=done.done,
        of=done.of,
        words=f"Conclusions: {done.done} of {done.of} done before the next interview",
    )
    return one_chart(
        "conclusions",
        Chart(
            title=view.said.conclusions,
            caption=f"One box for each that you took along. {rests_on(measure.rests_on)}",
            plot=Boxes(rows=(row,)),
            table=Table(
                headers=("Taken along", "Done in time", "Not yet then"),
                rows=((done.of, done.done, done.of - done.done),),
            ),
        ),
    )


def strengths(view: View) -> ChartSet:
    measure = view.figures.strengths
    tags = tuple(
        Tag(
            text=one.text,
            beside=words.listed(one.people),
            words=f"{one.text}: named by {words.listed(one.people)}",
        )
        for one in measure.found
    )
    rows = tuple((one.text, len(one.people), words.listed(one.people)) for one in measure.found)
    return one_chart(
        "strengths",
        Chart(
            title=view.said.strengths,
            caption=f"Two people or more see this in you. {rests_on(measure.rests_on)}",
            plot=Tags(tags=tags),
            table=Table(headers=("Strength", "People", "Who"), rows=rows),
        ),
    )
