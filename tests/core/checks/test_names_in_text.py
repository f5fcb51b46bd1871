"""Names within the text: a titled name that is nearly one of the cards'."""

import pytest

from tests.core.checks.desk import ANNA, adding, situation, told


@pytest.mark.parametrize(
    ("sentence", "wrote", "right"),
    [
        ("Dr. van den Berg also told me about the plan.", "van den Berg", "van der Berg"),
        ("As Ms van der Bergh said, it took a year.", "van der Bergh", "van der Berg"),
        ("I told Mr Moreaux about it.", "Moreaux", "Moreau"),
    ],
)
def test_a_slip_of_a_name_is_found_and_mended(sentence: str, wrote: str, right: str) -> None:
    found = told(adding(sentence))

    slip = found.one(1)
    assert (slip.text, slip.fixes[0].text) == (wrote, right)
    assert found.mended(slip.fixes[0]).of(1) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. van der Berg also told me about the plan.",
        "Dr. Van der Berg was kind.",
        "I met Mr. Okonkwo, too.",
        "Prof. Berger taught me to ask first.",
        "I bought the frau motto cards in the der Berg shop.",
    ],
)
def test_a_right_name_and_another_persons_are_left_alone(sentence: str) -> None:
    assert told(adding(sentence)).of(1) == []


def test_a_correction_may_name_the_slip() -> None:
    said = adding("I wrote Dr. van den Berg.", kind="M3")
    assert told(said, situation(people=(ANNA,))).of(1) == []
