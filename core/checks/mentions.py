"""Whether a letter mentions a thing: by its name, or by the words that make it up."""

import re
from collections.abc import Iterable
from functools import lru_cache

from core.checks.letter import Letter
from core.checks.name_forms import unmarked
from core.checks.others import core_name, mentions
from core.drafting.values import Situation

_COMMON = frozenset(
    [
        *(
            "the",
            "and",
            "for",
            "with",
            "from",
            "that",
            "this",
            "your",
            "their",
            "about",
            "into",
            "over",
        ),
        *(
            "how",
            "what",
            "why",
            "who",
            "when",
            "where",
            "was",
            "were",
            "has",
            "have",
            "had",
            "are",
            "our",
        ),
        *(
            "new",
            "one",
            "two",
            "its",
            "his",
            "her",
            "they",
            "them",
            "more",
            "most",
            "than",
            "then",
            "will",
        ),
        *(
            "would",
            "could",
            "can",
            "not",
            "but",
            "all",
            "any",
            "out",
            "per",
            "via",
            "work",
            "working",
        ),
        *(
            "der",
            "die",
            "das",
            "und",
            "ein",
            "eine",
            "mit",
            "von",
            "für",
            "auf",
            "les",
            "des",
            "une",
            "pour",
        ),
        *(
            "avec",
            "los",
            "las",
            "del",
            "una",
            "con",
            "por",
            "para",
            "que",
            "est",
            "sur",
            "dans",
            "senior",
        ),
        *(
            "junior",
            "team",
            "company",
            "people",
            "using",
            "used",
            "each",
            "after",
            "before",
            "between",
        ),
    ]
)
_BEFORE_ROLE = re.compile(
    r"([^\W_]+) (?:role|position|job|post|opening|vacancy|place|apprenticeship|internship|interview"
    r"|traineeship|stelle|posten)\b"
)
_STEM = 5


def names_application(letter: Letter, situation: Situation) -> bool:
    """Whether the role or the company is named in subject or body."""
    text = f"{letter.draft.subject}\n{letter.folded}"
    return names_company(text, situation) or names_role(text, situation)


def names_company(text: str, situation: Situation) -> bool:
    """Whether the employer is named, by one of its names."""
    names = [situation.case.company, *situation.aliases]
    return mentions([*names, *map(core_name, names)], text) or _by_first_words(text, names)


def names_role(text: str, situation: Situation) -> bool:
    """Whether the role is named: in most words of the advertisement, or "the engineering role"."""
    wanted = content_words(situation.case.role)
    found = shared(wanted, text)
    if not wanted or 2 * len(found) > len(wanted):
        return bool(wanted)
    return any(_stem(word) in found for word in _BEFORE_ROLE.findall(unmarked(text)))


def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry its sense, as stems."""
    return frozenset(_stem(word) for word in _words(text) if word not in _COMMON and len(word) > 2)


def shared(wanted: Iterable[str], text: str) -> frozenset[str]:
    """Those stems that stand in a text."""
    return frozenset(wanted) & _stems(text)


@lru_cache(maxsize=64)
def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unmarked(text))


def _stem(word: str) -> str:
    """A word without its ending, near enough: "engineering" and "engineer" are one."""
    return word[:_STEM] if len(word) > _STEM else word.removesuffix("s")


def _by_first_words(text: str, names: Iterable[str]) -> bool:
    """ "Halvorsen" for "Halvorsen Maritime": the name's first word, where it is no common one."""
    firsts = [words[0] for name in names if len(words := core_name(name).split()) > 1]
    distinct = [first for first in firsts if len(first) > 3 and first[:1].isupper()]
    return mentions(distinct, text)
