"""Reads what the insights are computed from: one statement a table, however many interviews."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, bindparam, func, select

from core.clock import Now
from core.database import WorkSession
from core.models import (
    Application,
    Conclusion,
    Event,
    FriendsView,
    Interview,
    Reflection,
    ReflectionAnswer,
    Step,
)
from core.playbook.values import Clock, StepState
from core.reflection.friends import FriendView

STEPS = ("T1", "F1", "K1", "Q1")
QUESTIONS = ("Q2", "Q9", "Q13", "Q14", "Q17", "Q22")
"""The questions whose answers are counted over time."""


class StepRow(NamedTuple):
    """The columns of a step that count here."""

    application_id: int | None
    interview_id: int | None
    key: str
    rule: str
    clock: Clock
    due: datetime
    state: StepState
    closed_at: datetime | None


@dataclass(slots=True)
class Thoughts:
    """What was thought about one interview: answers as stored, by sitting, and what came of them."""

    answers: dict[int, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    views: list[FriendView] = field(default_factory=list)
    conclusions: list[datetime | None] = field(default_factory=list)
    finished: bool = False


@dataclass(slots=True)
class Told:
    """What is stored about one application that had an interview."""

    application: Application
    interviews: list[Interview] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    steps: list[StepRow] = field(default_factory=list)


def read_applications(session: WorkSession, now: Now) -> list[Told]:
    """The applications that had an interview by now, with all that tells what came of it."""
    by_now = {"now": now.instant}
    told = {row.id: Told(row) for row in session.scalars(_APPLICATIONS, by_now)}
    for round_ in session.scalars(_INTERVIEWS, by_now):
        told[round_.application_id].interviews.append(round_)
    for event in session.scalars(_EVENTS, by_now):
        told[event.application_id].events.append(event)
    for row in session.execute(_STEPS, by_now):
        step = StepRow(*row)
        if step.application_id is not None:
            told[step.application_id].steps.append(step)
    return list(told.values())


def read_thoughts(session: WorkSession) -> dict[int, Thoughts]:
    """What was thought about each interview, by its id; of each answer the latest version."""
    thoughts: dict[int, Thoughts] = defaultdict(Thoughts)
    for interview, finished in session.execute(_REFLECTIONS):
        thoughts[interview].finished |= finished is not None
    for interview, sitting, question, json in session.execute(_ANSWERS):
        thoughts[interview].answers[sitting][question] = json
    for interview, key, friend, strength in session.execute(_VIEWS):
        view = FriendView(key=key, friend=friend, strength=strength)
        thoughts[interview].views.append(view)
    for interview, done_at in session.execute(_CONCLUSIONS):
        thoughts[interview].conclusions.append(done_at)
    return thoughts


def _latest_answers() -> Select[int, int, str, str]:
    newest_first = (ReflectionAnswer.at.desc(), ReflectionAnswer.id.desc())
    of_one = (ReflectionAnswer.reflection_id, ReflectionAnswer.question)
    place = func.row_number().over(partition_by=of_one, order_by=newest_first).label("place")
    versions = (
        select(*of_one, ReflectionAnswer.json, place)
        .where(ReflectionAnswer.question.in_(QUESTIONS))
        .subquery()
    )
    return (
        select(Reflection.interview_id, Reflection.sitting, versions.c.question, versions.c.json)
        .join(versions, versions.c.reflection_id == Reflection.id)
        .where(versions.c.place == 1)
    )


# Built once: building a statement takes longer than SQLite takes to answer it.
_OVER = (
    select(Interview.application_id)
    .where(Interview.end <= bindparam("now", type_=Interview.end.type))
    .where(Interview.called_off.is_(None))
    .scalar_subquery()
)
_APPLICATIONS = select(Application).where(Application.id.in_(_OVER)).order_by(Application.id)
_INTERVIEWS = select(Interview).where(Interview.application_id.in_(_OVER)).order_by(Interview.id)
_EVENTS = select(Event).where(Event.application_id.in_(_OVER)).order_by(Event.id)
_STEPS = (
    select(
        Step.application_id,
        Step.interview_id,
        Step.key,
        Step.rule,
        Step.clock,
        Step.due,
        Step.state,
        Step.closed_at,
    )
    .where(Step.application_id.in_(_OVER), Step.rule.in_(STEPS))
    .order_by(Step.id)
)
_REFLECTIONS = select(Reflection.interview_id, Reflection.finished_at)
_ANSWERS = _latest_answers()
_VIEWS = (
    select(Reflection.interview_id, FriendsView.uid, FriendsView.friend, FriendsView.strength)
    .join(FriendsView, FriendsView.reflection_id == Reflection.id)
    .order_by(FriendsView.id)
)
_CONCLUSIONS = (
    select(Reflection.interview_id, Conclusion.done_at)
    .join(Conclusion, Conclusion.reflection_id == Reflection.id)
    .order_by(Conclusion.id)
)
