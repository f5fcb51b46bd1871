"""Other names for a text that leaves, and the own ones again in what comes back.

Known names become the names of trees, the same wherever they stand; addresses and telephone numbers
become numbered marks in brackets. What nobody knows as a name stays as it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from core.drafting.values import Situation

_TREES = (
    *(
        "Alder",
        "Aspen",
        "Birch",
        "Cedar",
        "Dogwood",
        "Ginkgo",
        "Hazel",
        "Juniper",
        "Larch",
        "Laurel",
    ),
    *(
        "Linden",
        "Maple",
        "Quince",
        "Rowan",
        "Spruce",
        "Sumac",
        "Tamarind",
        "Willow",
        "Yew",
        "Zelkova",
    ),
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PART = re.compile(r"[^\W_]+")
"""What `_whole` tells apart: "Berg-Alder" has two."""
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://[^\s<>\]]*[^\s<>\].,;:!?)]|\+?\d[\d ()/-]{5,}\d"
)
_SHORTEST = 2


class StandIns:
    """Made for one text, none of whose own words it uses."""

    def __init__(self, known: Situation, text: str) -> None:
        taken = {part.casefold() for part in _PART.findall(text)}
        names = [name for name in _names(known) if _stands_in(name, text)]
        self._others = dict(zip(names, _fresh(taken), strict=False))
        contacts = dict.fromkeys(match.group() for match in _CONTACT.finditer(text))
        self._others |= dict(zip(contacts, _marks(text), strict=False))
        self._own = {other: own for own, other in self._others.items()}

    def hide(self, text: str) -> str:
        """The text with the other names in it."""
        return _replaced(text, self._others)

    def reveal(self, text: str) -> str:
        """The text with the own names in it again."""
        return _replaced(text, self._own)


def _names(known: Situation) -> list[str]:
    """Employers as a whole, people word by word: a letter may use any part of their names."""
    case = known.case
    others = case.others or ()
    employers = [case.company, *known.aliases, *known.cv_employers]
    people = [known.me.name, *(person.name for person in case.people)]
    for other in others:
        employers += [other.company, *other.aliases]
        people += other.people
    parts = [word for name in people for word in _WORD.findall(name) if word[:1].isupper()]
    names = dict.fromkeys(name.strip() for name in (*employers, *parts))
    return [name for name in names if len(name) >= _SHORTEST]


def _stands_in(name: str, text: str) -> bool:
    return re.search(_whole(name), text) is not None


def _fresh(taken: set[str]) -> Iterator[str]:
    """Names without an end that are no words of the text."""
    ending = ""
    while True:
        for tree in _TREES:
            if (tree + ending).casefold() not in taken:
                yield tree + ending
        ending += "wood"


def _marks(text: str) -> Iterator[str]:
    return (mark for number in count(1) if (mark := f"[contact {number}]") not in text)


def _replaced(text: str, words: Mapping[str, str]) -> str:
    if not words:
        return text
    longest_first: Iterable[str] = sorted(words, key=len, reverse=True)
    pattern = "|".join(_whole(word) for word in longest_first)
    return re.sub(pattern, lambda match: words[match.group()], text)


def _whole(word: str) -> str:
    """The word where it is no part of a longer one."""
    return rf"(?<![^\W_]){re.escape(word)}(?![^\W_])"
