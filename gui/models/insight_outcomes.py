"""Charts of what came of the interviews: in time, from round to round, and how soon. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui import words
from gui.models.charts import Boxes, BoxRow, Chart, ChartSet, Dot, Dots, Stack, Stacks, Table
from gui.models.insight_opinions import LEGEND
from gui.models.insight_view import MET, View, one_chart, rests_on

if TYPE_CHECKING:
    from core.reflection.trend_values import Stage

STEPS = {"T1": "Thank-you", "F1": "Follow-up", "K1": "Promises"}


def on_time(view: View) -> ChartSet:
    measure = view.figures.on_time
    order = list(STEPS)
    found = sorted(measure.found, key=lambda one: order.index(one.step))
    rows = tuple(
        BoxRow(
            label=STEPS[one.step],
            done=one.on_time,
            of=one.of,
            words=f"{STEPS[one.step]}: {one.on_time} of {one.of} on time",
        )
        for one in found
    )
    cells = tuple((row.label, row.done, row.of - row.done, row.of) for row in rows)
    return one_chart(
        "on time",
        Chart(
            title=view.said.on_time,
            caption=f"One box for each that was due. {rests_on(measure.rests_on)}",
            plot=Boxes(rows=rows),
            table=Table(headers=("What was due", "On time", "Late or not done", "All"), rows=cells),
        ),
    )


def stages(view: View) -> ChartSet:
    measure = view.figures.stages
    stacks = tuple(_stack(stage) for stage in measure.found)
    rows = tuple(
        (stack.label, stack.total, stack.went_on, stack.ended, stack.open) for stack in stacks
    )
    return one_chart(
        "stages",
        Chart(
            title=view.said.stages,
            caption=f"What came of each round. {rests_on(measure.rests_on)}",
            legend=LEGEND,
            plot=Stacks(stacks=stacks),
            table=Table(headers=("Round", "Interviews", "Went on", "Ended", "Open"), rows=rows),
        ),
    )


def _stack(stage: Stage) -> Stack:
    decided = stage.went_on + stage.ended
    still = f"{stage.open} still open" if stage.open else ""
    shown = f"{stage.went_on} of {decided}" if decided else still
    told = [f"{stage.went_on} of {decided} went on"] if decided else []
    label = words.round_name(stage.round)
    return Stack(
        label=label,
        went_on=stage.went_on,
        ended=stage.ended,
        open=stage.open,
        shown=shown,
        words=f"{label}: {', '.join([*told, *([still] if still else [])])}",
    )


def answers(view: View) -> ChartSet:
    measure = view.figures.answers
    (answered,) = measure.found
    dots = tuple(
        Dot(value=one.days, words=f"{view.name(one.interview)}: after {_days(one.days)}")
        for one in answered.each
    )
    rows = tuple((*view.cells(one.interview), round(one.days, 1)) for one in answered.each)
    return one_chart(
        "answers",
        Chart(
            title=view.said.answers,
            caption="Days from the interview to their first answer of substance. "
            f"{rests_on(measure.rests_on)}",
            plot=Dots(
                dots=dots,
                middle=answered.median,
                middle_words=f"half within {_days(answered.median)}",
                unit="days",
            ),
            table=Table(headers=(*MET, "Days"), rows=rows),
        ),
    )


def _days(days: float) -> str:
    whole = round(days)
    if whole < 1:
        return "less than a day"
    return f"{whole} day{'' if whole == 1 else 's'}"
