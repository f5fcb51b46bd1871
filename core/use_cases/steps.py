"""What the user does with a step: done, skip, snooze, move, open again."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select

from core.clock import Now
from core.database import WorkSession
from core.models import Event, Interview, Person, Step, event_person
from core.playbook.plan import plan
from core.playbook.values import Channel, ReflectionPath, StepMark, StepState
from core.refusal import DetailsError, Gone, NotYet
from core.use_cases import checked, hunt
from core.use_cases.history import recorded
from core.use_cases.loading import case_of, load_one
from core.use_cases.reminding import Reminder, claim_due, rehearse
from core.use_cases.replanning import miss, replan, replan_all

__all__ = [
    "Reminder",
    "claim_due",
    "done",
    "move",
    "rehearse",
    "reopen",
    "replan",
    "replan_all",
    "skip",
    "snooze",
    "unsnooze",
]

CLOSED = "This step is closed already. Nothing was changed."

TICKED = frozenset({"M7"})
"""Messages whose step is ticked: the message alone would not tell which promise it kept."""


def done(
    session: WorkSession,
    step_id: int,
    now: Now,
    at: datetime | None = None,
    *,
    noted: bool = False,
) -> None:
    """Close a step as done, at `at` where it was done earlier (UTC; else now).

    A step with a message counts as sent to its person, unless that is `noted` already. `NotYet`
    while another step must come first; `DetailsError` for an `at` that is still to come.
    """
    row = _step(session, step_id)
    moment = checked.happened(at or now.instant, now, "at")
    if row.state is StepState.DONE and row.by_hand:
        return
    noted = noted or row.state is StepState.DONE  # by what closed it; now it is the user's own word
    _refuse_too_early(session, row, moment, now)
    with recorded(session, f"Done: {row.title}", now):
        _close(row, StepState.DONE, "", moment, now)
        if not noted:
            _note_what_it_was(session, row, moment, now)
        _replan(session, row, now)


def skip(session: WorkSession, step_id: int, reason: str, now: Now) -> None:
    """Close an open step, or one missed, without doing it; the reason may be empty."""
    row = _step(session, step_id)
    if row.state not in {StepState.OPEN, StepState.MISSED}:
        raise Gone(CLOSED)
    words = checked.line(reason, "reason", "The reason")
    with recorded(session, f"Skipped: {row.title}", now):
        _close(row, StepState.SKIPPED, words, now.instant, now)
        _replan(session, row, now)


def snooze(session: WorkSession, step_id: int, until: datetime, now: Now) -> None:
    """Speak of an open step again at `until` (UTC). Its deadline stays where it is."""
    row = _open_step(session, step_id)
    if until <= now.instant:
        raise DetailsError("This moment has passed. Choose a later one.", "until")
    with recorded(session, f"Snoozed: {row.title}", now):
        row.snoozed_until = until
        row.best = until
        row.remind_at = until
        row.marked_at = now.instant
        _replan(session, row, now)


def unsnooze(session: WorkSession, step_id: int, now: Now) -> None:
    """Let an open step speak at its own moment again."""
    row = _open_step(session, step_id)
    with recorded(session, f"No longer snoozed: {row.title}", now):
        row.snoozed_until = None
        row.marked_at = now.instant
        _replan(session, row, now)


def move(session: WorkSession, step_id: int, due: datetime, now: Now) -> None:
    """Give an open step a deadline of the user's own (UTC), which replanning leaves alone."""
    row = _open_step(session, step_id)
    if due <= now.instant:
        raise DetailsError("This moment has passed. Choose a later one.", "due")
    with recorded(session, f"Moved: {row.title}", now):
        row.due = due
        row.best = min(row.best, due)
        row.moved = True
        row.marked_at = now.instant
        _replan(session, row, now)


def reopen(session: WorkSession, step_id: int, now: Now) -> None:
    """Take back a done or skip: the step is planned as if it had never been closed."""
    row = _step(session, step_id)
    if not row.by_hand:
        raise DetailsError(
            "What happened closed this step. Remove that from the time line to open it again.",
            "state",
        )
    with recorded(session, f"Open again: {row.title}", now):
        _forget_what_it_was(session, row, now)
        row.state = StepState.OPEN
        row.by_hand = False
        row.closed_at = None
        row.reason = ""
        row.marked_at = now.instant if row.moved or row.snoozed_until else None
        _replan(session, row, now)
        if row.state is StepState.OPEN and row.expires is not None and row.expires <= now.instant:
            miss(row, now)


