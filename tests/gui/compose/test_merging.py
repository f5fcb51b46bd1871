"""Words that were put into a letter while another text of it was being typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.compose.merging import with_added

BEFORE = "Dear Dr. Berg,\n\nThank you.\n\nKind regards,\nMira"
CLAUSE = "I am sorry that I called you Dr. Bergh."
AFTER = f"Dear Dr. Berg,\n\nThank you.\n\n{CLAUSE}\n\nKind regards,\nMira"

paragraphs = st.lists(st.sampled_from("abcdef"), max_size=6).map("\n\n".join)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        (BEFORE, AFTER),
        (AFTER, AFTER),
        (
            "Dear Dr. Berg,\n\nThank you.\n\nIt was a pleasure.\n\nKind regards,\nMira",
            f"Dear Dr. Berg,\n\nThank you.\n\n{CLAUSE}\n\nIt was a pleasure.\n\nKind regards,\nMira",
        ),
        (
            "Dear Dr. Berg,\n\nThank you very much.\n\nKind regards,\nMira",
            f"Dear Dr. Berg,\n\nThank you very much.\n\n{CLAUSE}\n\nKind regards,\nMira",
        ),
        ("Hello", f"Hello\n\n{CLAUSE}"),
    ],
)
def test_the_clause_finds_its_place(typed: str, whole: str) -> None:
    assert with_added(BEFORE, AFTER, typed) == whole


@given(paragraphs, paragraphs, paragraphs)
def test_nothing_that_was_typed_is_lost(before: str, after: str, typed: str) -> None:
    left = iter(with_added(before, after, typed).split("\n\n"))

    assert all(paragraph in left for paragraph in typed.split("\n\n"))


@given(paragraphs, paragraphs)
def test_where_nothing_was_added_nothing_changes(stored: str, typed: str) -> None:
    assert with_added(stored, stored, typed) == typed
