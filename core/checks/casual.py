"""Check 20: casual words, emoji, and words in CAPITALS."""

import re
from collections.abc import Iterator

from core.checks.contractions import spread
from core.checks.finding import Field, Finding, Fix, Level, Span
from core.checks.letter import Letter
from core.checks.lists import ListName, Wordlists, WordName
from core.checks.mending import removing, replacing
from core.checks.text import Word, quotations, words
from core.checks.tone import names_of, phrases_of, whole_text
from core.drafting.values import Situation

_EMOJI = re.compile(
    "(?:[\U0001f000-\U0001faff\u2600-\u26ff\u2702\u2705\u2708-\u270d\u270f\u2728\u2744\u274c\u2753-\u2755"
    "\u2763-\u2764\u2795-\u2797\u27a1\u2b05-\u2b07\u2b50\u2b55][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+"
)
_EMOTICON = re.compile(
    r"(?<![^\s.!?,])(?:[:;=8xX]['’]?-?[)D(Pp/\\|*](?![\w/])|\^_?\^|<3|[:;]o\)|\\o/|:-?\w\b(?<=[:\-][pPdDoO]))"
)
_VOWEL = re.compile("[AEIOUYÄÖÜÉÈ]")
_LONGEST_UNKNOWN_ACRONYM = 4
"""Letters; a longer word in capitals is an acronym only where it is known as one."""


def check_casual(letter: Letter, situation: Situation, lists: Wordlists) -> Iterator[Finding]:
    """Casual phrases first, then emoji, then capitals."""
    for phrase in phrases_of(letter, situation, lists):
        if phrase.list is ListName.CASUAL:
            yield phrase.finding(20, Level.SHOULD, whole_text(letter, phrase.field))
    yield from _emoji(letter)
    yield from _capitals(letter, _known_capitals(situation, lists), lists)


def _emoji(letter: Letter) -> Iterator[Finding]:
    for field, text, at in (*_unsigned(letter), *_closing(letter)):
        for pattern in (_EMOJI, _EMOTICON):
            for match in pattern.finditer(text):
                span = Span(match.start() + at, match.end() + at)
                fix = removing(field, whole_text(letter, field), span)
                yield _finding("emoji", field, span, match.group(), fix)


def _capitals(letter: Letter, known: frozenset[str], lists: Wordlists) -> Iterator[Finding]:
    everyday = lists.words.get(WordName.SHOUTED, frozenset())
    for field, text, at in _unsigned(letter):
        quoted = quotations(text)
        for word in words(text):
            if _is_shouted(word, known, everyday) and not _within(quoted, word):
                span = Span(word.start + at, word.end + at)
                fix = replacing(field, whole_text(letter, field), span, _calm(text, word))
                yield _finding("capitals", field, span, word.text, fix)


def _unsigned(letter: Letter) -> Iterator[tuple[Field, str, int]]:
    """Each text but the closing, in which names may stand in capitals; and where it begins."""
    yield Field.SUBJECT, letter.draft.subject, 0
    for part in letter.own_paragraphs:
        if part is not letter.closing:
            yield Field.BODY, part.text, part.start


def _closing(letter: Letter) -> Iterator[tuple[Field, str, int]]:
    if letter.closing:
        yield Field.BODY, letter.closing.text, letter.closing.start


def _known_capitals(situation: Situation, lists: Wordlists) -> frozenset[str]:
    """Acronyms, and every word of the names and topics of the case, in capitals."""
    me = situation.me
    topics = [topic.text for topic in situation.topics]
    news = [piece.title for piece in situation.news]
    texts = (*names_of(situation), me.name, me.signature, *topics, *news)
    known = {word.upper() for word in lists.words.get(WordName.ACRONYMS, ())}
    known.update(word.upper() for word in situation.dictionary)
    known.update(word.text.upper() for text in texts for word in words(text))
    return frozenset(known)


def _is_shouted(word: Word, known: frozenset[str], everyday: frozenset[str]) -> bool:
    if not word.text.isupper():
        return False
    letters = "".join(spread(word.text))
    if len(letters) < 2 or not letters.isalpha():
        return False
    if word.folded in everyday:
        return True
    if word.text in known or all(part.upper() in known for part in spread(word.text)):
        return False
    return len(letters) > _LONGEST_UNKNOWN_ACRONYM and len(_VOWEL.findall(word.text)) > 1


def _calm(text: str, word: Word) -> str:
    """The word in small letters, with a capital where a sentence begins."""
    before = text[: word.start].rstrip()[-1:]
    return word.text.capitalize() if before in {"", ".", "?", "!"} else word.text.lower()


def _within(quoted: tuple[Span, ...], word: Word) -> bool:
    return any(span.start <= word.start and word.end <= span.end for span in quoted)


def _finding(variant: str, field: Field, span: Span, text: str, fix: Fix) -> Finding:
    return Finding(
        check=20,
        level=Level.SHOULD,
        field=field,
        span=span,
        text=text,
        variant=variant,
        arguments=(("words", text),),
        fixes=(fix,),
    )
