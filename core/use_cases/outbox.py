"""The outbox, as the user sees it: put in, taken back, and asked about.

`core.use_cases.departures` carries it out.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.drafting import outbox
from core.drafting.outbox import Entry, NotPossible, State
from core.drafting.outgoing import Mailbox, message_id
from core.drafting.stages import ASKING, MessageState
from core.models import Application, Message, OutboxItem
from core.playbook.values import Channel
from core.refusal import DetailsError, Gone
from core.use_cases.account import account
from core.use_cases.answering import answered_id
from core.use_cases.message_rows import in_outbox, message_row, people_in_order
from core.use_cases.outbox_rows import NOT_IN_OUTBOX, entry_of, has_left, remove, store
from core.use_cases.sent import LEAVING, log_overrides

LEFT = "This message has left. It can no longer be taken back."


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is in the outbox and goes on only when the user says how."""

    draft_id: int
    application_id: int
    company: str
    kind: str
    people: tuple[str, ...]
    """Names, as in the addresses."""
    subject: str
    state: State
    """UNKNOWN: `answer` it. FAILED or HELD: `release` or `take_back`."""
    sentence: str
    """What happened."""
    at: datetime
    """When it was to leave."""


def queue(
    session: WorkSession,
    draft_id: int,
    send_at: datetime | None,
    now: Now,
    overridden: tuple[int, ...] = (),
) -> datetime:
    """Put a copy of a message into the outbox; returns when it leaves.

    `send_at` None: now, after the time for "Undo send". `overridden`: numbers of the checks whose
    *must* the user overrode. `DetailsError` when an address or the account is missing.
    """
    row = message_row(session, draft_id)
    if row.state in {MessageState.SENT, MessageState.DISCARDED}:
        raise Gone(NOT_IN_OUTBOX)
    item = in_outbox(session, draft_id)
    if item is not None and item.state not in {State.FAILED, State.HELD}:
        raise Gone(LEAVING)
    if item is not None:
        remove(session, item)
    log_overrides(session, draft_id, overridden, now)
    entry = outbox.queued(now.instant, send_at)
    session.add(_copy(session, row, entry, now))
    session.flush()
    return entry.not_before


def take_back(session: WorkSession, draft_id: int, now: Now) -> None:
    """Undo send: the message is a draft again. `Gone` when it is being sent, or has left."""
    item = in_outbox(session, draft_id)
    if item is None or item.state in {State.SENDING, State.UNKNOWN}:
        raise Gone(LEFT)
    remove(session, item)


def release(session: WorkSession, draft_id: int, send_at: datetime | None, now: Now) -> datetime:
    """Send what was held, had failed or was asked about, with the same Message-ID as before."""
    item = _item_of(session, draft_id)
    try:
        entry = outbox.released(entry_of(item), now.instant, send_at)
    except NotPossible as error:
        raise Gone(LEAVING) from error
    store(item, entry)
    return entry.not_before


def answer(session: WorkSession, draft_id: int, arrived: bool, now: Now) -> None:
    """The user knows whether a message that may have gone has arrived; if not, it is sent again."""
    item = _item_of(session, draft_id)
    if item.state is not State.UNKNOWN:
        raise Gone(NOT_IN_OUTBOX)
    begun = item.not_before
    store(item, outbox.answered(entry_of(item), now.instant, arrived=arrived))
    if arrived:
        has_left(session, item, min(begun, now.instant), now)


def held(session: WorkSession, now: Now) -> tuple[Held, ...]:
    """What the user is to be asked about, the oldest first."""
    query = (
        select(OutboxItem, Message, Application.company)
        .join(Message, Message.id == OutboxItem.message_id)
        .join(Application, Application.id == Message.application_id)
        .where(OutboxItem.state.in_(ASKING))
        .order_by(OutboxItem.id)
    )
    return tuple(
        Held(
            draft_id=row.id,
            application_id=row.application_id,
            company=company,
            kind=row.kind,
            people=tuple(mailbox.name or mailbox.address for mailbox in item.recipients),
            subject=item.subject,
            state=item.state,
            sentence=item.sentence,
            at=item.not_before,
        )
        for item, row, company in session.execute(query)
    )


def _copy(session: WorkSession, row: Message, entry: Entry, now: Now) -> OutboxItem:
    sender = account(session, now)
    if sender is None or sender.outgoing is None:
        raise DetailsError("No mail account is set up to send from. Nothing was sent.", "account")
    people = people_in_order(session, [row])[row.id]
    without = next((person.name for person in people if not person.email), None)
    if not people or without is not None:
        whom = f"{without} has no mail address yet." if people else "Nobody is named to send it to."
        raise DetailsError(f"{whom} Nothing was sent, and your draft is kept.", "to")
    if row.channel is not Channel.EMAIL:
        raise DetailsError("This message is no e-mail. Nothing was sent.", "channel")
    return OutboxItem(
        message_id=row.id,
        mail_id=message_id(uuid4().hex, sender.address),
        sender=(Mailbox(address=sender.address, name=sender.name),),
        recipients=tuple(Mailbox(address=each.email, name=each.name) for each in people),
        subject=row.subject,
        body=row.body,
        attachments=row.attachments,
        in_reply_to=answered_id(session, row),
        queued_at=now.instant,
        state=entry.state,
        not_before=entry.not_before,
    )


def _item_of(session: WorkSession, draft_id: int) -> OutboxItem:
    item = in_outbox(session, draft_id)
    if item is None:
        raise Gone(NOT_IN_OUTBOX)
    return item
