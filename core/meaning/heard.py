"""What a reader heard in sentences, and who reads them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from core.meaning.manner import MANNERS, Manner

PARTS = (
    *("thanks", "interest", "value", "material", "way out", "timing", "decision", "topic"),
    *("what it is", "call", "points", "outcome", "positive", "future", "where we met", "why"),
    *("reason", "benefit", "joy", "written terms", "clear no", "good wishes", "pay", "place"),
    "who attends",
)
"""The parts of a message that a sentence can be, named as in `resources/wordlists/parts.toml`."""

ANSWERS = (*MANNERS, *PARTS)
"""In the order of the encoder's answers."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The probabilities, 0 to 1, of what one sentence is."""

    manners: Mapping[Manner, float]
    parts: Mapping[str, float]


@dataclass(frozen=True, eq=False, slots=True)
class Heard:
    """The marks of some sentences, by their words. Compared by identity, so that what follows from
    them can be remembered.
    """

    marks: Mapping[str, Marks]

    def of(self, sentence: str) -> Marks | None:
        """The marks of a sentence; None where it was not read."""
        return self.marks.get(spoken(sentence))


NOTHING = Heard({})


class SentenceReader(Protocol):
    """Whoever reads sentences, a few at a time."""

    def heard(self, sentences: Iterable[str]) -> Heard:
        """What is remembered of these sentences. Reads nothing."""

    def read_some(self, sentences: Iterable[str]) -> bool:
        """Read a few of those that were not read yet. False where there was none."""


def spoken(sentence: str) -> str:
    """The words of a sentence as they are read: in one line."""
    return " ".join(sentence.split())
