"""The letters that the checks are measured on are what they claim to be."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from benchmarks.checks import read_all, score
from benchmarks.letters import FOLDER, Fault, Letter, Split, read_letters
from core.checks.finding import Field, Finding, Level, Span
from core.checks.letter import read_letter
from core.commands.check import situation_of
from core.drafting.kinds import KINDS
from training.sources import made_up

LETTERS = read_letters()
FAULTLESS = [letter for letter in LETTERS if not letter.faults]
SEEDED = [(letter, fault) for letter in LETTERS for fault in letter.faults]
ALL_CHECKS = range(1, 32)
FIRST_REPORTED = 526
"""The even ones before it were reported until the checks were improved by them."""
MOST_SUBJECT = 60
ANYBODYS = 7
"""Words; a shorter sentence, such as "Has a decision been made?", stands in many a letter."""


def label(value: object) -> str | None:
    return value.name if isinstance(value, Letter) else None


def test_every_file_of_the_folder_is_a_letter_with_its_expectation() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.json")) == [each.name for each in LETTERS]


def test_there_are_many_letters_and_half_of_those_reported_are_faultless() -> None:
    reported = [letter for letter in LETTERS if letter.split is Split.REPORT]
    assert len(LETTERS) >= 400
    assert len([letter for letter in reported if not letter.faults]) * 2 >= len(reported)


def test_the_number_tells_what_a_letter_is_for() -> None:
    numbers = [int(letter.name.partition("-")[0]) for letter in LETTERS]
    assert sorted(set(numbers)) == numbers
    for number, letter in zip(numbers, LETTERS, strict=True):
        even = Split.REPORT if number >= FIRST_REPORTED else Split.VALIDATION
        assert letter.split is (Split.TUNE if number % 2 else even)


def test_what_the_encoder_was_taught_stands_in_no_letter_that_is_kept_back() -> None:
    def plain(text: str) -> str:
        return " ".join(re.findall(r"\w+", text.lower()))

    kept_back = {
        plain(sentence.text)
        for letter in LETTERS
        if letter.split is not Split.TUNE
        for sentence in read_letter(letter.draft, situation_of(letter.file)).sentences
    }
    known = {text for text in kept_back if len(text.split()) > ANYBODYS}
    taught = [plain(one.text) for one in made_up()]
    assert len(known) > 1_000
    assert len(taught) > 20_000
    assert [text for text in taught if text in known] == []


def test_each_split_holds_dozens_of_faultless_letters() -> None:
    assert min(Counter(letter.split for letter in FAULTLESS).values()) >= 36


def test_every_kind_of_message_is_there_faultless_and_in_whatever_split() -> None:
    assert {letter.draft.kind for letter in FAULTLESS} == set(KINDS)


@pytest.mark.parametrize("split", Split)
@pytest.mark.parametrize("check", ALL_CHECKS)
def test_every_check_has_two_seeded_faults_in_each_split(check: int, split: Split) -> None:
    seeded = [fault for letter, fault in SEEDED if letter.split is split and fault.check == check]
    assert len(seeded) >= 2


@pytest.mark.parametrize(("letter", "fault"), SEEDED, ids=label)
def test_the_words_of_a_fault_stand_in_its_letter(letter: Letter, fault: Fault) -> None:
    fields = (Field.BODY, Field.SUBJECT, Field.ATTACHMENTS)
    assert any(fault.words in text for field in fields for text in letter.texts(field))


def test_ten_letters_or_more_are_in_another_language() -> None:
    languages = Counter(letter.draft.language for letter in LETTERS)
    assert languages["de"] + languages["fr"] + languages["es"] >= 10
    assert min(languages[language] for language in ("de", "fr", "es")) >= 3


def test_nobody_writes_two_letters() -> None:
    writers = Counter(letter.file.me.name for letter in LETTERS if letter.file.me)
    assert writers.total() == len(LETTERS)
    assert [name for name, count in writers.items() if count > 1] == []


def test_nobody_is_written_to_by_two_employers() -> None:
    employers: dict[str, set[str]] = defaultdict(set)
    for letter in LETTERS:
        for person in letter.file.case.people:
            employers[person.name].add(letter.file.case.company)
    assert [name for name, places in employers.items() if len(places) > 1] == []


@pytest.mark.parametrize("letter", FAULTLESS, ids=label)
def test_a_faultless_letter_has_a_subject_that_fits(letter: Letter) -> None:
    if letter.draft.channel == "email":
        assert 0 < len(letter.draft.subject) <= MOST_SUBJECT


@pytest.mark.parametrize("letter", FAULTLESS, ids=label)
def test_a_faultless_letter_is_as_long_as_its_kind_asks(letter: Letter) -> None:
    kind = KINDS[letter.draft.kind]
    if kind.most_characters is not None:
        assert len(letter.draft.body) <= kind.most_characters
    else:
        assert kind.shortest <= len(inner_words(letter)) <= kind.longest


def inner_words(letter: Letter) -> list[str]:
    """The words between salutation and signature; a phone script has neither."""
    paragraphs = letter.draft.body.split("\n\n")
    inner = paragraphs if letter.draft.channel == "phone" else paragraphs[1:-1]
    return [word for word in " ".join(inner).split() if re.search(r"\w", word)]


@pytest.mark.parametrize("letter", FAULTLESS, ids=label)
def test_a_faultless_letter_comes_after_everything_that_happened(letter: Letter) -> None:
    draft = letter.draft
    assert draft.begun is not None
    assert draft.send_at is not None
    moments = [draft.begun, letter.file.case.now, draft.send_at]
    assert all(earlier <= later for earlier, later in pairwise(moments))


HASTY = next(letter for letter in LETTERS if any(fault.words for fault in letter.faults))
WRONG_WORDS = next(fault for fault in HASTY.faults if fault.words)
AT = HASTY.draft.body.index(WRONG_WORDS.words)


@pytest.mark.parametrize(
    ("start", "end", "named"),
    [
        (AT, AT + len(WRONG_WORDS.words), True),
        (AT - 10, AT + 1, True),
        (AT - 10, AT, False),
        (AT + len(WRONG_WORDS.words), AT + len(WRONG_WORDS.words) + 5, False),
    ],
)
def test_a_finding_names_a_fault_when_it_touches_its_words(
    start: int, end: int, named: bool
) -> None:
    finding = Finding(check=WRONG_WORDS.check, level=Level.MUST, span=Span(start, end))
    assert HASTY.names(WRONG_WORDS, finding) is named


def test_another_check_or_another_field_names_no_fault() -> None:
    span = Span(AT, AT + 1)
    other = Finding(check=WRONG_WORDS.check + 1, level=Level.MUST, span=span)
    elsewhere = Finding(check=WRONG_WORDS.check, level=Level.MUST, field=Field.CHANNEL, span=span)
    nowhere = Finding(check=WRONG_WORDS.check, level=Level.MUST)
    assert not any(HASTY.names(WRONG_WORDS, each) for each in (other, elsewhere, nowhere))


def test_a_fault_on_no_words_is_named_by_its_check() -> None:
    fault = Fault(check=12, words="")
    assert HASTY.names(fault, Finding(check=12, level=Level.HINT))
    assert not HASTY.names(fault, Finding(check=13, level=Level.SHOULD))


def test_the_checks_are_as_good_as_they_were() -> None:
    """On some letters of each split, as reading takes a while; `make bench` reads all."""
    every = {Split.TUNE: 12, Split.VALIDATION: 12, Split.REPORT: 2}
    of = {split: [one for one in LETTERS if one.split is split] for split in Split}
    readings = read_all([one for split, step in every.items() for one in of[split][::step]])
    tune, report = score(readings, Split.TUNE), score(readings, Split.REPORT)
    assert tune.recall >= 0.95
    assert score(readings, Split.VALIDATION).recall >= 0.8
    assert report.recall >= 0.8
    assert tune.alarms_in_thousand_words <= 1
    assert report.alarms_in_thousand_words <= 2.5
