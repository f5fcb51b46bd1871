"""CSV that every reader reads back as it was, and that no spreadsheet runs."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.csv_text import csv_text

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


def test_lines_end_as_the_standard_says_and_quotes_are_doubled() -> None:
    text = csv_text(("Company", "Days"), [('Lumen, "Ash"', 4), ("two\nlines", 2.5)])
    assert text == 'Company,Days\r\n"Lumen, ""Ash""",4\r\n"two\nlines",2.5\r\n'


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "  =1", "＝1+1"])
def test_what_a_spreadsheet_would_run_is_text(text: str) -> None:
    (_header, (cell,)) = csv.reader(io.StringIO(csv_text(("A",), [(text,)]), newline=""))
    assert cell == f"'{text}"


def test_numbers_and_days_stay_what_they_are() -> None:
    text = csv_text(("Day", "Change"), [(date(2026, 5, 12), -0.123456)])
    assert text.splitlines()[1] == "2026-05-12,-0.1235"


@given(rows=st.lists(st.tuples(WORDS, WORDS), max_size=5))
def test_what_is_written_is_read_back(rows: list[tuple[str, str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_text(("A", "B"), rows), newline="")))
    assert read[0] == ["A", "B"]
    for given_row, read_row in zip(rows, read[1:], strict=True):
        for cell, back in zip(given_row, read_row, strict=True):
            assert back in (cell, f"'{cell}")
            assert not back.lstrip(" ").startswith(("=", "+", "-", "@"))
