"""Which steps are to be spoken of now. What is claimed here is claimed once, whoever shows it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.models import Setting, Step
from core.models.agenda import AgendaRow
from core.playbook.values import Clock, StepState
from core.playbook.windows import after_quiet
from core.use_cases import hunt
from core.use_cases.loading import preferences_in
from core.use_cases.replanning import PLANNED_WITH, miss, replan, replan_all

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


def claim_due(session: WorkSession, now: Now) -> tuple[Reminder, ...]:
    """All open steps whose reminder has come, each returned once, in order of their deadlines.

    Steps past their use are marked missed. What time alone changes is planned again, which also
    sets the next reminder of each step; what comes of that is claimed at once, too.
    """
    catch_up(session, now)
    claimed: list[Reminder] = []
    for _ in range(ROUNDS):
        rows = _asking(session, now)
        if not rows:
            break
        claimed.extend(_claim(session, row, now) for row in rows if row.clock is not Clock.NONE)
        _replan_what_was_touched(session, rows, now)
    return tuple(sorted(claimed, key=lambda reminder: (reminder.due, reminder.step_id)))


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
    if row.clock is not Clock.SELF or row.snoozed_until == row.remind_at or _useless(row, now):
        return False
    morning = after_quiet(now.instant, preferences_in(session).playbook.quiet_hours, now.zone)
    if morning <= now.instant:
        return False
    _row(session, row.id).remind_at = morning
    return True


def _claim(session: WorkSession, row: AgendaRow, now: Now) -> Reminder:
    step = _row(session, row.id)
    if _useless(row, now):
        miss(step, now)
    else:
        step.reminded_at = now.instant
        step.remind_at = None
    return _reminder(row, missed=step.state is StepState.MISSED)


def _replan_what_was_touched(session: WorkSession, rows: list[AgendaRow], now: Now) -> None:
    for application_id in dict.fromkeys(row.application_id for row in rows):
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
