"""Rows of reflections: found, and their latest answers read together."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select

from core.database import WorkSession
from core.models import Interview, Reflection, ReflectionAnswer
from core.reflection.answers import Answer
from core.reflection.answers_json import AnswerTooLong, answer_from_json
from core.reflection.answers_reading import AnswerError
from core.reflection.form import Form
from core.reflection.loaded_form import stored_form
from core.refusal import Gone

NO_LONGER_HERE = "This reflection is no longer here. Nothing was changed."

LATEST_LAST = (ReflectionAnswer.at, ReflectionAnswer.id)
"""The order of versions: of one question, the last one counts."""

log = logging.getLogger(__name__)


def reflection_row(session: WorkSession, reflection_id: int) -> Reflection:
    """The row; `Gone` when there is none of this number."""
    row = session.get(Reflection, reflection_id)
    if row is None:
        raise Gone(NO_LONGER_HERE)
    return row


def interview_of(session: WorkSession, row: Reflection) -> Interview:
    """The interview that is thought back on."""
    return session.get_one(Interview, row.interview_id)


def sittings_of(session: WorkSession, interview_id: int) -> list[Reflection]:
    """All reflections on one interview, the first one first."""
    query = select(Reflection).where(Reflection.interview_id == interview_id)
    return list(session.scalars(query.order_by(Reflection.sitting)))


def form_of(row: Reflection) -> Form:
    """The form that a reflection is answered with. Raises `FormError` where it was damaged."""
    return stored_form(row.form_text)


def answers_of(session: WorkSession, reflection_id: int) -> dict[str, Answer]:
    """The latest answers of a reflection by their questions."""
    return answers_of_all(session, [reflection_id])[reflection_id]


def answers_of_all(
    session: WorkSession, ids: Iterable[int], until: Mapping[int, datetime] | None = None
) -> Mapping[int, dict[str, Answer]]:
    """The latest answers of these reflections; of those in `until`, as they were at that instant."""
    session.flush()
    columns = (
        ReflectionAnswer.id,
        ReflectionAnswer.reflection_id,
        ReflectionAnswer.question,
        ReflectionAnswer.at,
    )
    query = select(*columns).where(ReflectionAnswer.reflection_id.in_(list(ids)))
    latest: dict[tuple[int, str], int] = {}
    for number, owner, question, at in session.execute(query.order_by(*LATEST_LAST)):
        limit = until.get(owner) if until is not None else None
        if limit is None or at <= limit:
            latest[owner, question] = number
    return _read_all(session, latest.values())


def _read_all(session: WorkSession, numbers: Iterable[int]) -> Mapping[int, dict[str, Answer]]:
    found: defaultdict[int, dict[str, Answer]] = defaultdict(dict)
    query = select(ReflectionAnswer).where(ReflectionAnswer.id.in_(list(numbers)))
    for row in session.scalars(query.order_by(*LATEST_LAST)):
        answer = read(row)
        if answer is not None:
            found[row.reflection_id][row.question] = answer
    return found


def read(row: ReflectionAnswer) -> Answer | None:
    """A stored answer; None for one that cannot be read, which stays as it is."""
    try:
        return answer_from_json(row.json)
    except (AnswerError, AnswerTooLong):
        log.exception("stored answer %d", row.id)
        return None
