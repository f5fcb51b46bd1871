"""The labelled sentences that the encoder learns from.

Six sources: `letters/`, whole letters with what each sentence is; `veiled/`, single sentences as
they stand in letters, a file for each manner and one for what is innocent; `sentences/`, likewise,
and one for the parts of messages; the sentences on which the word lists are tested; the
application's own templates, filled, which are innocent; and the letters of the *tune* split. No
letter of *validation* or *report* is read.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from benchmarks.letters import Letter, Split, places, read_letters
from core.checks.language import language_of
from core.checks.letter import read_letter
from core.commands.check import situation_of
from core.drafting.kinds import KINDS
from core.drafting.letters import fill
from core.drafting.values import Draft
from core.meaning.heard import ANSWERS, PARTS
from core.meaning.manner import MANNERS, Manner
from tests.core.checks import sentences_left_alone, sentences_of_manner, sentences_of_need
from tests.core.drafting.cases import TEMPLATES, asked, situation

_HERE = Path(__file__).parent
SENTENCES, VEILED, LETTERS = _HERE / "sentences", _HERE / "veiled", _HERE / "letters"
INNOCENT = "innocent"
_CHECKS = {
    16: Manner.APOLOGY,
    18: Manner.NEED,
    19: Manner.PRESSURE,
    20: Manner.CASUAL,
    23: Manner.PRIVATE,
}
_TESTED = (
    (sentences_of_need.PRESSING, Manner.PRESSURE),
    (sentences_of_need.DESPERATE, Manner.NEED),
    (sentences_of_manner.APOLOGETIC, Manner.APOLOGY),
    (sentences_of_manner.PRIVATE, Manner.PRIVATE),
    (sentences_of_manner.CASUAL, Manner.CASUAL),
    (sentences_left_alone.HONEST, None),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sentence and what a careful reader finds in its manner."""

    text: str
    manners: frozenset[Manner]
    parts: frozenset[str] | None = None
    """The parts of a message that it is; None where nobody said."""
    group: str
    """What must not be parted when the sentences are divided: a letter, or a stretch of a file."""
    letter: bool = False
    """Whether it stands in a letter, or as it would in one."""


def labelled() -> tuple[Labelled, ...]:
    """All of them, in an order that is the same every time."""
    sources = (_of_letters(), _of_templates(), _tested(), made_up())
    found = {one.text: one for source in sources for one in source}
    return tuple(found.values())


def made_up() -> Iterator[Labelled]:
    """Those that were written for this purpose."""
    yield from _lettered()
    yield from _written()
    yield from _of_parts()


def shuffled(count: int, seed: int) -> list[int]:
    """The numbers 0 to `count` - 1 in another order, the same for each seed."""
    order = list(range(count))
    random.Random(seed).shuffle(order)
    return order


def _written() -> Iterator[Labelled]:
    for folder, name in product((VEILED, SENTENCES), (*MANNERS, INNOCENT)):
        manners = frozenset() if name == INNOCENT else frozenset([Manner(name)])
        for number, text in _lines(folder / f"{name}.txt"):
            group, letter = f"{folder.name} {name} {number // 10}", folder is VEILED
            yield Labelled(text=text, manners=manners, group=group, letter=letter)


def _of_parts() -> Iterator[Labelled]:
    for number, line in _lines(SENTENCES / "parts.txt"):
        yield _told(line, f"parts {number // 3}", f"parts.txt, line {number}")


def _lettered() -> Iterator[Labelled]:
    """The letters of `letters/`: a head that begins with "#", then a sentence in each line."""
    for file in sorted(LETTERS.glob("*.txt")):
        letter = 0
        for number, line in _lines(file):
            if line.startswith("#"):
                letter += 1
            elif line:
                place = f"{file.name}, line {number}"
                yield replace(_told(line, f"{file.stem} {letter}", place), letter=True)


def _told(line: str, group: str, place: str) -> Labelled:
    """A sentence behind the names of what it is."""
    before, told, text = line.partition("|")
    names = frozenset(name.strip() for name in before.split(",")) - {""}
    if not told or names - set(ANSWERS):
        raise SystemExit(f"{place}: {line}")
    manners = frozenset(Manner(name) for name in names - set(PARTS))
    return Labelled(text=text.strip(), manners=manners, parts=names & set(PARTS), group=group)


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return ((number, line.strip()) for number, line in enumerate(lines, 1))


def _tested() -> Iterator[Labelled]:
    for sentences, manner in _TESTED:
        manners = frozenset([manner] if manner else [])
        for number, text in enumerate(sentences):
            yield Labelled(text=text, manners=manners, group=f"tested {manner} {number // 10}")


def _of_templates() -> Iterator[Labelled]:
    for kind in KINDS:
        for choice in TEMPLATES.available(kind):
            if choice.language == "en":
                known = situation(kind, "04-07 10:00")
                body = fill(TEMPLATES, asked(choice), known).body
                for sentence in read_letter(Draft(kind=kind, body=body), known).sentences:
                    text = " ".join(sentence.text.split())
                    yield Labelled(text=text, manners=frozenset(), group=f"template {kind}")


def _of_letters() -> Iterator[Labelled]:
    for letter in read_letters():
        parsed = read_letter(letter.draft, situation_of(letter.file))
        if letter.split is Split.TUNE and language_of(parsed) == "en":
            for sentence in parsed.sentences:
                manners = _faults_in(letter, sentence.span.start, sentence.span.end)
                if manners or not letter.faults:  # of others nobody wrote down everything
                    text = " ".join(sentence.text.split())
                    yield Labelled(text=text, manners=manners, group=letter.name, letter=True)


def _faults_in(letter: Letter, start: int, end: int) -> frozenset[Manner]:
    return frozenset(
        _CHECKS[fault.check]
        for fault in letter.faults
        if fault.check in _CHECKS and fault.words
        for place in places(fault.words, letter.draft.body)
        if place.start < end and start < place.end
    )
