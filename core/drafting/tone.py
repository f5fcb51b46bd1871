"""How a template speaks. Light, because the settings name it at every start."""

from enum import StrEnum


class Tone(StrEnum):
    WARM = "warm"
    PLAIN = "plain"
    FORMAL = "formal"
