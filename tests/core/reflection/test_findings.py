"""The sentence over each chart of the insights says what it shows."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from core.form_store import shipped_form
from core.reflection.answers import Rating
from core.reflection.findings import Findings, findings, rated, with_room
from core.reflection.records import InterviewRecord, NamedStrength, Outcome
from core.reflection.trends import insights
from tests.core.reflection.test_trends import NOW, RECORDS, a_year, interview

FORM = shipped_form().form


def said(records: list[InterviewRecord]) -> Findings:
    return findings(insights(records, NOW), FORM)


def test_a_year_in_sentences() -> None:
    year = said(a_year())
    assert year.ratings == "Listening: better than at first."
    assert year.levels == "“Listening” is your best so far, 3.0 of 5."
    assert year.hard_tags == "“conflict” was hard in 25 of 50 interviews."
    assert year.causes == "“Nerves” was behind 30 of 50 weak moments."
    assert year.estimates == "Your estimate: 6.0 where it went on, 5.0 where it ended."
    assert year.stages == "17 of 34 first rounds went on."
    assert year.on_time == "You did 40 of 50 on time."
    assert year.answers == "Half the answers came within 12 days."
    assert year.conclusions == "49 of 98 conclusions were done before the next interview."
    assert year.strengths == "Four people heard it: Calm under pressure"


def test_where_nothing_grows_the_best_is_named() -> None:
    rated = (Rating(item="closing", value=4), Rating(item="opening", value=2))
    records = [replace(interview(number), ratings=rated) for number in range(3)]
    assert said(records).ratings == "The last minutes: your best so far, 4.0 of 5."


def test_the_best_is_named_before_what_has_room() -> None:
    rated_ones = (Rating(item="listening", value=4), Rating(item="closing", value=2))
    records = [replace(interview(number), ratings=rated_ones) for number in range(3)]
    assert said(records).levels == "“Listening” is your best; “The last minutes” has room."
    trends = insights(records, NOW).ratings.found
    room = with_room(trends)
    assert room is not None
    assert room.item == "closing"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ((2, 3, 4), "Presence: better than at first."),
        ((3, 3, 3), "Presence: steady, 3.0 of 5."),
        ((4, 3, 2), "Presence: lower lately, 3.0 of 5 over all."),
    ],
)
def test_how_one_rating_went(values: tuple[int, ...], sentence: str) -> None:
    records = [
        replace(interview(number), ratings=(Rating(item="presence", value=value),))
        for number, value in enumerate(values)
    ]
    (trend,) = insights(records, NOW).ratings.found
    assert rated(trend, "Presence") == sentence


def test_what_is_open_is_not_judged() -> None:
    open_ones = said([interview(number) for number in range(3)])
    assert open_ones.estimates == "Your estimate: 6.0 of 10 so far."
    assert open_ones.stages == "None of them is decided yet."
    later = [replace(interview(n), round=4, outcome=Outcome.ENDED) for n in range(3)]
    assert said(later).stages == "0 of 3 rounds number 4 went on."


def test_one_day_is_one_day() -> None:
    quick = [replace(interview(n), answered_after=timedelta(days=1)) for n in range(3)]
    assert said(quick).answers == "Half the answers came within a day."


def test_a_long_text_is_told_in_a_line() -> None:
    long = "Listens well\nand " + "then " * 40
    records = [
        replace(
            interview(number),
            hard_tags=(long,),
            strengths=(NamedStrength(text=long, by=f"Friend {number}"),),
        )
        for number in range(3)
    ]
    told = said(records)
    for sentence in (told.hard_tags, told.strengths):
        assert "Listens well and then then" in sentence
        assert len(sentence) < 120
        assert "…" in sentence


@given(records=RECORDS)
def test_every_measure_has_a_sentence(records: list[InterviewRecord]) -> None:
    sentences = said(records)
    for name in Findings.__slots__:
        sentence = getattr(sentences, name)
        assert sentence
        assert "T1" not in sentence
        assert "!" not in sentence
