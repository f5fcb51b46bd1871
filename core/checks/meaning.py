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
CERTAIN = 0.8
INNOCENT = 0.1
"""Probabilities, measured by `training.train measure`: false alarms are dearer than misses."""
SURELY_INNOCENT = 0.03
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
_WEIGHED = frozenset([*_LIST_OF.values(), ListName.DEADLINE, ListName.HARDSHIP])


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
    and the sentences that no list knows but that certainly sound wrong.

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
    spoken_of = {one.sentence for one in (*kept, *excused) if _is_weighed(one)}
    for one, _ in read:
        name = _wrong(marks.get(one.span, {}))
        due = name is ListName.APOLOGY and _apologises(letter)
        if name and not due and one.span not in spoken_of and not _is_quoted(one, letter):
            yield _phrase(one, name)


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
    return phrase.list in _WEIGHED and phrase.field is Field.BODY


def _wrong(marks: Mapping[Manner, float]) -> ListName | None:
    """The list to which a sentence belongs that certainly sounds wrong."""
    manner = max(marks, key=lambda one: marks[one], default=None)
    return _LIST_OF[manner] if manner and marks[manner] >= CERTAIN else None


def _apologises(letter: Letter) -> bool:
    """Whether it is a message that has to."""
    kind = KINDS.get(letter.draft.kind)
    return kind is not None and kind.apology


def _is_cleared(
    phrase: Phrase, letter: Letter, marks: Mapping[Span, Mapping[Manner, float]], limit: float
) -> bool:
    if phrase.own or not _is_weighed(phrase):
        return False
    if phrase.list is ListName.APOLOGY and _apologises(letter):
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
