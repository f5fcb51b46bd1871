"""What a search finds, and what it means that a text holds words."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_
from sqlalchemy.orm import InstrumentedAttribute

Text = InstrumentedAttribute[str] | ColumnElement[str]

MOST = 8
"""Results of one kind."""


class Kind(StrEnum):
    APPLICATION = "application"
    PERSON = "person"
    MESSAGE = "message"
    REPLY = "reply"
    STEP = "step"
    STORY = "story"
    FACT = "fact"
    QUESTION = "question"
    SAID = "said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One result. `id` is of its kind; all but stories and some steps belong to an application."""

    kind: Kind
    id: int
    application_id: int | None
    title: str
    note: str


def holds(words: list[str], *columns: Text) -> ColumnElement[bool]:
    """Each word stands in at least one of the columns."""
    return and_(
        *(
            or_(*(func.casefold(column).contains(word, autoescape=True) for column in columns))
            for word in words
        )
    )
