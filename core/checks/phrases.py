"""Finding the phrases of the word lists in a text, and judging whether each is meant.

A listed phrase is no fault where it is quoted or a name, where the list's own excuses say so,
where it is denied ("I am not desperate") or where it is said of somebody else ("the ward was
desperate for nurses").
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from core.checks.contractions import spread
from core.checks.finding import Span
from core.checks.lists import Entry, ListName, Role, Wordlists
from core.checks.text import quotations, sentences, words

LONGEST_SENTENCE = 4_000
"""Characters; what lies behind in a longer one is not looked at."""
_REMEMBERED = 1_024
"""Sentences."""
_REACH_OF_NEGATION = 4
"""Words between a negation and what it denies, at most."""
_REACH_OF_SUBJECT = 8
"""Words between a subject and what is said of it, at most."""

_NEGATIONS = frozenset(
    ["not", "no", "never", "without", "neither", "nor", "none", "nothing", "hardly", "rarely"]
)
_CLAUSE_BEGINS = frozenset(["but", "because", "although", "though", "yet", "however", "and", "so"])
_BREAK = re.compile(r"[,;:()–—…]|\s-\s")
_I = frozenset(["i", "me", "my", "we", "us", "our", "myself"])
_BETWEEN_SUBJECT_AND_SAID = frozenset(
    [
        *("am", "is", "are", "was", "were", "be", "been", "being", "have", "has", "had", "having"),
        *("will", "would", "can", "could", "may", "might", "must", "should", "do", "does", "did"),
        *("get", "getting", "got", "become", "becoming", "became", "feel", "feeling", "felt"),
        *("sound", "seem", "look", "grow", "growing", "growing", "so", "very", "quite", "rather"),
        *("really", "truly", "increasingly", "absolutely", "completely", "totally", "honestly"),
        *("a", "an", "bit", "little", "that", "just", "still", "now", "already", "also", "to"),
        *("pretty", "more", "most", "fairly", "somewhat", "kind", "sort", "of", "simply"),
        *("now", "right", "today", "lately", "recently", "presently", "moment", "days", "these"),
        *("at", "well", "truth", "fact", "in", "besides", "financially", "personally", "meanwhile"),
        *("too", "always", "genuinely", "utterly", "frankly", "currently", "all", "only"),
    ]
)
_COMPANY_WORDS = frozenset(
    [
        *("ltd", "limited", "inc", "gmbh", "ag", "llc", "plc", "corp", "group", "solutions"),
        *("logistics", "care", "hospital", "clinic", "centre", "center", "university", "school"),
        *("college", "foundation", "trust", "rescue", "press", "media", "foods", "kitchen"),
        *("studio", "studios", "technologies", "systems", "consulting", "partners", "couriers"),
    ]
)


class Hit(NamedTuple):
    """A phrase that counts, with its place in the text and that of its sentence."""

    entry: Entry
    span: Span
    sentence: Span


class _Read(NamedTuple):
    """A sentence as patterns see it: words, and where each of them stands in it."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shown: tuple[str, ...]
    """The words as they were written."""
    breaks: frozenset[int]
    """Words before which a comma or the like stands."""
    heading: bool
    """Whether every word begins with a capital, so that capitals tell nothing."""


@dataclass(frozen=True, slots=True)
class _Match:
    entry: int
    first: int
    behind: int


def find_phrases(lists: Wordlists, text: str, language: str = "") -> Iterator[Hit]:
    """The phrases of a language (or of all) that count in a text, in order; of those that overlap
    the gravest, then longest.

    A sentence that was read before is remembered, so a key typed into one costs the reading of
    that one. Linear in the length of the text.
    """
    quoted = quotations(text)
    for sentence in sentences(text):
        at = sentence.span.start
        for entry, start, end in _remembered(lists, sentence.text[:LONGEST_SENTENCE], language):
            span = Span(start + at, end + at)
            if not any(q.start <= span.start and span.end <= q.end for q in quoted):
                yield Hit(lists.entries[entry], span, sentence.span)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(lists: Wordlists, sentence: str, language: str) -> tuple[tuple[int, int, int], ...]:
    """A sentence's phrases: the number of the entry, and the place in the sentence."""
    read = _read(sentence)
    return tuple(
        (match.entry, read.starts[match.first], read.ends[match.behind - 1])
        for match in _gravest(lists, _faults(lists, read, language))
    )


