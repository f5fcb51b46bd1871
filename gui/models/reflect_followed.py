"""What came of a finished reflection, told in a few lines. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.clock import Now
from core.playbook.kinds import StepState
from gui import words

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationDetail, TimelineEntry

MOST_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A reflection that has just ended, and what followed from it, a line each."""

    company: str
    lines: tuple[str, ...]

    @property
    def label(self) -> str:
        """For the toast."""
        told = ", ".join(self.lines[:2])
        return f"Thought back on {self.company}" + (f": {_lower(told)}" if told else "")


def finished(before: ApplicationDetail, after: ApplicationDetail, tasks: int, now: Now) -> Finished:
    """What is there after it that was not there before; `tasks` are the user's conclusions."""
    known = {person.id for person in before.people}
    people = [person.name for person in after.people if person.id not in known]
    steps = {entry.step_id for entry in before.timeline if _is_open(entry)}
    new = [entry for entry in after.timeline if _is_open(entry) and entry.step_id not in steps]
    lines = (
        *_added(people),
        *(_planned(entry, now) for entry in new[:MOST_STEPS]),
        *_more(len(new) - MOST_STEPS),
        *_taken_along(tasks),
    )
    return Finished(company=after.company, lines=lines)


def _added(names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    return (f"{_counted(len(names), 'person', 'people')} added: {words.listed(names)}",)


def _planned(entry: TimelineEntry, now: Now) -> str:
    due = entry.due or entry.at
    if due < now.instant:
        return f"Still welcome: {entry.title}"
    return f"Planned for {words.moment_day(due, now)}: {entry.title}"


def _more(number: int) -> tuple[str, ...]:
    return (f"and {_counted(number, 'more step', 'more steps')} planned",) if number > 0 else ()


def _taken_along(tasks: int) -> tuple[str, ...]:
    if not tasks:
        return ()
    return (f"{_counted(tasks, 'small task', 'small tasks')} for the next time",)


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _is_open(entry: TimelineEntry) -> bool:
    return entry.step_id is not None and entry.state is StepState.OPEN


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
