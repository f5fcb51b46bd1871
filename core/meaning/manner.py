"""The manners of a sentence that a recruiter would wince at."""

from collections.abc import Sequence
from enum import StrEnum


class Manner(StrEnum):
    """What a recruiter would wince at."""

    PRESSURE = "pressure"
    NEED = "need"
    APOLOGY = "apology"
    PRIVATE = "private"
    CASUAL = "casual"


MANNERS: Sequence[Manner] = tuple(Manner)
"""In the order of the encoder's answers."""
