"""Every case file is planned as its expectation says, by the path that the command line takes.

`NAME.expected.json` was worked out by hand: `why` says how. Of each step id that it names, it names
all steps; ids in `absent` may not occur. Instants carry the offset of the place that they are of.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from core.cli import run
from core.commands.plan import show_plan
from tests.core.playbook.situations import EVERY_STEP

CASES = Path(__file__).parents[2] / "cases"
NAMES = sorted(
    path.stem for path in CASES.glob("*.json") if not path.name.endswith(".expected.json")
)
INSTANTS = frozenset({"opens", "best", "due", "expires"})
LATER_THAN_ANY_CASE = datetime(2030, 1, 1, tzinfo=UTC)

Step = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Expected:
    """What was worked out by hand."""

    why: str
    steps: tuple[Step, ...]
    absent: frozenset[str]


def content(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return read


def expectation(name: str) -> Expected:
    read = content(f"{name}.expected")
    assert set(read) == {"why", "steps", "absent"}
    return Expected(read["why"], tuple(read["steps"]), frozenset(read["absent"]))


def planned(name: str, tmp_path: Path) -> list[Step]:
    return steps_of(CASES / f"{name}.json", tmp_path)


def steps_of(file: Path, folder: Path) -> list[Step]:
    """The plan of a case file, by the playbook in `folder` if there is one."""
    outcome = show_plan(file, folder / "playbook.toml", LATER_THAN_ANY_CASE, as_json=True)
    assert outcome.errors == ()
    steps: list[Step] = json.loads("\n".join(outcome.lines))["steps"]
    return steps


def agrees(actual: Step, wanted: Step) -> bool:
    return all(_same(key, actual[key], value) for key, value in wanted.items())


def _same(key: str, actual: str | None, wanted: str | None) -> bool:
    if key not in INSTANTS or actual is None or wanted is None:
        return actual == wanted
    return datetime.fromisoformat(actual) == datetime.fromisoformat(wanted)


def unmatched(actual: Sequence[Step], wanted: Sequence[Step]) -> list[Step]:
    """The expected steps that no step of the plan answers to, each step answering once."""
    free = list(actual)
    missing = []
    for step in wanted:
        found = next((one for one in free if agrees(one, step)), None)
        if found is None:
            missing.append(step)
        else:
            free.remove(found)
    return missing


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_of_a_case_is_as_worked_out_by_hand(name: str, tmp_path: Path) -> None:
    expected = expectation(name)
    steps = planned(name, tmp_path)
    named = {step["id"] for step in expected.steps}
    of_these = [step for step in steps if step["id"] in named]
    told = "\n".join(str(step) for step in of_these)
    assert unmatched(of_these, expected.steps) == [], f"{expected.why}\nPlanned:\n{told}"
    assert len(of_these) == len(expected.steps), f"{expected.why}\nPlanned:\n{told}"
    assert not expected.absent & {step["id"] for step in steps}


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_recording_does_not_matter(name: str, tmp_path: Path) -> None:
    case = content(name)
    rounds = [event for event in case["events"] if event["kind"] == "interview"]
    rest = [event for event in case["events"] if event["kind"] != "interview"]
    backwards = tmp_path / f"{name}.json"
    backwards.write_text(json.dumps(case | {"events": [*reversed(rest), *rounds]}))
    assert by_content(steps_of(backwards, tmp_path)) == by_content(planned(name, tmp_path))


def by_content(steps: list[Step]) -> list[str]:
    return sorted(json.dumps(step) for step in steps)


def test_the_command_prints_the_plan(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = str(CASES / "first-interview.json")
    assert run(["--data-dir", str(tmp_path), "plan", file, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["steps"] == planned("first-interview", tmp_path)
    assert set(printed["steps"][0]) == {
        *("id", "person", "title", "opens", "best", "due", "expires", "state", "reason")
    }


def test_a_dry_run_follows_the_users_own_playbook(tmp_path: Path) -> None:
    own = tmp_path / "playbook.toml"
    own.write_text('[steps.F1]\ndue = "end + 3d"\n[steps.N4]\nenabled = false\n')
    steps = steps_of(CASES / "first-interview.json", tmp_path)
    due = {step["id"]: step["due"] for step in steps}
    assert due["F1"] == "2026-06-15T13:00:00Z", "Wed 10 June + 3d is a Saturday: Mon 15:00 CEST"
    assert due["F2"] == "2026-06-22T13:00:00Z", "a week after that"
    assert "N4" not in due


def test_a_mistake_in_the_own_playbook_is_told_and_nothing_is_planned(tmp_path: Path) -> None:
    (tmp_path / "playbook.toml").write_text('[steps.F1]\ndue = "ende"\n')
    outcome = show_plan(
        CASES / "first-interview.json",
        tmp_path / "playbook.toml",
        LATER_THAN_ANY_CASE,
        as_json=True,
    )
    assert outcome.status == 2
    assert outcome.lines == ()
    assert "steps.F1.due" in "".join(outcome.errors)


def test_the_cases_cover_every_step() -> None:
    covered = {step["id"] for name in NAMES for step in expectation(name).steps}
    assert covered == EVERY_STEP


def test_the_cases_cover_every_kind_of_event_mode_reply_and_mark() -> None:
    events = [event for name in NAMES for event in content(name)["events"]]
    kinds = {event["kind"] for event in events}
    assert kinds == {
        *("interview", "promise", "sent", "reply", "wrong_name", "arrived", "late", "incident"),
        *("reflection", "rejection", "offer", "acceptance", "decline", "withdrawal", "on_hold"),
        *("linked", "contact", "step"),
    }
    told = {str(value) for event in events for value in event.values() if isinstance(value, str)}
    assert {"onsite", "video", "phone", "courtesy", "vague", "date", "decision"} <= told
    keys = {key for event in events if event["kind"] == "step" for key in event}
    assert {"done", "skipped", "snoozed_until", "due"} <= keys


def test_the_cases_cover_every_value_of_every_setting_and_every_flag() -> None:
    settings = [content(name).get("settings", {}) for name in NAMES]
    used = {(key, value) for one in settings for key, value in one.items()}
    assert used >= {
        *(("thank_you_within", value) for value in ("12h", "24h", "48h")),
        *(("thank_you_earliest", f"{hours}h") for hours in range(7)),
        *(("follow_up_after", value) for value in ("5bd", "7d", "10bd")),
        *(("follow_ups", number) for number in (1, 2, 3)),
        *(("nudge_after_decision", value) for value in ("1bd", "2bd", "5bd")),
        *(("friday", value) for value in ("evening", "monday")),
        *(("thank_you_notes", value) for value in ("full", "short", "off")),
        *(("arrive_early", minutes) for minutes in (0, 20, 30)),
        *(("quiet_hours", hours) for hours in ("21:00-08:00", "23:00-06:00", "10:00-16:00")),
    }
    flags = {
        key for name in NAMES for key, on in content(name)["application"].items() if on is True
    }
    assert flags == {"via_recruiter_only", "no_contact_wished", "fast_decision"}


def test_every_expectation_has_a_case_and_says_why() -> None:
    expected = {path.name for path in CASES.glob("*.expected.json")}
    assert expected == {f"{name}.expected.json" for name in NAMES}
    assert all(len(expectation(name).why) > 20 for name in NAMES)
    assert len(NAMES) >= 85
