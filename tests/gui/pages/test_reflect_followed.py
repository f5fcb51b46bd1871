"""What came of a reflection is told in a few lines, and no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from core.clock import Now
from core.playbook.kinds import StepState
from core.use_cases.applications import ApplicationDetail, TimelineEntry
from core.use_cases.timeline import EntryKind
from gui.models.reflect_followed import finished
from tests.gui.pages.world import World

NOW = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), "Europe/Oslo")


def step(number: int, title: str, days: float) -> TimelineEntry:
    at = NOW.instant + timedelta(days=days)
    return TimelineEntry(
        kind=EntryKind.STEP, at=at, title=title, state=StepState.OPEN, step_id=number, due=at
    )


def with_steps(detail: ApplicationDetail, *entries: TimelineEntry) -> ApplicationDetail:
    return replace(detail, timeline=entries)


def test_people_steps_and_tasks_are_counted_and_named(world: World) -> None:
    detail = world.detail(world.add().application_id)
    known = step(1, "Thank Dr. van der Berg", 0.2)
    before = replace(with_steps(detail, known), people=detail.people[:1])
    done = replace(step(4, "Three quiet minutes", -0.1), state=StepState.DONE)
    after = with_steps(detail, known, step(2, "Send the sample", 2), done)
    told = finished(before, after, 2, NOW)
    assert told.lines == (
        "1 person added: Tomas Okafor",
        "Planned for Thursday: Send the sample",
        "2 small tasks for the next time",
    )
    assert told.label == (
        "Thought back on Halvorsen Maritime: 1 person added: Tomas Okafor, "
        "Planned for Thursday: Send the sample"
    )


def test_a_step_whose_day_has_passed_is_still_welcome(world: World) -> None:
    detail = world.detail(world.add().application_id)
    after = with_steps(detail, step(2, "Send the sample", -3))
    assert finished(with_steps(detail), after, 0, NOW).lines == ("Still welcome: Send the sample",)


def test_of_many_steps_the_first_are_named_and_the_others_counted(world: World) -> None:
    detail = world.detail(world.add().application_id)
    after = with_steps(detail, *(step(n, f"Send part {n}", n) for n in range(1, 7)))
    lines = finished(with_steps(detail), after, 0, NOW).lines
    assert len(lines) == 5
    assert lines[-1] == "and 2 more steps planned"


def test_where_nothing_followed_nothing_is_claimed(world: World) -> None:
    detail = world.detail(world.add().application_id)
    told = finished(detail, detail, 0, NOW)
    assert (told.lines, told.label) == ((), "Thought back on Halvorsen Maritime")
