"""Drafts that hold the program's own words still are filled anew when it knows more."""

from collections.abc import Sequence

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.drafting.stages import MessageState
from core.models import Message
from core.use_cases.autosave import replace_body
from core.use_cases.corrections import slips_in
from core.use_cases.message_rows import in_outbox, people_in_order
from core.use_cases.situations import situation
from core.use_cases.wording import first_words


def untouched(session: WorkSession, application_id: int, now: Now) -> tuple[int, ...]:
    """The ids of the drafts into which the user has not written anything yet."""
    rows = _being_written(session, application_id)
    if not rows:
        return ()
    known, people = situation(session, application_id, now), people_in_order(session, rows)
    found = []
    for row in rows:
        to = tuple(person.uid for person in people[row.id])
        words = None if row.edited_at == row.begun else first_words(session, row, to, known)
        same = words is not None and (words.subject, words.body) == (row.subject, row.body)
        if row.edited_at == row.begun or same:
            found.append(row.id)
    return tuple(found)


def fill_anew(session: WorkSession, application_id: int, drafts: Sequence[int], now: Now) -> None:
    """Word these drafts by what is known now; what stood there is kept as an earlier text."""
    rows = [row for row in _being_written(session, application_id) if row.id in drafts]
    if not rows:
        return
    known, people = situation(session, application_id, now), people_in_order(session, rows)
    for row in rows:
        to = tuple(person.uid for person in people[row.id])
        words = first_words(session, row, to, known)
        if words is None or (words.subject, words.body) == (row.subject, row.body):
            continue
        replace_body(session, row, words.body, now)
        row.subject = words.subject
        row.clauses = slips_in(known, to)


def _being_written(session: WorkSession, application_id: int) -> list[Message]:
    query = select(Message).where(
        Message.application_id == application_id, Message.state == MessageState.WRITING
    )
    rows = session.scalars(query.order_by(Message.id))
    return [row for row in rows if in_outbox(session, row.id) is None]
