"""`plan CASE.json`: a dry run of the playbook over a case file."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from core.commands.instants import show_instant
from core.commands.outcome import Outcome, refused
from core.content import load_playbook
from core.exchange.cases import CaseError, read_case
from core.exchange.text_file import FileError, read_text
from core.playbook.plan import plan_with_hunt
from core.playbook.rulebook import PlaybookError
from core.playbook.values import PlannedStep

LARGEST_CASE = 20_000_000
"""Bytes; no case of a person comes near."""


def show_plan(file: Path, own_playbook: Path, now: datetime, *, as_json: bool) -> Outcome:
    """The steps that the playbook plans for a case, ordered by due. Nothing is stored."""
    try:
        case = read_case(read_text(file, LARGEST_CASE), file.name, now).case
        steps = plan_with_hunt(case, load_playbook(own_playbook))
    except (CaseError, FileError, PlaybookError) as error:
        return refused(error)
    if as_json:
        content = {"steps": [_as_json(step) for step in steps]}
        return Outcome(lines=(json.dumps(content, indent=2, ensure_ascii=False),))
    return Outcome(lines=tuple(_as_line(step, case.zone) for step in steps))


def _as_json(step: PlannedStep) -> dict[str, str | None]:
    window = step.window
    return {
        "id": step.id,
        "person": step.person,
        "title": step.title,
        "opens": show_instant(window.opens),
        "best": show_instant(window.best),
        "due": show_instant(window.due),
        "expires": show_instant(window.expires),
        "state": step.state.value,
        "reason": step.reason,
    }


def _as_line(step: PlannedStep, zone: str) -> str:
    due = step.window.due.astimezone(ZoneInfo(zone)).strftime("%a %Y-%m-%d %H:%M")
    line = f"{due}  {step.state.value:<9}  {step.id}  {step.title}"
    return f"{line} ({step.reason})" if step.reason else line
