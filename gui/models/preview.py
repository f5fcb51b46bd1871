"""The one sentence that says what an event would change in the plan. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from core.clock import Now
from core.playbook.values import PlannedStep
from gui import words

if TYPE_CHECKING:
    from core.playbook.difference import Difference

_SHOWN = 3
_SOON = timedelta(days=2)
NOTHING_CHANGES = "Nothing in your plan changes."


def sentence(difference: Difference, now: Now) -> str:
    """What is cancelled, moved and planned, with dates, as one sentence."""
    parts = [
        part
        for part in (
            _part("cancels", _cancelled(difference.cancelled)),
            _part("ticks off", _cancelled(difference.closed)),
            _part("moves", _dated([after for _, after in difference.redated], now, "to")),
            _part("plans", _dated(difference.added, now, "by")),
        )
        if part
    ]
    if not parts:
        return NOTHING_CHANGES
    before = ", ".join(parts[:-1])
    return f"This {before}, and {parts[-1]}." if before else f"This {parts[-1]}."


def _part(verb: str, things: Sequence[str]) -> str:
    return f"{verb} {words.listed(_shortened(things))}" if things else ""


def _shortened(things: Sequence[str]) -> list[str]:
    if len(things) <= _SHOWN + 1:
        return list(things)
    return [*things[:_SHOWN], f"{len(things) - _SHOWN} more"]


def _cancelled(steps: Sequence[PlannedStep]) -> list[str]:
    return [f"“{step.title}”" for step in steps]


def _dated(steps: Sequence[PlannedStep], now: Now, preposition: str) -> list[str]:
    return [f"“{step.title}” {_when(step, now, preposition)}" for step in steps]


def _when(step: PlannedStep, now: Now, preposition: str) -> str:
    due = step.window.due
    if due - now.instant < _SOON:
        return f"{preposition} {words.exact_short(due, now)}"
    return f"{preposition} {words.day(due, now)}"
