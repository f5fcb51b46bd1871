"""What is stored and no case holds: the words for it, so that nothing is left out unsaid."""

from sqlalchemy import exists, func, select

from core.database import WorkSession
from core.drafting.stages import OPEN_STATES
from core.models import (
    Base,
    CompanyFact,
    CompanyLink,
    Evidence,
    Feed,
    HuntWeek,
    Message,
    OwnQuestion,
    PreparationTick,
    Received,
    Reflection,
    Said,
    Story,
    StrengthItem,
)

_PARTS: tuple[tuple[str, tuple[type[Base], ...]], ...] = (
    ("reflections and what you concluded", (Reflection,)),
    ("stories", (Story,)),
    (
        "preparation",
        (CompanyFact, CompanyLink, Evidence, Feed, OwnQuestion, PreparationTick, Said),
    ),
    ("strengths", (StrengthItem,)),
    ("replies that you kept", (Received,)),
    ("hours of the hunt", (HuntWeek,)),
)


def left_out(session: WorkSession) -> tuple[str, ...]:
    """What an export does not hold of what is stored here, in a few words each."""
    found = [
        words
        for words, tables in _PARTS
        if any(session.scalar(select(select(table).exists())) for table in tables)
    ]
    if _more_messages(session):
        found.append("messages but for the last draft of each application")
    return tuple(found)


def _more_messages(session: WorkSession) -> bool:
    """Whether there is a message besides one open draft an application."""
    other = exists().where(Message.state.not_in(OPEN_STATES))
    most = (
        select(func.count())
        .where(Message.state.in_(OPEN_STATES))
        .group_by(Message.application_id)
        .order_by(func.count().desc())
        .limit(1)
    )
    return bool(session.scalar(select(other))) or (session.scalar(most) or 0) > 1
