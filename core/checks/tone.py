"""What the tone checks read: the phrases that count in a letter, wherever they stand in it."""

from collections.abc import Iterator
from functools import lru_cache

from core.checks.contractions import spread
from core.checks.finding import Field, Span
from core.checks.language import language_of
from core.checks.letter import Letter
from core.checks.lists import Entry, ListName, Wordlists, WordName
from core.checks.meaning import by_meaning
from core.checks.phrase import Phrase
from core.checks.phrases import Hit, find_phrases
from core.checks.text import words
from core.drafting.values import Situation

LONGEST_LETTER = 60_000
"""Characters; what lies behind in a longer one is not looked at."""
_OUT_OF_PLACE = frozenset(
    [
        *(ListName.DEADLINE, ListName.GUILT, ListName.BEGGING, ListName.HARDSHIP),
        *(ListName.APOLOGY, ListName.PRIVATE),
    ]
)
_NEARBY = 80
"""Characters around a phrase in which a name that holds it is looked for."""


@lru_cache(maxsize=4)
def phrases_of(letter: Letter, situation: Situation, lists: Wordlists) -> tuple[Phrase, ...]:
    """What counts in subject, salutation, paragraphs and closing, in order: phrases, or sentences.

    Several families ask for those of one letter, so the last answers are remembered.
    """
    language = language_of(letter)
    names = names_of(situation)
    trade = trade_of(situation)
    counted: list[Phrase] = []
    excused: list[Phrase] = []
    for phrase, entry in _all(letter, lists, language):
        excuse = letter.draft.kind in entry.kinds or _of_trade(entry, trade)
        innocent = excuse or _within_name(letter, phrase, names)
        (excused if innocent else counted).append(phrase)
    floor = lists.words.get(WordName.FLOOR, frozenset())
    read = by_meaning(counted, excused, letter, lambda text: _holds_any(floor, text))
    return tuple(sorted(read, key=lambda phrase: (phrase.field is Field.BODY, phrase.span.start)))


def words_out_of_place(letter: Letter, situation: Situation, lists: Wordlists) -> tuple[Span, ...]:
    """Where in the body words stand that belong into no message."""
    return tuple(
        phrase.span
        for phrase in phrases_of(letter, situation, lists)
        if phrase.field is Field.BODY and phrase.list in _OUT_OF_PLACE
    )


def trade_of(situation: Situation) -> frozenset[str]:
    """The words, in small letters, by which a role and its employer tell their trade."""
    case = situation.case
    texts = (case.role, case.company, *situation.aliases)
    return frozenset(part for text in texts for w in words(text) for part in spread(w.text))


def names_of(situation: Situation) -> tuple[str, ...]:
    """Everything in a case that has a name: its words are nobody's tone."""
    case = situation.case
    others = [name for o in case.others or () for name in (o.company, *o.aliases, *o.people)]
    people = [name for person in case.people for name in (person.name, person.job)]
    names = (case.company, case.role, *situation.aliases, *situation.cv_employers, *others, *people)
    return tuple(name for name in names if name)


def whole_text(letter: Letter, field: Field) -> str:
    """The text in which the spans of a field's findings are places."""
    return letter.draft.subject if field is Field.SUBJECT else letter.body


def _holds_any(phrases: frozenset[str], text: str) -> bool:
    """Whether a text has one of these phrases in it, as whole words."""
    plain = f" {' '.join(part for word in words(text) for part in spread(word.text))} "
    return any(f" {phrase} " in plain for phrase in phrases)


def _of_trade(entry: Entry, trade: frozenset[str]) -> bool:
    """Whether what would be a private matter elsewhere is what this trade is about."""
    return any(word.startswith(stem) for stem in entry.trade for word in trade)


def _all(letter: Letter, lists: Wordlists, language: str) -> Iterator[tuple[Phrase, Entry]]:
    for hit in find_phrases(lists, letter.draft.subject, language):
        yield _phrase(hit, Field.SUBJECT, letter.draft.subject, 0), hit.entry
    for part in letter.own_paragraphs:
        if part.start >= LONGEST_LETTER:
            break
        for hit in find_phrases(lists, part.text[: LONGEST_LETTER - part.start], language):
            yield _phrase(hit, Field.BODY, part.text, part.start), hit.entry


def _phrase(hit: Hit, field: Field, text: str, at: int) -> Phrase:
    return Phrase(
        list=hit.entry.list,
        field=field,
        text=text[hit.span.start : hit.span.end],
        span=Span(hit.span.start + at, hit.span.end + at),
        sentence=Span(hit.sentence.start + at, hit.sentence.end + at),
        instead=hit.entry.instead,
        own=hit.entry.own,
    )


def _within_name(letter: Letter, phrase: Phrase, names: tuple[str, ...]) -> bool:
    whole = whole_text(letter, phrase.field)
    around = whole[max(phrase.span.start - _NEARBY, 0) : phrase.span.end + _NEARBY]
    return any(phrase.text in name and name in around for name in names)
