"""A wrong name put right in a thank-you note that is not sent yet: one clause inside it, once."""

from dataclasses import replace

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.drafting.stages import MessageState
from core.drafting.values import Situation
from core.models import Message, Step
from core.playbook.values import StepState, WrongName
from core.use_cases.autosave import replace_body
from core.use_cases.message_rows import in_outbox, people_in_order
from core.use_cases.situations import situation
from core.use_cases.wording import first_words

NOTES = ("M1", "M2")


def slips_in(known: Situation, to: tuple[str, ...]) -> list[str]:
    """The keys of the wrong names that a note to these people speaks of when it begins."""
    slips = (event for event in known.case.events if isinstance(event, WrongName))
    return [slip.key for slip in slips if slip.person is None or slip.person in to]


def put_right(session: WorkSession, application_id: int, slip: WrongName, now: Now) -> None:
    """Put the clause into the open note to this person, unless a note of its own is planned."""
    if slip.person is None or _has_its_own_note(session, application_id, slip):
        return
    known: Situation | None = None
    for row, to in _notes_to(session, application_id, slip.person):
        if slip.key in row.clauses:
            continue
        known = known or situation(session, application_id, now)
        clause = _clause(session, row, to, known)
        if clause and not row.clauses and in_outbox(session, row.id) is None:
            replace_body(session, row, with_clause(row.body, clause), now)
        row.clauses = [*row.clauses, slip.key]


def with_clause(body: str, clause: str) -> str:
    """The letter with a paragraph more: after the first one that follows the salutation."""
    paragraphs = [paragraph for paragraph in body.split("\n\n") if paragraph.strip()]
    return "\n\n".join((*paragraphs[:2], clause, *paragraphs[2:]))


def _has_its_own_note(session: WorkSession, application_id: int, slip: WrongName) -> bool:
    query = select(Step.id).where(
        Step.application_id == application_id,
        Step.key == f"T2/{slip.key}",
        Step.state == StepState.OPEN,
    )
    return session.scalar(query) is not None


def _notes_to(
    session: WorkSession, application_id: int, person: str
) -> list[tuple[Message, tuple[str, ...]]]:
    query = select(Message).where(
        Message.application_id == application_id,
        Message.kind.in_(NOTES),
        Message.state == MessageState.WRITING,
    )
    rows = list(session.scalars(query.order_by(Message.id)))
    people = people_in_order(session, rows)
    named = [(row, tuple(each.uid for each in people[row.id])) for row in rows]
    return [(row, to) for row, to in named if person in to]


def _clause(session: WorkSession, row: Message, to: tuple[str, ...], known: Situation) -> str:
    """What the template says more with the slip than without it; empty where it says nothing."""
    events = tuple(event for event in known.case.events if not isinstance(event, WrongName))
    before = first_words(session, row, to, replace(known, case=replace(known.case, events=events)))
    after = first_words(session, row, to, known)
    if before is None or after is None:
        return ""
    plain = set(before.body.split("\n\n"))
    return "\n\n".join(part for part in after.body.split("\n\n") if part not in plain)
