"""Checks 22 and 23: worn phrases, and private matters that no decision needs."""

from collections.abc import Iterator

from core.checks.finding import Finding, Level
from core.checks.letter import Letter
from core.checks.lists import ListName, Wordlists
from core.checks.tone import phrases_of, whole_text
from core.drafting.values import Situation

_CLICHES_FREE = 1


def check_cliches(letter: Letter, situation: Situation, lists: Wordlists) -> Iterator[Finding]:
    """Check 22: the clichés of a letter that has two of them or more."""
    phrases = phrases_of(letter, situation, lists)
    found = [phrase for phrase in phrases if phrase.list is ListName.CLICHE]
    if len({phrase.text.casefold() for phrase in found}) > _CLICHES_FREE:
        for phrase in found:
            yield phrase.finding(22, Level.HINT, whole_text(letter, phrase.field))


def check_private(letter: Letter, situation: Situation, lists: Wordlists) -> Iterator[Finding]:
    """Check 23: private or protected matters."""
    for phrase in phrases_of(letter, situation, lists):
        if phrase.list is ListName.PRIVATE:
            yield phrase.finding(23, Level.SHOULD, whole_text(letter, phrase.field))
