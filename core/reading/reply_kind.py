"""What a reply probably is: a courtesy, vague, a date, or a decision. Only ever a suggestion.

The phrases are data (`resources/replies.toml`), in the small language of `core.checks.patterns`. Each
sentence is looked at by itself; the weightiest kind counts, and the sentence that showed it is told, so that
the user can see why.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.checks.contractions import spread
from core.checks.patterns import PatternError, PhraseTrie
from core.checks.text import sentences, words
from core.playbook.values import ReplyKind
from core.reading.days_named import day_named

LONGEST_TEXT = 20_000
"""Characters of a reply that are looked at."""
LONGEST_EVIDENCE = 160


class Decision(StrEnum):
    """What was decided."""

    REJECTION = "rejection"
    OFFER = "offer"
    INVITATION = "invitation"


class Sign(StrEnum):
    """What a phrase is a sign of: the names of the lists."""

    AUTOMATIC = "automatic"
    REJECTION = "rejection"
    OFFER = "offer"
    INVITATION = "invitation"
    DECIDES = "decides"
    """It speaks of when they decide or write again; a day in the same sentence is their date."""
    VAGUE = "vague"
    HEDGE = "hedge"
    """What the sentence says is only a possibility."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a reply probably is. The user confirms it, or knows better."""

    kind: ReplyKind
    decision: Decision | None = None
    decision_date: date | None = None
    evidence: str = ""
    """The sentence of the reply that shows it, shortened; empty where nothing does."""

    @property
    def reason(self) -> str:
        """Why, in a sentence for people."""
        return (
            f"{_WHY[self.decision or self.kind]}{f': “{self.evidence}”' if self.evidence else '.'}"
        )


_WHY: Mapping[ReplyKind | Decision, str] = {
    ReplyKind.COURTESY: "It names no decision and no date",
    ReplyKind.VAGUE: "It promises news, but no date",
    ReplyKind.DATE: "It names when they decide",
    ReplyKind.DECISION: "It tells a decision",
    Decision.REJECTION: "It reads as a rejection",
    Decision.OFFER: "It reads as an offer",
    Decision.INVITATION: "It reads as an invitation",
}


class ReplyWordsError(ValueError):
    """Phrases that cannot be read; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class ReplyWords:
    """The phrases, ready to be found; each has the number of its sign in `Sign`."""

    trie: PhraseTrie


_SIGNS = tuple(Sign)


def read_reply_words(data: Mapping[str, object], name: str) -> ReplyWords:
    """The phrases of a file's data; `name` is the file's, for `ReplyWordsError`."""
    trie = PhraseTrie({})
    unknown = set(data) - set(_SIGNS)
    if unknown:
        raise ReplyWordsError(f"{name}: “{min(unknown)}” is not known here.")
    for number, sign in enumerate(_SIGNS):
        phrases = data.get(sign, [])
        if not isinstance(phrases, list):
            raise ReplyWordsError(f"{name}: “{sign}” is a list of phrases.")
        for phrase in phrases:
            try:
                trie.add(str(phrase), number)
            except PatternError as error:
                raise ReplyWordsError(f"{name}: {sign}, “{phrase}”: {error}") from error
    return ReplyWords(trie)


def suggest(text: str, told: date, known: ReplyWords, subject: str = "") -> Suggestion:
    """What a reply, written on the day `told`, probably is. `text` is without what it quotes."""
    read = [*_signs(subject, known), *_signs(text[:LONGEST_TEXT], known)]
    if any(Sign.AUTOMATIC in signs for _, signs in read):
        return Suggestion(ReplyKind.COURTESY, evidence=_first(read, Sign.AUTOMATIC))
    for decision in Decision:
        evidence = _first(read, Sign(decision.value), firm=decision is not Decision.REJECTION)
        if evidence:
            return Suggestion(ReplyKind.DECISION, decision=decision, evidence=evidence)
    return _waiting(read, told)


def _waiting(read: list[tuple[str, frozenset[Sign]]], told: date) -> Suggestion:
    """Not decided yet: with a date, without one, or not even that."""
    for sentence, signs in read:
        day = day_named(sentence, told) if Sign.DECIDES in signs else None
        if day is not None:
            return Suggestion(ReplyKind.DATE, decision_date=day, evidence=_short(sentence))
    evidence = _first(read, Sign.VAGUE) or _first(read, Sign.DECIDES)
    if evidence:
        return Suggestion(ReplyKind.VAGUE, evidence=evidence)
    return Suggestion(ReplyKind.COURTESY)


def _first(read: list[tuple[str, frozenset[Sign]]], wanted: Sign, *, firm: bool = False) -> str:
    """The first sentence with a sign; `firm`: and nothing that makes it a mere possibility."""
    for sentence, signs in read:
        if wanted in signs and not (firm and Sign.HEDGE in signs):
            return _short(sentence)
    return ""


def _signs(text: str, known: ReplyWords) -> Iterator[tuple[str, frozenset[Sign]]]:
    for sentence in _sentences(text):
        parts = [part for word in words(sentence) for part in spread(word.text)]
        found = frozenset(_SIGNS[number] for _, _, number in known.trie.matches(parts))
        yield sentence, found


def _sentences(text: str) -> Iterator[str]:
    """The sentences of each paragraph, whose lines mail programs break anywhere."""
    for paragraph in re.split(r"\n\s*\n", text):
        begun = ""
        for sentence in sentences(" ".join(paragraph.split())):
            begun = f"{begun} {sentence.text}".lstrip()
            if not re.search(r"\b\d{1,2}\.$", begun):  # "bis zum 14. April" goes on
                yield begun
                begun = ""
        if begun:
            yield begun


def _short(sentence: str) -> str:
    line = " ".join(sentence.split())
    return line if len(line) <= LONGEST_EVIDENCE else f"{line[: LONGEST_EVIDENCE - 1].rstrip()}…"
