"""The command line: what it says, what it stores, and how it ends."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core.cli import run
from core.clock import Now
from tests.core.exchange.calendars import CUSTOM, EVENT, NOW, calendar, changed

TOP = Path(__file__).parents[2]
UPDATE = EVENT.replace("20260520", "20260521").replace("DTSTAMP", "SEQUENCE:2\nDTSTAMP")


class Shell:
    """Runs commands as a person would, on a data folder of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._capsys = capsys
        self.status: int | None = None
        self.errors = ""

    def __call__(self, *words: str | Path) -> str:
        """What the command prints; its status and its errors are kept."""
        self.status = run(
            ["--data-dir", os.fspath(self.data), *(os.fspath(word) for word in words)]
        )
        said = self._capsys.readouterr()
        self.errors = said.err
        return said.out

    def file(self, name: str, content: bytes | str) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.data / "afterword.sqlite3")) as connection:
            return connection.execute(query).fetchall()


def stopped_clock(zone: str | None = None) -> Now:
    return Now(NOW.instant, zone or NOW.zone)


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    monkeypatch.setattr("core.commands.present.read_clock", stopped_clock)
    return Shell(tmp_path, capsys)


def test_without_a_command_the_window_is_wanted() -> None:
    assert run([]) is None
    assert run(["--hidden"]) is None


# ------------------------------------------------------------------ add


def test_an_invitation_becomes_an_interview_with_its_steps(shell: Shell) -> None:
    said = shell("add", shell.file("invite.ics", calendar()))
    assert shell.status == 0
    assert said.startswith("invite.ics: The interview with Acme GmbH on Wed 20 May 2026, 14:00")
    assert said.count("\n") == 1
    assert shell.rows("SELECT company, role, zone, country FROM application") == [
        ("Acme GmbH", "Data Engineer", "Europe/Berlin", "DE")
    ]
    assert shell.rows("SELECT start, zone, place FROM interview") == [
        ("2026-05-20 12:00:00.000000", "Europe/Berlin", "Hauptstraße 1, Berlin")
    ]
    assert shell.rows("SELECT name, part, confirmed FROM person ORDER BY name") == [
        ("Anna-Maria van der Berg", "contact", 0),
        ("Paul Moreau", "interviewer", 0),
    ]
    assert ("T1",) in shell.rows("SELECT rule FROM step WHERE state IN ('open', 'missed')")


def test_the_same_invitation_again_changes_nothing(shell: Shell) -> None:
    file = shell.file("invite.ics", calendar())
    shell("add", file)
    before = shell.rows("SELECT * FROM interview")
    assert "Nothing was changed" in shell("add", file)
    assert shell.status == 0
    assert shell.rows("SELECT * FROM interview") == before


def test_an_update_moves_the_interview_and_an_old_version_does_not(shell: Shell) -> None:
    old = shell.file("old.ics", calendar())
    shell("add", old)
    said = shell("add", shell.file("new.ics", calendar(UPDATE)), old)
    assert "is now on Thu 21 May 2026, 14:00" in said
    assert "newer version" in said
    assert shell.rows("SELECT count(*), max(start), max(calendar_sequence) FROM interview") == [
        (1, "2026-05-21 12:00:00.000000", 2)
    ]


def test_an_update_takes_nobody_away(shell: Shell) -> None:
    shell("add", shell.file("invite.ics", calendar()))
    shell("add", shell.file("new.ics", calendar(UPDATE.replace("ATTENDEE", "X-ATTENDEE"))))
    assert shell.rows("SELECT count(*) FROM interview_person") == [(1,)]


def test_a_cancellation_is_taken_and_said(shell: Shell) -> None:
    invite = shell.file("invite.ics", calendar())
    shell("add", invite)
    cancel = shell.file("cancel.ics", calendar(head="METHOD:CANCEL"))
    assert "Acme GmbH on Wed 20 May 2026, 14:00 was called off." in shell("add", cancel)
    assert shell.status == 0
    assert shell.rows("SELECT count(*) FROM interview WHERE called_off IS NOT NULL") == [(1,)]
    assert shell.rows("SELECT count(*) FROM step WHERE state = 'open' AND rule = 'T1'") == [(0,)]
    assert "called off already" in shell("add", cancel)
    assert "was called off. Nothing was changed." in shell("add", invite)


