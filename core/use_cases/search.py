"""Finding applications, people, messages, steps and what was prepared by a few letters."""

from sqlalchemy import case, func, select

from core.clock import Now
from core.database import WorkSession
from core.drafting.kinds import KINDS
from core.drafting.stages import MessageState
from core.models import Application, Message, Person, Received, Recipient, Step
from core.playbook.values import StepState
from core.use_cases.found import MOST, Found, Kind, holds
from core.use_cases.search_notes import notes_with, stories_with

__all__ = ["MOST", "Found", "Kind", "find"]

LONGEST = 100
"""Characters of a search that are looked at."""


def find(session: WorkSession, text: str, now: Now) -> tuple[Found, ...]:
    """Everything that holds all words of `text`, applications first; nothing for no words."""
    words = text[:LONGEST].casefold().split()
    if not words:
        return ()
    return (
        *_applications(session, words),
        *_people(session, words),
        *_messages(session, words),
        *_replies(session, words),
        *_steps(session, words),
        *stories_with(session, words),
        *notes_with(session, words),
    )


def _applications(session: WorkSession, words: list[str]) -> list[Found]:
    query = (
        select(Application.id, Application.company, Application.role)
        .where(holds(words, Application.company, Application.role))
        .order_by(Application.created_at.desc(), Application.id)
        .limit(MOST)
    )
    return [
        Found(
            kind=Kind.APPLICATION, id=key, application_id=key, title=role or company, note=company
        )
        for key, company, role in session.execute(query)
    ]


def _people(session: WorkSession, words: list[str]) -> list[Found]:
    query = (
        select(Person.id, Person.application_id, Person.name, Person.job, Application.company)
        .join(Application, Application.id == Person.application_id)
        .where(holds(words, Person.name, Person.email, Application.company))
        .order_by(Person.name, Person.id)
        .limit(MOST)
    )
    return [
        Found(
            kind=Kind.PERSON,
            id=key,
            application_id=owner,
            title=name,
            note=", ".join(part for part in (job, company) if part),
        )
        for key, owner, name, job, company in session.execute(query)
    ]


def _messages(session: WorkSession, words: list[str]) -> list[Found]:
    """Drafts and what was sent, the last edited first; what was thrown away is not found."""
    readers = (
        select(func.group_concat(Person.name, ", "))
        .join(Recipient, Recipient.person_id == Person.id)
        .where(Recipient.message_id == Message.id)
        .scalar_subquery()
    )
    name = case({kind.id: kind.noun for kind in KINDS.values()}, value=Message.kind)
    to = func.coalesce(readers, "")
    columns = (Message.subject, Message.body, Application.company, Application.role, name, to)
    query = (
        select(Message, Application.company, to)
        .join(Application, Application.id == Message.application_id)
        .where(Message.state != MessageState.DISCARDED, holds(words, *columns))
        .order_by(Message.edited_at.desc(), Message.id.desc())
        .limit(MOST)
    )
    return [
        Found(
            kind=Kind.MESSAGE,
            id=row.id,
            application_id=row.application_id,
            title=row.subject or KINDS[row.kind].noun,
            note=_about(row, whom, company),
        )
        for row, company, whom in session.execute(query)
    ]


def _replies(session: WorkSession, words: list[str]) -> list[Found]:
    """What they wrote, the latest first."""
    row = Received
    query = (
        select(row, Application.company)
        .join(Application, Application.id == row.application_id)
        .where(holds(words, row.subject, row.body, row.sender, Application.company))
        .order_by(row.at.desc(), row.id.desc())
        .limit(MOST)
    )
    return [
        Found(
            kind=Kind.REPLY,
            id=found.id,
            application_id=found.application_id,
            title=found.subject or " ".join(found.body.split())[:LONGEST],
            note=f"From {found.sender}, {company}" if found.sender else f"From them, {company}",
        )
        for found, company in session.execute(query)
    ]


def _about(row: Message, whom: str, company: str) -> str:
    """ "Draft to Anna Berg, Acme"."""
    what = "Sent" if row.state is MessageState.SENT else "Draft"
    return f"{what} to {whom}, {company}" if whom else f"{what}, {company}"


def _steps(session: WorkSession, words: list[str]) -> list[Found]:
    query = (
        select(Step.id, Step.application_id, Step.title, Application.company)
        .outerjoin(Application, Application.id == Step.application_id)
        .where(Step.state == StepState.OPEN, holds(words, Step.title, Application.company))
        .order_by(Step.due, Step.id)
        .limit(MOST)
    )
    return [
        Found(kind=Kind.STEP, id=key, application_id=owner, title=title, note=company or "")
        for key, owner, title, company in session.execute(query)
    ]
