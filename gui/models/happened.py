"""The event that the answers of a question tell. Pure.

A question that lacks something is answered by a sentence instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from core.playbook import values
from core.playbook.values import Event, PromiseItem, Promiser, ReplyKind
from gui.models.happenings import MENDED_BY, MISTAKE_WORDS, Answers, Happening

BETTER_SILENT = (
    "Nothing to note: leave it be. They may not have noticed. Put something good into your next "
    "message instead."
)


@dataclass(frozen=True, slots=True)
class Lacking:
    """Why there is no event, or none yet, in a sentence or two."""

    sentence: str


def to_event(happening: Happening, answers: Answers) -> Event | Lacking:
    """The event that the answers tell, or what they lack."""
    return _MAKERS[happening](answers)


def _replied(answers: Answers) -> Event | Lacking:
    if answers.reply is not ReplyKind.DATE:
        return values.Reply(at=answers.at, reply=answers.reply)
    return _gave_date(answers)


def _gave_date(answers: Answers) -> Event | Lacking:
    if answers.moment is None:
        return Lacking("Which date did they name?")
    return values.Reply(at=answers.at, reply=ReplyKind.DATE, decision_date=answers.moment)


def _next_round(answers: Answers) -> Event | Lacking:
    if answers.start is None or answers.end is None:
        return values.Reply(at=answers.at, reply=ReplyKind.DECISION)
    return values.Interview(
        key=uuid4().hex,
        round=0,
        mode=answers.mode,
        start=answers.start,
        end=answers.end,
        zone=answers.zone,
        invited_at=answers.at,
    )


def _offer(answers: Answers) -> Event:
    return values.Offer(at=answers.at, deadline=answers.moment)


def _said_no(answers: Answers) -> Event:
    return values.Rejection(at=answers.at)


def _withdrew(answers: Answers) -> Event:
    return values.Withdrawal(at=answers.at)


def _i_promised(answers: Answers) -> Event | Lacking:
    return _promise(answers, Promiser.ME, "What did you promise?")


def _they_promised(answers: Answers) -> Event | Lacking:
    return _promise(answers, Promiser.THEM, "What did they promise?")


def _promise(answers: Answers, by: Promiser, question: str) -> Event | Lacking:
    what = answers.text.strip() or _WHAT_BY_ITEM.get(answers.item, "")
    if not what:
        return Lacking(question)
    return values.Promise(
        key=uuid4().hex,
        by=by,
        what=what,
        at=answers.at,
        due=answers.moment,
        item=answers.item,
    )


def _wrong_name(answers: Answers) -> Event | Lacking:
    correct = answers.text.strip()
    if not correct:
        return Lacking("What is the right name?")
    return values.WrongName(
        key=uuid4().hex,
        at=answers.at,
        zone=answers.zone,
        person=answers.person,
        correct=correct,
    )


def _mistake(answers: Answers) -> Event | Lacking:
    if answers.mistake not in MENDED_BY:
        return Lacking(BETTER_SILENT)
    what = answers.text.strip() or MISTAKE_WORDS[answers.mistake]
    return values.Incident(at=answers.at, what=what)


def _sent(answers: Answers) -> Event:
    to = answers.people or ((answers.person,) if answers.person else ())
    return values.Sent(message=answers.message, at=answers.at, to=to, channel=answers.channel)


def _arrived(answers: Answers) -> Event:
    return values.Arrived(at=answers.at)


def _late(answers: Answers) -> Event:
    return values.Late(at=answers.at)


def _incident(answers: Answers) -> Event | Lacking:
    what = answers.text.strip()
    return values.Incident(at=answers.at, what=what) if what else Lacking("What happened?")


def _reflected(answers: Answers) -> Event:
    return values.Reflection(at=answers.at, path=answers.path)


def _on_hold(answers: Answers) -> Event:
    return values.OnHold(at=answers.at, until=answers.moment)


def _accepted(answers: Answers) -> Event:
    return values.Acceptance(at=answers.at)


def _declined(answers: Answers) -> Event:
    return values.Decline(at=answers.at)


def _linked(answers: Answers) -> Event:
    return values.Linked(at=answers.at, person=answers.person)


def _kept_in_touch(answers: Answers) -> Event:
    return values.Contact(at=answers.at, person=answers.person, answered=answers.answered)


_WHAT_BY_ITEM = {
    PromiseItem.REFERENCES: "the list of references",
    PromiseItem.DECISION: "a decision",
}

_MAKERS: dict[Happening, Callable[[Answers], Event | Lacking]] = {
    Happening.REPLIED: _replied,
    Happening.GAVE_DATE: _gave_date,
    Happening.NEXT_ROUND: _next_round,
    Happening.OFFER: _offer,
    Happening.SAID_NO: _said_no,
    Happening.WITHDREW: _withdrew,
    Happening.I_PROMISED: _i_promised,
    Happening.THEY_PROMISED: _they_promised,
    Happening.WRONG_NAME: _wrong_name,
    Happening.MISTAKE: _mistake,
    Happening.SENT: _sent,
    Happening.ARRIVED: _arrived,
    Happening.LATE: _late,
    Happening.INCIDENT: _incident,
    Happening.REFLECTED: _reflected,
    Happening.ON_HOLD: _on_hold,
    Happening.ACCEPTED: _accepted,
    Happening.DECLINED: _declined,
    Happening.LINKED: _linked,
    Happening.KEPT_IN_TOUCH: _kept_in_touch,
}
