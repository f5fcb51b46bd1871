"""Reads what the insights are computed from: one statement a table, however many interviews."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import func, select

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
from core.reflection.friends import FriendView

STEPS = ("T1", "F1", "K1", "Q1")
QUESTIONS = ("Q2", "Q9", "Q13", "Q14", "Q17", "Q22")
"""The questions whose answers are counted over time."""


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
    steps: list[Step] = field(default_factory=list)


def read_applications(session: WorkSession, now: Now) -> list[Told]:
    """The applications that had an interview by now, with all that tells what came of it."""
    over = (
        select(Interview.application_id)
        .where(Interview.end <= now.instant, Interview.called_off.is_(None))
        .distinct()
        .scalar_subquery()
    )
    applications = session.scalars(
        select(Application).where(Application.id.in_(over)).order_by(Application.id)
    )
    told = {row.id: Told(row) for row in applications}
    interviews = select(Interview).where(Interview.application_id.in_(over))
    for round_ in session.scalars(interviews.order_by(Interview.id)):
        told[round_.application_id].interviews.append(round_)
    events = select(Event).where(Event.application_id.in_(over))
    for event in session.scalars(events.order_by(Event.id)):
        told[event.application_id].events.append(event)
    steps = select(Step).where(Step.application_id.in_(over), Step.rule.in_(STEPS))
    for step in session.scalars(steps.order_by(Step.id)):
        if step.application_id is not None:
            told[step.application_id].steps.append(step)
    return list(told.values())


def read_thoughts(session: WorkSession) -> dict[int, Thoughts]:
    """What was thought about each interview, by its id; of each answer the latest version."""
    thoughts: dict[int, Thoughts] = defaultdict(Thoughts)
    query = select(Reflection.interview_id, Reflection.finished_at)
    for interview, finished in session.execute(query):
        thoughts[interview].finished |= finished is not None
    _read_answers(session, thoughts)
    views = select(Reflection.interview_id, FriendsView).join(
        FriendsView, FriendsView.reflection_id == Reflection.id
    )
    for interview, view in session.execute(views.order_by(FriendsView.id)):
        value = FriendView(key=view.uid, friend=view.friend, strength=view.strength)
        thoughts[interview].views.append(value)
    conclusions = select(Reflection.interview_id, Conclusion.done_at).join(
        Conclusion, Conclusion.reflection_id == Reflection.id
    )
    for interview, done_at in session.execute(conclusions.order_by(Conclusion.id)):
        thoughts[interview].conclusions.append(done_at)
    return thoughts


def _read_answers(session: WorkSession, thoughts: dict[int, Thoughts]) -> None:
    newest = (
        func.row_number()
        .over(
            partition_by=(ReflectionAnswer.reflection_id, ReflectionAnswer.question),
            order_by=(ReflectionAnswer.at.desc(), ReflectionAnswer.id.desc()),
        )
        .label("newest")
    )
    versions = (
        select(
            ReflectionAnswer.reflection_id, ReflectionAnswer.question, ReflectionAnswer.json, newest
        )
        .where(ReflectionAnswer.question.in_(QUESTIONS))
        .subquery()
    )
    query = (
        select(Reflection.interview_id, Reflection.sitting, versions.c.question, versions.c.json)
        .join(versions, versions.c.reflection_id == Reflection.id)
        .where(versions.c.newest == 1)
    )
    for interview, sitting, question, json in session.execute(query):
        thoughts[interview].answers[sitting][question] = json
