"""The choices of the snooze menu; those that reach past the deadline say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from core.clock import Now
from gui.actions import snooze_end

SNOOZES = (
    ("hour", "In 1 hour", "timer"),
    ("evening", "This evening", "sunset"),
    ("tomorrow", "Tomorrow morning", "sun"),
    ("business day", "Next business day", "briefcase"),
)
PICK = ("pick", "Pick a time…", "calendar-clock")


@dataclass(frozen=True, slots=True)
class SnoozeChoice:
    """One line of the menu; `key` is what `snooze_end` understands."""

    key: str
    words: str
    icon: str


def snooze_choices(deadline: datetime, now: Now) -> Iterator[SnoozeChoice]:
    """The menu for a step that is in time until `deadline` (UTC)."""
    for key, words, icon in SNOOZES:
        ahead = now.instant <= deadline < snooze_end(key, now)
        yield SnoozeChoice(key, f"{words}, after the deadline" if ahead else words, icon)
    yield SnoozeChoice(*PICK)
