"""What a sentence means beside what its words are: phrases that it clears, and faults no list has.

The lists know what is wrong in most sentences, the encoder how a sentence sounds as a whole. A
listed phrase in a sentence that sounds innocent in every way is let pass ("The customer wrote that
she was still waiting"); a sentence that certainly sounds wrong counts, whatever its words.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from core.checks.finding import Field, Span
from core.checks.language import language_of
from core.checks.letter import Letter
from core.checks.lists import ListName
from core.checks.phrase import Phrase
from core.checks.text import Sentence
from core.drafting.kinds import KINDS
from core.meaning.manner import Manner

LANGUAGE = "en"
"""The only language that the encoder has learned."""
CERTAIN = 0.95
WARY = 0.4
"""In a letter of which something else is wrong: faults of manner seldom come alone, and whoever has
seen one reads on with other eyes.
"""
INNOCENT = 0.3
"""Probabilities, chosen by the letters of *validation*: false alarms are dearer than misses."""
SURELY_INNOCENT = 0.1
"""Below it even a phrase counts no longer that nearly every reader minds."""
_SHORTEST = 5
"""Words; of a shorter sentence only the lists speak: it has too little to go by."""
_LONGEST = 600
"""Characters; likewise of a longer one."""
_MOST = 200
"""Sentences of a letter; none that anybody sends has more."""
_ENDS = (".", "!", "?", "…")
_BEHIND_THE_END = ' \n"”’»)]'
_LIST_OF: Mapping[Manner, ListName] = {
    Manner.PRESSURE: ListName.GUILT,
    Manner.NEED: ListName.BEGGING,
    Manner.APOLOGY: ListName.APOLOGY,
    Manner.PRIVATE: ListName.PRIVATE,
    Manner.CASUAL: ListName.CASUAL,
}
_MANNER_OF: Mapping[ListName, Manner] = {
    **{name: manner for manner, name in _LIST_OF.items()},
    ListName.DEADLINE: Manner.PRESSURE,
    ListName.HARDSHIP: Manner.NEED,
}


def sentences_to_read(letter: Letter) -> tuple[str, ...]:
    """What a reader should read of a letter, so that the checks know what it means."""
    return tuple(one.text for one in _to_read(letter))


def by_meaning(
    counted: Sequence[Phrase],
    excused: Sequence[Phrase],
    letter: Letter,
    graver: Callable[[str], bool],
) -> Iterator[Phrase]:
    """What counts of a letter: the listed phrases that stand up to a reading of their sentences,
    and the sentences that sound wrong in a way that no list told.

    `excused`: listed phrases that are no fault here, by the trade, the kind of message or a name.
    Nor are their sentences. `graver`: whether nearly every reader minds a phrase, so that it is
    cleared only where its sentence leaves no doubt.
    """
    read = [(one, letter.heard.of(one.text)) for one in _to_read(letter)]
    marks = {one.span: heard.manners for one, heard in read if heard}
    kept = [
        one
        for one in counted
        if not _is_cleared(one, letter, marks, SURELY_INNOCENT if graver(one.text) else INNOCENT)
    ]
    yield from kept
    passed = {one.sentence for one in excused if _is_weighed(one)}
    judged = [
        (one, _unlisted(marks[one.span], one.span, kept, letter))
        for one, _ in read
        if one.span in marks and one.span not in passed and not _is_quoted(one, letter)
    ]
    listed = {one.sentence for one in kept if _is_weighed(one)}
    faulty = any(_is_weighed(one) and not _is_due(one, letter) for one in kept)
    wary = faulty or any(_loudest(manners, CERTAIN) for _, manners in judged)
    for one, manners in judged:
        manner = _loudest(manners, WARY if wary and one.span not in listed else CERTAIN)
        if manner:
            yield _phrase(one, _LIST_OF[manner])


def _unlisted(
    marks: Mapping[Manner, float], sentence: Span, kept: Sequence[Phrase], letter: Letter
) -> Mapping[Manner, float]:
    """How a sentence sounds, apart from what its listed phrases say and what the letter is for."""
    told = {_MANNER_OF[one.list] for one in kept if one.sentence == sentence and _is_weighed(one)}
    if _apologises(letter):
        told.add(Manner.APOLOGY)
    return {manner: mark for manner, mark in marks.items() if manner not in told}


def _to_read(letter: Letter) -> tuple[Sentence, ...]:
    if language_of(letter) != LANGUAGE:
        return ()
    return tuple(one for one in letter.sentences if _is_read(one))[:_MOST]


def _is_read(sentence: Sentence) -> bool:
    """Half a sentence says nothing yet: one that is being typed is read once it has ended."""
    text = sentence.text
    return (
        len(text) <= _LONGEST
        and len(text.split()) >= _SHORTEST
        and text.rstrip(_BEHIND_THE_END).endswith(_ENDS)
    )


def _is_weighed(phrase: Phrase) -> bool:
    return phrase.list in _MANNER_OF and phrase.field is Field.BODY


def _loudest(marks: Mapping[Manner, float], least: float) -> Manner | None:
    """The manner that sounds most, if it does so with this probability."""
    manner = max(marks, key=lambda one: marks[one], default=None)
    return manner if manner and marks[manner] >= least else None


def _apologises(letter: Letter) -> bool:
    """Whether it is a message that has to."""
    kind = KINDS.get(letter.draft.kind)
    return kind is not None and kind.apology


def _is_due(phrase: Phrase, letter: Letter) -> bool:
    """Whether it is an apology in a message that has to apologise."""
    return phrase.list is ListName.APOLOGY and _apologises(letter)


def _is_cleared(
    phrase: Phrase, letter: Letter, marks: Mapping[Span, Mapping[Manner, float]], limit: float
) -> bool:
    if phrase.own or not _is_weighed(phrase):
        return False
    if _is_due(phrase, letter):
        return False
    read = marks.get(phrase.sentence)
    return read is not None and max(read.values()) < limit


def _is_quoted(sentence: Sentence, letter: Letter) -> bool:
    return any(
        place.start < sentence.span.end and sentence.span.start < place.end
        for part in letter.paragraphs
        for place in part.quotations
    )


def _phrase(sentence: Sentence, name: ListName) -> Phrase:
    text = sentence.text.rstrip()
    span = Span(sentence.span.start, sentence.span.start + len(text))
    return Phrase(
        list=name, field=Field.BODY, text=text, span=span, sentence=sentence.span, instead=None
    )
