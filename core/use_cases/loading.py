"""Reads applications whole, in few statements, and builds the planner's cases from them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, Select, bindparam, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from core.clock import Now
from core.database import WorkSession
from core.models import (
    Application,
    Event,
    Interview,
    Person,
    Setting,
    Step,
    event_person,
    interview_person,
)
from core.playbook.facts import CLOSINGS
from core.playbook.values import Case, Other, ReplyKind
from core.refusal import Gone
from core.settings import Preferences, preferences_of
from core.stored_events import event_value
from core.use_cases.rows import interview_value, marks_of, person_value

DECIDING = frozenset({"offer", "acceptance"})
"""The events after which the plan speaks of the other applications."""


@dataclass(slots=True)
class Loaded:
    """Everything stored about one application."""

    application: Application
    people: list[Person] = field(default_factory=list)
    interviews: list[Interview] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    met: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Uids of the people of each interview, by its id."""
    named: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Uids of the people that each event names, by its id."""

    def person_uids(self) -> dict[int, str]:
        """The uid of each person by its id."""
        return {person.id: person.uid for person in self.people}


def load_one(session: WorkSession, application_id: int) -> Loaded:
    """One application; `Gone` when there is none of this number."""
    found = load_range(session, application_id, application_id)
    if not found:
        raise Gone("This application is no longer here. Nothing was changed.")
    return found[0]


def load_range(session: WorkSession, first: int, last: int) -> list[Loaded]:
    """All applications with an id from `first` to `last`, in the order of their ids."""
    bounds = {"first": first, "last": last}
    loaded = {row.id: Loaded(row) for row in session.scalars(_APPLICATIONS, bounds)}
    for person in session.scalars(_PEOPLE, bounds):
        loaded[person.application_id].people.append(person)
    for round_ in session.scalars(_INTERVIEWS, bounds):
        loaded[round_.application_id].interviews.append(round_)
    for event in session.scalars(_EVENTS, bounds):
        loaded[event.application_id].events.append(event)
    for step in session.scalars(_STEPS, bounds):
        if step.application_id is not None:
            loaded[step.application_id].steps.append(step)
    for owner, interview_id, uid in session.execute(_MET, bounds):
        loaded[owner].met[interview_id].append(uid)
    for owner, event_id, uid in session.execute(_NAMED, bounds):
        loaded[owner].named[event_id].append(uid)
    return list(loaded.values())


def _within(
    owner: InstrumentedAttribute[int] | InstrumentedAttribute[int | None],
) -> ColumnElement[bool]:
    return owner.between(bindparam("first"), bindparam("last"))


# Built once: building a statement takes longer than SQLite takes to answer it.
_APPLICATIONS = select(Application).where(_within(Application.id)).order_by(Application.id)
_PEOPLE = select(Person).where(_within(Person.application_id)).order_by(Person.id)
_INTERVIEWS = select(Interview).where(_within(Interview.application_id)).order_by(Interview.id)
_EVENTS = select(Event).where(_within(Event.application_id)).order_by(Event.id)
_STEPS = select(Step).where(_within(Step.application_id)).order_by(Step.id)
_MET = (
    select(Person.application_id, interview_person.c.interview_id, Person.uid)
    .join(interview_person, interview_person.c.person_id == Person.id)
    .where(_within(Person.application_id))
    .order_by(Person.id)
)
_NAMED = (
    select(Person.application_id, event_person.c.event_id, Person.uid)
    .join(event_person, event_person.c.person_id == Person.id)
    .where(_within(Person.application_id))
    .order_by(Person.id)
)


def case_of(session: WorkSession, loaded: Loaded, now: Now) -> Case:
    """The case of one application, as the planner reads it."""
    application, preferences = loaded.application, preferences_in(session)
    uids = loaded.person_uids()
    speaks_of_others = any(event.kind in DECIDING for event in loaded.events)
    return Case(
        now=now.instant,
        zone=planning_zone(preferences, now),
        company=application.company,
        role=application.role,
        application_zone=application.zone,
        country=application.country,
        via_recruiter_only=application.via_recruiter_only,
        no_contact_wished=application.no_contact_wished,
        fast_decision=application.fast_decision,
        settings=preferences.playbook,
        people=tuple(person_value(person) for person in loaded.people),
        events=(
            *(interview_value(row, loaded.met[row.id]) for row in loaded.interviews),
            *(event_value(row, loaded.named[row.id]) for row in loaded.events),
        ),
        marks=tuple(
            mark for step in loaded.steps for mark in marks_of(step, uids.get(step.person_id or 0))
        ),
        others=live_others(session, application.id) if speaks_of_others else None,
    )


def live_others(session: WorkSession, application_id: int) -> tuple[Other, ...]:
    """The other applications that are still going on."""
    query = live_applications().where(Application.id != application_id).order_by(Application.id)
    return tuple(
        Other(company=row.company, aliases=tuple(row.aliases)) for row in session.scalars(query)
    )


def live_applications() -> Select[Application]:
    """The applications that nothing has ended, or that an invitation has opened again."""
    ending, later = aliased(Event), aliased(Interview)
    ended = exists().where(
        ending.application_id == Application.id,
        ending.kind.in_(CLOSINGS),
        ~exists().where(
            later.application_id == Application.id,
            later.called_off.is_(None),
            func.coalesce(later.invited_at, _told_of(later)) > ending.at,
        ),
    )
    return select(Application).where(~ended)


def _told_of(round_: type[Interview]) -> ScalarSelect[datetime]:
    """When their decision told of a round; NULL, which is later than nothing, if none did."""
    return (
        select(func.max(Event.at))
        .where(
            Event.application_id == round_.application_id,
            Event.reply == ReplyKind.DECISION,
            Event.at <= round_.start,
        )
        .correlate(round_)
        .scalar_subquery()
    )


def planning_zone(preferences: Preferences, now: Now) -> str:
    """Where private tasks are planned: a journey of the laptop moves none of them."""
    return preferences.zone or preferences.home_zone or now.zone


def preferences_in(session: WorkSession) -> Preferences:
    """The settings, read once a session."""
    if session.preferences is None:
        rows: Sequence[Setting] = session.scalars(select(Setting)).all()
        session.preferences = preferences_of({row.name: row.value for row in rows})
    return session.preferences
