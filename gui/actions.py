"""What the window asks of the use cases. Each runs in the Desk's thread and imports there, so
that naming one costs the start nothing."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from core.clock import Now
from gui import words

if TYPE_CHECKING:
    from core.database import WorkSession
    from core.use_cases.handing_over import HandOver
    from core.use_cases.search import Found
    from core.use_cases.steps import Reminder

SNOOZED = "Snoozed"


def undo(session: "WorkSession", change_id: int, now: Now) -> str:
    """Undo one change; gives what it was called."""
    from core.use_cases import history

    return history.undo(session, change_id, now=now)


def undo_last(session: "WorkSession", now: Now) -> str:
    """Undo the latest change that is not undone yet; empty where there is none."""
    from core.use_cases import history

    change = history.last_change(session)
    return undo(session, change, now) if change is not None else ""


def done(session: "WorkSession", step_id: int, now: Now) -> None:
    """Close a step as done."""
    from core.use_cases import steps

    steps.done(session, step_id, now=now)


def reopen(session: "WorkSession", step_id: int, now: Now) -> None:
    """Open a closed step again."""
    from core.use_cases import steps

    steps.reopen(session, step_id, now=now)


def skip(session: "WorkSession", step_id: int, reason: str, now: Now) -> None:
    """Close a step as skipped, with the user's reason."""
    from core.use_cases import steps

    steps.skip(session, step_id, reason, now=now)


def snooze(session: "WorkSession", step_id: int, until: datetime, now: Now) -> None:
    """Let a step rest until `until`; its due stays. The toast says until when."""
    from core.use_cases import steps

    steps.snooze(session, step_id, until, now=now)
    told = session.change_label
    if told.startswith(SNOOZED):
        session.change_label = f"Snoozed until {moment(until, now)}{told.removeprefix(SNOOZED)}"


def snooze_for(session: "WorkSession", step_id: int, choice: str, now: Now) -> None:
    """Let a step rest for an hour, until this evening, tomorrow, or the next business day."""
    snooze(session, step_id, snooze_end(choice, now), now)


def moment(instant: datetime, now: Now) -> str:
    """A moment ahead in a sentence: "14:00", "tomorrow, 08:00"."""
    if words.local(instant, now.zone).date() == words.local(now.instant, now.zone).date():
        return words.clock_time(instant, now.zone)
    return words.exact_short(instant, now)


def snooze_end(choice: str, now: Now) -> datetime:
    """The instant (UTC) that a choice of the snooze menu means."""
    from core.playbook import business_days, windows

    if choice == "hour":
        return now.instant + timedelta(hours=1)
    if choice == "evening":
        return windows.this_evening(now.instant, now.zone)
    if choice == "tomorrow":
        return windows.tomorrow_morning(now.instant, now.zone)
    return business_days.next_business_morning(now.instant, now.zone)


def claim_due(session: "WorkSession", now: Now) -> "tuple[Reminder, ...]":
    """What is to be said now; each is given once."""
    from core.use_cases import steps

    return steps.claim_due(session, now=now)


def rehearse(session: "WorkSession", now: Now) -> None:
    """Go through what the next claim needs, and store nothing."""
    from core.use_cases import steps

    steps.rehearse(session, now=now)


def hand_over(session: "WorkSession", step_id: int, now: Now) -> "HandOver":
    """Whom to write to or call, and about what."""
    from core.use_cases import handing_over

    return handing_over.hand_over(session, step_id, now=now)


def find(session: "WorkSession", text: str, now: Now) -> "tuple[Found, ...]":
    """Applications, people, messages and steps that hold these words."""
    from core.use_cases import search

    return search.find(session, text, now=now)
