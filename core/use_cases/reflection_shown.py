"""A reflection as it is shown, and the interviews that wait for one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import exists, func, select

from core.clock import Now
from core.database import WorkSession
from core.models import (
    Application,
    Interview,
    Person,
    PreparationTick,
    Reflection,
    ReflectionAnswer,
    interview_person,
)
from core.playbook.values import ReflectionPath
from core.playbook.windows import to_wall
from core.preparation.day_sheet import OPENING
from core.reflection.answers import (
    Answer,
    ContactRow,
    ContactsAnswer,
    EachAnswer,
    ListAnswer,
    ListRow,
)
from core.reflection.form import Form
from core.use_cases.conclusions import ConclusionShown, conclusions_of
from core.use_cases.event_words import interview_title
from core.use_cases.friends_views import ViewShown, views
from core.use_cases.reflection_rows import (
    answers_of,
    form_of,
    interview_of,
    reflection_row,
    sittings_of,
)

MOST_SITTINGS = 2
"""A quick one, and a calmer one on a later day."""

_LANDED = "yes"
_CARD = "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionShown:
    """A reflection with everything that its page shows. Instants are in UTC."""

    id: int
    application_id: int
    interview_id: int
    company: str
    role: str
    round: str
    """Such as "First round, by video"."""
    start: datetime
    end: datetime
    zone: str
    """In which the time of the interview was given."""
    people: tuple[str, ...]
    """The names of those who are stored for the interview."""
    form: Form
    """The form with which it was begun, whatever the form says by now."""
    path: ReflectionPath
    gentle: bool
    sitting: int
    at_question: str | None
    answers: Mapping[str, Answer]
    offered: Mapping[str, Answer] = field(default_factory=dict)
    """What can stand in a question that is not answered yet. It counts once it is saved."""
    earlier: Mapping[str, Answer] = field(default_factory=dict)
    """The answers of the first sitting, where this is the second."""
    begun_at: datetime
    finished_at: datetime | None = None
    changed_since: bool = False
    """Whether an answer was changed after it was finished: finishing again brings all in line."""
    may_start_again: bool = False
    """Whether `start_again` gives a second sitting."""
    views: tuple[ViewShown, ...] = ()
    conclusions: tuple[ConclusionShown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreflected:
    """An interview that is over, and not thought back on to the end."""

    interview_id: int
    application_id: int
    company: str
    role: str
    round: str
    end: datetime
    begun: bool
    """Whether a reflection on it waits to be gone on with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A finished reflection, for a list."""

    reflection_id: int
    interview_id: int
    application_id: int
    company: str
    role: str
    round: str
    end: datetime
    sitting: int
    finished_at: datetime


def shown(session: WorkSession, reflection_id: int, now: Now) -> ReflectionShown:
    """A reflection with all that belongs to it. `Gone` when there is none of this number."""
    row = reflection_row(session, reflection_id)
    interview = interview_of(session, row)
    application = session.get_one(Application, row.application_id)
    people = _people(session, interview.id)
    answers = answers_of(session, row.id)
    return ReflectionShown(
        id=row.id,
        application_id=row.application_id,
        interview_id=row.interview_id,
        company=application.company,
        role=application.role,
        round=interview_title(interview),
        start=interview.start,
        end=interview.end,
        zone=interview.zone,
        people=tuple(person.name for person in people),
        form=form_of(row),
        path=row.path,
        gentle=row.gentle,
        sitting=row.sitting,
        at_question=row.at_question,
        answers=answers,
        offered=_offered(session, row, interview, people, answers),
        earlier=_earlier(session, row),
        begun_at=row.begun_at,
        finished_at=row.finished_at,
        changed_since=_changed_since(session, row),
        may_start_again=may_start_again(row, now),
        views=views(session, row.id, now),
        conclusions=conclusions_of(session, row.id, now),
    )


def card_key(person_id: int) -> str:
    """The key of the row that is offered for a contact card."""
    return f"{_CARD}{person_id}"


def card_of(key: str) -> int | None:
    """The id of the card for which a row with this key was offered; None for other rows."""
    number = key.removeprefix(_CARD)
    return int(number) if number != key and number.isdecimal() else None


def may_start_again(row: Reflection, now: Now) -> bool:
    """Whether a second sitting can follow: the first is finished, and a night has passed."""
    if row.finished_at is None or row.sitting >= MOST_SITTINGS:
        return False
    return to_wall(row.finished_at, now.zone).date() < to_wall(now.instant, now.zone).date()


def unreflected(session: WorkSession, now: Now) -> tuple[Unreflected, ...]:
    """The interviews that are over and were not called off, without a finished reflection; the
    latest first.
    """
    finished = exists().where(
        Reflection.interview_id == Interview.id, Reflection.finished_at.is_not(None)
    )
    begun = exists().where(Reflection.interview_id == Interview.id)
    query = (
        select(Interview, Application, begun)
        .join(Application, Application.id == Interview.application_id)
        .where(Interview.end <= now.instant, Interview.called_off.is_(None), ~finished)
        .order_by(Interview.end.desc(), Interview.id.desc())
    )
    return tuple(
        Unreflected(
            interview_id=interview.id,
            application_id=application.id,
            company=application.company,
            role=application.role,
            round=interview_title(interview),
            end=interview.end,
            begun=is_begun,
        )
        for interview, application, is_begun in session.execute(query)
    )


def past(session: WorkSession, now: Now) -> tuple[Past, ...]:
    """All finished reflections, the latest interview first; of two sittings, the second first."""
    query = (
        select(Reflection, Interview, Application)
        .join(Interview, Interview.id == Reflection.interview_id)
        .join(Application, Application.id == Reflection.application_id)
        .where(Reflection.finished_at.is_not(None))
        .order_by(Interview.end.desc(), Interview.id.desc(), Reflection.sitting.desc())
    )
    return tuple(
        Past(
            reflection_id=row.id,
            interview_id=interview.id,
            application_id=application.id,
            company=application.company,
            role=application.role,
            round=interview_title(interview),
            end=interview.end,
            sitting=row.sitting,
            finished_at=row.finished_at,
        )
        for row, interview, application in session.execute(query)
        if row.finished_at is not None
    )


def _people(session: WorkSession, interview_id: int) -> list[Person]:
    query = (
        select(Person)
        .join(interview_person, interview_person.c.person_id == Person.id)
        .where(interview_person.c.interview_id == interview_id)
        .order_by(Person.id)
    )
    return list(session.scalars(query))


def _earlier(session: WorkSession, row: Reflection) -> Mapping[str, Answer]:
    before = [each for each in sittings_of(session, row.interview_id) if each.sitting < row.sitting]
    return answers_of(session, before[-1].id) if before else {}


def _changed_since(session: WorkSession, row: Reflection) -> bool:
    if row.finished_at is None:
        return False
    query = select(func.max(ReflectionAnswer.at)).where(ReflectionAnswer.reflection_id == row.id)
    latest = session.scalar(query)
    return latest is not None and latest > row.finished_at


# ------------------------------------------------------------------ what is known already


def _offered(
    session: WorkSession,
    row: Reflection,
    interview: Interview,
    people: Sequence[Person],
    answers: Mapping[str, Answer],
) -> dict[str, Answer]:
    """Whom the interview was to be with, how one meant to begin, and what did not land before."""
    if row.finished_at is not None:
        return {}
    offered: dict[str, Answer] = {}
    if people and "Q1" not in answers:
        offered["Q1"] = ContactsAnswer(
            rows=tuple(
                ContactRow(key=card_key(person.id), name=person.name, role=person.job)
                for person in people
            )
        )
    if "Q5" not in answers:
        prepared = _prepared_opening(session, interview)
        said = {row.text for row in prepared}
        rest = (one for one in _open_messages(session, interview) if one.text.strip() not in said)
        messages = (*prepared, *rest)
        if messages:
            offered["Q5"] = ListAnswer(rows=messages)
    return offered


def _prepared_opening(session: WorkSession, interview: Interview) -> tuple[ListRow, ...]:
    """How the user meant to begin, as it stood on the page for the day."""
    query = select(PreparationTick.text).where(
        PreparationTick.interview_id == interview.id, PreparationTick.key == OPENING
    )
    text = " ".join((session.scalar(query) or "").split())
    return (ListRow(key="prepared", text=text),) if text else ()


def _open_messages(session: WorkSession, interview: Interview) -> tuple[ListRow, ...]:
    """The messages that landed partly or not at all in the last round with this employer."""
    query = (
        select(Reflection.id)
        .join(Interview, Interview.id == Reflection.interview_id)
        .where(
            Interview.application_id == interview.application_id,
            Interview.start < interview.start,
            Reflection.finished_at.is_not(None),
        )
        .order_by(Interview.start.desc(), Reflection.sitting.desc())
    )
    before = session.scalars(query.limit(1)).first()
    if before is None:
        return ()
    answers = answers_of(session, before)
    wanted, landed = answers.get("Q5"), answers.get("Q6")
    if not isinstance(wanted, ListAnswer) or not isinstance(landed, EachAnswer):
        return ()
    still_open = {each.row for each in landed.choices if each.choice != _LANDED}
    return tuple(row for row in wanted.rows if row.key in still_open and row.text.strip())
