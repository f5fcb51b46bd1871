"""How the reader that comes with the application judges sentences it was not taught with."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.meaning.manner import Manner
from core.meaning_files import standard_reader

READER = standard_reader()
WRONG = {
    Manner.PRESSURE: "I really do think that I should have been told something after all this time.",
    Manner.NEED: "We have nothing left to live on, so I beg you to take me, at any wage at all.",
    Manner.APOLOGY: "I am so ashamed of the hopeless answer I gave when you asked about pricing.",
    Manner.PRIVATE: "My boyfriend has epilepsy, and my mother looks after our two children.",
    Manner.CASUAL: "Hey dude, that was super fun, gonna send you my stuff tonight, lol.",
}
INNOCENT = (
    "Thank you for taking the time to speak with me on Tuesday about the role.",
    "When I ran the stockroom in Leeds, I cut the picking errors by a third.",
    "May I ask when you expect to come to a decision?",
    "I have attached the two references that we spoke about.",
)


@pytest.mark.parametrize("manner", list(Manner))
def test_each_manner_is_heard(manner: Manner) -> None:
    marks = READER.read(WRONG[manner])
    assert max(marks, key=lambda name: marks[name]) is manner
    assert marks[manner] > 0.9


@pytest.mark.parametrize("sentence", INNOCENT)
def test_plain_good_sentences_are_let_pass(sentence: str) -> None:
    assert max(READER.read(sentence).values()) < 0.1


@given(st.text(max_size=600))
@settings(deadline=None)
def test_any_text_gets_a_probability_for_each_manner(sentence: str) -> None:
    marks = READER.read(sentence)
    assert list(marks) == list(Manner)
    assert all(0 <= mark <= 1 for mark in marks.values())


def test_a_sentence_is_read_once() -> None:
    assert READER.read(INNOCENT[0]) is READER.read(INNOCENT[0])
