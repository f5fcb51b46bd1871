"""What the tests of a preparation begin with, and what they look at."""

from dataclasses import replace
from datetime import timedelta

from core.clock import Now
from core.database import Database
from core.models import Conclusion, Reflection, ReflectionAnswer
from core.playbook.values import ReflectionPath
from core.preparation.checklist_values import Item
from core.reflection.answers import (
    Answer,
)
from core.reflection.answers_json import answer_to_json
from core.reflection.conclusions import ConclusionKind
from core.use_cases import (
    preparation,
)
from core.use_cases.preparation import Preparation
from tests.core.stories import ACME, PAUL, wall

SECOND = replace(
    ACME,
    start=wall("2026-04-10 10:00"),
    end=wall("2026-04-10 11:30"),
    place="Acme, Torstr. 1",
    travel_minutes=40,
    people=(PAUL,),
    invited_at=None,
)


def look(database: Database, interview_id: int, now: Now) -> Preparation:
    with database.reading() as session:
        return preparation.preparation(session, interview_id, now)


def item(view: Preparation, key: str) -> Item:
    return next(item for item in view.checklist.items if item.key == key)


def reflect(
    database: Database, interview_id: int, now: Now, sitting: int = 1, **answers: Answer
) -> int:
    """A reflection as it is stored."""
    with database.session() as session:
        row = Reflection(
            application_id=1,
            interview_id=interview_id,
            sitting=sitting,
            form_text="",
            path=ReflectionPath.FULL,
            begun_at=now.instant,
        )
        session.add(row)
        session.flush()
        for question, answer in answers.items():
            session.add(
                ReflectionAnswer(
                    reflection_id=row.id,
                    question=question,
                    at=now.instant,
                    json=answer_to_json(answer),
                )
            )
        return row.id


def conclude(database: Database, reflection_id: int, now: Now, key: str, text: str) -> str:
    with database.session() as session:
        row = Conclusion(
            reflection_id=reflection_id,
            key=key,
            kind=ConclusionKind.DELIVERY,
            text=text,
            due=now.instant + timedelta(days=7),
            adopted_at=now.instant,
        )
        session.add(row)
        session.flush()
        return row.uid
