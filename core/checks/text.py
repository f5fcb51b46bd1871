"""Reading a text: words, sentences and quotations of one paragraph, each with its place.

Everything is found in one pass over the text, whatever it holds. A paragraph is parsed once and
remembered, so that a key typed into one of them costs the parsing of that one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from core.checks.finding import Span
from core.checks.questions import is_question

_REMEMBERED = 128
_LONGEST_REMEMBERED = 4_000
"""Characters; a longer paragraph is no part of a letter, and many versions of it fill the memory."""

_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
_LETTERS = rf"[^\W_](?:[{_MARKS}]|[^\W_])*"
_WORD = re.compile(rf"{_LETTERS}(?:['’‐\-]{_LETTERS})*")
_SPOKEN = re.compile(r"[^\W_]")
_QUOTATION = re.compile(
    '“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|"[^"]*"'
    r"|(?<!\w)['‘](?:[^'‘’]|(?<=\w)['’](?=\w))*['’](?!\w)"
)
_QUOTED_LINE = re.compile(r"^[ \t]*>[^\n]*", re.MULTILINE)
_END_OF_SENTENCE = re.compile(r"(?<![.!?…。！？])[.!?…。！？]+[\"”’»“)\]]*(?:\s+|$)")
_ABBREVIATION = re.compile(
    r"(?:^|[^\w])(?:[^\W\d_]|dr|drs|mr|mrs|ms|mx|prof|ing|dipl|st|no|nr|vs|etc|eg|ie|approx|inc|ltd"
    r"|co|jr|sr|mme|mlle|sra|srta|dra|hr|fr|bzw|ca|tel|jan|feb|aug|sept?|oct|nov|dec)\.$",
    re.IGNORECASE,
)


class Word(NamedTuple):
    """A word and its place in the body. `folded` is in small letters, with a plain apostrophe."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its place in the body. An indirect question is a question too."""

    text: str
    span: Span
    question: bool


@dataclass(frozen=True)
class Paragraph:
    """A stretch of the body without a blank line, that begins at `start`."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Its place in the body."""
        return Span(self.start, self.start + len(self.text))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, with their places in the body."""
        at = self.start
        return tuple(Word(w.text, w.folded, w.start + at, w.end + at) for w in words(self.text))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, with their places in the body."""
        at = self.start
        return tuple(
            Sentence(s.text, Span(s.span.start + at, s.span.end + at), s.question)
            for s in sentences(self.text)
        )

    @property
    def word_count(self) -> int:
        """How many words a person would count, lines that begin with ">" aside."""
        return _spoken_words(self.text)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What it quotes: between quotation marks, and lines that begin with ">"."""
        at = self.start
        return tuple(Span(q.start + at, q.end + at) for q in quotations(self.text))


def paragraph(text: str, start: int) -> Paragraph:
    """A paragraph at its place; one that was there before is not parsed again."""
    return _remembered(text, start) if len(text) <= _LONGEST_REMEMBERED else Paragraph(text, start)


def words(text: str) -> tuple[Word, ...]:
    """The words of a text: letters and digits, with inner hyphens and apostrophes."""
    return _words_of(text) if len(text) <= _LONGEST_REMEMBERED else tuple(_each_word(text))


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, without the blanks around them."""
    if len(text) <= _LONGEST_REMEMBERED:
        return _sentences_of(text)
    return tuple(_each_sentence(text))


def quotations(text: str) -> tuple[Span, ...]:
    """The quoted places of a text, in order; none lies within another."""
    return _quotations_of(text) if len(text) <= _LONGEST_REMEMBERED else _each_quotation(text)


def fold(text: str) -> str:
    """A text for comparing: small letters, a plain apostrophe and hyphen."""
    return text.casefold().replace("’", "'").replace("‐", "-")


@lru_cache(maxsize=_REMEMBERED)
def _remembered(text: str, start: int) -> Paragraph:
    return Paragraph(text, start)


@lru_cache(maxsize=_REMEMBERED)
def _words_of(text: str) -> tuple[Word, ...]:
    return tuple(_each_word(text))


@lru_cache(maxsize=_REMEMBERED)
def _quotations_of(text: str) -> tuple[Span, ...]:
    return _each_quotation(text)


def _each_quotation(text: str) -> tuple[Span, ...]:
    lines = [match.span() for match in _QUOTED_LINE.finditer(text)]
    marks = [match.span() for match in _QUOTATION.finditer(text)]
    merged: list[Span] = []
    for start, end in sorted([*lines, *marks]):
        if merged and start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return tuple(merged)


@lru_cache(maxsize=_REMEMBERED)
def _spoken_words(text: str) -> int:
    lines = (line for line in text.split("\n") if not line.lstrip().startswith(">"))
    return sum(_SPOKEN.search(word) is not None for line in lines for word in line.split())


@lru_cache(maxsize=_REMEMBERED)
def _sentences_of(text: str) -> tuple[Sentence, ...]:
    return tuple(_each_sentence(text))


def _each_word(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        word = match.group()
        yield Word(word, fold(word), match.start(), match.end())


def _each_sentence(text: str) -> Iterator[Sentence]:
    start = 0
    for match in _END_OF_SENTENCE.finditer(text):
        before = text[max(start, match.start() - 12) : match.start() + 1]
        if match.end() < len(text) and match.group().startswith(". ") and _abbreviates(before):
            continue
        yield from _sentence(text, start, match.end())
        start = match.end()
    yield from _sentence(text, start, len(text))


def _abbreviates(before: str) -> bool:
    return _ABBREVIATION.search(before) is not None


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    stretch = text[start:end]
    inner = stretch.strip()
    if inner:
        start += len(stretch) - len(stretch.lstrip())
        yield Sentence(inner, Span(start, start + len(inner)), is_question(inner))
