"""The time line of one application: its rounds, what happened, what was written, and its steps."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from core.models import Event, Interview, Step
from core.plain_text import one_line
from core.playbook.values import Clock, StepState
from core.playbook.windows import late_after
from core.use_cases import event_words
from core.use_cases.loading import Loaded
from core.use_cases.replies import TOLD_BY_REPLY, KeptReply

IMPLIED = frozenset({"sent", "reflection"})
"""Events that a tick on a step can stand for: the step itself tells of them."""

LONGEST_NAME = 60
"""Characters of who wrote it."""
LONGEST_ABOUT = 90
"""Characters of what a reply is about."""


class EntryKind(StrEnum):
    INTERVIEW = "interview"
    EVENT = "event"
    STEP = "step"
    REPLY = "reply"
    """Kept words of theirs of which nothing else is noted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One line of the time line. `at` places it; ids name the row that it tells of."""

    kind: EntryKind
    at: datetime
    title: str
    note: str = ""
    """Of a step: why it is planned, or why it was closed."""
    state: StepState | None = None
    """Of a step; and `cancelled` of an interview that was called off."""
    step_id: int | None = None
    event_id: int | None = None
    interview_id: int | None = None
    action: str = ""
    message: str | None = None
    clock: Clock | None = None
    moved: bool = False
    by_hand: bool = False
    due: datetime | None = None
    """Of a step: until when it is in time."""
    snoozed_until: datetime | None = None
    person: str = ""
    asked_from: datetime | None = None
    """Of an open step: from when on it is asked for."""
    what: str = ""
    """Of an event: its kind, as it is stored."""
    zone: str = ""
    """Of a round: where its time was named."""
    reply_id: int | None = None
    """What they wrote, where it is kept."""


def timeline(loaded: Loaded, kept: tuple[KeptReply, ...]) -> tuple[TimelineEntry, ...]:
    """All lines, in the order of time."""
    names = {person.uid: person.name for person in loaded.people}
    entries = (
        *(_of_interview(row, _names(loaded.met[row.id], names)) for row in loaded.interviews),
        *_with_replies([*_of_events(loaded, names)], kept),
        *(_of_step(row, loaded) for row in loaded.steps),
    )
    return tuple(sorted(entries, key=lambda entry: entry.at))


def _names(uids: list[str], names: dict[str, str]) -> list[str]:
    return [names[uid] for uid in uids]


def _of_interview(row: Interview, names: list[str]) -> TimelineEntry:
    return TimelineEntry(
        kind=EntryKind.INTERVIEW,
        at=row.start,
        title=event_words.interview_title(row),
        note=event_words.interview_note(row, names),
        state=None if row.called_off is None else StepState.CANCELLED,
        interview_id=row.id,
        zone=row.zone,
    )


def _of_events(loaded: Loaded, names: dict[str, str]) -> Iterator[TimelineEntry]:
    ticked = {row.closed_at for row in loaded.steps if row.by_hand}
    for row in loaded.events:
        if row.kind not in IMPLIED or row.at not in ticked:
            yield _of_event(row, _names(loaded.named[row.id], names), loaded.application.zone)


def _with_replies(
    events: list[TimelineEntry], kept: tuple[KeptReply, ...]
) -> Iterator[TimelineEntry]:
    """What a reply told of stands in one line with it; the other replies have lines of their own."""
    waiting = list(kept)
    for entry in events:
        fitting = [each for each in waiting if each.reply.at == entry.at]
        if fitting and entry.what in TOLD_BY_REPLY:
            waiting.remove(fitting[0])
            yield _joined(entry, fitting[0])
        else:
            yield entry
    yield from map(_of_reply, waiting)


def _joined(entry: TimelineEntry, kept: KeptReply) -> TimelineEntry:
    note = " ".join(part for part in (entry.note, _about(kept)) if part)
    return replace(entry, reply_id=kept.id, note=note)


def _of_reply(kept: KeptReply) -> TimelineEntry:
    return TimelineEntry(
        kind=EntryKind.REPLY,
        at=kept.reply.at,
        title=f"{one_line(kept.reply.sender, LONGEST_NAME) or 'They'} wrote",
        note=_about(kept, named=False),
        reply_id=kept.id,
    )


def _about(kept: KeptReply, *, named: bool = True) -> str:
    """Who wrote, and about what: the subject, else the first words."""
    words = one_line(kept.reply.subject or kept.reply.body, LONGEST_ABOUT)
    who = one_line(kept.reply.sender, LONGEST_NAME)
    return f"{who}: “{words}”" if named and who else f"“{words}”"


def _of_event(row: Event, names: list[str], zone: str) -> TimelineEntry:
    return TimelineEntry(
        kind=EntryKind.EVENT,
        at=row.at,
        title=event_words.event_title(row, names),
        note=event_words.event_note(row, zone),
        event_id=row.id,
        what=row.kind,
        message=row.message,
        person=names[0] if names else "",
    )


def _of_step(row: Step, loaded: Loaded) -> TimelineEntry:
    person = next((p.name for p in loaded.people if p.id == row.person_id), "")
    is_open = row.state is StepState.OPEN
    late = late_after(row.due, row.clock, loaded.application.zone)
    return TimelineEntry(
        kind=EntryKind.STEP,
        at=_place(row, late),
        title=row.title,
        note=row.why if is_open else _sentence(row.reason),
        state=row.state,
        step_id=row.id,
        interview_id=row.interview_id,
        action=row.action,
        message=row.message,
        clock=row.clock,
        moved=row.moved,
        by_hand=row.by_hand,
        due=row.due if row.moved else late,
        asked_from=(row.snoozed_until or row.best) if is_open else None,
        snoozed_until=row.snoozed_until,
        person=person,
    )


def _place(row: Step, late: datetime) -> datetime:
    """Open and cancelled steps stand where they are planned, the others where they were closed."""
    if row.state is StepState.OPEN:
        return late
    return row.due if row.state is StepState.CANCELLED else (row.closed_at or row.due)


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]
