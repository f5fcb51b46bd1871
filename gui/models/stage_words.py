"""Where a message stands on its way, in one sentence with what can be done about it. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from core.clock import Now
from core.drafting.stages import HandedTo, Stage
from gui import words

if TYPE_CHECKING:
    from core.use_cases.messages import Composing


class Answer(StrEnum):
    """What the user can say to it."""

    SENT = "sent"
    NOT_SENT = "not sent"
    TAKE_BACK = "take back"
    SEND_NOW = "send now"
    ARRIVED = "arrived"
    NOT_ARRIVED = "not arrived"
    CANCEL = "cancel"


ANSWERS = {
    Answer.SENT: "Yes, sent",
    Answer.NOT_SENT: "Not yet",
    Answer.TAKE_BACK: "Take it back",
    Answer.SEND_NOW: "Send it now",
    Answer.ARRIVED: "It arrived",
    Answer.NOT_ARRIVED: "Send it again",
    Answer.CANCEL: "Cancel",
}

HANDED = {
    HandedTo.MAIL_PROGRAM: "Opened in your mail program",
    HandedTo.CLIPBOARD: "Copied",
    HandedTo.DRAFTS_FOLDER: "Saved to your Drafts folder",
    HandedTo.OUTBOX: "Sent from here",
}


@dataclass(frozen=True, slots=True)
class StageLook:
    """A sentence, its icon and colour, the answers, and whether the letter may be changed."""

    sentence: str
    icon: str
    ink: str
    answers: tuple[Answer, ...] = ()
    open: bool = True


def stage_look(composing: Composing, now: Now) -> StageLook | None:
    """What to say above the letter; None while it is simply being written."""
    if composing.stage is Stage.WRITING:
        return None
    icon, ink, answers = _LOOKS[composing.stage]
    locked = composing.stage is not Stage.HANDED_OVER
    return StageLook(_sentence(composing, now), icon, ink, answers, open=not locked)


_AGAIN = (Answer.SEND_NOW, Answer.TAKE_BACK)
_LOOKS: dict[Stage, tuple[str, str, tuple[Answer, ...]]] = {
    Stage.HANDED_OVER: ("hourglass", "iris", (Answer.SENT, Answer.NOT_SENT)),
    Stage.SCHEDULED: ("calendar-clock", "iris", (Answer.TAKE_BACK,)),
    Stage.SENDING: ("send", "accent", (Answer.CANCEL,)),
    Stage.HELD: ("circle-alert", "ochre", _AGAIN),
    Stage.FAILED: ("circle-alert", "ochre", _AGAIN),
    Stage.UNKNOWN: ("circle-help", "ochre", (Answer.ARRIVED, Answer.NOT_ARRIVED)),
    Stage.SENT: ("check", "moss", ()),
    Stage.DISCARDED: ("trash-2", "text-2", ()),
}


def _sentence(composing: Composing, now: Now) -> str:
    told = {
        Stage.HANDED_OVER: _handed(composing, now),
        Stage.SCHEDULED: f"It leaves {_leaves(composing, now)}. {composing.problem}".rstrip(),
        Stage.SENDING: "It is leaving now.",
        Stage.SENT: f"Sent {_moment(composing, now)}.",
        Stage.DISCARDED: "Thrown away. Undo brings it back.",
    }
    return told.get(composing.stage, composing.problem)


def _handed(composing: Composing, now: Now) -> str:
    what = HANDED[composing.handed_to or HandedTo.MAIL_PROGRAM]
    at = composing.handed_over_at
    when = f" {words.exact_short(at, now)}" if at is not None else ""
    return f"{what}{when}. Did you send it?"


def _moment(composing: Composing, now: Now) -> str:
    return words.exact_short(composing.sent_at, now) if composing.sent_at is not None else ""


def _leaves(composing: Composing, now: Now) -> str:
    at = composing.leaves_at
    if at is None or at <= now.instant:
        return "now"
    zone = composing.situation.case.application_zone
    return words.exact_short(at, now, zone)
