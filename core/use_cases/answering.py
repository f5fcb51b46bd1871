"""Which received reply a message answers: it goes into the same thread, under the same subject."""

from sqlalchemy import select

from core.database import WorkSession
from core.drafting.subjects import subject_of_answer
from core.models import Message, Received
from core.use_cases.message_rows import people_in_order

ANSWERS = frozenset({"M10", "M13", "M14", "M16", "M17"})
"""Kinds that answer what was received."""


def answered_id(session: WorkSession, row: Message) -> str:
    """The Message-ID of what a message answers; empty where it answers nothing that has one."""
    found = _answered(session, row)
    return found.mail_id if found is not None else ""


def answering_subject(session: WorkSession, row: Message) -> str:
    """ "Re: …" of what a message answers; empty where its usual subject says more."""
    found = _answered(session, row)
    return subject_of_answer(found.subject) if found is not None else ""


def _answered(session: WorkSession, row: Message) -> Received | None:
    """The latest mail from one of those it goes to, else the latest of all."""
    if row.kind not in ANSWERS:
        return None
    query = select(Received).where(
        Received.application_id == row.application_id, Received.mail_id != ""
    )
    mails = list(session.scalars(query.order_by(Received.at.desc(), Received.id.desc())))
    readers = {person.email.casefold() for person in people_in_order(session, [row])[row.id]}
    theirs = [mail for mail in mails if mail.address and mail.address.casefold() in readers]
    return next(iter(theirs or mails), None)
