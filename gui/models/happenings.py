"""What can happen in an application, and the few things to ask about each.

Pure: the card "What happened?" shows these questions; `gui.models.happened` makes the event of
the answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.playbook.values import (
    Channel,
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
    MISTAKE = "mistake"
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


class Mistake(StrEnum):
    """What went wrong, as far as it matters for whether to speak of it."""

    SMALL = "small"
    PROMISE = "promise"
    LATE = "late"
    ATTACHMENT = "attachment"
    MISLEADING = "misleading"


class Ask(StrEnum):
    """What one happening can ask for."""

    REPLY = "reply"
    MOMENT = "moment"
    MAYBE_MOMENT = "maybe a moment"
    START = "start"
    WHAT = "what"
    NAME = "name"
    MISTAKE = "mistake"
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
    why: str = ""
    """What is worth knowing before it is answered, with how sure it is; empty: nothing."""


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
    mistake: Mistake = Mistake.SMALL
    channel: Channel = Channel.EMAIL
    path: ReflectionPath = ReflectionPath.SHORT
    answered: bool = False


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
    why=(
        "The one slip that is worth an apology: a name is theirs, they notice it, and one short "
        "sentence puts it right. While your thank-you is not sent it becomes a clause in it; after "
        "that it is a note of its own."
    ),
)

MISTAKE = Question(
    happening=Happening.MISTAKE,
    label="I made another mistake",
    icon="circle-help",
    asks=(Ask.MISTAKE, Ask.WHAT),
    what_label="In your words, if you like",
    why=(
        "Silence is usually better. Others judge our blunders less harshly than we fear (Savitsky, "
        "Epley & Gilovich 2001; shown in laboratories, not in hiring), and an apology draws their "
        "eyes to it. Speak of it only where it costs them something, or could mislead them."
    ),
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

QUESTIONS = {question.happening: question for question in (*MAIN, WRONG_NAME, MISTAKE, *MORE)}

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

MISTAKE_WORDS = {
    Mistake.SMALL: "Nerves, a weak answer, something I forgot",
    Mistake.PROMISE: "I missed a promise",
    Mistake.LATE: "I was late",
    Mistake.ATTACHMENT: "I sent a wrong file",
    Mistake.MISLEADING: "I said something that could mislead",
}

MENDED_BY = {
    Mistake.PROMISE: "M7",
    Mistake.LATE: "M1",
    Mistake.ATTACHMENT: "M7",
    Mistake.MISLEADING: "M1",
}
"""The message that owns it, repairs it, and stops; what is not here is better left alone."""

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
