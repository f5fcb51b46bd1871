"""Reflections that end with a sentence to oneself, stored as they are."""

from datetime import timedelta

from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.models import Reflection, ReflectionAnswer
from core.playbook.values import ReflectionPath
from core.reflection.answers import TextAnswer
from core.reflection.answers_json import answer_to_json
from tests.core.stories import add_interview


def reflect(
    database: Database, now: Now, uid: str, *texts: str, days: int = 0, finished: bool = True
) -> None:
    """A reflection named `uid` on an interview of its own, whose sentence was typed so, in turn."""
    stored = add_interview(database, now)
    moment = now.instant + timedelta(days=days)
    with database.session() as session:
        row = Reflection(
            uid=uid,
            application_id=stored.application_id,
            interview_id=stored.interview_id,
            sitting=len(uid),
            form_text=shipped_form().text,
            path=ReflectionPath.SHORT,
            begun_at=moment,
            finished_at=moment if finished else None,
        )
        session.add(row)
        session.flush()
        for text in texts:
            json = answer_to_json(TextAnswer(text=text))
            answer = ReflectionAnswer(reflection_id=row.id, question="Q26", at=moment, json=json)
            session.add(answer)
            session.flush()
