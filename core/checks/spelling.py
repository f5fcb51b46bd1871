"""Check 15: spelling, grammar and repeated words, as a proofreader found them in a letter."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.checks.address import TITLES
from core.checks.finding import Edit, Field, Finding, Fix, Level, Span
from core.checks.letter import Letter
from core.checks.lists import ListName, Wordlists
from core.checks.mending import removing
from core.checks.tone import phrases_of, whole_text
from core.drafting.values import Situation

MOST_SUGGESTIONS = 3

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]+)(\s+)\1(?![\w'’-])", re.IGNORECASE)
_RIGHT_TWICE = frozenset(
    [
        *("that", "had", "is", "very", "so", "no", "bye", "really", "many", "much", "long", "far"),
        *("die", "der", "das", "sie", "den", "dem", "nous", "vous", "sehr", "muy", "très", "blah"),
        *("ha", "what", "who", "do", "again", "please", "well", "now", "there", "her"),
    ]
)


class IssueKind(StrEnum):
    """What is wrong with some words."""

    SPELLING = "spelling"
    GRAMMAR = "grammar"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Words that a proofreader would mark. `suggestions`: the best first; "" takes the words out."""

    field: Field
    span: Span
    text: str
    kind: IssueKind
    suggestions: tuple[str, ...] = ()


def check_language(
    letter: Letter, situation: Situation, lists: Wordlists, issues: Iterable[Issue]
) -> Iterator[Finding]:
    """Listed slips with their remedy, and what a proofreader found elsewhere."""
    phrases = phrases_of(letter, situation, lists)
    listed = [phrase for phrase in phrases if phrase.list is ListName.GRAMMAR]
    casual = [phrase for phrase in phrases if phrase.list is ListName.CASUAL]
    for phrase in listed:
        yield phrase.finding(15, Level.SHOULD, whole_text(letter, phrase.field))
    for issue in issues:
        told = any(
            issue.field is p.field and _overlap(issue.span, p.span) for p in (*listed, *casual)
        )
        title = issue.text.casefold().rstrip(".") in TITLES
        if not told and not title:
            yield _finding(issue, whole_text(letter, issue.field))


def repeated_words(text: str) -> Iterator[tuple[Span, str]]:
    """Words written twice by mistake: where, and what should stand there once.

    "That that" and the like may be meant; names are ("Duran Duran").
    """
    for match in _TWICE.finditer(text):
        first = match.group(1)
        second = text[match.end() - len(first) : match.end()]
        named = first[0].isupper() and second[0].isupper()
        apart = match.group(2).count("\n") > 1
        if first.lower() not in _RIGHT_TWICE and not named and not apart and len(first) > 1:
            yield Span(match.start(), match.end()), first


def _finding(issue: Issue, whole: str) -> Finding:
    return Finding(
        check=15,
        level=Level.SHOULD,
        field=issue.field,
        span=issue.span,
        text=issue.text,
        variant=issue.kind,
        arguments=(("words", issue.text),),
        fixes=tuple(_fix(issue, whole, words) for words in issue.suggestions),
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _fix(issue: Issue, whole: str, words: str) -> Fix:
    if not words:
        return removing(issue.field, whole, issue.span)
    return Fix(text=words, edits=(Edit(field=issue.field, span=issue.span, text=words),))
