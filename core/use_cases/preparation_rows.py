"""Rows of the preparation as values of its rules."""

from sqlalchemy import select

from core.database import WorkSession
from core.models import (
    Application,
    CompanyFact,
    Evidence,
    Interview,
    OwnQuestion,
    Person,
    PreparationTick,
    Said,
    Story,
    StoryTelling,
)
from core.playbook.names import short_name
from core.preparation import values
from core.preparation.values import FactTopic, Subject
from core.use_cases.rows import person_value

_TOPICS = frozenset(topic.value for topic in FactTopic)
_SUBJECTS = frozenset(subject.value for subject in Subject)


def spoken_name(person: Person | None) -> str:
    """As one would speak to them; empty for nobody."""
    return short_name(person_value(person)) if person is not None else ""


def _uid(person: Person | None) -> str | None:
    return person.uid if person is not None else None


def facts_of(session: WorkSession, application_id: int) -> tuple[values.Fact, ...]:
    """What is known of an employer; topics that this version does not know are left out."""
    query = select(CompanyFact).where(CompanyFact.application_id == application_id)
    return tuple(
        values.Fact(
            key=row.uid,
            topic=FactTopic(row.topic),
            value=row.value,
            source=row.source,
            dated=row.dated,
            used_for=row.used_for,
        )
        for row in session.scalars(query.order_by(CompanyFact.id))
        if row.topic in _TOPICS
    )


def proofs_of(session: WorkSession, application_id: int) -> tuple[values.Proof, ...]:
    """The demands of an ad, and what proves them."""
    query = (
        select(Evidence, Story.uid)
        .outerjoin(Story, Story.id == Evidence.story_id)
        .where(Evidence.application_id == application_id)
        .order_by(Evidence.id)
    )
    return tuple(
        values.Proof(key=row.uid, demand=row.demand, proof=row.proof, story=story)
        for row, story in session.execute(query).all()
    )


def all_stories(session: WorkSession) -> tuple[values.Story, ...]:
    """The user's bank, in the order of making."""
    return tuple(
        values.Story(
            key=row.uid,
            title=row.title,
            situation=row.situation,
            task=row.task,
            action=row.action,
            result=row.result,
            tags=tuple(row.tags),
            seconds=row.seconds,
        )
        for row in session.scalars(select(Story).order_by(Story.id))
    )


def all_tellings(session: WorkSession) -> tuple[values.Telling, ...]:
    """Who heard which story."""
    query = (
        select(StoryTelling, Story.uid, Interview, Application.company, Person)
        .join(Story, Story.id == StoryTelling.story_id)
        .join(Interview, Interview.id == StoryTelling.interview_id)
        .join(Application, Application.id == Interview.application_id)
        .outerjoin(Person, Person.id == StoryTelling.person_id)
        .order_by(StoryTelling.id)
    )
    return tuple(
        values.Telling(
            story=story,
            round=interview.uid,
            company=company,
            round_number=interview.round,
            at=row.at,
            person=_uid(person),
            name=spoken_name(person),
        )
        for row, story, interview, company, person in session.execute(query).all()
    )


def questions_of(session: WorkSession, application_id: int) -> tuple[values.Question, ...]:
    """The user's own questions, in the order of noting."""
    query = (
        select(OwnQuestion, Interview.uid)
        .outerjoin(Interview, Interview.id == OwnQuestion.asked_interview_id)
        .where(OwnQuestion.application_id == application_id)
        .order_by(OwnQuestion.id)
    )
    return tuple(
        values.Question(key=row.uid, text=row.text, asked=asked, answer=row.answer)
        for row, asked in session.execute(query).all()
    )


def statements_of(session: WorkSession, application_id: int) -> tuple[values.Statement, ...]:
    """What the user told this employer, the latest last."""
    query = (
        select(Said, Interview.round, Person)
        .outerjoin(Interview, Interview.id == Said.interview_id)
        .outerjoin(Person, Person.id == Said.person_id)
        .where(Said.application_id == application_id)
        .order_by(Said.at, Said.id)
    )
    return tuple(
        values.Statement(
            key=row.uid,
            subject=Subject(row.subject if row.subject in _SUBJECTS else Subject.OTHER),
            text=row.text,
            at=row.at,
            name=spoken_name(person),
            round_number=number,
        )
        for row, number, person in session.execute(query).all()
    )


LASTING = ("hardest/", "opening/", "strength/", "doubt/", "role/", "offer/", "conclusion/")
"""What keys begin with of items that, once done, stay done in the rounds that follow."""


def ticks_of(session: WorkSession, interview: Interview) -> tuple[values.Tick, ...]:
    """The ticks of a round, its own items, and the words kept for the day; and of the rounds before
    it at the same employer what stays done."""
    query = (
        select(PreparationTick)
        .join(Interview, Interview.id == PreparationTick.interview_id)
        .where(
            Interview.application_id == interview.application_id,
            Interview.start <= interview.start,
        )
        .order_by(Interview.start, PreparationTick.id)
    )
    latest: dict[str, PreparationTick] = {}
    for row in session.scalars(query):
        if row.interview_id == interview.id or row.key.startswith(LASTING):
            latest[row.key] = row
    return tuple(
        values.Tick(key=row.key, section=row.section, text=row.text, done=row.done_at is not None)
        for row in latest.values()
    )
