"""Check 18: how desperate a letter sounds, as a score: 0–2 calm, 3–5 a warning, 6 and up a *must*.

Every phrase weighs, whichever check speaks of it; this one speaks of begging, hardship, minimisers
and superlatives. Ultimatums and guilt are check 19's, "!" is 21's, the contacts are 26's.
"""

from collections.abc import Iterator, Sequence

from core.checks.contacts import earlier_contacts
from core.checks.exclamations import exclamations
from core.checks.finding import Finding, Level
from core.checks.letter import Letter
from core.checks.lists import ListName, Wordlists
from core.checks.phrase import Phrase
from core.checks.tone import phrases_of, whole_text
from core.drafting.values import Situation

WARNS = 3
BLOCKS = 6

_WEIGHTS = {
    ListName.DEADLINE: 4,
    ListName.GUILT: 3,
    ListName.BEGGING: 3,
    ListName.HARDSHIP: 3,
    ListName.MINIMISER: 1,
}
_OVER_CAP = 3
_TOO_SOON = 2
_SUPERLATIVES_FREE = 2
_MARKS_FREE = 1
_QUESTIONS_FREE = 2
_SPEAKS_OF = frozenset({ListName.BEGGING, ListName.HARDSHIP, ListName.MINIMISER})


def desperation_score(letter: Letter, situation: Situation, lists: Wordlists) -> int:
    """The score of a letter: the sum of everything in it, and before it, that sounds desperate."""
    phrases = phrases_of(letter, situation, lists)
    questions = sum(sentence.question for sentence in letter.sentences)
    return (
        sum(_WEIGHTS.get(phrase.list, 0) for phrase in phrases)
        + len(_superlatives_too_many(phrases))
        + max(len(exclamations(letter, situation)) - _MARKS_FREE, 0)
        + (questions > _QUESTIONS_FREE)
        + _of_contacts(letter, situation)
    )


def check_desperation(letter: Letter, situation: Situation, lists: Wordlists) -> Iterator[Finding]:
    """The phrases that make a letter sound desperate, where together they weigh enough."""
    score = desperation_score(letter, situation, lists)
    if score < WARNS:
        return
    level = Level.MUST if score >= BLOCKS else Level.SHOULD
    phrases = phrases_of(letter, situation, lists)
    heavy = [phrase for phrase in phrases if phrase.list in _SPEAKS_OF]
    for phrase in (*heavy, *_superlatives_too_many(phrases)):
        whole = whole_text(letter, phrase.field)
        yield phrase.finding(18, level, whole, (("score", str(score)),))


def _superlatives_too_many(phrases: Sequence[Phrase]) -> list[Phrase]:
    found = [phrase for phrase in phrases if phrase.list is ListName.SUPERLATIVE]
    return found[_SUPERLATIVES_FREE:]


def _of_contacts(letter: Letter, situation: Situation) -> int:
    """What it adds to ask once too often, or too soon; never both."""
    contacts = earlier_contacts(letter.draft, situation)
    if contacts.cap_reached:
        return _OVER_CAP
    return _TOO_SOON if contacts.next_fair else 0
