"""All applications at a glance: where each stands, what comes next, and for what they wait."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Event, Interview, Step
from core.playbook.state import decision_date, derive_state, on_hold_until
from core.playbook.values import (
    Acceptance,
    ApplicationState,
    Case,
    Clock,
    Contact,
    Decline,
    Moment,
    Offer,
    PlannedStep,
    Rejection,
    Reply,
    Sent,
    StepState,
    Withdrawal,
)
from core.playbook.values import Interview as Round
from core.playbook.windows import late_after
from core.stored_events import event_value
from core.use_cases.next_steps import NextStep, next_steps
from core.use_cases.rows import interview_value, planned_value

CONTACTS = (Sent, Reply, Contact, Rejection, Offer, Acceptance, Decline, Withdrawal)
"""Events in which one side heard from the other."""

BATCH = 100
"""Applications that are read together: a thousand at once would leave their memory behind."""

Owned = TypeVar("Owned", Interview, Event)


class Group(StrEnum):
    """The groups of the list, in their order."""

    NEEDS_YOU = "needs you"
    ON_THEIR_WAY = "on their way"
    CLOSED = "closed"


OVER = frozenset(
    {
        ApplicationState.REJECTED,
        ApplicationState.QUIET,
        ApplicationState.WITHDRAWN,
        ApplicationState.ACCEPTED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationRow:
    """One application in the list."""

    id: int
    company: str
    role: str
    state: ApplicationState
    group: Group
    next_step_id: int | None = None
    next_step_title: str = ""
    next_step_due: datetime | None = None
    """Until when it is in time."""
    next_step_clock: Clock = Clock.NONE
    next_note: Moment | None = None
    """What is waited for: the decision date, the end of a hold, or the user's word on an offer."""
    last_contact: datetime | None = None
    interview_start: datetime | None = None
    """The next interview ahead; else the last one that took place."""
    interview_zone: str = ""
    called_off: bool = False
    """Whether its only interviews were called off: it waits for a new date."""


def overview(session: WorkSession, now: Now) -> tuple[ApplicationRow, ...]:
    """All applications: those that need the user first, then by what comes next."""
    first = next_steps(session, now)
    highest = session.scalar(select(func.max(Application.id))) or 0
    batches = (range(start, start + BATCH) for start in range(1, highest + 1, BATCH))
    rows = (row for batch in batches for row in _rows_of(session, batch, first, now))
    return tuple(sorted(rows, key=_urgency))


def _rows_of(
    session: WorkSession, batch: range, first: Mapping[int, NextStep], now: Now
) -> Iterator[ApplicationRow]:
    """The lines of the applications with these ids."""
    interviews = _by_owner(
        session.scalars(
            select(Interview).where(_within(Interview.application_id, batch)).order_by(Interview.id)
        )
    )
    events = _by_owner(
        session.scalars(
            select(Event).where(_within(Event.application_id, batch)).order_by(Event.id)
        )
    )
    telling = _telling_steps(session, batch, interviews, now)
    for application in session.scalars(select(Application).where(_within(Application.id, batch))):
        owner = application.id
        case = case_without_people(application, interviews[owner], events[owner], now)
        yield row_of(application, case, telling[owner], first.get(owner), now)


def _within(
    column: InstrumentedAttribute[int] | InstrumentedAttribute[int | None], batch: range
) -> ColumnElement[bool]:
    return column.between(batch.start, batch.stop - 1)


def row_of(
    application: Application,
    case: Case,
    telling: Iterable[PlannedStep],
    first: NextStep | None,
    now: Now,
) -> ApplicationRow:
    """One application in a line. `telling` are the steps that its state depends on."""
    state = derive_state(case, tuple(telling))
    interview = _interview(case)
    return ApplicationRow(
        id=application.id,
        company=application.company,
        role=application.role,
        state=state,
        group=_group(state, first, now),
        next_step_id=first.id if first else None,
        next_step_title=first.title if first else "",
        next_step_due=late_after(first.due, first.clock, application.zone) if first else None,
        next_step_clock=first.clock if first else Clock.NONE,
        next_note=_awaited(case, state),
        last_contact=_last_contact(case),
        interview_start=interview.start if interview else None,
        interview_zone=interview.zone if interview else "",
        called_off=interview is None and any(isinstance(e, Round) for e in case.events),
    )


def case_without_people(
    application: Application, interviews: list[Interview], events: list[Event], now: Now
) -> Case:
    """A case as far as the state of an application depends on it."""
    return Case(
        now=now.instant,
        zone=now.zone,
        company=application.company,
        application_zone=application.zone,
        events=(
            *(interview_value(row, ()) for row in interviews),
            *(event_value(row, ()) for row in events),
        ),
    )


def _by_owner(rows: Iterable[Owned]) -> dict[int, list[Owned]]:
    owned: dict[int, list[Owned]] = defaultdict(list)
    for row in rows:
        owned[row.application_id].append(row)
    return owned


def _telling_steps(
    session: WorkSession, batch: range, interviews: dict[int, list[Interview]], now: Now
) -> dict[int, list[PlannedStep]]:
    rounds = {row.id: row.uid for rows in interviews.values() for row in rows}
    query = select(Step).where(
        _within(Step.application_id, batch),
        or_(
            (Step.rule == "Q1") & (Step.state == StepState.DONE),
            (Step.rule == "T1") & (Step.state == StepState.OPEN) & (Step.due > now.instant),
        ),
    )
    telling: dict[int, list[PlannedStep]] = defaultdict(list)
    for row in session.scalars(query):
        if row.application_id is not None:
            step = planned_value(row, None, rounds.get(row.interview_id or 0))
            telling[row.application_id].append(step)
    return telling


def _group(state: ApplicationState, first: NextStep | None, now: Now) -> Group:
    if first is not None and first.show_at < _midnight(now):
        return Group.NEEDS_YOU
    return Group.CLOSED if state in OVER else Group.ON_THEIR_WAY


def _midnight(now: Now) -> datetime:
    local = now.instant.astimezone(ZoneInfo(now.zone))
    return local.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _awaited(case: Case, state: ApplicationState) -> Moment | None:
    if state is ApplicationState.ON_HOLD:
        return on_hold_until(case)
    if state is ApplicationState.OFFER:
        offers = [event for event in case.events if isinstance(event, Offer)]
        return max(offers, key=_when).deadline if offers else None
    return None if state in OVER else decision_date(case)


def _last_contact(case: Case) -> datetime | None:
    spoken = [event.at for event in case.events if isinstance(event, CONTACTS)]
    spoken += [round_.end for round_ in _rounds(case)]
    return max((moment for moment in spoken if moment <= case.now), default=None)


def _interview(case: Case) -> Round | None:
    """The next interview ahead; else the last one."""
    ahead = [round_ for round_ in _rounds(case) if round_.end > case.now]
    return min(ahead, key=_start) if ahead else max(_rounds(case), key=_start, default=None)


def _start(round_: Round) -> datetime:
    return round_.start


def _when(offer: Offer) -> datetime:
    return offer.at


def _rounds(case: Case) -> list[Round]:
    rounds = (event for event in case.events if isinstance(event, Round))
    return [round_ for round_ in rounds if round_.called_off is None]


_GROUPS = tuple(Group)


def _urgency(row: ApplicationRow) -> tuple[int, float, str, int]:
    moment = row.next_step_due if row.group is not Group.CLOSED else None
    soon = moment.timestamp() if moment else float("inf")
    if row.group is Group.CLOSED and row.last_contact is not None:
        soon = -row.last_contact.timestamp()
    return _GROUPS.index(row.group), soon, row.company.casefold(), row.id
