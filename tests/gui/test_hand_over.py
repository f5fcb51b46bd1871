"""The main action of a step: what the mail program, the telephone and the browser are given."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QSignalSpy

from core.mail_program import mail_program
from core.paths import Paths
from core.use_cases.handing_over import HandOver
from gui.desk import Desk
from gui.hand_over import HandOvers, mail_link, page_to_look_up, subject_of


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
        interview_on=date(2026, 5, 11),
    )


@pytest.fixture(autouse=True)
def british() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.mark.parametrize(
    ("message", "subject"),
    [
        ("M1", "Thank you – Operations Planner interview, 11 May"),
        ("M2", "Thank you – Operations Planner interview, 11 May"),
        ("M3", "Correction – with apologies"),
        ("M4", "Operations Planner – interview on 11 May"),
        ("M6", "Operations Planner – timing"),
        ("M7", "The route sample – Operations Planner"),
        ("M8", "Possible reference call – Halvorsen Maritime"),
        ("M10", "Re: Operations Planner"),
        ("M17", "Re: invitation"),
        ("M11", ""),
    ],
)
def test_each_message_begins_with_its_usual_subject(message: str, subject: str) -> None:
    assert subject_of(facts(message)) == subject


def test_without_a_role_the_company_stands_for_it() -> None:
    assert subject_of(facts("M6", role="")) == "Halvorsen Maritime – timing"


def test_a_mail_link_survives_every_character() -> None:
    link = mail_link("ingrid@halvorsen.example", "Thank you – Planner & more?")
    assert link == (
        "mailto:ingrid@halvorsen.example?subject=Thank%20you%20%E2%80%93%20Planner%20%26%20more%3F"
    )


def test_a_person_is_looked_up_by_name_and_company_else_the_company() -> None:
    assert page_to_look_up(facts("M11", person="Tomas Okafor")).endswith(
        "people/?keywords=Tomas%20Okafor%20Halvorsen%20Maritime"
    )
    assert "companies/?keywords=Halvorsen" in page_to_look_up(facts(""))


def test_without_a_mail_program_address_and_subject_are_copied(
    qapp: QGuiApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    hands = HandOvers(Desk(Paths.under(tmp_path)))
    said = QSignalSpy(hands.said)
    nobody = replace(facts("M6"), application_id=1, email="i@halvorsen.example", mail_program="")

    hands._begin(nobody)

    assert opened == []
    assert said.at(0) == ["No mail program was found. Address and subject are copied."]
    assert qapp.clipboard().text() == "i@halvorsen.example\nOperations Planner – timing"


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
