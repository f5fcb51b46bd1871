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
_STEM = 4
"""Letters that a word keeps behind its prefix, at least."""


def slips(word: str, suggestions: Iterable[str]) -> tuple[str, ...]:
    """Those of the suggestions that a slip may have turned into this word, the nearest first."""
    small = word.lower()
    near = [s for s in suggestions if _is_slip(small, s.lower())]
    return tuple(sorted(near, key=lambda s: OSA.distance(small, s.lower())))


def is_formed(word: str, known: Callable[[str], bool]) -> bool:
    """Whether a word is a regular form of a known one: a plural, or with a prefix before it."""
    small = word.lower()
    if small.endswith("ies") and known(small[:-3] + "y"):
        return True
    if small.endswith("s") and not small.endswith("ss") and known(small[:-1]):
        return True
    rests = (small.removeprefix(prefix) for prefix in _PREFIXES if small.startswith(prefix))
    return any(len(rest) >= _STEM and known(rest) for rest in rests)


def _is_slip(word: str, right: str) -> bool:
    if "'" in right or not word or not right:
        return False
    distance = OSA.distance(word, right)
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
