"""What can happen in an application, and the few things to ask about each.

Pure: the card "What happened?" shows these questions, and `to_event` makes the event of the
answers. A question that lacks something is answered by a sentence instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import uuid4

from core.playbook import values
from core.playbook.values import (
    Channel,
    Event,
    Mode,
    Moment,
    PromiseItem,
    Promiser,
    ReflectionPath,
    ReplyKind,
)


class Happening(StrEnum):
    """The buttons of the card, in their order."""

    REPLIED = "replied"
    GAVE_DATE = "gave a date"
    NEXT_ROUND = "next round"
    OFFER = "offer"
    SAID_NO = "said no"
    WITHDREW = "withdrew"
    I_PROMISED = "I promised"
    THEY_PROMISED = "they promised"
    WRONG_NAME = "wrong name"
    SENT = "sent"
    ARRIVED = "arrived"
    LATE = "late"
    INCIDENT = "incident"
    REFLECTED = "reflected"
    ON_HOLD = "on hold"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LINKED = "linked"
    KEPT_IN_TOUCH = "kept in touch"


class Ask(StrEnum):
    """What one happening can ask for."""

    REPLY = "reply"
    MOMENT = "moment"
    MAYBE_MOMENT = "maybe a moment"
    START = "start"
    WHAT = "what"
    NAME = "name"
    PERSON = "person"
    PEOPLE = "people"
    ITEM = "item"
    MESSAGE = "message"
    CHANNEL = "channel"
    PATH = "path"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One happening: its button, and what it asks."""

    happening: Happening
    label: str
    icon: str
    asks: tuple[Ask, ...] = ()
    moment_label: str = ""
    what_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the user filled in. `at` is when it happened; `zone` is the user's own."""

    at: datetime
    zone: str
    reply: ReplyKind = ReplyKind.VAGUE
    moment: Moment | None = None
    start: datetime | None = None
    end: datetime | None = None
    mode: Mode = Mode.ONSITE
    text: str = ""
    item: PromiseItem = PromiseItem.OTHER
    person: str | None = None
    people: tuple[str, ...] = ()
    message: str = "M1"
    channel: Channel = Channel.EMAIL
    path: ReflectionPath = ReflectionPath.SHORT
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Lacking:
    """Why there is no event yet: one sentence."""

    sentence: str


MAIN = (
    Question(happening=Happening.REPLIED, label="They replied", icon="reply", asks=(Ask.REPLY,)),
    Question(
        happening=Happening.GAVE_DATE,
        label="They gave a date",
        icon="calendar-check",
        asks=(Ask.MOMENT,),
        moment_label="They decide by",
    ),
    Question(
        happening=Happening.NEXT_ROUND,
        label="Next round",
        icon="calendar-plus",
        asks=(Ask.START,),
    ),
    Question(
        happening=Happening.OFFER,
        label="An offer",
        icon="party-popper",
        asks=(Ask.MAYBE_MOMENT,),
        moment_label="They want your answer by",
    ),
    Question(happening=Happening.SAID_NO, label="They said no", icon="door-closed"),
    Question(happening=Happening.WITHDREW, label="I withdrew", icon="log-out"),
    Question(
        happening=Happening.I_PROMISED,
        label="I promised",
        icon="hand",
        asks=(Ask.WHAT, Ask.ITEM, Ask.MAYBE_MOMENT),
        what_label="What did you promise?",
        moment_label="By when",
    ),
    Question(
        happening=Happening.THEY_PROMISED,
        label="They promised",
        icon="handshake",
        asks=(Ask.WHAT, Ask.ITEM, Ask.MAYBE_MOMENT),
        what_label="What did they promise?",
        moment_label="By when",
    ),
)

WRONG_NAME = Question(
    happening=Happening.WRONG_NAME,
    label="I used a wrong name",
    icon="user-pen",
    asks=(Ask.PERSON, Ask.NAME),
)

MORE = (
    Question(
        happening=Happening.SENT,
        label="I sent a message",
        icon="send",
        asks=(Ask.MESSAGE, Ask.PERSON, Ask.CHANNEL),
    ),
    Question(happening=Happening.ARRIVED, label="I arrived", icon="map-pin"),
    Question(happening=Happening.LATE, label="I am running late", icon="clock-alert"),
    Question(
        happening=Happening.INCIDENT,
        label="A mishap",
        icon="triangle-alert",
        asks=(Ask.WHAT,),
        what_label="What happened?",
    ),
    Question(
        happening=Happening.REFLECTED,
        label="I thought it over",
        icon="lightbulb",
        asks=(Ask.PATH,),
    ),
    Question(
        happening=Happening.ON_HOLD,
        label="It is on hold",
        icon="pause",
        asks=(Ask.MAYBE_MOMENT,),
        moment_label="Until",
    ),
    Question(happening=Happening.ACCEPTED, label="I accepted", icon="circle-check"),
    Question(happening=Happening.DECLINED, label="I declined", icon="circle-minus"),
    Question(happening=Happening.LINKED, label="We are linked", icon="link", asks=(Ask.PERSON,)),
    Question(
        happening=Happening.KEPT_IN_TOUCH,
        label="I kept in touch",
        icon="message-circle",
        asks=(Ask.PERSON, Ask.ANSWERED),
    ),
)

QUESTIONS = {question.happening: question for question in (*MAIN, WRONG_NAME, *MORE)}

MESSAGE_WORDS = {
    "M1": "Thank-you note",
    "M3": "Correction of a name",
    "M4": "Follow-up",
    "M5": "Last follow-up",
    "M6": "Question about their date",
    "M7": "What I promised",
    "M8": "Word to a referee",
    "M9": "Thanks to a referee",
    "M10": "Answer to a rejection",
    "M11": "Invitation on LinkedIn",
    "M12": "Keeping in touch",
    "M13": "Thanks for the offer",
    "M14": "Asking for more time",
    "M15": "Acceptance",
    "M16": "Decline or withdrawal",
    "M17": "Answer to the invitation",
}

REPLY_WORDS = {
    ReplyKind.COURTESY: "Only a courtesy: thanks, received",
    ReplyKind.VAGUE: "Something vague, such as “soon”",
    ReplyKind.DATE: "A date for their decision",
    ReplyKind.DECISION: "They want to see you again, date open",
}

ITEM_WORDS = {
    Promiser.ME: {
        PromiseItem.OTHER: "A document, a link, a sample",
        PromiseItem.REFERENCES: "My list of references",
    },
    Promiser.THEM: {
        PromiseItem.DECISION: "Their decision",
        PromiseItem.OTHER: "Something else",
    },
}


def promiser(happening: Happening) -> Promiser:
    """Whose promise the question is about."""
    return Promiser.THEM if happening is Happening.THEY_PROMISED else Promiser.ME


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
        return Lacking("How is the name spelled rightly?")
    return values.WrongName(
        key=uuid4().hex,
        at=answers.at,
        zone=answers.zone,
        person=answers.person,
        correct=correct,
    )


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
