"""What a message may need to say that no record of the application tells."""

from dataclasses import dataclass
from enum import StrEnum

from core.playbook.kinds import Moment


class Profile(StrEnum):
    """How much the readers of a country expect of a thank-you note."""

    FULL = "full"
    SHORT = "short"


class StrengthSource(StrEnum):
    """Who named a strength."""

    OWN_WORDS = "own words"
    """The writer, for this application."""
    REFLECTION = "reflection"
    """The answer that went best, as the reflection has it."""
    STORY = "story"
    """A story prepared for interviews."""
    FRIEND = "friend"
    """A friend who heard about the interview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """What the writer brings, in words that go on after "I would bring": "ten years with kilns"."""

    text: str
    source: StrengthSource = StrengthSource.OWN_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What only the writer knows. What is left empty becomes a gap where a message must say it."""

    reason: str = ""
    """Why more time is needed, or why the writer withdraws: a whole sentence."""
    answer_by: Moment | None = None
    """By when the writer will answer this offer, or must answer another one."""
    starts: Moment | None = None
    """The first day of work."""
    pay: str = ""
    """As agreed, such as "62,000 euros a year"."""
    points: tuple[str, ...] = ()
    """What a referee may stress: two or three."""
    calls: str = ""
    """When a referee may be called, such as "between 1 and 10 April"."""
    occasion: str = ""
    """Why the writer is in touch again: words that go on after a colon, such as "the new hall"."""
    benefit: str = ""
    """What is of value to the reader: a whole sentence."""
    ask_feedback: bool = True
    """Whether the answer to a rejection asks what would have helped."""