def test_a_newer_invitation_brings_a_called_off_interview_back(shell: Shell) -> None:
    shell("add", shell.file("invite.ics", calendar()))
    shell("add", shell.file("cancel.ics", calendar(head="METHOD:CANCEL")))
    assert "is now on Thu 21 May" in shell("add", shell.file("new.ics", calendar(UPDATE)))
    assert shell.rows("SELECT count(*) FROM interview WHERE called_off IS NULL") == [(1,)]


def test_a_series_is_called_off_as_a_whole(shell: Shell) -> None:
    series = EVENT.replace("SUMMARY", "RRULE:FREQ=WEEKLY\nSUMMARY")
    shell("add", shell.file("series.ics", calendar(series)))
    cancel = shell.file("cancel.ics", calendar(series, head="METHOD:CANCEL"))
    assert "Wed 20 May 2026, 14:00 was called off" in shell("add", cancel)
    assert shell.rows("SELECT count(*) FROM interview WHERE called_off IS NULL") == [(0,)]
    assert "not stored here" in shell("add", cancel)


def test_what_the_invitation_says_is_kept_as_a_note_once(shell: Shell) -> None:
    described = EVENT.replace("SUMMARY", "DESCRIPTION:Bring papers.\nSUMMARY")
    shell("add", shell.file("invite.ics", calendar(described)))
    assert shell.rows("SELECT notes FROM interview") == [("Bring papers.",)]
    with closing(sqlite3.connect(shell.data / "afterword.sqlite3")) as connection, connection:
        connection.execute("UPDATE interview SET notes = 'Papers and photographs'")
    shell(
        "add", shell.file("new.ics", calendar(UPDATE.replace("SUMMARY", "DESCRIPTION:x\nSUMMARY")))
    )
    assert shell.rows("SELECT notes FROM interview") == [("Papers and photographs",)]


def test_calling_off_what_is_not_here_changes_nothing(shell: Shell) -> None:
    said = shell("add", shell.file("cancel.ics", calendar(head="METHOD:CANCEL")))
    assert "not stored here. Nothing was changed." in said
    assert shell.status == 0


def test_a_bad_file_keeps_no_good_one_out(shell: Shell) -> None:
    said = shell(
        "add", shell.folder / "none.ics", shell.file("b.ics", "x"), shell.file("c.ics", calendar())
    )
    assert shell.status == 2
    assert said.startswith("c.ics: ")
    assert shell.errors.splitlines() == [
        "none.ics is not there. Nothing was stored. Check its name.",
        "b.ics is no calendar file. Nothing was stored. Add the interview by hand?",
    ]


def test_bad_files_alone_store_nothing_at_all(shell: Shell) -> None:
    shell("add", shell.file("b.ics", "x"))
    assert shell.status == 2
    assert not shell.data.exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (calendar(changed(DTSTART="DTSTART:20260520", DTEND="")), "names a day but no time"),
        (calendar(changed(DTSTART="DTSTART;TZID=Foo:20260520T1400", DTEND="")), "not known here"),
        (calendar(changed(DTEND="DTEND;TZID=Europe/Berlin:20260520T140000")), "not after"),
        (calendar(*(EVENT.replace("one@", f"{n}@") for n in range(11))), "holds 11 events"),
    ],
)
def test_what_only_a_person_can_decide_is_refused(shell: Shell, content: bytes, said: str) -> None:
    shell("add", shell.file("invite.ics", content.replace(b"T1400\r", b"T140000\r")))
    assert shell.status == 2
    assert said in shell.errors
    assert "Nothing was stored" in shell.errors


def test_a_file_is_stored_whole_or_not_at_all(shell: Shell) -> None:
    broken = EVENT.replace("one@", "two@").replace("T150000", "T140000")
    shell("add", shell.file("invite.ics", calendar(EVENT, broken)))
    assert shell.status == 2
    assert shell.rows("SELECT count(*) FROM interview") == [(0,)]


