"""The main action of a step: what the mail program, the telephone and the browser are given."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from core.use_cases.handing_over import HandOver
from gui.hand_over import mail_link, page_to_look_up, subject_of


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
