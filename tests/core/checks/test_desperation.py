"""The desperation score, sum by sum."""

from dataclasses import replace

import pytest

from core.checks.check import check
from core.checks.finding import Level
from core.drafting.values import Draft
from core.playbook.values import Sent
from tests.core.checks.desk import DRAFT, KNOWLEDGE, adding, berlin, saying, situation, told


def score(draft: Draft) -> int:
    return check(draft, situation(), KNOWLEDGE).desperation


def only(sentence: str) -> Draft:
    return saying(f"Dear Dr. van der Berg,\n\n{sentence}\n\nKind regards,\nSam Lee")


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("Thank you for the talk about Airflow.", 0),
        ("I really need this job.", 3),
        ("I am running out of money.", 3),
        ("I am still waiting for your answer.", 3),
        ("I need to hear by Friday.", 4),
        ("I just wanted to ask about Airflow.", 1),
        ("It was wonderful and perfect.", 0),
        ("It was wonderful, perfect, amazing and fantastic.", 2),
        ("How nice! How kind! How good!", 2),
        ("Who will come? Where is it? When is it?", 1),
        ("Who will come? Where is it?", 0),
        ("I really need this job. I will do anything.", 6),
    ],
)
def test_each_thing_has_its_weight(sentence: str, points: int) -> None:
    assert score(only(sentence)) == points


def test_an_indirect_question_counts_as_one() -> None:
    assert score(only("Who? Where? I would be glad to know when you will decide.")) == 1


def test_a_contact_too_many_weighs_three_and_one_too_soon_two() -> None:
    first = Sent(message="M4", at=berlin("04-02 10:00"), to=("anna",))
    second = replace(first, at=berlin("04-02 11:00"))
    calm = only("Thank you for the talk about Airflow.")
    assert check(calm, situation(first), KNOWLEDGE).desperation == 2
    assert check(calm, situation(first, second), KNOWLEDGE).desperation == 3


def test_calm_letters_hear_nothing_of_it() -> None:
    assert told(DRAFT).of(18) == []
    assert told(adding("I just wanted to add that.")).of(18) == []


def test_three_points_warn_and_six_must_be_mended() -> None:
    warned = told(adding("I really need this job.")).one(18)
    assert (warned.level, warned.text) == (Level.SHOULD, "I really need this job")
    both = told(adding("I really need this job. I am running out of money.")).of(18)
    assert {finding.level for finding in both} == {Level.MUST}


def test_pressure_weighs_but_is_told_by_its_own_check_alone() -> None:
    found = told(adding("I need to hear by Friday."))
    assert found.of(18) == []
    assert len(found.of(19)) == 1


def test_of_many_superlatives_those_after_the_second_are_shown() -> None:
    sentence = "It was wonderful, perfect, amazing, fantastic and brilliant."
    assert [f.text for f in told(only(sentence)).of(18)] == ["amazing", "fantastic", "brilliant"]
