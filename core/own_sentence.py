"""The sentence that the user wrote to themselves at the end of the last reflection.

Read with plain `sqlite3`: Today shows it before SQLAlchemy is loaded.
"""

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime

from core.agenda import instant_of

QUESTION = "Q26"
"""Of the form: one sentence to oneself, as to a friend."""
HIDDEN = "hidden_sentence"
"""The setting that names the reflection whose sentence the user does not want to see."""

_LATEST = """
SELECT reflection.uid, reflection.finished_at, answer.json
FROM reflection JOIN reflection_answer AS answer ON answer.reflection_id = reflection.id
WHERE reflection.finished_at IS NOT NULL AND answer.question = :question
AND reflection.uid NOT IN (SELECT value FROM setting WHERE name = :hidden)
ORDER BY reflection.finished_at DESC, reflection.id DESC, answer.at DESC, answer.id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSentence:
    """Words as they were typed, from which reflection, and when that was finished."""

    text: str
    reflection: str
    at: datetime


def read_own_sentence(connection: sqlite3.Connection) -> OwnSentence | None:
    """The sentence of the reflection finished last; None without one, or where it is hidden."""
    asked = {"question": QUESTION, "hidden": HIDDEN}
    row = connection.execute(_LATEST, asked).fetchone()
    if row is None:
        return None
    text = _words(row[2])
    return OwnSentence(text=text, reflection=row[0], at=instant_of(row[1])) if text else None


def _words(stored: str) -> str:
    try:
        answer = json.loads(stored)
    except ValueError:
        return ""
    text = answer.get("text") if isinstance(answer, dict) else None
    return text.strip() if isinstance(text, str) else ""
