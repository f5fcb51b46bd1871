"""The weeks of the hunt: what was done, what is aimed at, and whether all hope rests on one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select, true

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Event, HuntWeek, Step
from core.playbook.facts import CLOSINGS
from core.playbook.values import StepState
from core.preparation.hunt_week import (
    Counts,
    Effort,
    Standing,
    Targets,
    WeekView,
    monday_of,
    only_one_left,
    week_view,
)
from core.refusal import DetailsError
from core.use_cases.history import recorded
from core.use_cases.loading import live_applications, planning_zone, preferences_in
from core.use_cases.settings import change

HIGHEST = {Effort.APPLICATIONS: 999, Effort.CONTACTS: 999, Effort.RESEARCH: 7 * 24 * 60}
SETTINGS = {
    Effort.APPLICATIONS: "hunt_applications",
    Effort.CONTACTS: "hunt_contacts",
    Effort.RESEARCH: "hunt_research_hours",
}
WEEKS_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunt:
    """One week, the weeks before it (the latest first), and what is worth saying."""

    week: WeekView
    earlier: tuple[WeekView, ...]
    this_week: date
    """The Monday of the present week."""
    targets: Targets
    warning: str = ""
    over: bool = False
    """An offer was accepted: the hunt rests."""


def hunt(session: WorkSession, monday: date | None, now: Now) -> Hunt:
    """The week of that Monday; None: the present one."""
    today = _today(session, now)
    shown = monday_of(monday or today)
    query = select(HuntWeek).where(HuntWeek.week < shown).order_by(HuntWeek.week.desc())
    targets = _targets(session)
    accepted = select(Event.id).where(Event.kind == "acceptance").limit(1)
    over = session.scalar(accepted) is not None
    return Hunt(
        week=week_view(shown, _counts(session.get(HuntWeek, shown)), targets, today),
        earlier=tuple(
            week_view(row.week, _counts(row), targets, today)
            for row in session.scalars(query.limit(WEEKS_SHOWN))
        ),
        this_week=monday_of(today),
        targets=targets,
        warning="" if over else only_one_left(_standings(session), now.instant),
        over=over,
    )


def add(session: WorkSession, monday: date, effort: Effort, amount: int, now: Now) -> None:
    """Count more of something in a week, or less where `amount` is negative; never below 0."""
    if monday_of(monday) != monday or monday > _today(session, now):
        raise DetailsError("Only weeks that have begun can be counted.", "week")
    row = session.get(HuntWeek, monday)
    name = _COLUMNS[effort]
    wanted = (getattr(row, name) if row is not None else 0) + amount
    count = max(0, min(HIGHEST[effort], wanted))
    with recorded(session, _label(effort, count), now):
        if row is None:
            row = HuntWeek(week=monday)
            session.add(row)
        setattr(row, name, count)


def aim(session: WorkSession, effort: Effort, target: int, now: Now) -> None:
    """Aim at another number each week (research: hours); 0: no target."""
    change(session, SETTINGS[effort], target, now)


_COLUMNS = {
    Effort.APPLICATIONS: "applications",
    Effort.CONTACTS: "contacts",
    Effort.RESEARCH: "research_minutes",
}


def _label(effort: Effort, count: int) -> str:
    if effort is Effort.RESEARCH:
        return f"Research this week: {count // 60} h {count % 60:02} min"
    return f"{'Applications' if effort is Effort.APPLICATIONS else 'Contacts'}: {count}"


def _today(session: WorkSession, now: Now) -> date:
    """The user's own day, where private tasks are planned."""
    zone = planning_zone(preferences_in(session), now)
    return now.instant.astimezone(ZoneInfo(zone)).date()


def _targets(session: WorkSession) -> Targets:
    known = preferences_in(session)
    return Targets(
        applications=known.hunt_applications,
        contacts=known.hunt_contacts,
        research_hours=known.hunt_research_hours,
    )


def _counts(row: HuntWeek | None) -> Counts:
    if row is None:
        return Counts()
    return Counts(
        applications=row.applications,
        contacts=row.contacts,
        research_minutes=row.research_minutes,
    )


def _standings(session: WorkSession) -> Iterator[Standing]:
    """All applications; one that has gone quiet does not go on, until something happens in it."""
    live = set(session.scalars(live_applications().with_only_columns(Application.id)))
    ended = _latest_events(session, Event.kind.in_(CLOSINGS))
    touched = _latest_events(session, true())
    quiet = _went_quiet(session)
    for row in session.scalars(select(Application).order_by(Application.id)):
        over = None if row.id in live else ended.get(row.id, row.created_at)
        silent = quiet.get(row.id)
        if over is None and silent is not None and touched.get(row.id, silent) <= silent:
            over = silent
        yield Standing(company=row.company, since=row.created_at, ended=over)


def _latest_events(session: WorkSession, which: ColumnElement[bool]) -> dict[int, datetime]:
    query = select(Event.application_id, func.max(Event.at)).where(which)
    found = session.execute(query.group_by(Event.application_id)).all()
    return dict(found)


def _went_quiet(session: WorkSession) -> dict[int, datetime]:
    query = select(Step).where(Step.rule == "Q1", Step.state == StepState.DONE)
    return {
        row.application_id: row.closed_at
        for row in session.scalars(query.order_by(Step.closed_at))
        if row.application_id is not None and row.closed_at is not None
    }
