"""What of a report is shown beside the letter, and where in the letter it stands."""

from __future__ import annotations

from collections.abc import Sequence

from core.checks.finding import Field
from core.drafting.values import Ignored
from gui.compose.checking import Checked
from gui.models.finding_words import fine_checks, rows_of, standing
from gui.models.findings import FindingRow
from gui.models.script_words import ABOUT_A_CALL, spoken
from gui.widgets.letter_edit import Place

Shown = tuple[tuple[FindingRow, ...], int]
"""The rows, and how many other checks have nothing to say."""


def shown(checked: Checked, ignored: Sequence[Ignored], *, by_phone: bool) -> Shown:
    """What is shown of an answer of the checks; for a call only what is not about written words."""
    findings = standing(checked.report.findings, ignored)
    if not by_phone:
        return rows_of(findings), fine_checks(checked.report, checked.situation)
    told = spoken(findings)
    quiet = ABOUT_A_CALL - checked.situation.switched_off - {one.check for one in told}
    return rows_of(told), len(quiet)


def places_in_body(rows: Sequence[FindingRow]) -> tuple[Place, ...]:
    """Where the findings of the body stand, by their row."""
    return tuple(
        Place(number, row.finding.level, row.finding.span.start, row.finding.span.end)
        for number, row in enumerate(rows)
        if row.finding.field is Field.BODY and row.finding.span is not None
    )
