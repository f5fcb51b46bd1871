"""Check 30: notes to the people of one panel, who compare them."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from core.checks.finding import Finding, Level
from core.checks.letter import Letter, read_letter
from core.checks.text import words
from core.drafting.values import Sibling, Situation

_MOST_ALIKE = 0.6
_FEWEST_RUNS = 10
"""Shorter notes can hardly differ."""

_Run = tuple[str, str, str]


def check_panel(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Each other note that shares too many of its three-word runs with this one."""
    if not letter.draft.siblings:
        return
    own = _runs_of(letter)
    people = {person.id: person.name for person in situation.case.people}
    for sibling in letter.draft.siblings:
        theirs = _runs_of(_as_letter(letter, sibling, situation))
        least = min(len(own), len(theirs))
        if least < _FEWEST_RUNS or len(own & theirs) <= _MOST_ALIKE * least:
            continue
        names = ", ".join(people.get(who, who) for who in sibling.to)
        share = str(round(100 * len(own & theirs) / least))
        yield Finding(check=30, level=Level.SHOULD, arguments=(("name", names), ("share", share)))


def _as_letter(letter: Letter, sibling: Sibling, situation: Situation) -> Letter:
    return read_letter(replace(letter.draft, body=sibling.body, to=sibling.to), situation)


def _runs_of(letter: Letter) -> frozenset[_Run]:
    """The three-word runs between salutation and closing."""
    return frozenset(run for part in letter.paragraphs for run in _runs(part.text))


@lru_cache(maxsize=128)
def _runs(text: str) -> frozenset[_Run]:
    folded = [word.folded for word in words(text)]
    return frozenset(zip(folded, folded[1:], folded[2:], strict=False))
