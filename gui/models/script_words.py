"""What the card of a phone call says: how long the words last, and what can come of it. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import quote

from core.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

VOICEMAIL_SECONDS = 30
"""So long a message on a machine may be."""
WORDS_A_SECOND = 2.5
"""A calm pace: 150 words a minute."""
ABOUT_A_CALL = frozenset({25, 26, 27, 28})
"""Checks that matter for a call too: channel, number of contacts, hour, and news since."""


class Result(StrEnum):
    """What came of a call."""

    SPOKE = "spoke"
    LEFT_MESSAGE = "left a message"
    NO_ANSWER = "no answer"


RESULTS = {
    Result.SPOKE: "I spoke to them",
    Result.LEFT_MESSAGE: "I left a message",
    Result.NO_ANSWER: "No answer",
}
REACHED = frozenset({Result.SPOKE, Result.LEFT_MESSAGE})
"""Results that count as a contact, and close the step."""


def seconds_of(text: str) -> int:
    """How many seconds a text lasts when it is spoken calmly."""
    return round(len(text.split()) / WORDS_A_SECOND)


def length_of(text: str) -> str:
    """ "58 words, about 23 seconds"."""
    count = len(text.split())
    words = "1 word" if count == 1 else f"{count} words"
    seconds = seconds_of(text)
    told = f"{words}, about {seconds} seconds"
    return told if fits(text) else f"{told}: {VOICEMAIL_SECONDS} at most"


def fits(text: str) -> bool:
    """Whether it can be said before the machine cuts it off."""
    return seconds_of(text) <= VOICEMAIL_SECONDS


def link_to(number: str) -> str:
    """The address that calls a number: "tel:+4755…"; what no telephone knows is left out."""
    return f"tel:{quote(''.join(sign for sign in number if sign.isalnum() or sign in '+#*'), '+')}"


def open_words(gaps: Sequence[str]) -> str:
    """What the user fills in while speaking; empty where nothing is missing."""
    return f"For you to fill in: {', '.join(gaps)}." if gaps else ""


def spoken(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that are not about written words."""
    return tuple(finding for finding in findings if finding.check in ABOUT_A_CALL)
