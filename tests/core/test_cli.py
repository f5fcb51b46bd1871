"""The command line: what `add` and `due` say and store, and how they end."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from core.cli import run
from tests.core.exchange.calendars import CUSTOM, EVENT, calendar, changed
from tests.core.shell import Shell

TOP = Path(__file__).parents[2]
UPDATE = EVENT.replace("20260520", "20260521").replace("DTSTAMP", "SEQUENCE:2\nDTSTAMP")


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
