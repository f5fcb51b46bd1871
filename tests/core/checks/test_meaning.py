"""What the reading of a whole sentence adds to the lists, and what it takes away."""

import pytest

from core.checks.letter import read_letter
from core.checks.lists import ListName, read_wordlists
from core.checks.meaning import CERTAIN, INNOCENT, SURELY_INNOCENT, WARY, sentences_to_read
from core.checks.phrase import Phrase
from core.checks.tone import phrases_of
from core.meaning.heard import Heard, Marks, spoken
from core.meaning.manner import MANNERS, Manner
from tests.core.checks.desk import DRAFT, KNOWLEDGE, adding, situation, told_by_meaning

LISTED = "The supplier of the cold store still owes us the last delivery."
UNLISTED = "The kettle and the clock were the best part of the tour."


def marked(sentence: str, manner: str, mark: float) -> Heard:
    """A reader's word that one sentence sounds so, and in no other way."""
    return Heard({spoken(sentence): marks(**{manner: mark})})


def marks(**heard: float) -> Marks:
    """How a sentence sounds: in these ways, and in no other."""
    manners = dict.fromkeys(MANNERS, 0.0) | {Manner(name): mark for name, mark in heard.items()}
    return Marks(manners=manners, parts={})


def heard(
    sentence: str, manner: str, mark: float, *, kind: str = "M4", language: str = "en"
) -> list[Phrase]:
    """What counts in that sentence of a letter, read as having that mark."""
    draft = adding(sentence, kind=kind, language=language)
    where = situation()
    letter = read_letter(draft, where, marked(sentence, manner, mark))
    found = phrases_of(letter, where, KNOWLEDGE.lists)
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
def test_what_every_reader_minds_counts_unless_its_sentence_leaves_no_doubt(sentence: str) -> None:
    assert heard(sentence, "need", SURELY_INNOCENT) != []
    assert heard(sentence, "need", SURELY_INNOCENT - 0.01) == []


def test_what_the_user_added_counts_wherever_it_stands() -> None:
    own = read_wordlists({}, {"guilt": {"phrases": ["kettle and the clock"]}})
    where = situation()
    letter = read_letter(adding(UNLISTED), where, marked(UNLISTED, "pressure", 0.0))
    assert [one.text for one in phrases_of(letter, where, own)] == ["kettle and the clock"]


def test_a_fault_is_told_once() -> None:
    (phrase,) = heard(LISTED, "pressure", 1.0)
    assert phrase.text in LISTED
    assert phrase.text != LISTED


def test_a_listed_phrase_does_not_hide_what_else_is_wrong_with_its_sentence() -> None:
    assert [one.list for one in heard(LISTED, "need", CERTAIN - 0.01)] == [ListName.GUILT]
    whole, phrase = heard(LISTED, "need", CERTAIN)
    assert (whole.list, whole.text) == (ListName.BEGGING, LISTED)
    assert phrase.list is ListName.GUILT


@pytest.mark.parametrize("other", [LISTED, "The rent of that room is due on the first, you see."])
def test_where_something_is_wrong_a_doubtful_sentence_counts(other: str) -> None:
    def told(mark: float) -> list[str]:
        found = Heard({UNLISTED: marks(casual=mark), other: marks(pressure=CERTAIN)})
        letter = read_letter(adding(f"{UNLISTED} {other}"), situation(), found)
        return [one.text for one in phrases_of(letter, situation(), KNOWLEDGE.lists)]

    assert UNLISTED in told(WARY)
    assert UNLISTED not in told(WARY - 0.01)


def test_an_apology_that_is_due_makes_nobody_wary() -> None:
    due = "I apologise for the wrong name in my first note."
    found = Heard({UNLISTED: marks(casual=WARY), due: marks(apology=1.0)})
    letter = read_letter(adding(f"{UNLISTED} {due}", kind="M3"), situation(), found)
    said = [one.text for one in phrases_of(letter, situation(), KNOWLEDGE.lists)]
    assert UNLISTED not in said
    assert "I apologise for" in said


@pytest.mark.parametrize(
    "sentence", ["“The kettle and the clock were best”, she said.", "The tour was good."]
)
def test_what_is_quoted_or_too_short_is_left_to_the_lists(sentence: str) -> None:
    assert heard(sentence, "pressure", 1.0) == []


def test_half_a_sentence_says_nothing_yet() -> None:
    assert heard(UNLISTED.rstrip("."), "pressure", 1.0) == []


def test_a_letter_that_has_to_apologise_may_do_it_in_its_own_words() -> None:
    assert heard(UNLISTED, "apology", 1.0, kind="M3") == []


def test_other_languages_are_left_to_the_lists() -> None:
    assert heard(UNLISTED, "pressure", 1.0, language="de") == []


def test_what_was_not_read_yet_is_left_to_the_lists() -> None:
    where = situation()
    found = phrases_of(read_letter(adding(LISTED), where), where, KNOWLEDGE.lists)
    assert ListName.GUILT in [one.list for one in found]


def test_whole_english_sentences_are_to_be_read() -> None:
    where = situation()
    letter = read_letter(adding(f"{UNLISTED} The tour was good. And the half of"), where)
    assert UNLISTED in sentences_to_read(letter)
    assert not {"The tour was good.", "And the half of"} & set(sentences_to_read(letter))
    assert sentences_to_read(read_letter(adding(UNLISTED, language="de"), where)) == ()


def test_of_an_endless_letter_only_the_beginning_is_read() -> None:
    letter = read_letter(adding(" ".join([UNLISTED] * 1000)), situation())
    assert len(sentences_to_read(letter)) == 200


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("One might have hoped that a house of your standing would at least send a line.", 19),
        ("My redundancy pay is gone, so I would take whatever you can give me.", 18),
        ("I still blush when I think of how I lost the thread in the second half.", 16),
        ("It was a right good laugh in your workshop, mate, cheers for that.", 20),
        ("Our little daughter has been in hospital twice this winter with her lungs.", 23),
    ],
)
def test_faults_are_found_in_words_that_stand_on_no_list(sentence: str, number: int) -> None:
    assert number in told_by_meaning(adding(sentence)).checks


@pytest.mark.parametrize(
    "sentence",
    [
        "A leak of that size is unacceptable in a cold store, and we closed it the same night.",
        "The invoices that were still waiting for a signature were on the left side of the desk.",
        "On my ward the urgent cases had a red clip and the others a blue one.",
    ],
)
def test_words_of_the_trade_are_let_pass_once_their_sentence_is_read(sentence: str) -> None:
    assert told_by_meaning(adding(sentence)).checks == told_by_meaning(DRAFT).checks
