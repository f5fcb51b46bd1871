"""What is answered is stored as it is given, together with what was answered before."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select

from core.clock import Now
from core.database import WorkSession
from core.drafting.versions import superfluous
from core.models import Reflection, ReflectionAnswer
from core.playbook.values import ReflectionPath
from core.reflection.answered import texts
from core.reflection.answers import (
    Answer,
    NumberAnswer,
    RatingsAnswer,
    RowsAnswer,
    ScoreAnswer,
    SlidersAnswer,
)
from core.reflection.answers_json import answer_from_json, answer_to_json
from core.reflection.answers_reading import LONGEST_KEY
from core.refusal import DetailsError, Gone
from core.use_cases.reflection_rows import LATEST_LAST, answers_of, read, reflection_row

BETWEEN_VERSIONS = timedelta(seconds=30)
"""So much typing is one version; what is thought of later is another."""

MUCH = 100
"""Characters that are not taken away without a version of what stood there."""

RATED = (SlidersAnswer, NumberAnswer, RatingsAnswer, ScoreAnswer)
"""Answers that a second sitting gives without looking at the first."""

LATEST_FIRST = (ReflectionAnswer.at.desc(), ReflectionAnswer.id.desc())

_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerVersion:
    """What was answered earlier, and when it was begun."""

    id: int
    at: datetime
    answer: Answer


def save_answer(
    session: WorkSession, reflection_id: int, question: str, answer: Answer, now: Now
) -> None:
    """Store an answer as it is now; called at every pause in typing. It is no change to undo.

    Earlier answers are kept: one for every 30 seconds of typing, and whatever was taken away.
    Raises `AnswerTooLong` for more than can be kept; then what was kept before is as it was.
    """
    row = reflection_row(session, reflection_id)
    if not 0 < len(question) <= LONGEST_KEY:
        raise DetailsError("This is no question of a reflection. Nothing was stored.", question)
    text = answer_to_json(answer)
    latest = _latest(session, reflection_id, question)
    if latest is None or _is_new(row, latest, answer, text, now):
        _store(session, row, question, text, latest, now)
    elif latest.json != text:
        latest.json = text


def versions(
    session: WorkSession, reflection_id: int, question: str, now: Now
) -> tuple[AnswerVersion, ...]:
    """What was answered to a question earlier, the latest first, without the present answer."""
    session.flush()
    query = select(ReflectionAnswer).where(*_of(reflection_id, question))
    found = []
    for row in session.scalars(query.order_by(*LATEST_FIRST).offset(1)):
        answer = read(row)
        if answer is not None:
            found.append(AnswerVersion(id=row.id, at=row.at, answer=answer))
    return tuple(found)


def put_back(session: WorkSession, version_id: int, now: Now) -> Answer:
    """Make an earlier answer the present one, and return it; the present one becomes an earlier."""
    version = session.get(ReflectionAnswer, version_id)
    if version is None:
        raise Gone("This earlier answer is no longer here. Nothing was changed.")
    answer = answer_from_json(version.json)
    row = reflection_row(session, version.reflection_id)
    latest = _latest(session, row.id, version.question)
    if latest is not None and latest.json != version.json:
        _store(session, row, version.question, version.json, latest, now)
    return answer


def set_path(session: WorkSession, reflection_id: int, path: ReflectionPath, now: Now) -> None:
    """Go on with three minutes, or with fifteen. No answer is touched."""
    reflection_row(session, reflection_id).path = path


def leave_at(session: WorkSession, reflection_id: int, question: str | None, now: Now) -> None:
    """Remember where the user is, to go on there."""
    reflection_row(session, reflection_id).at_question = question and question[:LONGEST_KEY]


def _of(reflection_id: int, question: str) -> tuple[ColumnElement[bool], ...]:
    """Which versions are those of a question."""
    return (
        ReflectionAnswer.reflection_id == reflection_id,
        ReflectionAnswer.question == question,
    )


def _latest(session: WorkSession, reflection_id: int, question: str) -> ReflectionAnswer | None:
    session.flush()
    query = select(ReflectionAnswer).where(*_of(reflection_id, question))
    return session.scalars(query.order_by(*LATEST_FIRST).limit(1)).first()


def _is_new(row: Reflection, latest: ReflectionAnswer, answer: Answer, text: str, now: Now) -> bool:
    """Whether an answer is a version of its own. What was finished with is never written over."""
    if latest.json == text:
        return False
    finished = row.finished_at is not None and latest.at <= row.finished_at
    later = abs(now.instant - latest.at) >= BETWEEN_VERSIONS
    return finished or later or _takes_away(read(latest), answer)


def _takes_away(before: Answer | None, after: Answer) -> bool:
    if before is None or type(before) is not type(after):
        return True
    if isinstance(before, RowsAnswer) and isinstance(after, RowsAnswer):
        kept = {row.key for row in after.rows}
        if any(row.key not in kept for row in before.rows):
            return True
    return _length(before) - _length(after) >= MUCH


def _length(answer: Answer) -> int:
    return sum(len(text) for text in texts(answer))


def _store(
    session: WorkSession,
    row: Reflection,
    question: str,
    text: str,
    latest: ReflectionAnswer | None,
    now: Now,
) -> None:
    """A new version, later than what is there also where the clock was set back."""
    earlier = [latest.at] if latest is not None else []
    earlier += [row.finished_at] if row.finished_at is not None else []
    at = max([now.instant, *(moment + _TICK for moment in earlier)])
    session.add(ReflectionAnswer(reflection_id=row.id, question=question, at=at, json=text))
    _thin_out(session, row, question, now)


def _thin_out(session: WorkSession, row: Reflection, question: str, now: Now) -> None:
    """Let old versions go, but for those with which a sitting was finished."""
    session.flush()
    query = select(ReflectionAnswer.id, ReflectionAnswer.at).where(*_of(row.id, question))
    stored = [(number, at) for number, at in session.execute(query.order_by(*LATEST_LAST))]
    if row.finished_at is not None:
        finished = [number for number, at in stored if at <= row.finished_at][-1:]
    else:
        finished = []
    surplus = set(superfluous(stored, now.instant)) - set(finished)
    if surplus:
        session.execute(delete(ReflectionAnswer).where(ReflectionAnswer.id.in_(surplus)))


def copy_words(session: WorkSession, source: int, target: Reflection, now: Now) -> None:
    """Begin a sitting with the words of the one before; what is rated is rated anew."""
    words = {
        question: answer
        for question, answer in answers_of(session, source).items()
        if not isinstance(answer, RATED)
    }
    session.add_all(
        ReflectionAnswer(
            reflection_id=target.id,
            question=question,
            at=now.instant,
            json=answer_to_json(answer),
        )
        for question, answer in words.items()
    )
