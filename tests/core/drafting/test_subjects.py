"""Subjects: the usual pattern, and never longer than a list of mails shows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.drafting.kinds import KINDS
from core.drafting.subjects import LONGEST_SUBJECT, subject_for, subject_of_answer
from core.drafting.values import Me
from core.playbook.values import Case
from tests.core.drafting.cases import berlin, request, situation


def subject(kind: str, role: str = "Data Engineer", company: str = "Acme GmbH") -> str:
    known = situation(kind)
    case = replace(known.case, role=role, company=company)
    return subject_for(request(kind), replace(known, case=case))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("M1", "Thank you – Data Engineer interview, 27 March"),
        ("M2", "Thank you – Data Engineer interview, 27 March"),
        ("M3", "Correction – with apologies"),
        ("M4", "Data Engineer – interview on 27 March"),
        ("M5", "Re: Data Engineer – interview on 27 March"),
        ("M6", "Data Engineer – timing"),
        ("M7", "References – Sam Okafor, Data Engineer"),
        ("M8", "Possible reference call – Acme GmbH"),
        ("M9", "Thank you – and news"),
        ("M10", "Re: Data Engineer"),
        ("M11", ""),
        ("M12", "The new plant in Lyon"),
        ("M13", "Re: offer – Data Engineer"),
        ("M14", "Data Engineer – timing of my reply"),
        ("M15", "Acceptance – Data Engineer"),
        ("M16", "Withdrawal – Data Engineer – Sam Okafor"),
        ("M17", "Re: invitation"),
    ],
)
def test_each_kind_has_its_pattern(kind: str, said: str) -> None:
    assert subject(kind) == said


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Data Engineer (m/w/d)", "Thank you – Data Engineer interview, 27 March"),
        (
            "Registered Nurse, Intensive Care and Anaesthesia",
            "Thank you – Registered Nurse interview, 27 March",
        ),
        (
            "Professor of Comparative Mediaeval Literature",
            "Thank you – Professor of Comparative… interview, 27 March",
        ),
    ],
)
def test_a_long_role_is_shortened_as_a_person_would(role: str, said: str) -> None:
    assert subject("M1", role) == said


def test_a_long_name_makes_room_for_the_role() -> None:
    known = replace(situation("M16"), me=Me(name="Maximiliane-Charlotte von und zu Hohenstein"))
    assert subject_for(request("M16"), known) == "Withdrawal – Data Engineer"


def test_without_a_role_the_company_stands_and_without_a_date_none() -> None:
    bare = replace(
        situation("M1"), case=Case(now=berlin("04-07 10:00"), zone="UTC", company="Acme")
    )
    assert subject_for(request("M1"), bare) == "Thank you – Acme interview"


def test_other_languages_have_subjects_of_their_own() -> None:
    german = replace(request("M4"), language="de")
    assert subject_for(german, situation("M4")) == "Data Engineer – Gespräch am 27. März"


@given(
    kind=st.sampled_from(sorted(KINDS)),
    role=st.text(max_size=300),
    company=st.text(max_size=300),
    name=st.text(max_size=300),
)
def test_no_subject_is_too_long_or_has_two_lines(
    kind: str, role: str, company: str, name: str
) -> None:
    known = situation(kind)
    case = replace(known.case, role=role, company=company)
    said = subject_for(request(kind), replace(known, case=case, me=Me(name=name)))
    assert len(said) <= LONGEST_SUBJECT
    assert len(said.splitlines()) <= 1


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("Your application", "Re: Your application"),
        ("AW: Re: [2] RE[3]: Hello", "Re: [2] RE[3]: Hello"),
        ("re: AW:Hello", "Re: Hello"),
        ("Recruiting: hello", "Re: Recruiting: hello"),
        ("Re:", ""),
        ("", ""),
        ("x" * 57, ""),
        ("a\u202eb\nc", "Re: ab c"),
    ],
)
def test_an_answer_has_the_subject_of_its_thread(subject: str, answer: str) -> None:
    assert subject_of_answer(subject) == answer
