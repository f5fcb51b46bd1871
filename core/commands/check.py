"""`check CASE.json`: what the checks say of the draft in a case file."""

import json
from datetime import datetime
from pathlib import Path

from core.check_data import load_knowledge
from core.checks.check import check
from core.checks.finding import Finding, Level, Report
from core.checks.knowledge import Knowledge
from core.checks.letter import read_letter
from core.checks.lists import WordlistError
from core.checks.meaning import sentences_to_read
from core.checks.wording import fix_label, title, why
from core.commands.outcome import Outcome, refused
from core.drafting.values import Draft, Me, Situation
from core.exchange.case_values import CaseFile
from core.exchange.cases import CaseError, read_case
from core.exchange.proofreading import Proofreader
from core.exchange.text_file import FileError, read_text
from core.meaning_files import standard_reader
from core.playbook.rulebook import PlaybookError

LARGEST_CASE = 20_000_000
"""Bytes; no case of a person comes near."""

_LEVELS = {Level.MUST: "Must fix", Level.SHOULD: "Should", Level.HINT: "Hint"}


def show_checks(file: Path, own_playbook: Path, now: datetime, *, as_json: bool) -> Outcome:
    """The findings of the case's draft, the most serious first. Nothing is stored."""
    try:
        case_file = read_case(read_text(file, LARGEST_CASE), file.name, now)
        knowledge = load_knowledge(own_playbook)
    except (CaseError, FileError, PlaybookError, WordlistError) as error:
        return refused(error)
    if case_file.draft is None:
        return refused(f"{file.name} has no draft to check. Add one under the key “draft”.")
    try:
        report = _report(case_file.draft, situation_of(case_file), knowledge)
    except WordlistError as error:
        return refused(error)
    if as_json:
        return Outcome(lines=(json.dumps(_as_json(report), indent=2, ensure_ascii=False),))
    return Outcome(lines=tuple(_as_lines(report, case_file.draft)))


def _report(draft: Draft, situation: Situation, knowledge: Knowledge) -> Report:
    proofreader = Proofreader()
    try:
        letter = read_letter(draft, situation)
        issues = proofreader.proofread(letter, situation, knowledge.lists)
    finally:
        proofreader.close()
    heard = standard_reader().read(sentences_to_read(letter))
    return check(draft, situation, knowledge, issues, heard)


def situation_of(file: CaseFile) -> Situation:
    """What a case file tells of the situation in which its draft is checked."""
    return Situation(
        case=file.case,
        aliases=file.aliases,
        me=file.me or Me(),
        topics=file.topics,
        news=file.news,
        cv_employers=file.cv_employers,
    )


def _as_json(report: Report) -> dict[str, object]:
    return {
        "findings": [_finding_as_json(finding) for finding in report.findings],
        "score": {"desperation": report.desperation, "words": report.words},
    }


def _finding_as_json(finding: Finding) -> dict[str, object]:
    span = finding.span
    return {
        "check": finding.check,
        "level": finding.level.value,
        "field": finding.field.value,
        "span": [span.start, span.end] if span else None,
        "text": finding.text,
        "message": f"{title(finding)}. {why(finding)}",
        "fixes": [fix_label(fix) for fix in finding.fixes],
    }


def _as_lines(report: Report, draft: Draft) -> list[str]:
    lines = [f"{report.words} words. {_summary(report)}"]
    for finding in report.findings:
        lines += ["", f"{_LEVELS[finding.level]}: {title(finding)}", f"  {why(finding)}"]
        if finding.text:
            lines.append(f"  {_place(finding, draft)}: “{' '.join(finding.text.split())}”")
        lines += [f"  → {fix_label(fix)}" for fix in finding.fixes]
    return lines


def _summary(report: Report) -> str:
    count = len(report.findings)
    if count == 0:
        return "All checks are fine."
    return "1 thing to look at." if count == 1 else f"{count} things to look at."


def _place(finding: Finding, draft: Draft) -> str:
    if finding.field.value != "body" or finding.span is None:
        return finding.field.value.replace("_", " ")
    return f"line {draft.body.count(chr(10), 0, finding.span.start) + 1}"
