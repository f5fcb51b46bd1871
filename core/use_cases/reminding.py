"""Which steps are to be spoken of now. What is claimed here is claimed once, whoever shows it."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import CompoundSelect, and_, select, update

from core.asking import PLANNED_WITH
from core.clock import Now
from core.database import WorkSession
from core.models import Interview, Setting, Step
from core.models.agenda import AgendaRow
from core.playbook.plan import plan
from core.playbook.reminders import may_speak_from
from core.playbook.values import Clock, Mode, StepState
from core.use_cases import hunt
from core.use_cases.loading import case_of, load_one, preferences_in
from core.use_cases.replanning import miss, replan, replan_all

ROUNDS = 3
"""A step that is missed can call for another one at once; no chain is longer than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A step to be spoken of. `missed`: it has become useless; it is told, not rung."""

    step_id: int
    application_id: int | None
    company: str
    person: str
    rule: str
    title: str
    why: str
    action: str
    clock: Clock
    best: datetime
    due: datetime
    zone: str
    interview_start: datetime | None
    travel_minutes: int
    missed: bool
    mode: Mode | None = None
    """How the interview that it belongs to takes place."""


def claim_due(session: WorkSession, now: Now) -> tuple[Reminder, ...]:
    """All open steps whose reminder has come, each returned once, in order of their deadlines.

    Steps past their use are marked missed. What time alone changes is planned again, which also
    sets the next reminder of each step; what comes of that is claimed at once, too.
    """
    _forget_a_wrong_clock(session, now)
    catch_up(session, now)
    claimed: list[Reminder] = []
    for _ in range(ROUNDS):
        rows = _asking(session, now)
        if not rows:
            break
        claimed.extend(_claim(session, row, now) for row in rows if row.clock is not Clock.NONE)
        _replan_what_was_touched(session, rows, now)
    return tuple(sorted(claimed, key=lambda reminder: (reminder.due, reminder.step_id)))


def rehearse(session: WorkSession, now: Now) -> None:
    """Go through what the next claim needs, and store nothing.

    All that is loaded and compiled for the first one takes half a second; a reminder must not wait.
    """
    coming = select(AgendaRow).where(AgendaRow.remind_at.is_not(None)).order_by(AgendaRow.remind_at)
    row = session.scalars(coming.limit(1)).first()
    session.scalars(_touched_by_a_wrong_clock(now)).all()
    session.get(Setting, PLANNED_WITH)
    if row is not None and row.application_id is not None:
        plan(case_of(session, load_one(session, row.application_id), now), session.playbook)


def _touched_by_a_wrong_clock(now: Now) -> CompoundSelect[int | None]:
    """The applications in which something was said or closed at a moment still to come."""
    spoken = Step.reminded_at > now.instant
    by_time = and_(Step.state.in_((StepState.DONE, StepState.MISSED)), Step.by_hand.is_(False))
    ended = and_(Step.closed_at > now.instant, by_time)
    by_owner = select(Step.application_id)
    return by_owner.where(spoken).union(by_owner.where(ended))  # each by its own index


def _forget_a_wrong_clock(session: WorkSession, now: Now) -> None:
    """What was said or closed at a moment still to come was so by a clock that went ahead."""
    touched = session.scalars(_touched_by_a_wrong_clock(now)).all()
    if not touched:
        return
    spoken = Step.reminded_at > now.instant
    session.execute(update(Step).where(spoken).values(reminded_at=None))
    for application_id in touched:
        _replan(session, application_id, now)


def catch_up(session: WorkSession, now: Now) -> None:
    """Plan everything again if the playbook is another one than that of the stored steps."""
    planned_with = session.get(Setting, PLANNED_WITH)
    if planned_with is None or planned_with.value != session.playbook_fingerprint:
        replan_all(session, now)
        hunt.replan(session, now)


def _asking(session: WorkSession, now: Now) -> list[AgendaRow]:
    """Open steps that are to be spoken of, or that are past their use."""
    due = select(AgendaRow).where(AgendaRow.remind_at <= now.instant)
    past = select(AgendaRow).where(AgendaRow.expires <= now.instant)
    found = {
        row.id: row
        for query in (due, past)
        for row in session.scalars(
            query.where(AgendaRow.state == StepState.OPEN),
            execution_options={"populate_existing": True},
        )
    }
    return [row for row in found.values() if not _held_back(session, row, now)]


def _held_back(session: WorkSession, row: AgendaRow, now: Now) -> bool:
    """Whether quiet hours, where the user now is, hold this reminder back; then it is put off."""
    if row.snoozed_until == row.remind_at or _useless(row, now):
        return False
    quiet_hours = preferences_in(session).playbook.quiet_hours
    free = may_speak_from(row.clock, row.due, now.instant, quiet_hours, now.zone)
    if free <= now.instant:
        return False
    _row(session, row.id).remind_at = free
    return True


def _claim(session: WorkSession, row: AgendaRow, now: Now) -> Reminder:
    step = _row(session, row.id)
    if _useless(row, now):
        miss(step, now)
    else:
        step.reminded_at = now.instant
        step.remind_at = None
    interview = session.get(Interview, step.interview_id) if step.interview_id else None
    told = _reminder(row, missed=step.state is StepState.MISSED)
    return replace(told, mode=interview.mode) if interview else told


def _replan_what_was_touched(session: WorkSession, rows: list[AgendaRow], now: Now) -> None:
    for application_id in dict.fromkeys(row.application_id for row in rows):
        _replan(session, application_id, now)


def _replan(session: WorkSession, application_id: int | None, now: Now) -> None:
    if application_id is None:
        hunt.replan(session, now)
    else:
        replan(session, application_id, now)


def _row(session: WorkSession, step_id: int) -> Step:
    return session.get_one(Step, step_id)


def _useless(row: AgendaRow, now: Now) -> bool:
    return row.expires is not None and row.expires <= now.instant


def _reminder(row: AgendaRow, *, missed: bool) -> Reminder:
    return Reminder(
        step_id=row.id,
        application_id=row.application_id,
        company=row.company,
        person=row.person,
        rule=row.rule,
        title=row.title,
        why=row.why,
        action=row.action,
        clock=row.clock,
        best=row.show_at,
        due=row.due,
        zone=row.zone,
        interview_start=row.interview_start,
        travel_minutes=row.travel_minutes or 0,
        missed=missed,
    )
