"""Server-sent events, cut anywhere on their way."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange.event_stream import LONGEST_EVENT, EventStream, EventTooLong


def read(*pieces: bytes) -> list[str]:
    stream = EventStream()
    return [event for piece in pieces for event in stream.take(piece)]


def test_an_event_is_told_when_its_empty_line_comes() -> None:
    stream = EventStream()
    assert list(stream.take(b"data: one\n")) == []
    assert list(stream.take(b"\ndata: two")) == ["one"]
    assert list(stream.take(b"\n\n")) == ["two"]


def test_comments_names_and_ids_are_passed_over() -> None:
    told = b": still here\nevent: delta\nid: 7\nretry: 3\ndata:one\ndata:  two\ndata\n\n: bye\n\n"
    assert read(told) == ["one\n two\n"]


def test_every_line_end_counts() -> None:
    assert read(b"data: a\r\n\r\ndata: b\r\rdata: c\n\n") == ["a", "b", "c"]


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert read(b"\xef", b"\xbb", b"\xbfdata: a\n\n") == ["a"]


def test_what_is_no_utf8_is_refused() -> None:
    with pytest.raises(UnicodeDecodeError):
        read(b"data: \xff\n\n")


def test_an_event_without_an_end_is_refused_while_it_comes() -> None:
    with pytest.raises(EventTooLong):
        read(b"data: ", b"x" * (LONGEST_EVENT + 1))
    with pytest.raises(EventTooLong):
        read(*[b"data: " + b"x" * 1_000 + b"\n"] * 300)


LINES = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=12)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(st.lists(LINES, min_size=1, max_size=6), ENDS, st.data())
def test_it_does_not_matter_where_the_pieces_are_cut(
    texts: list[str], end: str, data: st.DataObject
) -> None:
    told = "".join(f"data: {text}{end}{end}" for text in texts).encode()
    cuts = sorted(data.draw(st.sets(st.integers(0, len(told)), max_size=len(told))))
    pieces = [told[start:stop] for start, stop in pairwise([0, *cuts, len(told)])]
    assert read(*pieces) == texts
