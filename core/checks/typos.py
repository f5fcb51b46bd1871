"""Telling a slip of the pen from a word that a dictionary does not know.

Dictionaries lack the words of trades, and names. A word is a slip only where it lies as near to a
known one as a slip brings it: letters swapped, doubled, left out or put in.
"""

from collections.abc import Callable, Iterable
from itertools import pairwise

from rapidfuzz.distance import OSA

_VOWELS = frozenset("aeiouyäöüéèêàáíóúñ")
_SHORT = frozenset(
    [
        "the",
        "and",
        "for",
        "you",
        "was",
        "not",
        "but",
        "are",
        "has",
        "how",
        "who",
        "our",
        "can",
        "all",
    ]
)
_LONG = 8
"""Letters from which on two slips in one word are likely."""
_PREFIXES = ("un", "re", "non", "pre", "co", "sub", "over", "under", "mis", "micro", "multi", "bio")
_WRITTEN_APART = (
    "every",
    "each",
    "any",
    "some",
    "never",
    "more",
    "all",
    "high",
    "how",
    "what",
    "when",
)
"""Words that are often run together with the next one by mistake."""
_PART = 4
"""Letters of each part of a compound, at least."""
_STEM = 4
"""Letters that a word keeps behind its prefix, at least."""


def slips(word: str, suggestions: Iterable[str]) -> tuple[str, ...]:
    """Those of the suggestions that a slip may have turned into this word, the nearest first."""
    small = word.lower()
    near = [s for s in suggestions if _is_slip(small, s.lower())]
    return tuple(sorted(near, key=lambda s: OSA.distance(small, s.lower())))


def is_formed(word: str, known: Callable[[str], bool]) -> bool:
    """Whether a word is made of known ones: a plural, a compound, or one with a prefix before it."""
    small = word.lower()
    if small.endswith("ies") and known(small[:-3] + "y"):
        return True
    if small.endswith("s") and not small.endswith("ss") and known(small[:-1]):
        return True
    if any(known(small[:cut]) and known(small[cut:]) for cut in _cuts(small)):
        return True
    rests = (small.removeprefix(prefix) for prefix in _PREFIXES if small.startswith(prefix))
    return any(len(rest) >= _STEM and known(rest) for rest in rests)


def is_joined_german(word: str, known: Callable[[str], bool]) -> bool:
    """Whether a German word is joined as no dictionary lists it: "durchzugehen", "vierzehnmal"."""
    small = word.lower()
    verbs = (
        small[:at] + small[at + 2 :]
        for at in range(2, len(small) - _STEM)
        if small.startswith("zu", at)
    )
    if small.endswith("mal") and known(small.removesuffix("mal")):
        return True
    return any(known(verb) for verb in verbs)


def _cuts(word: str) -> range:
    """Where a compound may be put together: "headstock"; not "everytime"."""
    loose = word.startswith(_WRITTEN_APART)
    return range(0) if loose else range(_PART, len(word) - _PART + 1)


def _is_slip(word: str, right: str) -> bool:
    if not word or not right:
        return False
    distance = OSA.distance(word, right)
    if "'" in right:
        return "'" in word[1:-1] and distance == 1
    if len(word) <= 3:
        return distance == 1 and len(word) == len(right) and right in _SHORT
    if word[0] != right[0] and (word[:2] != right[1::-1] or distance > 1):
        return False
    if distance == 1:
        return word[:-1] != right[:-1] and (word[:-1] != right or word[-1] == right[-1])
    return distance == 2 and len(word) >= _LONG and _consonants(word) == _consonants(right)


def _consonants(word: str) -> str:
    """The word without its vowels, and with double letters once: what is seldom mistaken."""
    kept = [letter for letter in word if letter not in _VOWELS]
    return "".join(b for a, b in pairwise(("", *kept)) if a != b)