def _read(text: str) -> _Read:
    parts: list[tuple[str, int, int, str]] = []
    breaks: set[int] = set()
    behind = 0
    for word in words(text):
        if _BREAK.search(text, behind, word.start):
            breaks.add(len(parts))
        behind = word.end
        parts += [(part, word.start, word.end, word.text) for part in spread(word.text)]
    return _Read(
        tuple(part[0] for part in parts),
        tuple(part[1] for part in parts),
        tuple(part[2] for part in parts),
        tuple(part[3] for part in parts),
        frozenset(breaks),
        all(_capitalised(part[3]) for part in parts),
    )


def _faults(lists: Wordlists, read: _Read, language: str) -> Iterator[_Match]:
    found: list[_Match] = []
    excused_words: dict[int, set[int]] = defaultdict(set)
    excused: set[int] = set()
    joined: set[int] = set()
    for first, behind, number in lists.trie.matches(read.words):
        entries, role = lists.meanings[number]
        if role is Role.BESIDE:
            excused.update(entries)
        elif role is Role.WITH:
            joined.update(entries)
        elif role is Role.UNLESS:
            for entry in entries:
                excused_words[entry].update(range(first, behind))
        elif behind > first:
            found += [_Match(entry, first, behind) for entry in entries]
    for match in found:
        innocent = match.entry in excused or not excused_words[match.entry].isdisjoint(
            range(match.first, match.behind)
        )
        entry_of = lists.entries[match.entry]
        alone = bool(entry_of.along) and match.entry not in joined
        foreign = bool(language) and entry_of.language != language
        if not innocent and not alone and not foreign and _meant(entry_of, read, match):
            yield match


def _meant(entry: Entry, read: _Read, match: _Match) -> bool:
    if entry.negatable and _denied(read, match):
        return False
    if entry.of_me and not _of_me(read, match):
        return False
    return not _is_name(read, match)


def _gravest(lists: Wordlists, matches: Iterator[_Match]) -> list[_Match]:
    """Of matches that overlap, the one of the gravest list, then the longest."""
    order = list(ListName)

    def gravity(match: _Match) -> tuple[int, int, int]:
        rank = order.index(lists.entries[match.entry].list)
        return rank, match.first - match.behind, match.first

    taken: set[int] = set()
    kept: list[_Match] = []
    for match in sorted(matches, key=gravity):
        place = range(match.first, match.behind)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(match)
    return sorted(kept, key=lambda match: match.first)


def _denied(read: _Read, match: _Match) -> bool:
    """Whether a negation stands closely before it, in the same clause."""
    if match.first in read.breaks:
        return False
    for index in range(match.first - 1, max(match.first - 1 - _REACH_OF_NEGATION, -1), -1):
        word = read.words[index]
        if word in _NEGATIONS:
            return True
        if index in read.breaks or word in _CLAUSE_BEGINS:
            return False
    return False


def _of_me(read: _Read, match: _Match) -> bool:
    """Whether the writer is the one of whom it is said; a sentence with no subject is the writer's."""
    if any(word in _I for word in read.words[match.first : match.behind]):
        return True
    index = match.first
    nearest = max(index - _REACH_OF_SUBJECT, 0)
    while index > nearest and index not in read.breaks:
        index -= 1
        if read.words[index] not in _BETWEEN_SUBJECT_AND_SAID | _NEGATIONS:
            return read.words[index] in _I | _CLAUSE_BEGINS
    return True


def _is_name(read: _Read, match: _Match) -> bool:
    """Whether it is written like a proper name: capitals within a sentence that has small letters."""
    shown = read.shown[match.first : match.behind]
    if shown[0].lower() in {"i", "i'm", "i’m"} or not all(_capitalised(word) for word in shown):
        return False
    if match.first > 0 and match.first not in read.breaks:
        return not read.heading
    after = read.shown[match.behind : match.behind + 1]
    return bool(after) and _capitalised(after[0]) and after[0].lower() in _COMPANY_WORDS


def _capitalised(word: str) -> bool:
    return word[:1].isupper() and (len(word) == 1 or not word.isupper())
