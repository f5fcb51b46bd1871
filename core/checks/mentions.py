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
        *("the", "and", "for", "with", "from", "that", "this", "your", "their", "about", "into"),
        *("over", "how", "what", "why", "who", "when", "where", "was", "were", "has", "have"),
        *("had", "are", "our", "new", "one", "two", "its", "his", "her", "they", "them", "more"),
        *("most", "than", "then", "will", "would", "could", "can", "not", "but", "all", "any"),
        *("out", "per", "via", "work", "working", "der", "die", "das", "und", "ein", "eine", "mit"),
        *("von", "für", "auf", "les", "des", "une", "pour", "avec", "los", "las", "del", "una"),
        *("con", "por", "para", "que", "est", "sur", "dans", "senior", "junior", "team", "company"),
        *("people", "using", "used", "each", "after", "before", "between"),
    ]
)
_BEFORE_ROLE = re.compile(
    r"([^\W_]+) (?:role|position|job|post|opening|vacancy|place|apprenticeship|internship|interview"
    r"|traineeship|stelle|posten)\b"
)
_HOUSES = frozenset(
    [
        *("university", "universitat", "universite", "universidad", "college", "school", "academy"),
        *("hospital", "clinic", "clinique", "clinica", "klinik", "klinikum", "kliniek", "hotel"),
        *("institute", "institut", "instituto", "restaurant", "theatre", "theater", "museum"),
        *("bank", "office", "department", "ministry", "county", "city", "town", "council", "house"),
        *("maison", "royal", "national", "central", "general", "international", "public", "north"),
        *("northern", "south", "southern", "east", "eastern", "west", "western", "first", "next"),
        *("great", "grand", "green", "blue", "white", "black", "golden", "bright", "little"),
        *("good", "best", "free", "studio", "atelier", "ateliers", "taller", "stadt", "ville"),
        *("centre", "center", "zentrum", "care", "home", "health", "media", "data", "food"),
        *("foods", "sports", "travel", "legal", "gasthof", "gymnasium", "colegio", "lycee"),
        *("ecole", "auberge", "brasserie", "cafe", "farm"),
    ]
)
"""First words of companies' names that name no company by themselves."""
_KINDS_OF_HOUSES = frozenset(
    [
        *("restaurant", "hotel", "gasthof", "auberge", "brasserie", "cafe", "klinik", "clinique"),
        *("clinica", "atelier", "taller", "maison", "constructora", "transportes", "editorial"),
        *("bodega", "panaderia", "farmacia", "pharmacie", "apotheke", "backerei", "boulangerie"),
        *("librairie", "imprimerie", "kanzlei", "weingut", "brauerei", "verlag", "autohaus"),
    ]
)
"""Of those, what is followed by the name: "Hotel Adlon"."""
_BEHIND_HEAD = re.compile(
    r"[,;/(–—]|\s-\s|\s(?:of|in|for|with|at|and|to|de|du|des|d'|für|im|en|para|y|et|und)(?:\s|(?<='))",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"(?<=[^.!?:\s][ \n])[A-ZÀ-Þ][^\W_]+")
"""A word that begins with a capital within a sentence, as roles are often written."""
_LONGEST_REMEMBERED = 4_000
_SHORTEST_NAME = 3
"""Letters; of a longer name a word that has no more is too little to go by."""
_STEM = 5


def names_application(letter: Letter, situation: Situation) -> bool:
    """Whether the role or the company is named in subject or body."""
    return names_company(letter, situation) or names_role(letter, situation)


def names_company(letter: Letter, situation: Situation) -> bool:
    """Whether the employer is named, by one of its names or by its distinct word."""
    pattern = _company_pattern((situation.case.company, *situation.aliases))
    return any(pattern.search(text) for text in _texts(letter))


def names_role(letter: Letter, situation: Situation) -> bool:
    """Whether the role is named: in most words of the advertisement, or "the engineering role".

    The word that says what one would be has to stand there itself: "garden" names no Gardener. A
    role of one word is also a word of its trade, so it is only named where it is meant as the role.
    """
    role = situation.case.role
    wanted = content_words(role)
    found = shared(wanted, letter.draft.subject) | shared_with(wanted, letter)
    if not found:
        return False
    if 2 * len(found) > len(wanted) and _names_head(role, letter, alone=len(wanted) == 1):
        return True
    behind = (_BEFORE_ROLE.findall(unmarked(text)) for text in _texts(letter))
    return any(_stem(word) in found for words in behind for word in words)


def _names_head(role: str, letter: Letter, *, alone: bool) -> bool:
    head = _head(role)
    if not head or head in _words(letter.draft.subject):
        return True
    texts = [part.text for part in letter.paragraphs]
    if any(_named_by(head, alone).search(unmarked(text)) for text in texts):
        return True
    return alone and any(unmarked(w) == head for text in texts for w in _CAPITALISED.findall(text))


@lru_cache(maxsize=64)
def _named_by(head: str, alone: bool) -> re.Pattern[str]:
    """The word itself; where it stands alone, only "as a welder", "become your welder"."""
    before = r"(?:as|be|become|becoming|being|of|als|comme|como|de|for)(?: an?| your| the| one| eine?| une?| una)? "
    return re.compile(rf"(?<![^\W_]){before if alone else ''}{re.escape(head)}s?(?![^\W_])")


@lru_cache(maxsize=64)
def _head(role: str) -> str:
    """The word of a role that says what one would be: the last before "of", "in" or a comma."""
    first = _BEHIND_HEAD.split(role, maxsplit=1)[0]
    return next((w for w in reversed(_words(first)) if w not in _COMMON and len(w) > 2), "")


def _texts(letter: Letter) -> tuple[str, ...]:
    return (letter.draft.subject, *(part.text for part in letter.paragraphs))


@lru_cache(maxsize=64)
def _company_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "Halvorsen Maritime AS", "Halvorsen Maritime", and "Halvorsen" where it is no common word;
    of "Restaurant Havtorn" the second.
    """
    cores = [core_name(name) for name in names]
    distinct = [word for name in cores if (word := _distinct_word(name))]
    several = [name for name in (*names, *cores) if len(name.split()) > 1]
    single = [name for name in (*names, *cores, *distinct) if len(name.split()) == 1]
    exact = {form for name in single for form in (name, name.upper(), name[0].upper() + name[1:])}
    choices = "|".join(map(re.escape, sorted(exact)))
    return re.compile(
        rf"(?:{pattern_of(several).pattern})|(?<!\w)(?-i:{choices or '(?!)'})(?!\w)", re.IGNORECASE
    )


def _distinct_word(name: str) -> str:
    """The word of a longer name by which people call a house; nothing where it has none."""
    first, *others = name.split() or [""]
    if not others:
        return ""
    word = others[0] if unmarked(first.split("-")[0]) in _KINDS_OF_HOUSES else first
    tells = len(word) > _SHORTEST_NAME and word[:1].isupper() and unmarked(word) not in _HOUSES
    return word if tells else ""


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