def _step(session: WorkSession, step_id: int) -> Step:
    row = session.get(Step, step_id)
    if row is None:
        raise Gone("This step is no longer here. Nothing was changed.")
    return row


def _open_step(session: WorkSession, step_id: int) -> Step:
    row = _step(session, step_id)
    if row.state is not StepState.OPEN:
        raise Gone(CLOSED)
    return row


def _close(row: Step, state: StepState, reason: str, at: datetime, now: Now) -> None:
    row.state = state
    row.reason = reason
    row.closed_at = at
    row.by_hand = True
    row.marked_at = now.instant
    row.remind_at = None


def _replan(session: WorkSession, row: Step, now: Now) -> None:
    if row.application_id is None:
        hunt.replan(session, now)
    else:
        replan(session, row.application_id, now)


def _refuse_too_early(session: WorkSession, row: Step, at: datetime, now: Now) -> None:
    """Asks the plan itself whether ticking this step would close it."""
    if row.application_id is None:
        return
    session.flush()
    case = case_of(session, load_one(session, row.application_id), now)
    tick = StepMark(id=row.rule, key=row.key, at=at, done=True)
    for step in plan(replace(case, marks=(*case.marks, tick)), session.playbook):
        if step.key == row.key and step.state is StepState.OPEN and step.reason:
            raise NotYet(f"This one waits. {step.reason}")


def _note_what_it_was(session: WorkSession, row: Step, at: datetime, now: Now) -> None:
    """Notes the message or the reflection that a tick stands for, so that the plan counts it."""
    event = _implied_event(session, row, at, now)
    if event is None or row.application_id is None or _is_of_an_earlier_round(session, row, at):
        return
    event.application_id = row.application_id
    if row.person_id is not None:
        person = session.get(Person, row.person_id)
        if person is not None:
            event.people = [person]
            person.informed = person.informed or row.rule == "G2"
    session.add(event)


def _is_of_an_earlier_round(session: WorkSession, row: Step, at: datetime) -> bool:
    """Whether another round has begun since: an event now would count for that one, too."""
    if row.interview_id is None:
        return False
    mine = session.get_one(Interview, row.interview_id)
    later = select(Interview.id).where(
        Interview.application_id == mine.application_id,
        Interview.start > mine.start,
        Interview.start <= at,
        Interview.called_off.is_(None),
    )
    return session.scalar(later.limit(1)) is not None


def _implied_event(session: WorkSession, row: Step, at: datetime, now: Now) -> Event | None:
    rule = session.playbook.steps.get(row.rule)
    closes = rule.done_by if rule is not None else ()
    if row.message is not None and row.message in closes and row.message not in TICKED:
        return Event(
            kind="sent", at=at, zone=now.zone, message=row.message, channel=_channel(session, row)
        )
    if "reflection full" in closes:
        return Event(kind="reflection", at=at, zone=now.zone, path=ReflectionPath.FULL)
    if "reflection" in closes:
        return Event(kind="reflection", at=at, zone=now.zone, path=ReflectionPath.SHORT)
    return None


def _channel(session: WorkSession, row: Step) -> Channel:
    if row.message == "M11":
        return Channel.LINKEDIN
    person = session.get(Person, row.person_id) if row.person_id is not None else None
    return person.prefers if person is not None else Channel.EMAIL


def _forget_what_it_was(session: WorkSession, row: Step, now: Now) -> None:
    """Takes back the one event that closing this step has noted, and no other of that instant."""
    if row.closed_at is None:
        return
    noted = _implied_event(session, row, row.closed_at, now)
    if noted is None:
        return
    people = select(event_person.c.person_id).where(event_person.c.event_id == Event.id)
    query = select(Event.id).where(
        Event.application_id == row.application_id,
        Event.at == noted.at,
        Event.kind == noted.kind,
        Event.message.is_not_distinct_from(noted.message),
        Event.path.is_not_distinct_from(noted.path),
        people.scalar_subquery().is_not_distinct_from(row.person_id),
    )
    session.flush()
    found = session.scalar(query.order_by(Event.id.desc()).limit(1))
    session.execute(delete(Event).where(Event.id == found))
