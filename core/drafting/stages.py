"""How far a message has come, and how it left."""

from enum import StrEnum


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


class OutgoingState(StrEnum):
    """How a message in the outbox stands."""

    WAITING = "waiting"
    SENDING = "sending"
    DELIVERED = "delivered"
    """The server took it."""
    REFUSED = "refused"
    """The server did not take it, or was never reached: it may be tried again."""
    UNKNOWN = "unknown"
    """It may have been sent or not; never tried again by itself."""
    MISSED = "missed"
    """Its time passed while the program did not run."""
    WITHDRAWN = "withdrawn"
    """Taken back before it left."""


class Stage(StrEnum):
    """What a composer shows of a message: its own state and that of the outbox in one word."""

    WRITING = "writing"
    HANDED_OVER = "handed over"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    MISSED = "missed"
    SENT = "sent"
    DISCARDED = "discarded"


_IN_THE_OUTBOX = {
    OutgoingState.WAITING: Stage.SCHEDULED,
    OutgoingState.SENDING: Stage.SENDING,
    OutgoingState.REFUSED: Stage.REFUSED,
    OutgoingState.UNKNOWN: Stage.UNKNOWN,
    OutgoingState.MISSED: Stage.MISSED,
}

OPEN_STATES = frozenset({MessageState.WRITING, MessageState.HANDED_OVER})
"""Of a message that is neither sent nor thrown away."""

UNSETTLED = frozenset(_IN_THE_OUTBOX)
"""Of what is in the outbox and has come to no end."""


def stage_of(state: MessageState, outgoing: OutgoingState | None) -> Stage:
    """The stage of a message whose latest attempt to send stands at `outgoing` (None: never)."""
    if state in OPEN_STATES and outgoing in _IN_THE_OUTBOX:
        return _IN_THE_OUTBOX[outgoing]
    return Stage(state.value)
