"""Answers as JSON text: what is written is read again, and nothing else is."""

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.form_store import shipped_form
from core.reflection import answers as a
from core.reflection.answers_json import (
    LARGEST_JSON,
    LONGEST_ANSWER,
    AnswerTooLong,
    answer_from_json,
    answer_to_json,
    answers_from_json,
    answers_to_json,
)
from core.reflection.answers_reading import MOST_ROWS, AnswerError
from core.refusal import Refusal
from tests.core.reflection.generated import ANY_ANSWER, answers_to


@given(answer=ANY_ANSWER)
def test_an_answer_of_every_kind_comes_back_as_it_was(answer: a.Answer) -> None:
    assert answer_from_json(answer_to_json(answer)) == answer


@given(answers=answers_to(shipped_form().form))
def test_a_whole_reflection_comes_back_as_it_was(answers: dict[str, a.Answer]) -> None:
    assert answers_from_json(answers_to_json(answers)) == answers


@pytest.mark.parametrize("letter", ["a", "ü", '"', "\n", "\x01", "\U0001f33f"])
def test_a_hundred_thousand_characters_are_kept(letter: str) -> None:
    answer = a.TextAnswer(text=letter * LONGEST_ANSWER)
    assert answer_from_json(answer_to_json(answer)) == answer


@pytest.mark.parametrize(("typed", "kept"), [("a\ud83c\udf3fb", "a\U0001f33fb"), ("a\ud83c", "a�")])
def test_halves_of_characters_never_make_an_answer_unreadable(typed: str, kept: str) -> None:
    assert answer_from_json(answer_to_json(a.TextAnswer(text=typed))) == a.TextAnswer(text=kept)


def test_more_is_refused_kindly() -> None:
    with pytest.raises(AnswerTooLong) as caught:
        answer_to_json(a.TextAnswer(text="a" * 120_000))
    assert caught.value.sentence == (
        "This answer has 120,000 characters, and 100,000 can be kept. "
        "What was kept before is safe. Shorten it, or put a part of it elsewhere."
    )


def test_all_rows_together_are_measured() -> None:
    row = a.ListRow(key="a", text="x" * 60_000)
    with pytest.raises(AnswerTooLong):
        answer_to_json(a.ListAnswer(rows=(row, replace(row, key="b"))))


def test_a_list_without_end_is_refused() -> None:
    rows = tuple(a.ListRow(key=str(n)) for n in range(MOST_ROWS + 1))
    with pytest.raises(AnswerTooLong, match="1,001 rows"):
        answer_to_json(a.ListAnswer(rows=rows))


HOSTILE = [
    "",
    "null",
    "[]",
    "{}",
    "[" * 100_000,
    '{"kind": "text"}',
    '{"kind": "text", "text": 7}',
    '{"kind": "text", "text": "a", "more": 1}',
    '{"kind": "text", "text": "a", "text": "b"}',
    '{"kind": "poem", "text": "a"}',
    '{"kind": ["text"], "text": "a"}',
    '{"kind": "text", "text": "\\ud800"}',
    '{"kind": "number", "value": 0}',
    '{"kind": "number", "value": 11}',
    '{"kind": "number", "value": true}',
    '{"kind": "number", "value": NaN}',
    '{"kind": "number", "value": 1' + "0" * 5_000 + "}",
    '{"kind": "score", "value": 6, "text": ""}',
    '{"kind": "ratings", "ratings": [{"item": "opening", "value": null}]}',
    '{"kind": "ratings", "ratings": [{"item": "a", "value": 1}, {"item": "a", "value": 2}]}',
    '{"kind": "list", "rows": {}}',
    '{"kind": "list", "rows": [{"key": "", "text": ""}]}',
    '{"kind": "list", "rows": [{"key": "a", "text": ""}, {"key": "a", "text": ""}]}',
    '{"kind": "wrong name", "used": "yes", "whom": "", "correct": ""}',
    '{"kind": "date", "day": "2026-02-30"}',
    '{"kind": "date", "day": "20260228"}',
    '{"kind": "parts of each", "rows": [{"row": "a", "parts": ["plot"]}]}',
    json.dumps({"kind": "list", "rows": [{"key": str(n), "text": ""} for n in range(1_001)]}),
    '"' + "a" * LARGEST_JSON + '"',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_no_answer_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(AnswerError) as caught:
        answer_from_json(text)
    assert caught.value.sentence.endswith(".")
    assert len(caught.value.sentence) < 300


@given(text=st.text(max_size=80))
def test_no_text_does_anything_else_than_be_read_or_refused(text: str) -> None:
    for read in (answer_from_json, answers_from_json):
        with suppress(Refusal):
            read(text)
