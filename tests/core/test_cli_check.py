"""`check CASE.json`: what it says of a draft, and how it ends."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.cli import run
from core.clock import Now
from core.database import Database
from core.paths import Paths
from core.playbook.rulebook import Playbook
from core.use_cases import own_words, settings

BODY = """Dear Dr. van den Berg,

😀 I write about the Data Engineer role at [company].

Kind regards,
Sam Lee"""
CASE: dict[str, object] = {
    "now": "2026-04-03T10:00:00+02:00",
    "zone": "Europe/Berlin",
    "application": {"company": "Acme GmbH", "role": "Data Engineer", "zone": "Europe/Berlin"},
    "people": [
        {"id": "anna", "name": "Anna-Maria van der Berg", "title": "Dr.", "part": "interviewer"}
    ],
    "events": [
        {
            "kind": "interview",
            "round": 1,
            "mode": "onsite",
            "start": "2026-03-27T14:00:00",
            "end": "2026-03-27T15:00:00",
            "zone": "Europe/Berlin",
            "people": ["anna"],
        }
    ],
    "me": {"name": "Sam Lee"},
    "draft": {
        "kind": "M4",
        "to": ["anna"],
        "subject": "Data Engineer – interview on 27 March",
        "body": BODY,
    },
}


def shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: object, *options: str
) -> tuple[int | None, str, str]:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(case), encoding="utf-8")
    status = run(["--data-dir", str(tmp_path / "data"), "check", str(file), *options])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_findings_are_given_as_the_format_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = shown(tmp_path, capsys, CASE, "--json")
    told = json.loads(out)
    assert status == 0
    assert set(told) == {"findings", "score"}
    assert set(told["score"]) == {"desperation", "words"}
    keys = {"check", "level", "field", "span", "text", "message", "fixes"}
    assert all(set(finding) == keys for finding in told["findings"])
    first, second = told["findings"][:2]
    assert (first["check"], first["level"], first["text"]) == (1, "must", "van den Berg")
    assert first["fixes"] == ["Use “van der Berg”"]
    assert first["message"].startswith("The card says van der Berg. ")
    assert (second["check"], second["text"]) == (7, "[company]")


def test_spans_count_code_points(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = shown(tmp_path, capsys, CASE, "--json")
    for finding in json.loads(out)["findings"]:
        if finding["field"] == "body" and finding["span"] is not None:
            start, end = finding["span"]
            assert BODY[start:end] == finding["text"]
        elif finding["span"] is None:
            assert finding["text"] is None


def test_people_read_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = shown(tmp_path, capsys, CASE)
    assert status == 0
    assert "Must fix: The card says van der Berg" in out
    assert "line 1: “van den Berg”" in out
    assert "→ Use “van der Berg”" in out


def test_a_case_without_a_draft_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = {key: value for key, value in CASE.items() if key != "draft"}
    status, out, error = shown(tmp_path, capsys, case)
    assert (status, out) == (2, "")
    assert "no draft" in error


def test_a_case_that_cannot_be_read_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown(tmp_path, capsys, {**CASE, "drft": {}})[0] == 2
    status = run(["--data-dir", str(tmp_path / "data"), "check", str(tmp_path / "none.json")])
    assert status == 2


def test_nothing_is_stored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown(tmp_path, capsys, CASE)
    assert not (tmp_path / "data").exists()


def test_the_file_alone_counts_so_that_it_says_the_same_everywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], playbook: Playbook
) -> None:
    now = Now(datetime(2026, 4, 3, 8, 0, tzinfo=UTC), "Europe/Berlin")
    _, before, _ = shown(tmp_path, capsys, CASE, "--json")
    opened = closing(Database.open(Paths.under(tmp_path / "data"), playbook))
    with opened as database, database.session() as session:
        for finding in json.loads(before)["findings"]:
            own_words.leave_alone(session, finding["check"], finding["text"] or "any", now)
        settings.change(session, "checks_off", "1 7", now)
    _, after, _ = shown(tmp_path, capsys, CASE, "--json")
    assert "van den Berg" in before
    assert after == before
