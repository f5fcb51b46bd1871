"""How far a message has come, and how it left."""

from enum import StrEnum

from core.drafting.outbox import State


class MessageState(StrEnum):
    """How a message stands, apart from the outbox."""

    WRITING = "writing"
    HANDED_OVER = "handed over"
    """Given to something that proves nothing: it is asked whether it was sent."""
    SENT = "sent"
    DISCARDED = "discarded"


class HandedTo(StrEnum):
    """What a message was handed over to."""

    MAIL_PROGRAM = "mail program"
    CLIPBOARD = "clipboard"
    DRAFTS_FOLDER = "drafts folder"
    OUTBOX = "outbox"
    """Sent from here; met only where "sent" was taken back afterwards."""


class Stage(StrEnum):
    """What a composer shows of a message: its own state and that of the outbox in one word."""

    WRITING = "writing"
    HANDED_OVER = "handed over"
    SCHEDULED = "scheduled"
    """In the outbox: it leaves when its time has come, or is tried again."""
    SENDING = "sending"
    HELD = "held"
    """In the outbox and kept back, since its time was missed or it was cancelled: it is asked."""
    FAILED = "failed"
    """In the outbox, and not taken by the server: it is asked."""
    UNKNOWN = "unknown"
    """It may have been sent or not: it is asked."""
    SENT = "sent"
    DISCARDED = "discarded"


GONE = frozenset({Stage.SENT, Stage.DISCARDED})
"""Nothing is left to do about such a message."""

OPEN_STATES = frozenset({MessageState.WRITING, MessageState.HANDED_OVER})
"""Of a message that is neither sent nor thrown away."""

UNSETTLED = frozenset({State.QUEUED, State.SENDING, State.UNKNOWN, State.FAILED, State.HELD})
"""Of what is in the outbox and has come to no end."""

ASKING = frozenset({State.UNKNOWN, State.FAILED, State.HELD})
"""Of what is in the outbox and goes on only when the user says how."""

_IN_THE_OUTBOX = {
    State.QUEUED: Stage.SCHEDULED,
    State.SENDING: Stage.SENDING,
    State.UNKNOWN: Stage.UNKNOWN,
    State.FAILED: Stage.FAILED,
    State.HELD: Stage.HELD,
}


def stage_of(state: MessageState, outbox: State | None) -> Stage:
    """The stage of a message whose latest entry in the outbox stands at `outbox` (None: none)."""
    if state in OPEN_STATES and outbox in _IN_THE_OUTBOX:
        return _IN_THE_OUTBOX[outbox]
    return Stage(state.value)
