"""What is made of the findings: their order, doubles, and what the user does not want to hear."""

from dataclasses import replace

import pytest

from core.checks.check import check
from core.checks.finding import Field, Level, Span
from core.checks.spelling import Issue, IssueKind
from tests.core.checks.desk import BODY, DRAFT, KNOWLEDGE, adding, greeted, saying, situation, told


def test_the_gravest_comes_first_and_then_the_first() -> None:
    draft = replace(greeted("Dear Susan,"), subject="", kind="M4")
    draft = replace(draft, body=draft.body.replace("the same", "[thing] the same"))
    findings = told(draft, replace(situation(), news=())).findings
    levels = [list(Level).index(finding.level) for finding in findings]
    assert levels == sorted(levels)
    musts = [f.span.start for f in findings if f.level is Level.MUST and f.span is not None]
    assert musts == sorted(musts)


def test_a_check_that_is_switched_off_says_nothing() -> None:
    quiet = replace(situation(), switched_off=frozenset({1}))
    assert told(greeted("Dear Susan,"), quiet).of(1) == []


def test_words_that_are_allowed_are_left_alone() -> None:
    allowed = replace(situation(), allowed=frozenset({(1, "susan")}))
    assert told(greeted("Dear Susan,"), allowed).of(1) == []
    assert told(greeted("Dear Suzan,"), allowed).of(1) != []


def test_a_phrase_is_told_once_by_the_graver_check() -> None:
    draft = adding("I like [comany].")
    start = draft.body.index("comany")
    issue = Issue(
        field=Field.BODY,
        span=Span(start, start + 6),
        text="comany",
        kind=IssueKind.SPELLING,
        suggestions=("company",),
    )
    report = check(draft, situation(), KNOWLEDGE, (issue,))
    assert [finding.check for finding in report.findings] == [7]


def test_what_a_proofreader_found_is_told() -> None:
    start = BODY.index("glad")
    issue = Issue(
        field=Field.BODY,
        span=Span(start, start + 4),
        text="glad",
        kind=IssueKind.SPELLING,
        suggestions=("clad",),
    )
    report = check(DRAFT, situation(), KNOWLEDGE, (issue,))
    (finding,) = report.findings
    assert (finding.check, finding.fixes[0].text) == (15, "clad")


@pytest.mark.parametrize(("word", "told_by"), [("thx", [20]), ("Ms", [])])
def test_what_is_no_slip_of_the_pen_is_left_to_the_check_that_knows_it(
    word: str, told_by: list[int]
) -> None:
    draft = adding(f"I told {word} Weber.")
    start = draft.body.index(word)
    issue = Issue(
        field=Field.BODY,
        span=Span(start, start + len(word)),
        text=word,
        kind=IssueKind.SPELLING,
        suggestions=("the",),
    )
    report = check(draft, situation(), KNOWLEDGE, (issue,))
    assert [found.check for found in report.findings if found.text == word] == told_by


def test_the_figures_are_those_of_the_letter() -> None:
    report = check(DRAFT, situation(), KNOWLEDGE)
    assert (report.desperation, report.words) == (0, 71)


def test_an_unknown_kind_is_checked_as_far_as_it_goes() -> None:
    assert 1 in told(replace(greeted("Dear Susan,"), kind="M99")).checks


def test_an_empty_draft_is_no_trouble() -> None:
    empty = told(saying("", to=(), subject=""))
    assert {14, 31} <= empty.checks
