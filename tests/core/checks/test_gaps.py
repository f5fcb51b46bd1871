"""Places that wait for words are found; brackets, links and figures that mean something are not."""

from dataclasses import replace

import pytest

from core.checks.finding import Field, Level
from tests.core.checks.desk import DRAFT, adding, told


@pytest.mark.parametrize(
    ("sentence", "gap"),
    [
        ("I admire [company].", "[company]"),
        ("I liked [what they said about it].", "[what they said about it]"),
        ("I like {role} work.", "{role}"),
        ("I like {{ topic }} too.", "{{ topic }}"),
        ("I met <NAME> there.", "<NAME>"),
        ("I met <your contact's name> there.", "<your contact's name>"),
        ("We spoke about XXX.", "XXX"),
        ("I can start on ___.", "___"),
        ("The date is TBD.", "TBD"),
        ("I like Company Name a lot.", "like Company Name"),
        ("I would work at .", "at ."),
        ("My number is XX/XX.", "XX"),
        ("See lorem ipsum there.", "lorem ipsum"),
        ("You said “[topic]” to me.", "[topic]"),
    ],
)
def test_a_gap_must_be_filled(sentence: str, gap: str) -> None:
    finding = told(adding(sentence)).one(7)
    assert (finding.level, finding.text) == (Level.MUST, gap)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is in my thesis [1], [12, 13] and [Miller 2019].",
        "See https://example.org/{user}/[album]?name=<X>.",
        "You said “[they] never came back”.",
        "He wrote “it were [sic] good”.",
        "The set {1, 2} and the array a[i] are there.",
        "I wrote <b>bold</b> and x < y > z.",
        "I saw Super Bowl XXX.",
        "My shirt is XXL.",
        "The function __init__ is there.",
        "Your company name came up, and my job title too.",
        "It costs 3 <4> five.",
        "I love it <3",
        "The room I asked for, and the one I came to.",
    ],
)
def test_what_means_something_is_no_gap(sentence: str) -> None:
    assert told(adding(sentence)).of(7) == []


def test_a_line_between_paragraphs_is_no_gap() -> None:
    assert told(adding("Good.\n\n__________\n\nGood.")).of(7) == []


def test_a_gap_in_the_subject_is_found_and_a_mail_program_s_tag_is_not() -> None:
    gap = told(replace(DRAFT, subject="[role] – interview on 27 March")).one(7)
    assert (gap.field, gap.text) == (Field.SUBJECT, "[role]")
    assert told(replace(DRAFT, subject="Re: [Staff] Data Engineer interview")).of(7) == []


@pytest.mark.parametrize(
    ("gap", "filling"),
    [
        ("[company]", "Acme GmbH"),
        ("{role}", "Data Engineer"),
        ("[your name]", "Sam Lee"),
        ("[name]", "Anna-Maria"),
        ("[date of the interview]", "27 March"),
    ],
)
def test_what_the_case_knows_fills_a_gap(gap: str, filling: str) -> None:
    found = told(adding(f"It was about {gap} then."))
    (fix,) = found.one(7).fixes
    assert fix.text == filling
    assert 7 not in found.mended(fix).checks


def test_a_gap_of_which_nothing_is_known_offers_nothing() -> None:
    assert told(adding("It was about [name of project].")).one(7).fixes == ()