def test_two_interviews_at_the_same_time_are_said(shell: Shell) -> None:
    shell("add", shell.file("a.ics", calendar()))
    second = EVENT.replace("one@", "two@").replace("Acme GmbH", "Globex")
    assert "At the same time you are at Acme GmbH" in shell(
        "add", shell.file("b.ics", calendar(second))
    )
    assert shell.status == 0


def test_a_zone_of_the_files_own_is_taken_exactly(shell: Shell) -> None:
    event = changed(DTSTART="DTSTART;TZID=Customized Time Zone:20260520T140000", DTEND="")
    content = calendar(CUSTOM.format(rule="YEARLY"), event)
    assert "20:00 was added" in shell("add", shell.file("a.ics", content))
    assert shell.rows("SELECT start FROM interview") == [("2026-05-20 18:00:00.000000",)]


# ------------------------------------------------------------------ due


def test_nothing_is_due_where_nothing_is_stored(shell: Shell) -> None:
    assert shell("due") == "Nothing needs you today.\n"
    assert shell.status == 0
    assert not shell.data.exists()
    assert json.loads(shell("due", "--json"))["due_count"] == 0


def test_due_tells_what_is_due_at_a_moment(shell: Shell) -> None:
    shell("add", shell.file("invite.ics", calendar()))
    agenda = json.loads(shell("due", "--json", "--at", "2026-05-20T20:00"))
    assert agenda["now"] == "2026-05-20T18:00:00Z"
    steps = {step["rule"]: step for part in ("overdue", "due_now") for step in agenda[part]}
    assert steps["T1"]["due"] == "2026-05-21T13:00:00Z"
    assert steps["T1"]["company"] == "Acme GmbH"
    assert agenda["due_count"] == len(agenda["overdue"]) + len(agenda["due_now"])
    text = shell("due", "--at", "2026-05-20T18:00:00Z")
    assert "Thu 2026-05-21 15:00  Thank Mr. Moreau" in text or "Thank Paul Moreau" in text


def test_what_is_of_no_use_any_more_is_not_due(shell: Shell) -> None:
    shell("add", shell.file("invite.ics", calendar()))
    agenda = json.loads(shell("due", "--json", "--at", "2026-05-20T20:00"))
    rules = {step["rule"] for step in agenda["overdue"]}
    assert not rules & {"P1", "P2", "P3"}
    assert all(
        step["expires"] is None or step["expires"] > agenda["now"] for step in agenda["overdue"]
    )


def test_whoever_reads_along_may_stop(shell: Shell) -> None:
    shell("add", shell.file("invite.ics", calendar()))
    command = [sys.executable, "-m", "core.cli", "--data-dir", os.fspath(shell.data), "due"]
    with subprocess.Popen(
        command, cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.close()
        assert reading.stderr.read() == ""
        assert reading.wait() == 0


def test_an_interview_ahead_is_told(shell: Shell) -> None:
    shell("add", shell.file("invite.ics", calendar()))
    agenda = json.loads(shell("due", "--json", "--at", "2026-05-19T12:00:00+02:00"))
    assert [each["start"] for each in agenda["coming_up"]] == ["2026-05-20T12:00:00Z"]


@pytest.mark.parametrize("moment", ["tomorrow", "2026-02-30", "0001-01-01T00:00", "9999-12-31"])
def test_a_moment_that_is_none_is_refused(shell: Shell, moment: str) -> None:
    assert shell("due", "--at", moment) == ""
    assert shell.status == 2
    assert "is no moment" in shell.errors


def test_a_foreign_database_is_refused(shell: Shell) -> None:
    shell.data.mkdir()
    (shell.data / "afterword.sqlite3").write_bytes(b"nothing of ours" * 500)
    for command in (["due"], ["add", shell.file("a.ics", calendar())]):
        shell(*command)
        assert shell.status == 2
        assert "not touched" in shell.errors


# ------------------------------------------------------------------ plan

CASE = {
    "now": "2026-03-28T09:00:00+01:00",
    "zone": "Europe/Berlin",
    "application": {"company": "Acme GmbH", "country": "DE"},
    "people": [{"id": "anna", "name": "Anna van der Berg", "part": "interviewer"}],
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
}


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
        *("Start at login", "Dictionaries", "Keyring", "Mail program"),
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
