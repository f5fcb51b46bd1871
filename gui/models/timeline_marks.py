"""The disc of each row on the time line: how a step stands, or what kind of thing happened. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from core.clock import Now
from core.playbook.kinds import StepState

if TYPE_CHECKING:
    from core.use_cases.applications import TimelineEntry


class Mark(StrEnum):
    """The disc that stands on the line."""

    DONE = "done"
    EVENT = "event"
    NEUTRAL = "neutral"
    """An event that is no gladness: it has the same place, and a quiet colour."""
    INTERVIEW = "interview"
    DUE = "due"
    OVERDUE = "overdue"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    QUIET = "quiet"
    NOW = "now"


SPOKEN: Mapping[Mark, str] = {
    Mark.DONE: "Done",
    Mark.CANCELLED: "Cancelled",
    Mark.QUIET: "Closed without being done",
    Mark.DUE: "Due",
}

EVENT_ICONS: Mapping[str, str] = {
    "reply": "reply",
    "promise": "hand",
    "sent": "send",
    "offer": "party-popper",
    "rejection": "door-closed",
    "withdrawal": "log-out",
    "acceptance": "circle-check",
    "decline": "circle-minus",
    "on_hold": "pause",
    "wrong_name": "user-pen",
    "arrived": "map-pin",
    "late": "clock-alert",
    "incident": "triangle-alert",
    "reflection": "lightbulb",
    "linked": "link",
    "contact": "message-circle",
}
"""The drawing of each kind of event: that of its button under "What happened?"."""

NEUTRAL = frozenset(
    {"rejection", "withdrawal", "decline", "on_hold", "wrong_name", "late", "incident"}
)

_CLOSED = {
    StepState.DONE: Mark.DONE,
    StepState.CANCELLED: Mark.CANCELLED,
    StepState.MISSED: Mark.QUIET,
    StepState.SKIPPED: Mark.QUIET,
}


def mark_of(entry: TimelineEntry, now: Now) -> Mark:
    """The disc of an entry."""
    if entry.kind == "interview":
        off = entry.state is StepState.CANCELLED
        return Mark.CANCELLED if off else Mark.INTERVIEW
    if entry.kind in ("event", "reply"):
        return Mark.NEUTRAL if entry.what in NEUTRAL else Mark.EVENT
    if entry.state is StepState.OPEN:
        return _open_mark(entry, now)
    return _CLOSED.get(entry.state or StepState.DONE, Mark.DONE)


def icon_of(entry: TimelineEntry) -> str:
    """The drawing in the disc of an event or a reply; empty where the mark has its own."""
    if entry.kind == "reply":
        return "mail"
    return EVENT_ICONS.get(entry.what, "") if entry.kind == "event" else ""


def _open_mark(entry: TimelineEntry, now: Now) -> Mark:
    """As in Today: due is what is asked for now."""
    if (entry.due or entry.at) < now.instant:
        return Mark.OVERDUE
    asked = (entry.asked_from or entry.at) <= now.instant
    return Mark.DUE if asked else Mark.PLANNED
