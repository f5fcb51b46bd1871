"""Charts of what one thought of the interviews oneself. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.reflection.findings import rated, telling, with_room
from core.reflection.records import Outcome
from gui.models.charts import Bar, Bars, Chart, ChartSet, Line, Mark, Point, Table
from gui.models.insight_view import MET, View, one_chart, rests_on

if TYPE_CHECKING:
    from core.reflection.trend_values import ItemTrend

MARKS = {Outcome.WENT_ON: Mark.WENT_ON, Outcome.ENDED: Mark.ENDED, Outcome.OPEN: Mark.OPEN}
LEGEND = tuple(MARKS.values())


def estimates(view: View) -> ChartSet:
    measure = view.figures.estimates
    points = tuple(
        Point(
            label=view.label(one.interview),
            value=one.estimate,
            line=one.estimate,
            mark=MARKS[one.outcome],
            words=f"{view.name(one.interview)}: {one.estimate} of 10; {_outcome(one.outcome)}",
        )
        for one in measure.found
    )
    rows = tuple(
        (*view.cells(one.interview), one.estimate, one.outcome.value) for one in measure.found
    )
    return one_chart(
        "estimates",
        Chart(
            title=view.said.estimates,
            caption=f"All in all, 1 to 10. {rests_on(measure.rests_on)}",
            legend=LEGEND,
            plot=Line(points=points, low=1, high=10, ticks=(1, 5, 10)),
            table=Table(headers=(*MET, "Estimate", "Outcome"), rows=rows),
        ),
    )


def _outcome(outcome: Outcome) -> str:
    return "still open" if outcome is Outcome.OPEN else f"it {outcome.value}"


def levels(view: View) -> ChartSet:
    measure = view.figures.ratings
    trends = sorted(measure.found, key=_mean, reverse=True)
    lowest = with_room(trends)
    bars = tuple(
        Bar(
            label=view.rated.get(trend.item, trend.item),
            value=trend.mean,
            shown=f"{trend.mean:.1f}",
            room=trend is lowest,
            words=f"{view.rated.get(trend.item, trend.item)}: {trend.mean:.1f} of 5, "
            f"from {len(trend.points)} ratings",
        )
        for trend in trends
    )
    rows = tuple(
        (view.rated.get(trend.item, trend.item), trend.mean, trend.change, len(trend.points))
        for trend in trends
    )
    return one_chart(
        "levels",
        Chart(
            title=view.said.levels,
            caption=f"Mean of your ratings, 1 to 5. {rests_on(measure.rests_on)}",
            plot=Bars(bars=bars, most=5),
            table=Table(headers=("What you rated", "Mean", "Change", "Ratings"), rows=rows),
        ),
    )


def _mean(trend: ItemTrend) -> float:
    return trend.mean


def ratings(view: View) -> ChartSet:
    trends = view.figures.ratings.found
    return ChartSet(
        key="ratings",
        charts=tuple(_rating(view, trend) for trend in trends),
        first=trends.index(telling(trends)),
    )


def _rating(view: View, trend: ItemTrend) -> Chart:
    name = view.rated.get(trend.item, trend.item)
    points = tuple(
        Point(
            label=view.label(point.interview),
            value=point.value,
            line=point.mean,
            words=f"{view.name(point.interview)}: {point.value} of 5; mean so far {point.mean:.1f}",
        )
        for point in trend.points
    )
    rows = tuple((*view.cells(p.interview), p.value, p.mean) for p in trend.points)
    return Chart(
        title=rated(trend, name),
        caption=f"A dot for each rating, the line is their mean. {rests_on(len(points))}",
        plot=Line(points=points, low=1, high=5, ticks=(1, 3, 5)),
        table=Table(headers=(*MET, "Rating", "Mean so far"), rows=rows),
        name=name,
    )
