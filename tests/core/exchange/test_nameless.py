"""A case shown to strangers: no name is left in it, and its slips are still slips."""

from datetime import UTC, datetime

from core.check_data import load_knowledge
from core.checks.check import check
from core.commands.check import situation_of
from core.drafting.values import Draft, Me
from core.exchange.case_values import CaseFile
from core.exchange.cases import read_case
from core.exchange.nameless import without_names
from core.playbook.values import Case, Interview, Mode, Other, Part, Person

NOW = datetime(2026, 5, 12, 7, 40, tzinfo=UTC)
INGRID = Person(
    id="p1",
    name="Ingrid van der Berg",
    title="Dr.",
    part=Part.INTERVIEWER,
    email="ingrid@halvorsen.example",
)
CASE = Case(
    now=NOW,
    zone="Europe/Oslo",
    company="Halvorsen Maritime",
    role="Operations Planner",
    application_zone="Europe/Oslo",
    country="NO",
    people=(INGRID,),
    events=(
        Interview(
            key="i1",
            round=1,
            mode=Mode.ONSITE,
            start=datetime(2026, 5, 11, 12, tzinfo=UTC),
            end=datetime(2026, 5, 11, 13, tzinfo=UTC),
            zone="Europe/Oslo",
            people=("p1",),
        ),
    ),
    others=(Other(company="Lumen & Ash", people=("Amara Nwosu",)),),
)
BODY = (
    "Dear Dr. van den Burg,\n\nThank you. Amara sends her regards to Halvorsen. mira@home.example"
)
FILE = CaseFile(
    case=CASE,
    me=Me(name="Mira Lindqvist"),
    draft=Draft(kind="M1", to=("p1",), subject="Thank you", body=BODY, begun=NOW),
)
NAMES = ("Ingrid", "Berg", "Burg", "Halvorsen", "Lumen", "Amara", "Nwosu", "Mira", "Lindqvist")


def test_no_name_and_no_address_is_left() -> None:
    text = without_names(FILE)

    assert [name for name in NAMES if name.casefold() in text.casefold()] == []
    assert "home.example" not in text


def test_it_is_a_case_that_the_checks_read_with_the_same_finding() -> None:
    read = read_case(without_names(FILE), "case.json", NOW)
    assert read.draft is not None
    findings = check(read.draft, situation_of(read), load_knowledge()).findings

    before = check(FILE.draft, situation_of(FILE), load_knowledge()).findings if FILE.draft else ()
    assert [f.check for f in findings if f.check in (1, 5)] == [
        f.check for f in before if f.check in (1, 5)
    ]
