"""Private matters: what a trade is about, and what may be the one reason given, are no faults."""

from dataclasses import replace

import pytest

from core.checks.letter import read_letter
from core.checks.lists import ListName
from core.checks.tone import phrases_of
from core.drafting.values import Draft
from tests.core.checks.desk import KNOWLEDGE, situation

WHERE = situation()


def private(sentence: str, kind: str = "M1", role: str = "Data Engineer") -> bool:
    where = replace(WHERE, case=replace(WHERE.case, role=role))
    body = f"Dear Anna,\n\n{sentence}\n\nKind regards,\nSam"
    letter = read_letter(Draft(kind=kind, body=body, language="en"), where)
    return any(p.list is ListName.PRIVATE for p in phrases_of(letter, where, KNOWLEDGE.lists))


def test_a_chaplain_may_speak_of_the_parish() -> None:
    sentence = "My parish keeps me busy on Sundays and at Easter."
    assert private(sentence)
    assert not private(sentence, role="Hospital Chaplain")


@pytest.mark.parametrize("kind", ["M14", "M16"])
def test_the_family_may_be_the_reason_for_a_no_or_for_more_time(kind: str) -> None:
    sentence = "My husband has been offered work in Aberdeen."
    assert private(sentence)
    assert not private(sentence, kind=kind)


def test_an_illness_is_no_reason_to_give_even_then() -> None:
    assert private("I have epilepsy.", kind="M16")
