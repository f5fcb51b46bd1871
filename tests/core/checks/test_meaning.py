"""What the reading of a whole sentence adds to the lists, and what it takes away."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from core.checks.letter import read_letter
from core.checks.lists import ListName, read_wordlists
from core.checks.meaning import CERTAIN, INNOCENT
from core.checks.phrase import Phrase
from core.checks.tone import phrases_of
from core.meaning.manner import MANNERS, Manner
from tests.core.checks.desk import KNOWLEDGE, adding, situation

LISTED = "The supplier of the cold store still owes us the last delivery."
UNLISTED = "The kettle and the clock were the best part of the tour."


class Marks:
    """Reads what a test tells: a mark for the sentences that hold some words, none for others."""

    def __init__(self, words: str, manner: str, mark: float) -> None:
        self._words = words
        self._marks = {Manner(manner): mark}

    def read(self, sentence: str) -> Mapping[Manner, float]:
        none = dict.fromkeys(MANNERS, 0.0)
        return none | self._marks if self._words in sentence else none


def heard(
    sentence: str, manner: str, mark: float, *, kind: str = "M4", language: str = "en"
) -> list[Phrase]:
    """What counts in that sentence of a letter, read as having that mark."""
    draft = adding(sentence, kind=kind, language=language)
    where = situation()
    lists = replace(KNOWLEDGE.lists, manner=Marks(sentence.rstrip(".")[-12:], manner, mark))
    found = phrases_of(read_letter(draft, where), where, lists)
    return [phrase for phrase in found if phrase.text in sentence]


def test_a_listed_phrase_is_let_pass_where_its_sentence_sounds_innocent() -> None:
    assert [one.list for one in heard(LISTED, "pressure", INNOCENT)] == [ListName.GUILT]
    assert heard(LISTED, "pressure", INNOCENT - 0.01) == []


@pytest.mark.parametrize(
    ("manner", "name"),
    [
        ("pressure", ListName.GUILT),
        ("need", ListName.BEGGING),
        ("apology", ListName.APOLOGY),
        ("private", ListName.PRIVATE),
        ("casual", ListName.CASUAL),
    ],
)
def test_a_sentence_that_certainly_sounds_wrong_counts_as_a_whole(
    manner: str, name: ListName
) -> None:
    assert heard(UNLISTED, manner, CERTAIN - 0.01) == []
    (phrase,) = heard(UNLISTED, manner, CERTAIN)
    assert (phrase.list, phrase.text, phrase.instead) == (name, UNLISTED, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "I am desperate to join Halvorsen Maritime in Berlin.",
        "Please let me know the decision about the role ASAP.",
        "You said you would call me on Tuesday about the role.",
        "I’m begging you for the role in your team.",
        "My husband would like to move to Berlin, too.",
    ],
)
def test_what_every_reader_minds_counts_however_its_sentence_sounds(sentence: str) -> None:
    assert heard(sentence, "need", 0.0) != []


def test_what_the_user_added_counts_wherever_it_stands() -> None:
    own = read_wordlists({}, {"guilt": {"phrases": ["kettle and the clock"]}})
    lists = replace(own, manner=Marks("tour", "pressure", 0.0))
    draft, where = adding(UNLISTED), situation()
    assert [p.text for p in phrases_of(read_letter(draft, where), where, lists)] == [
        "kettle and the clock"
    ]


def test_a_fault_is_told_once() -> None:
    (phrase,) = heard(LISTED, "pressure", 1.0)
    assert phrase.text in LISTED
    assert phrase.text != LISTED


@pytest.mark.parametrize(
    "sentence", ["“The kettle and the clock were best”, she said.", "The tour was quite good."]
)
def test_what_is_quoted_or_too_short_is_left_to_the_lists(sentence: str) -> None:
    assert heard(sentence, "pressure", 1.0) == []


def test_half_a_sentence_says_nothing_yet() -> None:
    assert heard(UNLISTED.rstrip("."), "pressure", 1.0) == []


def test_a_letter_that_has_to_apologise_may_do_it_in_its_own_words() -> None:
    assert heard(UNLISTED, "apology", 1.0, kind="M3") == []


def test_other_languages_are_left_to_the_lists() -> None:
    assert heard(UNLISTED, "pressure", 1.0, language="de") == []
