"""Every case file is planned as its expectation says, by the path that the command line takes.

`NAME.expected.json` was worked out by hand: `why` says how. Of each step id that it names, it names
all steps; ids in `absent` may not occur. Instants carry the offset of the place that they are of.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.commands.plan import show_plan
from core.exchange.case_events import STEP_IDS

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


def expectation(name: str) -> Expected:
    content = json.loads((CASES / f"{name}.expected.json").read_text(encoding="utf-8"))
    assert set(content) == {"why", "steps", "absent"}
    return Expected(content["why"], tuple(content["steps"]), frozenset(content["absent"]))


def planned(name: str, tmp_path: Path) -> list[Step]:
    outcome = show_plan(
        CASES / f"{name}.json", tmp_path / "none.toml", LATER_THAN_ANY_CASE, as_json=True
    )
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


def test_the_cases_cover_every_step() -> None:
    covered = {step["id"] for name in NAMES for step in expectation(name).steps}
    assert covered == set(STEP_IDS)


def test_every_expectation_has_a_case_and_says_why() -> None:
    expected = {path.name for path in CASES.glob("*.expected.json")}
    assert expected == {f"{name}.expected.json" for name in NAMES}
    assert all(len(expectation(name).why) > 20 for name in NAMES)
    assert len(NAMES) >= 85
