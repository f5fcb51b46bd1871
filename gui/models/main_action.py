"""The main action of a step: what it is called, and whether it can be started now. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from core.clock import Now
from core.playbook.kinds import StepState
from gui.models.agenda_words import ACTIONS, NOTES, ActionWords

if TYPE_CHECKING:
    from core.use_cases.timeline import TimelineEntry

STARTED = frozenset({"write", "call", "arrived", "link", "reflect", "prepare"})
"""Actions that a button on the application's page can start; the others lead to that page."""
ARRIVED = "arrived"
KIND_ANSWER = "M10"
"""The message that answers a no."""
ON_THE_WAY = timedelta(hours=12)
"""So long before its start an interview can be arrived at: the plan counts it from then on."""


def entry_words(entry: TimelineEntry) -> ActionWords:
    """What the main action of a step is called."""
    if entry.message in NOTES:
        return ActionWords("Write", "Write the note", "pen-line")
    if entry.message == KIND_ANSWER:
        return ActionWords("Write", "Answer with grace", "pen-line")
    return ACTIONS.get(entry.action, ACTIONS["open"])


def startable(entries: Iterable[TimelineEntry], now: Now) -> frozenset[int]:
    """The open steps of a time line whose main action a button can start now, by their ids."""
    known = tuple(entries)
    starts = {e.interview_id: e.at for e in known if e.kind == "interview"}
    return frozenset(
        entry.step_id
        for entry in known
        if entry.step_id is not None
        and entry.state is StepState.OPEN
        and entry.action in STARTED
        and (entry.action != ARRIVED or is_near(starts.get(entry.interview_id), now))
    )


def is_near(start: datetime | None, now: Now) -> bool:
    """Whether one can be on the way to an interview that starts then; unknown: no."""
    return start is not None and start - ON_THE_WAY <= now.instant
