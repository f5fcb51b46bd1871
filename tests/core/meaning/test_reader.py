"""How the reader that comes with the application judges sentences it was not taught with."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.meaning import reader as module
from core.meaning.heard import PARTS, Marks
from core.meaning.manner import Manner
from core.meaning.reader import AT_ONCE
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
SHOWN = {
    "thanks": INNOCENT[0],
    "value": INNOCENT[1],
    "decision": INNOCENT[2],
    "good wishes": "I wish you and the whole crew a good season.",
}


def marks(sentence: str) -> Marks:
    found = READER.read([sentence]).of(sentence)
    assert found is not None
    return found


@pytest.mark.parametrize("manner", list(Manner))
def test_each_manner_is_heard(manner: Manner) -> None:
    manners = marks(WRONG[manner]).manners
    assert max(manners, key=lambda name: manners[name]) is manner
    assert manners[manner] > 0.9


@pytest.mark.parametrize("sentence", INNOCENT)
def test_plain_good_sentences_are_let_pass(sentence: str) -> None:
    assert max(marks(sentence).manners.values()) < 0.1


@pytest.mark.parametrize("part", SHOWN)
def test_the_parts_of_a_message_are_told(part: str) -> None:
    parts = marks(SHOWN[part]).parts
    assert max(parts, key=lambda name: parts[name]) == part
    assert parts[part] > 0.5


@given(st.text(max_size=600))
@settings(deadline=None, max_examples=30)
def test_any_text_gets_a_probability_for_everything(sentence: str) -> None:
    found = marks(sentence)
    assert list(found.manners) == list(Manner)
    assert tuple(found.parts) == PARTS
    assert all(0 <= mark <= 1 for mark in (*found.manners.values(), *found.parts.values()))


def test_sentences_together_are_read_as_each_alone() -> None:
    alone = {one: marks(one).manners for one in INNOCENT}
    module.MeaningReader.read(fresh := _fresh(), INNOCENT)
    for one in INNOCENT:
        together = fresh.heard(INNOCENT).of(one)
        assert together is not None
        assert together.manners == pytest.approx(alone[one], abs=1e-4)


def test_a_few_are_read_at_a_time_and_once() -> None:
    fresh, sentences = _fresh(), [f"This is sentence number {number}." for number in range(10)]
    heard = []
    while fresh.read_some(sentences):
        heard.append(len(fresh.heard(sentences).marks))
    assert heard == [AT_ONCE, 2 * AT_ONCE, 10]
    assert not fresh.read_some(reversed(sentences))


def test_line_ends_within_a_sentence_do_not_matter() -> None:
    assert marks("Thank you for the\ntour.") is marks("Thank you for the tour.")


def test_what_was_read_long_ago_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED", 2)
    fresh = _fresh()
    fresh.read(["One is here.", "Two is here.", "Three is here."])
    assert fresh.heard(["One is here."]).marks == {}
    assert len(fresh.heard(["Two is here.", "Three is here."]).marks) == 2


def _fresh() -> module.MeaningReader:
    return module.MeaningReader(READER._pieces, READER._encoder)
