"""The outbox as a state machine: a message leaves once, or it is known why not.

What an attempt came to is told by one of four outcomes. They differ in one question: can the server
have taken the message? `NotSent` and `Refused`: it cannot, and trying again is safe. `Delivered`: it
has. `Unknown`: it may have, and only a person may decide whether to send again.

    queued → sending → sent
       ↑        ├─────→ unknown → sent, or queued again: as the user answers
       └────────┼─ refused for now, or not reached: tried again later, a few times
                ├─────→ failed: refused for good, or tried often enough
    held ← undone, cancelled, or its time was missed: the user decides

An entry is stored *before* each step that it describes, so that a program that is ended at any moment
leaves a state from which `recovered` concludes rightly.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum


class Stage(StrEnum):
    """How far an attempt to send has come, in this order."""

    CONNECTING = "connecting"
    SECURING = "securing"
    SIGNING_IN = "signing in"
    ADDRESSING = "addressing"
    UPLOADING = "uploading"
    CONFIRMING = "confirming"
    """The last bytes are about to leave: from here on the server may have the message."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """The server has taken the message over."""

    answer: str = ""
    """What it said, such as the number under which it keeps the message."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The server said no; it has nothing. `permanent`: it will say no again."""

    sentence: str
    permanent: bool


@dataclass(frozen=True, slots=True)
class NotSent:
    """The message did not get as far as that; the server has nothing."""

    sentence: str
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """Everything was handed over, and no answer came: the message may have gone."""

    sentence: str


Outcome = Delivered | Refused | NotSent | Unknown


class State(StrEnum):
    """Where a message in the outbox stands."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    HELD = "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One message in the outbox. Instants are UTC."""

    state: State
    not_before: datetime
    """When it may leave: the end of the time for "Undo send", the slot that was chosen, or the next
    attempt.
    """
    attempts: int = 0
    committed: bool = False
    """The last bytes of an attempt may have left."""
    sentence: str = ""
    """What the user is told about its state."""
    settled_at: datetime | None = None
    """When the server took it, for a message that was sent."""


class NotPossible(ValueError):
    """A step that an entry in this state cannot take: a mistake of the program, not of the user."""


UNDO = timedelta(seconds=10)
"""How long "Undo send" is offered."""
MOST_ATTEMPTS = 6
LATE = timedelta(minutes=30)
"""A message that could not leave within this time after its slot asks first."""
_PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60))
_CUT_OFF = "Afterword was closed while this message was leaving. It may have arrived. Look in “Sent”, or ask."
_MISSED = "Its time passed while Afterword was closed. Send it now, or choose another time."
_UNDONE = "Not sent: you took it back."


def queued(now: datetime, slot: datetime | None = None) -> Entry:
    """A message handed over at `now`, to leave at `slot`, or after the time for "Undo send"."""
    return Entry(state=State.QUEUED, not_before=max(slot or now + UNDO, now))


def is_due(entry: Entry, now: datetime) -> bool:
    """Whether it is to leave now."""
    return entry.state is State.QUEUED and entry.not_before <= now


def is_missed(entry: Entry, now: datetime) -> bool:
    """Whether its own time passed before it was ever tried, and so the user is to be asked."""
    return is_due(entry, now) and entry.attempts == 0 and now - entry.not_before > LATE


def held(entry: Entry, sentence: str = _UNDONE) -> Entry:
    """Taken back before it left."""
    _expect(entry, State.QUEUED, State.FAILED)
    return replace(entry, state=State.HELD, sentence=sentence)


def missed(entry: Entry) -> Entry:
    """Kept back, because its time has passed."""
    return held(entry, _MISSED)


def released(entry: Entry, now: datetime, slot: datetime | None = None) -> Entry:
    """Queued anew by the user, after it was held, had failed, or was asked about."""
    _expect(entry, State.HELD, State.FAILED, State.UNKNOWN)
    return queued(now, slot)


def sending(entry: Entry, now: datetime) -> Entry:
    """An attempt begins."""
    if not is_due(entry, now):
        raise NotPossible(f"{entry.state} at {now}: not to be sent")
    return replace(
        entry, state=State.SENDING, attempts=entry.attempts + 1, committed=False, sentence=""
    )


def reached(entry: Entry, stage: Stage) -> Entry:
    """The attempt has come so far. To be stored before `Stage.CONFIRMING` goes on."""
    _expect(entry, State.SENDING)
    return replace(entry, committed=entry.committed or stage is Stage.CONFIRMING)


def settled(entry: Entry, outcome: Outcome, now: datetime) -> Entry:
    """The attempt has ended."""
    _expect(entry, State.SENDING)
    match outcome:
        case Delivered():
            return _sent(entry, now)
        case Unknown(sentence):
            return replace(entry, state=State.UNKNOWN, committed=True, sentence=sentence)
        case NotSent(sentence, cancelled=True):
            return replace(entry, state=State.HELD, committed=False, sentence=sentence)
        case Refused(sentence, permanent=True):
            return replace(entry, state=State.FAILED, committed=False, sentence=sentence)
        case Refused(sentence) | NotSent(sentence):
            return _again(entry, sentence, now)


def recovered(entry: Entry, now: datetime) -> Entry:
    """What an entry found at the start means: nothing is being sent, whatever it says."""
    if entry.state is not State.SENDING:
        return entry
    if entry.committed:
        return replace(entry, state=State.UNKNOWN, sentence=_CUT_OFF)
    return replace(entry, state=State.QUEUED, not_before=now)


def answered(entry: Entry, now: datetime, *, arrived: bool) -> Entry:
    """The user knows whether it arrived. If not, it is queued, with the same Message-ID."""
    _expect(entry, State.UNKNOWN)
    return _sent(entry, now) if arrived else queued(now)


def _sent(entry: Entry, now: datetime) -> Entry:
    return replace(entry, state=State.SENT, committed=True, sentence="", settled_at=now)


def _again(entry: Entry, sentence: str, now: datetime) -> Entry:
    if entry.attempts >= MOST_ATTEMPTS:
        return replace(entry, state=State.FAILED, committed=False, sentence=sentence)
    pause = _PAUSES[min(entry.attempts, len(_PAUSES)) - 1]
    return replace(
        entry, state=State.QUEUED, not_before=now + pause, committed=False, sentence=sentence
    )


def _expect(entry: Entry, *states: State) -> None:
    if entry.state not in states:
        raise NotPossible(f"an entry that is {entry.state} cannot do this")
