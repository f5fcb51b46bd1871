"""What is answered to the questions of a reflection: one frozen value type for each kind.

Rows have keys, so that one answer can speak of another ("the hardest of those questions") and
what follows from a row stays the same thing when its words change. A key is made by whoever adds
the row: anything short that this reflection has not used before, such as eight random letters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.playbook.kinds import PromiseItem, Promiser


class StoryPart(StrEnum):
    """What a complete answer tells, in its order."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """A person whom one met; `topic` is something that they spoke about."""

    key: str
    name: str = ""
    role: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """Who promised what, and by when; without `item`, the words tell what it is about."""

    key: str
    by: Promiser = Promiser.ME
    text: str = ""
    due: date | None = None
    item: PromiseItem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedRow:
    key: str
    text: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    key: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FriendRow:
    """What one friend said."""

    key: str
    friend: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChoice:
    """One of a question's options for the row of another answer."""

    row: str
    choice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowParts:
    """The parts that were complete in what was said; none at all is an answer too."""

    row: str
    parts: tuple[StoryPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One item, rated from 1 to 5."""

    item: str
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsAnswer:
    rows: tuple[ContactRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesAnswer:
    rows: tuple[PromiseRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedListAnswer:
    rows: tuple[TaggedRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAnswer:
    rows: tuple[ListRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextAnswer:
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlidersAnswer:
    """How it felt, each from 1 to 10; None: left out."""

    before: int | None = None
    during: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberAnswer:
    """From 1 to 10."""

    value: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingsAnswer:
    """Items that were left out do not stand here."""

    ratings: tuple[Rating, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PickAnswer:
    """A row picked from an earlier answer, by its key, and what there is to say of it."""

    row: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EachAnswer:
    """An option for each row of an earlier answer; what was left out does not stand here."""

    choices: tuple[RowChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsAnswer:
    """Which parts were complete, for each row of an earlier answer."""

    rows: tuple[RowParts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceAnswer:
    """One of the question's options, by its value."""

    choice: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongNameAnswer:
    """Whether a wrong name was used; `whom` as far as known, and the name that is right."""

    used: bool | None = None
    whom: str = ""
    correct: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreAnswer:
    """From 1 to 5, and why."""

    value: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FriendsAnswer:
    rows: tuple[FriendRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IfThenAnswer:
    """ "If {cue}, then I will {action}": the words without "if" and "then I will"."""

    cue: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateAnswer:
    day: date | None = None


RowsAnswer = ContactsAnswer | PromisesAnswer | TaggedListAnswer | ListAnswer | FriendsAnswer
"""Answers that are lists of rows with words of their own."""

Answer = (
    RowsAnswer
    | TextAnswer
    | SlidersAnswer
    | NumberAnswer
    | RatingsAnswer
    | PickAnswer
    | EachAnswer
    | PartsAnswer
    | ChoiceAnswer
    | WrongNameAnswer
    | ScoreAnswer
    | IfThenAnswer
    | DateAnswer
)

Answers = Mapping[str, Answer]
"""Answers by the ids of their questions; what was never touched does not stand here."""

Row = ContactRow | PromiseRow | TaggedRow | ListRow | FriendRow
