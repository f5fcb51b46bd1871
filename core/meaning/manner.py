"""The manners of a sentence that a recruiter would wince at."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol


class Manner(StrEnum):
    """What a recruiter would wince at."""

    PRESSURE = "pressure"
    NEED = "need"
    APOLOGY = "apology"
    PRIVATE = "private"
    CASUAL = "casual"


MANNERS: Sequence[Manner] = tuple(Manner)
"""In the order of the encoder's answers."""


class SentenceReader(Protocol):
    """Whatever tells the manner of a sentence."""

    def read(self, sentence: str) -> Mapping[Manner, float]:
        """The probability of each manner, 0 to 1."""
        ...
