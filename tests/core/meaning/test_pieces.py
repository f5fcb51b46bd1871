"""Cutting sentences into pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.meaning.pieces import BEGIN, END, MOST_PIECES, UNKNOWN, Pieces

KNOWN = (BEGIN, END, UNKNOWN, "wait", "##ing", "##ed", "w", "##a", "i", "don", "'", "t", "!")
PIECES = Pieces(KNOWN)


def cut(sentence: str) -> list[str]:
    return [KNOWN[number] for number in PIECES.numbers(sentence)]


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        ("waiting", ["wait", "##ing"]),
        ("I waited", ["i", "wait", "##ed"]),
        ("Wá wa!", ["w", "##a", "w", "##a", "!"]),
        ("don’t", ["don", "'", "t"]),
        ("waitress", [UNKNOWN]),
        ("面 wait", [UNKNOWN, "wait"]),
        ("w" * 101, [UNKNOWN]),
        ("", []),
    ],
)
def test_the_longest_known_beginning_comes_first(sentence: str, pieces: list[str]) -> None:
    assert cut(sentence) == [BEGIN, *pieces, END]


@given(st.text(max_size=2_000))
def test_any_text_becomes_a_bounded_row_of_known_numbers(sentence: str) -> None:
    numbers = PIECES.numbers(sentence)
    assert 2 <= len(numbers) <= MOST_PIECES
    assert KNOWN[numbers[0]] == BEGIN
    assert KNOWN[numbers[-1]] == END
    assert all(0 <= number < len(KNOWN) for number in numbers)


def test_a_long_sentence_is_cut_off_with_its_end_marked() -> None:
    numbers = PIECES.numbers("wait " * 500)
    assert len(numbers) == MOST_PIECES
    assert numbers[-1] == PIECES.numbers("")[-1]
