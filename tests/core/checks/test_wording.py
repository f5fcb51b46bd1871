"""Every finding has words, and they are as the product speaks."""

import re

import pytest

from core.checks import wording
from core.checks.check import LAST_CHECK
from core.checks.finding import Edit, Field, Finding, Fix, Level, Span
from core.drafting.kinds import KINDS

ROWS = sorted(wording._WORDS)
ALL = [
    Finding(
        check=int(row.partition("|")[0]),
        level=Level.SHOULD,
        variant=row.partition("|")[2],
        text="words",
        arguments=tuple(
            (name, "x")
            for name in re.findall(
                r"\{(\w+)\}", wording._WORDS[row].title + wording._WORDS[row].why
            )
        ),
    )
    for row in ROWS
]


EDIT = Edit(field=Field.BODY, span=Span(0, 1), text="van der Berg")


@pytest.mark.parametrize("number", range(1, LAST_CHECK + 1))
def test_every_check_has_a_title_and_a_reason(number: int) -> None:
    finding = Finding(check=number, level=Level.HINT)
    assert wording.title(finding)
    assert wording.why(finding)


@pytest.mark.parametrize("finding", ALL, ids=ROWS)
def test_words_are_short_calm_and_whole(finding: Finding) -> None:
    title, why = wording.title(finding), wording.why(finding)
    assert len(title) <= 60
    assert len(why) <= 110
    for sentence in (title, why):
        assert not re.search(r"\b(please|oops|failed|M\d|T\d)\b", sentence, re.IGNORECASE)
        assert "!" not in sentence.replace("“!”", "")
        assert "{" not in sentence
    assert why.endswith(".")


@pytest.mark.parametrize("kind", KINDS)
def test_every_part_has_a_name(kind: str) -> None:
    for part in KINDS[kind].must_have:
        finding = Finding(check=9, level=Level.SHOULD, variant=part, arguments=(("part", part),))
        assert wording.title(finding) == f"Missing: {wording.part_name(part)}"


@pytest.mark.parametrize(
    ("fix", "label"),
    [
        (Fix(text="van der Berg", edits=(EDIT,)), "Use “van der Berg”"),
        (Fix(edits=(Edit(field=Field.BODY, span=Span(0, 1), text=""),)), "Take it out"),
        (
            Fix(act="schedule", text="Monday 09:00", argument="2026-04-06T07:00:00Z"),
            "Schedule Monday 09:00",
        ),
        (Fix(act="attach"), "Attach a file…"),
        (Fix(act="open card", argument="anna", text="Anna Weber"), "Open the card of Anna Weber"),
        (Fix(act="channel", argument="email"), "Use e-mail"),
        (Fix(act="tick", argument="personal"), "It is there"),
        (Fix(act="recipient", argument="rosa", text="Rosa Lima"), "Write to Rosa Lima"),
    ],
)
def test_a_fix_is_named_by_its_result(fix: Fix, label: str) -> None:
    assert wording.fix_label(fix) == label


def test_a_finding_of_an_unknown_variant_still_has_words() -> None:
    assert wording.title(Finding(check=26, level=Level.MUST, variant="new"))
