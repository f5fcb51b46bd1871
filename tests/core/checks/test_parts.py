"""The words of must-have parts, as data."""

import pytest

from core.check_data import standard_parts
from core.checks.check import check
from core.checks.letter import Letter, read_letter
from core.checks.lists import WordlistError
from core.checks.must_have import _TESTS
from core.checks.parts import (
    ABSENT,
    COMPUTED,
    HELPERS,
    LANGUAGES,
    PLAUSIBLE,
    is_heard,
    read_parts,
    shown,
)
from core.checks.text import sentences
from core.drafting.kinds import KINDS
from core.meaning.heard import PARTS as PARTS_HEARD
from core.meaning.heard import Heard, Marks, spoken
from tests.core.checks.desk import DRAFT, KNOWLEDGE, adding, situation

PARTS = standard_parts()


def names(text: str) -> set[str]:
    return {name for sentence in sentences(text) for name, _ in shown(PARTS, sentence.text)}


def test_every_part_of_every_kind_has_words_or_is_found_otherwise() -> None:
    needed = {part for kind in KINDS.values() for part in kind.must_have}
    assert needed <= set(PARTS.languages) | COMPUTED
    assert set(_TESTS) <= COMPUTED


@pytest.mark.parametrize("part", sorted(set(PARTS.languages) - HELPERS))
def test_every_part_has_words_in_the_four_languages(part: str) -> None:
    assert PARTS.languages[part] == LANGUAGES


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("thanks", "It was good of you all to make room for me."),
        ("interest", "I have not stopped thinking of it."),
        ("interest", "Das Projekt reizt mich sehr."),
        ("strength", "Ten years of tram driving have taught me calm."),
        ("strength", "Aporto ocho años en urgencias."),
        ("material", "Just say the word and the list is with you."),
        ("material", "Je reste à votre disposition."),
        ("way out", "Should the post be filled, I wish you well with your choice."),
        ("way out", "A one-line answer is plenty."),
        ("timing", "We spoke of the end of March."),
        ("outcome", "They chose another candidate."),
        ("positive", "Your questions made me think."),
        ("future", "If something opens in autumn, I would love to hear."),
        ("reason", "Another school asked me first, and I owe them an answer."),
        ("joy", "I am over the moon."),
        ("written terms", "May I have the offer on paper?"),
        ("clear no", "I must turn your offer down."),
        ("good wishes", "I keep my fingers crossed for the premiere."),
        ("place", "I will dial in."),
        ("who attends", "Is it you alone, or the whole panel?"),
        ("decision", "By when will you have chosen?"),
        ("references", "Here is the list of my references."),
    ],
)
def test_a_part_is_known_in_many_words(part: str, sentence: str) -> None:
    assert part in names(sentence)


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("thanks", "I write about the role."),
        ("interest", "I look forward to hearing from you."),
        ("strength", "When do you expect to decide?"),
        ("pay", "I accept your offer."),
        ("clear no", "I am happy to join you."),
        ("way out", "When do you expect to decide?"),
        ("written terms", "I am delighted with the offer."),
        ("file", "The ward is attached to the school."),
        ("topic", "I enjoyed hearing more about what you do."),
    ],
)
def test_other_sentences_are_no_part(part: str, sentence: str) -> None:
    assert part not in names(sentence)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ({"parts": {"thank": {}}}, "parts.thank"),
        ({"parts": {"thanks": {"xx": []}}}, "parts.thanks"),
        ({"parts": {"thanks": {"en": "thank"}}}, "parts.thanks.en"),
        ({"parts": {"thanks": {"en": ["(thank"]}}}, "parts.thanks.en"),
        ({"parts": {"thanks": []}}, "parts.thanks"),
        ({"word": {}}, "parts.toml"),
        ({"words": {"tool": []}}, "words"),
    ],
)
def test_a_mistake_is_named_by_its_place(content: dict[str, object], place: str) -> None:
    with pytest.raises(WordlistError, match=place):
        read_parts(content)


def heard_as(part: str, mark: float, sentence: str) -> Letter:
    marks = Marks(manners={}, parts={part: mark})
    return read_letter(adding(sentence), situation(), Heard({spoken(sentence): marks}))


@pytest.mark.parametrize("part", ["way out", "value", "strength"])
def test_a_part_in_unknown_words_is_known_by_the_meaning_of_its_sentence(part: str) -> None:
    sentence, told = "The kettle is yours to keep.", "value" if part == "strength" else part
    assert is_heard(part, heard_as(told, PLAUSIBLE, sentence))
    assert not is_heard(part, heard_as(told, PLAUSIBLE - 0.01, sentence))
    assert not is_heard("pay", heard_as(told, 1.0, sentence))
    assert not is_heard(part, read_letter(adding(sentence), situation()))


def missing_parts(marks: dict[str, Marks]) -> list[str]:
    """What is said to be missing in the good draft when its sentences were heard so."""
    findings = check(DRAFT, situation(), KNOWLEDGE, heard=Heard(marks)).findings
    return [finding.variant for finding in findings if finding.check == 9]


def test_a_part_that_no_sentence_is_is_missing_whatever_words_stand_there() -> None:
    said = [spoken(one.text) for one in read_letter(DRAFT, situation()).sentences]
    clear = dict.fromkeys(PARTS_HEARD, 1.0)
    assert missing_parts(dict.fromkeys(said, Marks(manners={}, parts=clear))) == []
    at_limit = dict.fromkeys(said, Marks(manners={}, parts=clear | {"value": ABSENT}))
    assert missing_parts(at_limit) == []
    below = dict.fromkeys(said, Marks(manners={}, parts=clear | {"value": ABSENT - 0.01}))
    assert missing_parts(below) == ["strength"]
    del below[said[0]]
    assert missing_parts(below) == []
