"""What the composer asks of the use cases. Each runs in the Desk's thread and imports there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.clock import Now
from core.drafting.values import Ignored

if TYPE_CHECKING:
    from datetime import datetime

    from core.database import WorkSession
    from core.drafting.letters import Filled, PhoneScript
    from core.drafting.outbox import Outcome, Stage
    from core.drafting.outgoing import Account
    from core.drafting.stages import HandedTo
    from core.drafting.templates import Choice
    from core.drafting.tone import Tone
    from core.use_cases.departures import Departure
    from core.use_cases.messages import (
        Composing,
        DraftText,
        HandedOver,
        Held,
        OpenDraft,
        Version,
    )


def begin(session: WorkSession, step_id: int, now: Now) -> int:
    """The id of the draft of a step: the one that is open, else a new one."""
    from core.use_cases import messages

    return messages.begin(session, step_id, now)


def begin_for(
    session: WorkSession, application_id: int, kind: str, people: tuple[int, ...], now: Now
) -> int:
    """The id of a draft of that kind to these people."""
    from core.use_cases import messages

    return messages.begin_for(session, application_id, kind, people, now)


def compose(session: WorkSession, draft_id: int, now: Now) -> Composing:
    """A message and everything around it."""
    from core.use_cases import messages

    return messages.compose(session, draft_id, now)


def save(session: WorkSession, draft_id: int, text: DraftText, now: Now) -> Composing:
    """Store a draft as it is typed; gives it as it then stands, tidied."""
    from core.use_cases import messages

    messages.save(session, draft_id, text, now)
    return messages.compose(session, draft_id, now)


def versions(session: WorkSession, draft_id: int, now: Now) -> tuple[Version, ...]:
    """The earlier texts of a message, the latest first."""
    from core.use_cases import messages

    return messages.versions(session, draft_id, now)


def take_version(session: WorkSession, version_id: int, now: Now) -> None:
    """Make an earlier text the present one."""
    from core.use_cases import messages

    messages.take_version(session, version_id, now)


def keep_version(session: WorkSession, draft_id: int, now: Now) -> None:
    """Keep the present text of a message among its earlier ones."""
    from core.use_cases import messages

    messages.keep_version(session, draft_id, now)


def discard(session: WorkSession, draft_id: int, now: Now) -> None:
    """Throw a draft away; Undo brings it back."""
    from core.use_cases import messages

    messages.discard(session, draft_id, now)


def open_drafts(session: WorkSession, now: Now) -> tuple[OpenDraft, ...]:
    """All messages that are neither sent nor thrown away."""
    from core.use_cases import messages

    return messages.open_drafts(session, now)


def ignore(session: WorkSession, draft_id: int, finding: Ignored, now: Now) -> None:
    """Leave a finding alone in this one message."""
    from core.use_cases import messages

    messages.ignore(session, draft_id, finding, now)


def handed_over(
    session: WorkSession, draft_id: int, to: HandedTo, overridden: tuple[int, ...], now: Now
) -> None:
    """Note that a message was given to another program, which proves nothing."""
    from core.use_cases import messages

    messages.handed_over(session, draft_id, to, now, overridden)


def awaiting_answer(session: WorkSession, now: Now) -> tuple[HandedOver, ...]:
    """The messages of which it is not known whether they were sent."""
    from core.use_cases import messages

    return messages.awaiting_answer(session, now)


def confirm_sent(session: WorkSession, draft_id: int, now: Now) -> None:
    """Note a message as sent when it was handed over, else now."""
    from core.use_cases import messages

    handed = messages.compose(session, draft_id, now).handed_over_at
    messages.confirm_sent(session, draft_id, handed or now.instant, now)


def not_sent(session: WorkSession, draft_id: int, now: Now) -> None:
    """The message is a draft again."""
    from core.use_cases import messages

    messages.not_sent(session, draft_id, now)


def queue(
    session: WorkSession,
    draft_id: int,
    send_at: datetime | None,
    overridden: tuple[int, ...],
    now: Now,
) -> datetime:
    """Put a message into the outbox; gives when it leaves."""
    from core.use_cases import messages

    return messages.queue(session, draft_id, send_at, now, overridden)


def take_back(session: WorkSession, draft_id: int, now: Now) -> None:
    """Undo send: the message is a draft again."""
    from core.use_cases import messages

    messages.take_back(session, draft_id, now)


def release(session: WorkSession, draft_id: int, send_at: datetime | None, now: Now) -> datetime:
    """Send what was held back, or had not left."""
    from core.use_cases import messages

    return messages.release(session, draft_id, send_at, now)


def answer(session: WorkSession, draft_id: int, arrived: bool, now: Now) -> None:
    """The user knows whether a message that may have gone has arrived."""
    from core.use_cases import messages

    messages.answer(session, draft_id, arrived, now)


def template_choices(session: WorkSession, kind: str, now: Now) -> tuple[Choice, ...]:
    """The templates that there are for a kind of message."""
    from core.use_cases import wording

    return wording.choices(session, kind, now)


def left_out_templates(session: WorkSession, now: Now) -> tuple[str, ...]:
    """A sentence for each of the user's own files of templates that cannot be used."""
    from core.use_cases import wording

    return wording.left_out(session, now)


def wording(session: WorkSession, draft_id: int, tone: Tone, template: str, now: Now) -> Filled:
    """A message worded anew; nothing is stored."""
    from core.use_cases import wording

    return wording.wording(session, draft_id, wording.Wish(tone=tone, template=template), now)


def script(session: WorkSession, draft_id: int, now: Now) -> PhoneScript:
    """What to say on the phone instead."""
    from core.use_cases import wording

    return wording.script(session, draft_id, now)


def leave_alone(session: WorkSession, check: int, words: str, now: Now) -> None:
    """Never again speak of these words, in no message."""
    from core.use_cases import own_words

    own_words.leave_alone(session, check, words, now)


def mail_account(session: WorkSession, now: Now) -> Account | None:
    """The mail account; None while there is none."""
    from core.use_cases.account import account

    return account(session, now)


def change_account(session: WorkSession, account: Account | None, now: Now) -> None:
    """Set the mail account up, or forget it."""
    from core.use_cases.account import change_account

    change_account(session, account, now)


def next_outgoing(session: WorkSession, now: Now) -> Departure | None:
    """Claim what is to leave now."""
    from core.use_cases import departures

    return departures.next_outgoing(session, now)


def reached(session: WorkSession, item_id: int, stage: Stage, now: Now) -> None:
    """Store how far an attempt to send has come."""
    from core.use_cases import departures

    departures.reached(session, item_id, stage, now)


def settle(session: WorkSession, item_id: int, outcome: Outcome, now: Now) -> None:
    """Store what an attempt to send came to."""
    from core.use_cases import departures

    departures.settle(session, item_id, outcome, now)


def recover(session: WorkSession, now: Now) -> int:
    """Settle what an earlier run left half-sent."""
    from core.use_cases import departures

    return departures.recover(session, now)


def held(session: WorkSession, now: Now) -> tuple[Held, ...]:
    """What in the outbox waits for the user's word."""
    from core.use_cases import messages

    return messages.held(session, now)
