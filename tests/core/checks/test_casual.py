"""Emoji, capitals and exclamation marks."""

import pytest

from core.checks.finding import Field, Level
from tests.core.checks.desk import DRAFT, adding, saying, situation, told


@pytest.mark.parametrize("sign", ["🙂", "👍🏽", "❤️", ":)", ";-)", "<3", "👩‍💻"])
def test_emoji_are_found_whole_and_taken_out_cleanly(sign: str) -> None:
    before = told(adding(f"See you soon {sign}"))
    finding = before.one(20)
    assert finding.text == sign
    after = before.mended(finding.fixes[0])
    assert "See you soon\n\nKind regards" in after.draft.body


@pytest.mark.parametrize(
    "text", ["at 10:30", "the ratio 3:1", "see (a) and b)", "x < 3 mm", "Note: P is pressure"]
)
def test_signs_of_other_meaning_are_left_alone(text: str) -> None:
    assert told(adding(f"We met {text}.")).of(20) == []


def test_a_shouted_word_is_found_and_calmed() -> None:
    before = told(adding("I REALLY liked it."))
    finding = before.one(20)
    assert (finding.text, finding.level, finding.fixes[0].text) == (
        "REALLY",
        Level.SHOULD,
        "really",
    )
    assert "I really liked it." in before.mended(finding.fixes[0]).draft.body


@pytest.mark.parametrize(
    "word", ["SQL", "NHS", "HACCP", "COSHH", "GmbH", "MIG", "B2B", "ISO", "XYZQ", "IT"]
)
def test_acronyms_are_not_shouted(word: str) -> None:
    assert told(adding(f"I also know {word} well.")).of(20) == []


def test_the_words_of_the_case_may_stand_in_capitals() -> None:
    case = situation(company="ACME STUDIOS")
    assert told(adding("STUDIOS was on the door."), case).of(20) == []
    assert told(adding("STUDIOS was on the door.")).one(20).text == "STUDIOS"


def test_one_exclamation_mark_is_warm_two_are_many_and_three_too_many() -> None:
    assert told(adding("Thank you!")).of(21) == []
    assert told(adding("Thank you! Truly!")).one(21).level is Level.SHOULD
    assert told(adding("Thank you! Truly! Yes!")).one(21).level is Level.MUST
    assert told(adding("Thank you!!")).one(21).level is Level.MUST


def test_one_click_calms_every_mark_but_the_first() -> None:
    before = told(adding("Thank you! Truly!! Yes?!"))
    after = before.mended(before.one(21).fixes[0])
    assert "Thank you! Truly. Yes?" in after.draft.body
    assert after.of(21) == []


def test_the_subject_counts_and_names_do_not() -> None:
    loud = saying(DRAFT.body, subject="Data Engineer!!")
    assert told(loud).one(21).field is Field.SUBJECT
    assert (
        told(adding("At Yahoo! I learned it. Thank you!"), situation(company="Yahoo!")).of(21) == []
    )
    assert told(adding("You said “Good! Very good!” to that.")).of(21) == []
