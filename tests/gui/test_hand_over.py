"""The main action of a step: what the composer, the telephone and the browser are given."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy

from core.mail_program import mail_program
from core.paths import Paths
from core.use_cases.handing_over import HandOver
from gui.desk import Desk
from gui.hand_over import HandOvers, page_to_look_up


def facts(message: str, **more: object) -> HandOver:
    return HandOver(
        step_id=1,
        title="Send the route sample",
        action="write",
        rule="T1",
        company="Halvorsen Maritime",
        role=str(more.get("role", "Operations Planner")),
        person=str(more.get("person", "")),
        message=message,
    )


def test_a_person_is_looked_up_by_name_and_company_else_the_company() -> None:
    assert page_to_look_up(facts("M11", person="Tomas Okafor")).endswith(
        "people/?keywords=Tomas%20Okafor%20Halvorsen%20Maritime"
    )
    assert "companies/?keywords=Halvorsen" in page_to_look_up(facts(""))


@pytest.mark.parametrize(("message", "action"), [("M1", "write"), ("M6", "write"), ("M11", "link")])
def test_a_message_is_written_in_the_composer(tmp_path: Path, message: str, action: str) -> None:
    hands = HandOvers(Desk(Paths.under(tmp_path)))
    wanted = QSignalSpy(hands.write_wanted)

    hands._begin(replace(facts(message), application_id=1, action=action))

    assert wanted.at(0) == [1]


def program(folder: Path, name: str, answer: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\necho '{answer}'\n", encoding="utf-8")
    file.chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems name no program")
def test_the_desktop_says_which_program_opens_mail_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert mail_program() is None

    program(tmp_path, "xdg-mime", "")
    assert mail_program() == ""

    told = "Default application for “x-scheme-handler/mailto”: geary.desktop"
    program(tmp_path, "gio", told)
    assert mail_program() == "geary.desktop"

    program(tmp_path, "xdg-mime", "thunderbird.desktop")
    assert mail_program() == "thunderbird.desktop"
