"""What the tests of a finished reflection begin with, and what they look at."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select

from core.clock import Now
from core.database import Database, WorkSession
from core.form_store import shipped_form
from core.models import (
    CompanyFact,
    Consequence,
    Event,
    Person,
    StrengthItem,
    TopicItem,
    interview_person,
)
from core.playbook.values import Promiser, ReflectionPath
from core.reflection.answers import (
    Answer,
    ContactRow,
    ContactsAnswer,
    ListAnswer,
    ListRow,
    PromiseRow,
    PromisesAnswer,
    TextAnswer,
    WrongNameAnswer,
)
from core.use_cases import reflections
from tests.core.stories import add_interview

SHORT, FULL = ReflectionPath.SHORT, ReflectionPath.FULL


WELL = ListAnswer(rows=(ListRow(key="w", text="a calm way to explain tides"),))


KIND = TextAnswer(text="You were calm, and you asked good questions.")


REQUIRED: Mapping[str, Answer] = {"Q10": WELL, "Q26": KIND}


def met(*rows: ContactRow) -> ContactsAnswer:
    return ContactsAnswer(rows=rows)


def promised(*rows: PromiseRow) -> PromisesAnswer:
    return PromisesAnswer(rows=rows)


EVERYTHING: Mapping[str, Answer] = {
    "Q1": met(
        ContactRow(key="a", name="Dr. van der Berg", topic="the tide model"),
        ContactRow(key="b", name="Mia Holm", role="Shipwright", topic="oak, and ash"),
        ContactRow(key="c", topic="the new hall"),
    ),
    "Q3": promised(
        PromiseRow(key="p", text="a sample", due=date(2026, 4, 1)),
        PromiseRow(key="d", by=Promiser.THEM, text="the decision", due=date(2026, 4, 10)),
    ),
    "Q12": TextAnswer(text="Pause before I answer"),
    "Q4": ListAnswer(rows=(ListRow(key="f", text="six people"),)),
    "Q19": WrongNameAnswer(used=True, whom="somebody"),
}


def answer(database: Database, now: Now, answers: Mapping[str, Answer], number: int = 1) -> None:
    with database.session() as session:
        for question, each in answers.items():
            reflections.save_answer(session, number, question, each, now)


def finish(database: Database, now: Now, number: int = 1) -> int | None:
    """Returns the id of the change."""
    with database.session() as session:
        reflections.finish(session, number, now)
        return session.change_id


def thought_back(database: Database, now: Now, **answers: Answer) -> int | None:
    """An interview with Anna, its reflection with these answers, finished."""
    add_interview(database, now)
    with database.session() as session:
        reflections.start(session, 1, SHORT, shipped_form(), now)
    answer(database, now, {**REQUIRED, **answers})
    return finish(database, now)


def cards(database: Database) -> dict[str, tuple[str, str]]:
    with database.reading() as session:
        return {row.name: (row.job, row.topic) for row in session.scalars(select(Person))}


def met_in(database: Database, interview: int = 1) -> set[str]:
    with database.reading() as session:
        query = (
            select(Person.name)
            .join(interview_person, interview_person.c.person_id == Person.id)
            .where(interview_person.c.interview_id == interview)
        )
        return set(session.scalars(query))


def promises(session: WorkSession) -> list[tuple[Promiser | None, str, date | None]]:
    query = select(Event).where(Event.kind == "promise").order_by(Event.id)
    return [(row.by, row.text, row.moment_on) for row in session.scalars(query)]


def counted(database: Database) -> tuple[int, ...]:
    """How many cards, events, facts, strengths and topics there are."""
    tables = (Person, Event, CompanyFact, StrengthItem, TopicItem, Consequence)
    with database.reading() as session:
        return tuple(
            session.scalar(select(func.count()).select_from(table)) or 0 for table in tables
        )
