"""Finding what was prepared: stories, facts, own questions, and what was told to an employer."""

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from core.database import WorkSession
from core.models import Application, CompanyFact, OwnQuestion, Said, Story
from core.use_cases.found import MOST, Found, Kind, Text, holds

Number = InstrumentedAttribute[int]

LONGEST = 200
"""Characters of a note that are shown."""


def stories_with(session: WorkSession, words: list[str]) -> list[Found]:
    """The stories of the bank that hold all words, those changed last first."""
    parts = (Story.title, Story.situation, Story.task, Story.action, Story.result)
    query = select(Story).where(holds(words, *parts)).order_by(Story.edited_at.desc(), Story.id)
    return [
        Found(
            kind=Kind.STORY,
            id=row.id,
            application_id=None,
            title=row.title,
            note=", ".join(row.tags),
        )
        for row in session.scalars(query.limit(MOST))
    ]


def notes_with(session: WorkSession, words: list[str]) -> list[Found]:
    """Facts, questions, and what was told: of each kind the latest first."""
    fact, question, said = CompanyFact, OwnQuestion, Said
    others = {Kind.FACT: (fact.source, fact.used_for), Kind.QUESTION: (question.answer,)}
    return [
        found
        for kind, key, owner, shown in (
            (Kind.FACT, fact.id, fact.application_id, fact.value),
            (Kind.QUESTION, question.id, question.application_id, question.text),
            (Kind.SAID, said.id, said.application_id, said.text),
        )
        for found in _of_kind(session, words, kind, key, owner, shown, *others.get(kind, ()))
    ]


def _of_kind(
    session: WorkSession,
    words: list[str],
    kind: Kind,
    key: Number,
    owner: Number,
    shown: InstrumentedAttribute[str],
    *others: Text,
) -> list[Found]:
    query = (
        select(key, owner, shown, Application.company)
        .join(Application, Application.id == owner)
        .where(holds(words, shown, *others, Application.company))
        .order_by(key.desc())
        .limit(MOST)
    )
    return [
        Found(
            kind=kind,
            id=row_id,
            application_id=application_id,
            title=" ".join(text.split())[:LONGEST],
            note=company,
        )
        for row_id, application_id, text, company in session.execute(query).all()
    ]
