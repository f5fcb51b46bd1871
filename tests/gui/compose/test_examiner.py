"""A draft is checked at once, proofread when the proofreader is loaded, and read to its end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.checks.finding import Report
from gui.compose.examiner import DraftExaminer
from tests.core.checks.desk import adding, situation

PROOFREADING, PRESSURE = 15, 19
UNLISTED = "Surely one of you could have spared a minute to write me two lines."


@pytest.fixture(scope="module")
def examiner() -> Iterator[DraftExaminer]:
    made = DraftExaminer(Path("there is no playbook of my own"))
    yield made
    made.close()


def of_check(report: Report, check: int) -> list[str | None]:
    return [found.text for found in report.findings if found.check == check]


def test_spelling_and_meaning_follow_the_other_checks_and_then_come_with_them(
    examiner: DraftExaminer,
) -> None:
    draft = adding(f"I liked the conversatoin!! {UNLISTED}")
    first, second, *_, last = examiner.reports(draft, situation())
    assert [found.check for found in first.findings if found.check == 21] == [21]
    assert of_check(first, PROOFREADING) == []
    assert of_check(second, PROOFREADING) == ["conversatoin"]
    assert of_check(second, PRESSURE) == []
    assert of_check(last, PRESSURE) == [UNLISTED]
    (again,) = examiner.reports(draft, situation())
    assert again == last
