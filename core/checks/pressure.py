"""Check 19: ultimatums, threats and guilt: whatever presses the reader."""

from collections.abc import Iterator

from core.checks.finding import Finding, Level
from core.checks.letter import Letter
from core.checks.lists import ListName, Wordlists
from core.checks.tone import phrases_of, whole_text
from core.drafting.values import Situation

_PRESSES = frozenset({ListName.DEADLINE, ListName.GUILT})


def check_pressure(letter: Letter, situation: Situation, lists: Wordlists) -> Iterator[Finding]:
    """Every phrase that presses."""
    for phrase in phrases_of(letter, situation, lists):
        if phrase.list in _PRESSES:
            yield phrase.finding(19, Level.MUST, whole_text(letter, phrase.field))
