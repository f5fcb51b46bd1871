"""Letters that nobody would write: the tone checks neither fail nor point outside the text."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.checks.letter import read_letter
from core.checks.phrases import LONGEST_SENTENCE
from core.checks.tone import phrases_of
from tests.core.checks.desk import DRAFT, KNOWLEDGE, saying, situation, told

WORDS = st.sampled_from(
    [
        *("I", "need", "this", "job", "please", "urgent", "care", "sorry", "not", "my", "husband"),
        *(
            "“",
            "”",
            "!",
            "!!",
            ".",
            ",",
            "\n\n",
            "hey",
            "NOT",
            "🙂",
            "you",
            "promised",
            "by",
            "Friday",
        ),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200))
def test_spans_cover_the_text_that_they_name(body: str) -> None:
    found = told(replace(DRAFT, body=body, subject=body[:50].replace("\n", " ")))
    for finding in found.findings:
        if finding.span is not None and finding.field.value in {"body", "subject"}:
            whole = found.draft.body if finding.field.value == "body" else found.draft.subject
            assert whole[finding.span.start : finding.span.end] == finding.text
        for fix in finding.fixes:
            assert found.mended(fix).draft.kind == DRAFT.kind


@pytest.mark.parametrize("body", ["x" * 200_000, "please " * 30_000, "i " * 100_000, "!" * 50_000])
def test_a_monstrous_letter_is_read_as_far_as_a_letter_goes(body: str) -> None:
    where = situation()
    for phrase in phrases_of(read_letter(saying(body), where), where, KNOWLEDGE.lists):
        assert phrase.span.end <= LONGEST_SENTENCE
