"""A sentence that only says what was wrong is asked what comes instead; a deed is left alone."""

import pytest

from core.reflection.answers import IfThenAnswer, NumberAnswer, TextAnswer
from core.reflection.instead import ASK, asks_instead

ONLY_NEGATIVE = [
    "I talked too much.",
    "I was so nervous that I lost the thread",
    "Not ramble",
    "I won’t panic",
    "I will not talk so fast",
    "Don't be late",
    "No longer apologise, never interrupt",
    "I forgot the numbers",
    "My answer on budgets was bad.",
    "The question about salary: I froze.",
    "Stop rambling",
    "I should not have mentioned my old boss",
    "I should have known the numbers and didn't",
]
WITH_A_DEED = [
    "",
    "Slower answers",
    "I talked too much. Next time I will stop after two minutes.",
    "Pause before I answer, not after",
    "I lost the thread; write three words down first",
    "Instead of rambling, tell one example",
    "I'd like to be calmer: breathe out, then speak",
    "Not so fast. Take a sip of water.",
    "ask for a moment when my mind goes blank",
    "I would bring the drawing, so that nobody is confused",
    "I forgot the numbers, so I want to learn three by heart",
    "Ich war zu nervös",
]


@pytest.mark.parametrize("text", ONLY_NEGATIVE)
def test_only_what_was_wrong_is_asked(text: str) -> None:
    assert asks_instead(TextAnswer(text=text)) == ASK
    assert asks_instead(IfThenAnswer(cue="they ask", action=text)) == ASK


@pytest.mark.parametrize("text", WITH_A_DEED)
def test_a_deed_is_left_alone(text: str) -> None:
    assert asks_instead(TextAnswer(text=text)) == ""


def test_what_has_no_words_is_left_alone() -> None:
    assert asks_instead(None) == asks_instead(NumberAnswer(value=1)) == ""


def test_a_cue_may_be_as_bad_as_it_was() -> None:
    assert asks_instead(IfThenAnswer(cue="I panic", action="breathe out and smile")) == ""


def test_a_hundred_thousand_characters_are_read_at_once() -> None:
    assert asks_instead(TextAnswer(text="too much " * 11_000)) == ASK
    assert asks_instead(TextAnswer(text="not " + "x" * 100_000)) == ASK
