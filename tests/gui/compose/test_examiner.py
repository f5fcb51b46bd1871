"""A draft is checked at once, and proofread as soon as the proofreader is loaded."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.checks.finding import Report
from gui.compose.examiner import DraftExaminer
from tests.core.checks.desk import adding, situation

PROOFREADING = 15


@pytest.fixture(scope="module")
def examiner() -> Iterator[DraftExaminer]:
    made = DraftExaminer(Path("there is no playbook of my own"))
    yield made
    made.close()


def misspelt(report: Report) -> list[str | None]:
    return [found.text for found in report.findings if found.check == PROOFREADING]


def test_spelling_follows_the_other_checks_and_then_comes_with_them(
    examiner: DraftExaminer,
) -> None:
    draft = adding("I liked the conversatoin!!")
    first, second = examiner.reports(draft, situation())
    assert [found.check for found in first.findings if found.check == 21] == [21]
    assert misspelt(first) == []
    assert misspelt(second) == ["conversatoin"]
    (again,) = examiner.reports(adding("I liked the conversatoin."), situation())
    assert misspelt(again) == ["conversatoin"]
