"""The findings of a report as rows for the composer: what is left, in words, and what comes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.checks import wording
from core.checks.check import LAST_CHECK
from core.checks.finding import Finding, Level, Report
from core.drafting.values import Ignored, Situation
from gui.models.findings import FindingRow, Offer

FIRST = {
    1: "Fix the name first",
    2: "Fix the title first",
    5: "Take the other name out first",
    7: "Fill the gap first",
    14: "Shorten it first",
    17: "Mend the apology first",
    18: "Calm it down first",
    19: "Take the pressure out first",
    21: "Take out a “!” first",
    24: "Attach the file first",
    25: "Choose the right way first",
    26: "Wait a little first",
    28: "Read what changed first",
    29: "Tell the referee first",
}
"""What to do before a message goes, by the check that holds it back."""


def standing(findings: Iterable[Finding], ignored: Iterable[Ignored]) -> tuple[Finding, ...]:
    """The findings that the user did not ask to leave alone in this message."""
    left = {(one.check, one.words) for one in ignored}
    return tuple(
        finding
        for finding in findings
        if (finding.check, (finding.text or "").casefold()) not in left
    )


def rows_of(findings: Iterable[Finding]) -> tuple[FindingRow, ...]:
    """The findings in words, in the order in which they come."""
    return tuple(
        FindingRow(
            finding,
            wording.title(finding),
            wording.why(finding),
            tuple(Offer(wording.fix_label(fix), fix) for fix in finding.fixes),
        )
        for finding in findings
    )


def fine_checks(report: Report, situation: Situation) -> int:
    """How many of the checks have nothing to say; those switched off do not count."""
    speaking = {finding.check for finding in report.findings}
    return LAST_CHECK - len(speaking | situation.switched_off)


def first_thing(rows: Sequence[FindingRow]) -> str:
    """What holds the message back: "Fix the name first"; empty where nothing does."""
    holding = [row.finding.check for row in rows if row.finding.level is Level.MUST]
    if len(set(holding)) > 1:
        return f"Fix {len(holding)} things first"
    return FIRST.get(holding[0], "Fix it first") if holding else ""
