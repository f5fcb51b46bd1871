"""Whether a letter mentions a thing: by its name, or by the words that make it up."""

import re
from collections.abc import Iterable
from functools import lru_cache

from core.checks.letter import Letter
from core.checks.name_forms import unmarked
from core.checks.others import core_name, pattern_of
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
_LONGEST_REMEMBERED = 4_000
_STEM = 5


def names_application(letter: Letter, situation: Situation) -> bool:
    """Whether the role or the company is named in subject or body."""
    return names_company(letter, situation) or names_role(letter, situation)


def names_company(letter: Letter, situation: Situation) -> bool:
    """Whether the employer is named, by one of its names or by the first word of it."""
    pattern = _company_pattern((situation.case.company, *situation.aliases))
    return any(pattern.search(text) for text in _texts(letter))


def names_role(letter: Letter, situation: Situation) -> bool:
    """Whether the role is named: in most words of the advertisement, or "the engineering role"."""
    wanted = content_words(situation.case.role)
    found = shared(wanted, letter.draft.subject) | shared_with(wanted, letter)
    if not found:
        return False
    if 2 * len(found) > len(wanted):
        return True
    behind = (_BEFORE_ROLE.findall(unmarked(text)) for text in _texts(letter))
    return any(_stem(word) in found for words in behind for word in words)


def _texts(letter: Letter) -> tuple[str, ...]:
    return (letter.draft.subject, *(part.text for part in letter.paragraphs))


@lru_cache(maxsize=64)
def _company_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "Halvorsen Maritime AS", "Halvorsen Maritime", and "Halvorsen" where it is no common word."""
    cores = [core_name(name) for name in names]
    firsts = [words[0] for name in cores if len(words := name.split()) > 1]
    distinct = [first for first in firsts if len(first) > 3 and first[:1].isupper()]
    return pattern_of([*names, *cores, *distinct])


def content_words(text: str) -> frozenset[str]:
    """The words of a short text that carry its sense, as stems."""
    return _content_of(text[:_LONGEST_REMEMBERED])


@lru_cache(maxsize=256)
def _content_of(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _words(text) if word not in _COMMON and len(word) > 2)


def shared(wanted: Iterable[str], text: str) -> frozenset[str]:
    """Those stems that stand in a text."""
    return frozenset(wanted) & _stems(text)


def shared_with(wanted: Iterable[str], letter: Letter) -> frozenset[str]:
    """Those stems that stand between a letter's salutation and closing."""
    here = frozenset(wanted)
    return frozenset().union(*(here & _stems(part.text) for part in letter.paragraphs))


def _stems(text: str) -> frozenset[str]:
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else _each_stem(text)


@lru_cache(maxsize=128)
def _remembered(text: str) -> frozenset[str]:
    return _each_stem(text)


def _each_stem(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unmarked(text))


def _stem(word: str) -> str:
    """A word without its ending, near enough: "engineering" and "engineer" are one."""
    return word[:_STEM] if len(word) > _STEM else word.removesuffix("s")
