"""Proofreading a letter: spelling, grammar and repeated words, offline.

One `Proofreader` serves a whole program. It may be called from any thread; the libraries, which
must not be, live in one worker of its own. A sentence is read once, and then remembered, so that a
key typed into one of them costs the reading of that one.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Lock

from core.checks.finding import Field, Span
from core.checks.language import language_of
from core.checks.letter import Letter
from core.checks.lists import Wordlists, WordName
from core.checks.spelling import MOST_SUGGESTIONS, Issue, IssueKind, repeated_words
from core.checks.text import quotations, sentences, words
from core.checks.tone import names_of
from core.drafting.values import Situation
from core.exchange.english import English, Mark
from core.exchange.other_languages import DICTIONARY_FOLDERS, OtherLanguage, find_dictionary

LONGEST_PIECE = 2_000
"""Characters that are read at once; a longer sentence is read in pieces."""
LONGEST_LETTER = 60_000
"""Characters; what lies behind in a longer letter is not proofread."""
_REMEMBERED = 1_024
"""Sentences."""
_ENGLISH = "en"


class Proofreader:
    """Reads letters for mistakes."""

    def __init__(self, folders: Sequence[Path] = DICTIONARY_FOLDERS) -> None:
        self._folders = folders
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="proofreading")
        self._readers: dict[str, English | OtherLanguage | None] = {}
        self._read: OrderedDict[tuple[str, str], tuple[Mark, ...]] = OrderedDict()
        self._lock = Lock()

    def warm_up(self, language: str = _ENGLISH) -> None:
        """Load a language in the worker, so that the first letter need not wait. Returns at once."""
        self._worker.submit(self._reader, language)

    def knows(self, language: str) -> bool:
        """Whether letters in a language can be proofread on this machine."""
        return language == _ENGLISH or find_dictionary(language, self._folders) is not None

    def proofread(
        self, letter: Letter, situation: Situation, lists: Wordlists
    ) -> tuple[Issue, ...]:
        """What is wrong in subject and body, in order. Names and words of the case are right.

        Waits for the worker where something is new; a language with no dictionary is not read.
        """
        language = language_of(letter)
        right = _words_of_case(situation) | lists.words.get(WordName.TRADES, frozenset())
        return tuple(
            issue
            for field, text, at in _texts(letter)
            for issue in self._issues(field, text, at, language)
            if not (issue.kind is IssueKind.SPELLING and _is_right(issue.text, right))
            and not _quoted(text, at, issue)
        )

    def close(self) -> None:
        """Let the worker end; what still waits is dropped."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _issues(self, field: Field, text: str, at: int, language: str) -> list[Issue]:
        marks = [
            replace(mark, span=Span(mark.span.start + start, mark.span.end + start))
            for start, piece in _pieces(text)
            for mark in self._marks(piece, language)
        ]
        marks += [
            Mark(span=span, kind=IssueKind.REPEATED, suggestions=(once,))
            for span, once in repeated_words(text)
        ]
        return [
            Issue(
                field=field,
                span=Span(mark.span.start + at, mark.span.end + at),
                text=text[mark.span.start : mark.span.end],
                kind=mark.kind,
                suggestions=mark.suggestions[:MOST_SUGGESTIONS],
            )
            for mark in _apart(marks)
        ]

    def _marks(self, piece: str, language: str) -> tuple[Mark, ...]:
        """A piece's marks, from memory or from the worker."""
        key = (language, piece)
        with self._lock:
            if key in self._read:
                self._read.move_to_end(key)
                return self._read[key]
        marks = self._worker.submit(self._read_piece, piece, language).result()
        with self._lock:
            self._read[key] = marks
            while len(self._read) > _REMEMBERED:
                self._read.popitem(last=False)
        return marks

    def _read_piece(self, piece: str, language: str) -> tuple[Mark, ...]:
        """In the worker: read."""
        reader = self._reader(language)
        return tuple(reader.marks(piece)) if reader else ()

    def _reader(self, language: str) -> English | OtherLanguage | None:
        """In the worker: the reader of a language, loaded at its first use."""
        if language not in self._readers:
            self._readers[language] = self._load(language)
        return self._readers[language]

    def _load(self, language: str) -> English | OtherLanguage | None:
        if language == _ENGLISH:
            return English()
        dictionary = find_dictionary(language, self._folders)
        return OtherLanguage(dictionary) if dictionary else None


def _texts(letter: Letter) -> Iterator[tuple[Field, str, int]]:
    """What is proofread: the subject and the paragraphs; salutation and signature are names."""
    yield Field.SUBJECT, letter.draft.subject[:LONGEST_LETTER], 0
    for part in letter.paragraphs:
        if part.start < LONGEST_LETTER:
            yield Field.BODY, part.text[: LONGEST_LETTER - part.start], part.start


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, the longest cut between words; and where each piece begins."""
    for sentence in sentences(text):
        start = 0
        while start < len(sentence.text):
            end = start + LONGEST_PIECE
            if end < len(sentence.text):
                blank = sentence.text.rfind(" ", start + 1, end)
                end = blank if blank > 0 else end
            yield sentence.span.start + start, sentence.text[start:end]
            start = end


def _apart(marks: Sequence[Mark]) -> list[Mark]:
    """The marks in order, of those that overlap the first."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        if not kept or mark.span.start >= kept[-1].span.end:
            kept.append(mark)
    return kept


def _words_of_case(situation: Situation) -> frozenset[str]:
    """Every word of the case's names, topics and news, and the personal dictionary, folded."""
    me = situation.me
    topics = [topic.text for topic in situation.topics]
    news = [piece.title for piece in situation.news]
    texts = (*names_of(situation), me.name, me.signature, *topics, *news, *situation.dictionary)
    return frozenset(part for text in texts for word in words(text) for part in _forms(word.folded))


def _is_right(text: str, right: frozenset[str]) -> bool:
    found = [word.folded for word in words(text)]
    return bool(found) and all(any(form in right for form in _forms(word)) for word in found)


def _forms(word: str) -> tuple[str, ...]:
    """A word, and without the "'s" that tells whose."""
    return (word, word.removesuffix("'s"))


def _quoted(text: str, at: int, issue: Issue) -> bool:
    start, end = issue.span.start - at, issue.span.end - at
    return any(span.start <= start and end <= span.end for span in quotations(text))
