"""What the page of one application says above its time line. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.clock import Now
from core.playbook.values import ApplicationState, Clock, Moment
from gui import words
from gui.models.main_action import KIND_ANSWER, startable
from gui.widgets.people_card import PersonLook, about, full_name, note_of

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationDetail, TimelineEntry
    from core.use_cases.detail import PersonCard

ENDED = frozenset(
    {
        ApplicationState.REJECTED,
        ApplicationState.WITHDRAWN,
        ApplicationState.ACCEPTED,
        ApplicationState.QUIET,
    }
)
ARRANGED = frozenset({ApplicationState.SCHEDULED, ApplicationState.NEXT_ROUND})


def decision_line(detail: ApplicationDetail, now: Now) -> str:
    """ "decision by Friday", "on hold until 1 June", or that they have not named a date."""
    if detail.state in ENDED:
        return ""
    if detail.state in ARRANGED and detail.interview_start is not None:
        when = words.exact_short(detail.interview_start, now, detail.interview_zone)
        return f"interview {when}"
    if detail.state is ApplicationState.ON_HOLD:
        if detail.next_note is None:
            return "on hold, with no date named"
        return f"on hold until {words.moment_day(detail.next_note, now)}"
    if detail.state is ApplicationState.OFFER:
        return _offer_line(detail.next_note, now)
    return _waiting_line(detail, now)


def _offer_line(deadline: Moment | None, now: Now) -> str:
    until = f" until {words.day(deadline, now)}" if deadline is not None else ""
    return f"they wait for your word{until}"


def _waiting_line(detail: ApplicationDetail, now: Now) -> str:
    """Of decisions only once there was an interview to decide on."""
    if detail.interviews and detail.interviews[-1].called_off is not None:
        return "the interview was called off"
    if detail.interview_start is None:
        return ""
    if detail.decision is not None:
        return f"decision by {words.moment_day(detail.decision, now)}"
    return "they have not named a decision date"


def flags(detail: ApplicationDetail) -> tuple[str, ...]:
    """The wishes that change the plan."""
    told = (
        (detail.via_recruiter_only, "Only through the recruiter"),
        (detail.no_contact_wished, "No contact wished"),
        (detail.fast_decision, "Fast decision"),
    )
    return tuple(label for holds, label in told if holds)


def person_look(card: PersonCard) -> PersonLook:
    """How a contact card is shown."""
    note, icon, ink = note_of(
        card.part,
        card.consent,
        confirmed=card.confirmed,
        informed=card.informed,
        gone=card.gone,
    )
    return PersonLook(
        id=card.id,
        name=full_name(card.title, card.name),
        monogram=card.name,
        about=about(card.job, card.topic, card.part),
        note=note,
        icon=icon,
        ink=ink,
    )


def next_step(detail: ApplicationDetail, now: Now) -> TimelineEntry | None:
    """The open step that helps most now: the first that is ready, and that a button can start.

    After a no, the graceful answer stands first.
    """
    can_start = startable(detail.timeline, now)
    if detail.state is ApplicationState.REJECTED:
        for entry in detail.timeline:
            if entry.step_id in can_start and entry.message == KIND_ANSWER:
                return entry
    ready = [
        entry
        for entry in detail.timeline
        if entry.step_id in can_start and (entry.asked_from or entry.at) <= now.instant
    ]
    return min(ready, key=_urgency, default=None)


def _urgency(entry: TimelineEntry) -> tuple[object, ...]:
    return (entry.clock is not Clock.HARD, entry.due or entry.at, entry.step_id)
