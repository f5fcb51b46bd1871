"""Insights: what all interviews that are over show together."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.clock import Now
from core.database import WorkSession
from core.models import Interview
from core.playbook.facts import Facts
from core.playbook.values import Interview as Round
from core.playbook.values import Promise, StepState
from core.playbook.windows import late_after
from core.reflection.answers import Answer, Answers
from core.reflection.answers_json import AnswerTooLong, answer_from_json
from core.reflection.answers_reading import AnswerError
from core.reflection.findings import Findings, findings, labels
from core.reflection.form import Form
from core.reflection.outcomes import answered_after, outcome_of
from core.reflection.records import (
    InterviewRecord,
    Promptness,
    named_strengths,
    reflected,
)
from core.reflection.trend_values import Insights
from core.reflection.trends import insights as computed
from core.use_cases.insight_rows import StepRow, Thoughts, Told, read_applications, read_thoughts
from core.use_cases.overview import case_without_people

RATED, CAUSED = "Q14", "Q17"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """An interview as the charts name it."""

    id: int
    application_id: int
    company: str
    start: datetime
    zone: str
    round: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The figures, their sentences, and the words for what they are about."""

    insights: Insights
    findings: Findings
    met: Mapping[str, Met]
    """Each interview by its key, the earliest first."""
    rated: Mapping[str, str]
    """What was rated, in the form's words."""
    causes: Mapping[str, str]
    unreflected: Met | None = None
    """The latest interview without a finished reflection."""
    in_all: int
    """Interviews that are over, whatever day they are counted from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An interview that is over. `thought`: there is a finished reflection on it."""

    record: InterviewRecord
    met: Met
    thought: bool


def insights(session: WorkSession, form: Form, since: datetime | None, now: Now) -> Shown:
    """What the interviews that are over show; `form` gives the words for what was rated.

    Those that began before `since` are left out. It takes as many statements for fifty interviews
    as for one.
    """
    every = recorded(session, now)
    over = [one for one in every if since is None or one.record.start >= since]
    shown = computed((one.record for one in over), now.instant)
    return Shown(
        insights=shown,
        findings=findings(shown, form),
        met={one.record.key: one.met for one in over},
        rated=labels(form, RATED),
        causes=labels(form, CAUSED),
        unreflected=next((one.met for one in reversed(every) if not one.thought), None),
        in_all=len(every),
    )


def recorded(session: WorkSession, now: Now) -> tuple[Recorded, ...]:
    """The interviews that are over and took place, the earliest first."""
    thoughts = read_thoughts(session)
    told = read_applications(session, now)
    over = (one for application in told for one in _of_one(application, thoughts, now))
    return tuple(sorted(over, key=_in_time))


def _in_time(one: Recorded) -> tuple[datetime, str]:
    return one.record.start, one.record.key


def _of_one(told: Told, thoughts: Mapping[int, Thoughts], now: Now) -> Iterator[Recorded]:
    facts = Facts(case_without_people(told.application, told.interviews, told.events, now))
    rounds = {round_.key: round_ for round_ in facts.arranged}
    steps = _steps_by_round(told, facts)
    for row in told.interviews:
        if row.end > now.instant or row.called_off is not None:
            continue
        thought = thoughts.get(row.id) or Thoughts()
        round_ = rounds[row.uid]
        mine = steps.get(row.uid, ())
        yield Recorded(
            record=_record(facts, round_, mine, thought, told.application.zone),
            met=_met(row, told.application.company),
            thought=thought.finished,
        )


def _met(row: Interview, company: str) -> Met:
    return Met(
        id=row.id,
        application_id=row.application_id,
        company=company,
        start=row.start,
        zone=row.zone,
        round=row.round,
    )


def _record(
    facts: Facts, round_: Round, steps: Sequence[StepRow], thought: Thoughts, zone: str
) -> InterviewRecord:
    """The estimate is that of the first sitting; all else is what was said last.

    Ratings that a second sitting has not come to yet are those of the first.
    """
    first, second = (_answers(thought.answers.get(sitting, {})) for sitting in (1, 2))
    answers = {**first, **second}
    said, at_first = reflected(answers), reflected(first)
    quiet = any(step.rule == "Q1" and step.state is StepState.DONE for step in steps)
    return InterviewRecord(
        key=round_.key,
        start=round_.start,
        round=round_.round,
        outcome=outcome_of(facts, round_, quiet=quiet),
        estimate=at_first.estimate if at_first.estimate is not None else said.estimate,
        ratings=said.ratings or at_first.ratings,
        hard_tags=said.hard_tags,
        cause=said.cause,
        steps=tuple(_promptness(steps, zone)),
        answered_after=answered_after(facts, round_),
        conclusions=tuple(thought.conclusions),
        strengths=named_strengths(answers, thought.views),
    )


# ------------------------------------------------------------------ steps


def _steps_by_round(told: Told, facts: Facts) -> dict[str, list[StepRow]]:
    """A promise belongs to the latest round begun when it was made; one taken back, to none."""
    uids = {row.id: row.uid for row in told.interviews}
    made = {promise.key: promise.at for promise in facts.of(Promise)}
    by_round: dict[str, list[StepRow]] = {}
    for step in told.steps:
        uid = uids.get(step.interview_id or 0)
        at = made.get(step.key.partition("/")[2])
        if step.rule == "K1" and at is not None:
            round_ = facts.round_before(at)
            uid = round_.key if round_ is not None else None
        if uid is not None:
            by_round.setdefault(uid, []).append(step)
    return by_round


def _promptness(steps: Sequence[StepRow], zone: str) -> Iterator[Promptness]:
    """What was skipped was not asked for; nor what was needless before it was late."""
    for step in steps:
        due = late_after(step.due, step.clock, zone)
        needless = step.state is StepState.CANCELLED and (step.closed_at or due) <= due
        if step.rule == "Q1" or step.state is StepState.SKIPPED or needless:
            continue
        done = step.closed_at if step.state is StepState.DONE else None
        yield Promptness(step=step.rule, due=due, done=done)


# ------------------------------------------------------------------ answers


def _answers(stored: Mapping[str, str]) -> Answers:
    """What can be read: one answer that cannot is as if it had not been given."""
    found: dict[str, Answer] = {}
    for question, text in stored.items():
        try:
            found[question] = answer_from_json(text)
        except (AnswerError, AnswerTooLong):
            log.warning("a stored answer to %s cannot be read", question)
    return found
