"""A reflection is finished: what follows from its answers is stored, and the steps are planned anew.

Finishing again brings all of it in line with answers that were changed since.
"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, select

from core.clock import Now
from core.database import WorkSession
from core.models import (
    Application,
    Event,
    Interview,
    Reflection,
    ReflectionAnswer,
    Step,
)
from core.playbook.values import ReflectionPath, StepState
from core.reflection.answers import Answer, WrongNameAnswer
from core.reflection.consequences import Consequences, Occasion, consequences
from core.reflection.flow import missing
from core.refusal import Refusal
from core.use_cases import steps
from core.use_cases.conclusions import redate
from core.use_cases.consequence_rows import (
    Keeping,
    keep_facts,
    keep_promises,
    keep_strengths,
    keep_wrong_name,
)
from core.use_cases.corrections import put_right
from core.use_cases.history import recorded
from core.use_cases.ledger import Ledger
from core.use_cases.people_met import cards_at, keep_people, keep_topics
from core.use_cases.refilling import fill_anew, untouched
from core.use_cases.reflection_rows import (
    answers_of,
    answers_of_all,
    form_of,
    interview_of,
    read,
    reflection_row,
    sittings_of,
)
from core.use_cases.replanning import replan
from core.use_cases.rows import person_value


class NotFinished(Refusal):
    """A reflection that may not end yet. `question` is the first that needs more."""

    def __init__(self, sentence: str, question: str) -> None:
        super().__init__(sentence)
        self.question = question


def finish(session: WorkSession, reflection_id: int, now: Now) -> None:
    """Finish a reflection, as one change that can be undone.

    People become cards, promises their steps, what was learned facts. To finish again without a
    new answer changes nothing. `NotFinished` while a question needs more.
    """
    row = reflection_row(session, reflection_id)
    answers = answers_of(session, row.id)
    lacking = missing(form_of(row), row.path, answers, gentle=row.gentle)
    if lacking:
        raise NotFinished(lacking[0].sentence, lacking[0].question.id)
    if _is_in_line(session, row):
        return
    company = session.get_one(Application, row.application_id).company
    with recorded(session, f"Thought back on {company}", now):
        before, after = _answers_before(session, row), _answers_after(session, row)
        last = row.finished_at
        row.finished_at = max(now.instant, _last_answer(session, row) or now.instant)
        _Finishing(session, row, before, after, now).store(last)


def _is_in_line(session: WorkSession, row: Reflection) -> bool:
    """Whether it was finished on this path, and nothing was answered since."""
    last = _last_answer(session, row)
    if row.finished_at is None or (last is not None and last > row.finished_at):
        return False
    return _own_event(session, row, row.finished_at) is not None or not _counts_for(
        session, interview_of(session, row), row.finished_at
    )


class _Finishing:
    """What one finishing works on."""

    def __init__(
        self,
        session: WorkSession,
        row: Reflection,
        before: Mapping[str, Answer] | None,
        after: Mapping[str, Answer],
        now: Now,
    ) -> None:
        self.session, self.row, self.now = session, row, now
        self.before, self.after = before, after
        self.interview = interview_of(session, row)
        self.first = sittings_of(session, self.interview.id)[0]

    def store(self, last: datetime | None) -> None:
        """`last`: when it was finished before."""
        owner = self.interview.application_id
        drafts = untouched(self.session, owner, self.now)
        ledger = Ledger(self.session, self.first.id)
        old, new = self._consequences()
        keep_people(ledger, self.interview, self.first.uid, old, new)
        old, new = self._consequences()
        keep_topics(ledger, owner, old, new)
        keeping = Keeping(ledger, self.interview, self.now)
        keep_promises(keeping, old, new)
        slip = keep_wrong_name(keeping, old, new)
        keep_facts(keeping, old, new)
        keep_strengths(keeping, old, new)
        self._tell_the_plan(last)
        redate(self.session, owner, self.now)
        fill_anew(self.session, owner, drafts, self.now)
        if slip is not None:
            put_right(self.session, owner, slip, self.now)

    def _consequences(self) -> tuple[Consequences, Consequences]:
        """What followed before, and what follows now; both as the cards are by now."""
        cards = cards_at(self.session, self.interview)
        occasion = Occasion(
            reflection=self.first.uid,
            ended=self.interview.end,
            noticed=self._noticed(),
            zone=self.now.zone,
            people=tuple(person_value(row) for row in cards),
        )
        old = consequences(self.before, occasion) if self.before is not None else Consequences()
        return old, consequences(self.after, occasion)

    def _noticed(self) -> datetime:
        """When the wrong name was first answered."""
        sittings = [row.id for row in sittings_of(self.session, self.interview.id)]
        query = select(ReflectionAnswer).where(
            ReflectionAnswer.reflection_id.in_(sittings), ReflectionAnswer.question == "Q19"
        )
        for row in self.session.scalars(query.order_by(ReflectionAnswer.at)):
            answer = read(row)
            if isinstance(answer, WrongNameAnswer) and answer.used:
                return min(row.at, self.now.instant)
        return self.now.instant

    def _tell_the_plan(self, last: datetime | None) -> None:
        """Note that it was thought back; where that would count for another round, close the steps
        of this one without it.
        """
        if not _counts_for(self.session, self.interview, self.now.instant):
            replan(self.session, self.interview.application_id, self.now)
            self._close_steps()
            return
        if _own_event(self.session, self.row, last) is None:
            event = Event(
                kind="reflection",
                at=self.now.instant,
                zone=self.now.zone,
                path=self.row.path,
            )
            event.uid = _event_key(self.row)
            event.application_id = self.interview.application_id
            self.session.add(event)
        replan(self.session, self.interview.application_id, self.now)

    def _close_steps(self) -> None:
        closes = {"reflection"}
        if self.row.path is ReflectionPath.FULL:
            closes.add("reflection full")
        query = select(Step).where(
            Step.interview_id == self.interview.id, Step.state == StepState.OPEN
        )
        for step in list(self.session.scalars(query)):
            rule = self.session.playbook.steps.get(step.rule)
            if rule is not None and closes.intersection(rule.done_by):
                steps.done(self.session, step.id, self.now, noted=True)


# ------------------------------------------------------------------ answers, then and now


def _answers_before(session: WorkSession, row: Reflection) -> Mapping[str, Answer] | None:
    """The answers with which this interview was last finished; None where it never was."""
    finished = _finished(session, row)
    return _merged(answers_of_all(session, finished, finished)) if finished else None


def _answers_after(session: WorkSession, row: Reflection) -> Mapping[str, Answer]:
    """The answers of this sitting as they are now, and those with which another was finished."""
    others = _finished(session, row)
    others.pop(row.id, None)
    return _merged(answers_of_all(session, [*others, row.id], others))


def _finished(session: WorkSession, row: Reflection) -> dict[int, datetime]:
    """When each sitting of this interview was finished."""
    sittings = sittings_of(session, row.interview_id)
    return {each.id: each.finished_at for each in sittings if each.finished_at is not None}


def _merged(answers: Mapping[int, Mapping[str, Answer]]) -> dict[str, Answer]:
    """Of two sittings, the second one counts where it says something."""
    merged: dict[str, Answer] = {}
    for reflection_id in sorted(answers):
        merged |= answers[reflection_id]
    return merged


def _last_answer(session: WorkSession, row: Reflection) -> datetime | None:
    query = select(func.max(ReflectionAnswer.at)).where(ReflectionAnswer.reflection_id == row.id)
    return session.scalar(query)


# ------------------------------------------------------------------ the plan


def _event_key(row: Reflection) -> str:
    return f"{row.uid}/{row.path.value}"


def _own_event(session: WorkSession, row: Reflection, last: datetime | None) -> int | None:
    """The event that says that this was finished on its path, by `last`.

    One that was restored bears another key, and is told by its time.
    """
    own = Event.uid == _event_key(row)
    if last is not None:
        own |= (
            (Event.application_id == row.application_id)
            & (Event.kind == "reflection")
            & (Event.path == row.path)
            & Event.at.between(row.begun_at, last)
        )
    return session.scalar(select(Event.id).where(own).limit(1))


def _counts_for(session: WorkSession, interview: Interview, at: datetime) -> bool:
    """Whether the plan takes an event of this instant as one of this interview."""
    later = select(Interview.id).where(
        Interview.application_id == interview.application_id,
        Interview.start > interview.start,
        Interview.start <= at,
        Interview.called_off.is_(None),
    )
    return interview.called_off is None and session.scalar(later.limit(1)) is None
