"""What a reply can mean, in the words of "What happened?", and the event that tells it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from core.playbook import values
from core.playbook.values import ReplyKind
from gui.models.happened import Lacking, to_event
from gui.models.happenings import REPLY_WORDS, Answers, Happening

if TYPE_CHECKING:
    from core.reading.reply_kind import Suggestion
    from core.use_cases.replies import Told


class Meaning(StrEnum):
    """What a reply says, as far as the plan is concerned."""

    COURTESY = "courtesy"
    VAGUE = "vague"
    DATE = "date"
    AGAIN = "again"
    OFFER = "offer"
    NO = "no"
    NOTHING = "nothing"
    """It is only kept."""


MEANINGS: Mapping[Meaning, str] = {
    Meaning.COURTESY: REPLY_WORDS[ReplyKind.COURTESY],
    Meaning.VAGUE: REPLY_WORDS[ReplyKind.VAGUE],
    Meaning.DATE: REPLY_WORDS[ReplyKind.DATE],
    Meaning.AGAIN: REPLY_WORDS[ReplyKind.DECISION],
    Meaning.OFFER: "An offer",
    Meaning.NO: "They said no",
    Meaning.NOTHING: "Only keep it, and note nothing",
}


@dataclass(frozen=True, slots=True)
class _Told:
    happening: Happening
    kind: ReplyKind = ReplyKind.VAGUE


_TOLD = {
    Meaning.COURTESY: _Told(Happening.REPLIED, ReplyKind.COURTESY),
    Meaning.VAGUE: _Told(Happening.REPLIED, ReplyKind.VAGUE),
    Meaning.DATE: _Told(Happening.GAVE_DATE),
    Meaning.AGAIN: _Told(Happening.REPLIED, ReplyKind.DECISION),
    Meaning.OFFER: _Told(Happening.OFFER),
    Meaning.NO: _Told(Happening.SAID_NO),
}

_DECISIONS = {"rejection": Meaning.NO, "offer": Meaning.OFFER, "invitation": Meaning.AGAIN}


def happening_of(meaning: Meaning) -> Happening | None:
    """The question of "What happened?" that asks for the rest; None where nothing is noted."""
    told = _TOLD.get(meaning)
    return told.happening if told is not None else None


def meaning_of(suggestion: Suggestion) -> Meaning:
    """What is suggested."""
    if suggestion.kind is ReplyKind.DECISION:
        return _DECISIONS.get(suggestion.decision or "", Meaning.AGAIN)
    return Meaning(suggestion.kind.value)


def told_by(meaning: Meaning, answers: Answers) -> Told | Lacking | None:
    """The event of a meaning, or what it lacks; None where nothing is noted."""
    told = _TOLD.get(meaning)
    if told is None:
        return None
    event = to_event(told.happening, replace(answers, reply=told.kind))
    if isinstance(event, values.Reply | values.Rejection | values.Offer | Lacking):
        return event
    return Lacking("This is noted on the application's page.")
