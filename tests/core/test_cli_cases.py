"""The command line: planning a case, and saving and bringing back everything."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.core.exchange.calendars import EVENT, calendar
from tests.core.shell import CASE, Shell

UPDATE = EVENT.replace("20260520", "20260521").replace("DTSTAMP", "SEQUENCE:2\nDTSTAMP")


# ------------------------------------------------------------------ plan


def test_plan_prints_steps_ordered_by_due(shell: Shell) -> None:
    steps = json.loads(shell("plan", shell.file("case.json", json.dumps(CASE)), "--json"))["steps"]
    assert [step["due"] for step in steps] == sorted(step["due"] for step in steps)
    thanks = next(step for step in steps if step["id"] == "T1")
    assert set(thanks) == {
        *("id", "person", "title", "opens", "best", "due", "expires", "state", "reason")
    }
    assert (thanks["person"], thanks["due"], thanks["state"]) == (
        "anna",
        "2026-03-28T14:00:00Z",
        "open",
    )
    assert not shell.data.exists()


def test_plan_follows_the_users_own_playbook(shell: Shell) -> None:
    shell.data.mkdir()
    own = '[steps.T1]\ntitle = "Say thanks"\n'
    (shell.data / "playbook.toml").write_text(own, encoding="utf-8")
    assert "Say thanks" in shell("plan", shell.file("case.json", json.dumps(CASE)))


def test_a_broken_playbook_is_named(shell: Shell) -> None:
    shell.data.mkdir()
    (shell.data / "playbook.toml").write_text("[steps.T99]\n", encoding="utf-8")
    shell("plan", shell.file("case.json", json.dumps(CASE)))
    assert shell.status == 2
    assert "playbook.toml" in shell.errors


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "case.json, line 1"),
        ('{"now": "2026-03-28T09:00:00Z",\n"evnts": []}', "line 2: evnts"),
        (b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_a_case_that_cannot_be_read_ends_with_two(
    shell: Shell, content: str | bytes, said: str
) -> None:
    assert shell("plan", shell.file("case.json", content), "--json") == ""
    assert shell.status == 2
    assert said in shell.errors


# ------------------------------------------------------------------ export and restore


def test_everything_comes_back_from_an_export(shell: Shell, tmp_path: Path) -> None:
    shell("add", shell.file("invite.ics", calendar(EVENT, UPDATE.replace("one@", "two@"))))
    export = tmp_path / "export.json"
    assert "1 application written" in shell("export", export)
    assert export.stat().st_mode & 0o077 == 0
    before = shell.rows("SELECT key, due, state FROM step WHERE state <> 'cancelled' ORDER BY key")
    shell.data = tmp_path / "elsewhere"
    assert "1 application restored" in shell("restore", export)
    after = shell.rows("SELECT key, due, state FROM step WHERE state <> 'cancelled' ORDER BY key")
    assert after == before
    assert "took the place" in shell("restore", export)
    assert shell.rows("SELECT count(*) FROM application") == [(1,)]


def test_export_says_what_it_has_no_place_for(shell: Shell, tmp_path: Path) -> None:
    shell("add", shell.file("invite.ics", calendar(EVENT)))
    export = tmp_path / "export.json"
    assert "Not in this file" not in shell("export", export)
    with closing(sqlite3.connect(shell.data / "afterword.sqlite3")) as connection:
        insert = (
            "INSERT INTO reflection (uid, application_id, interview_id, sitting, form_text, path,"
            " gentle, begun_at) VALUES ('r', 1, 1, 1, '{}', 'short', 0, '2026-05-20 12:00:00.000000')"
        )
        connection.execute(insert)
        connection.commit()
    said = shell("export", export)
    assert "Not in this file: reflections and what you concluded." in said
    assert str(shell.data / "backups") in said
    assert "reflections and preparation stayed" in shell("restore", export)
    assert shell.rows("SELECT uid FROM reflection") == [("r",)]


def test_a_restore_is_whole_or_not_at_all(shell: Shell) -> None:
    broken = CASE | {"zone": "Nowhere/City"}
    content = {"format": "afterword", "version": 1, "cases": [CASE, broken]}
    shell("restore", shell.file("export.json", json.dumps(content)))
    assert shell.status == 2
    assert "cases[1].zone" in shell.errors
    assert not shell.data.exists()


def test_settings_come_back_with_an_export(shell: Shell) -> None:
    changed_case = CASE | {"settings": {"follow_up_after": "10bd", "follow_ups": 1}}
    content = {"format": "afterword", "version": 1, "cases": [changed_case]}
    shell("restore", shell.file("export.json", json.dumps(content)))
    assert shell.status == 0
    rows = shell.rows("SELECT name, value FROM setting WHERE name LIKE 'follow%' ORDER BY name")
    assert rows == [("follow_up_after", "10bd"), ("follow_ups", "1")]


def test_what_stood_in_the_file_stays_when_writing_is_not_possible(shell: Shell) -> None:
    shell("export", shell.folder / "no" / "such" / "folder.json")
    assert shell.status == 2
    assert "cannot be written" in shell.errors


OWN = ("", "-wal", "-shm")


@pytest.mark.parametrize("name", [*(f"afterword.sqlite3{end}" for end in OWN), "playbook.toml"])
def test_an_export_never_takes_the_place_of_our_own_files(shell: Shell, name: str) -> None:
    shell("add", shell.file("invite.ics", calendar()))
    (shell.folder / "link").symlink_to(shell.data, target_is_directory=True)
    for target in (shell.data / name, shell.folder / "link" / name):
        shell("export", target)
        assert "keeps its own data" in shell.errors
    shell("export", shell.data / "backups" / "export.json")
    assert "keeps its own data" in shell.errors
    assert shell.rows("SELECT count(*) FROM application") == [(1,)]


def test_an_export_overwrites_none_but_an_export(shell: Shell) -> None:
    diary = shell.file("diary.txt", "Dear diary")
    shell("export", diary)
    assert shell.status == 2
    assert "no export of Afterword" in shell.errors
    assert diary.read_text(encoding="utf-8") == "Dear diary"
    export = shell.folder / "export.json"
    for _ in range(2):
        shell("export", export)
        assert shell.status == 0
