"""The command line: what `doctor` looks at, and what no command may do."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.core.exchange.calendars import calendar
from tests.core.shell import CASE, Shell

TOP = Path(__file__).parents[2]


# ------------------------------------------------------------------ the rest


def test_nothing_that_steers_a_terminal_is_printed(shell: Shell) -> None:
    shell("add", shell.folder / "bad\x1b[31m\u202ename.ics")
    assert shell.status == 2
    assert "bad\ufffd[31m\ufffdname.ics" in shell.errors


@pytest.mark.parametrize("command", ["due", "doctor", "export"])
def test_a_file_in_place_of_the_data_folder_is_said(shell: Shell, command: str) -> None:
    shell.data.write_text("a file", encoding="utf-8")
    shell(command, *([shell.folder / "export.json"] if command == "export" else []))
    assert shell.status == 2
    assert "is a file, no folder" in shell.errors


def test_doctor_knows_a_database_of_another_program(shell: Shell) -> None:
    shell.data.mkdir()
    with closing(sqlite3.connect(shell.data / "afterword.sqlite3")) as connection:
        connection.executescript("CREATE TABLE recipe (name); INSERT INTO recipe VALUES ('bread');")
    assert "belongs to another program" in shell("doctor")


def test_the_log_is_kept_off_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "afterword.sqlite3").write_bytes(b"nothing of ours" * 500)
    words = ["--data-dir", str(tmp_path), "export", str(tmp_path / "export.json")]
    program = "import sys; from core.cli import run; sys.exit(run(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "database refused" not in done.stderr


def test_doctor_looks_at_everything_and_says_what_to_do(shell: Shell) -> None:
    shell("add", shell.file("invite.ics", calendar()))
    said = shell("doctor")
    assert shell.status == 0
    for subject in (
        *("Database", "Privacy", "Backups", "Playbook", "Time zones", "Notifications", "Tray"),
        *("Start at login", "Dictionaries", "Keyring", "Secure connections", "Mail program"),
    ):
        assert f"{subject}: " in said


def test_doctor_names_every_copy_that_cannot_be_read(shell: Shell) -> None:
    names = [f"afterword-2026051{day}-080000.sqlite3" for day in range(5)]
    (shell.data / "backups").mkdir(parents=True)
    for name in names:
        (shell.data / "backups" / name).write_bytes(b"nothing of ours" * 500)
    said = shell("doctor")
    assert all(name in said for name in names)


def test_doctor_names_a_damaged_database(shell: Shell) -> None:
    shell.data.mkdir()
    (shell.data / "afterword.sqlite3").write_bytes(b"nothing of ours" * 500)
    assert "cannot be read" in shell("doctor")
    assert shell.status == 0


@pytest.mark.parametrize("command", ["due", "doctor", "add", "plan", "export"])
def test_no_command_loads_qt_or_needs_a_display(command: str, tmp_path: Path) -> None:
    invite, case = tmp_path / "invite.ics", tmp_path / "case.json"
    invite.write_bytes(calendar())
    case.write_text(json.dumps(CASE), encoding="utf-8")
    files = {"add": [invite], "plan": [case], "export": [tmp_path / "export.json"]}
    words = ["--data-dir", str(tmp_path / "data"), command, *map(str, files.get(command, []))]
    program = (
        "import sys; from core.cli import run; status = run(sys.argv[1:]);"
        "heavy = [name for name in sys.modules if name.startswith(('PySide6', 'gui'))];"
        "sys.exit(9 if heavy else status)"
    )
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=TOP,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_due_loads_neither_sqlalchemy_nor_calendars(tmp_path: Path) -> None:
    program = (
        "import sys; from core.cli import run; run(['--data-dir', sys.argv[1], 'due']);"
        "heavy = {'sqlalchemy', 'alembic', 'icalendar', 'holidays', 'email'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
