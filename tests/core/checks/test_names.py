"""Names and titles in the salutation: the one mistake that costs most."""

from dataclasses import replace

import pytest

from core.checks.finding import Level
from core.playbook.values import Channel, Part, Person
from tests.core.checks.desk import ANNA, PAUL, Told, greeted, situation, told


def person(name: str, title: str = "", surname: str = "") -> Person:
    return Person(id="anna", name=name, title=title, surname=surname, part=Part.INTERVIEWER)


def greeting(salutation: str, *people: Person) -> Told:
    draft = greeted(salutation, to=tuple(each.id for each in people))
    return told(draft, situation(people=people))


@pytest.mark.parametrize(
    ("who", "salutation"),
    [
        (ANNA, "Dear Dr. van der Berg,"),
        (ANNA, "Dear Dr. Van der Berg,"),
        (ANNA, "Dear Anna-Maria,"),
        (ANNA, "Dear Anna‑Maria van der Berg,"),
        (ANNA, "Sehr geehrte Frau Dr. van der Berg,"),
        (ANNA, "Madame van der Berg,"),
        (person("Jürgen Müller", "Prof. Dr."), "Sehr geehrter Herr Professor Müller,"),
        (person("Jürgen Müller", "Prof. Dr."), "Dear Professor Müller,"),
        (person("Wu Mei-Ling", surname="Wu"), "Dear Ms. Wu,"),
        (person("Wu Mei-Ling", surname="Wu"), "Dear Mei-Ling,"),
        (person("Nguyễn Thị Hương", "Ms"), "Dear Ms Hương,"),
        (person("Nguyễn Thị Hương", "Ms", "Nguyễn"), "Dear Ms Nguyễn,"),
        (person("Gabriel García Márquez", "Sr."), "Estimado Sr. García:"),
        (person("Ana Ruiz Ortega", "Sra.", "Ruiz Ortega"), "Estimada Sra. Ruiz:"),
        (person("Seán O’Brien"), "Dear Seán O'Brien,"),
        (person('Michael "Mike" Smith'), "Hi Mike,"),
        (person("J. Michael Smith"), "Dear Michael,"),
        (person("Ian McKellen", "Sir"), "Dear Sir Ian,"),
        (person("Rosa Delgadillo", "Chief"), "Dear Chief Delgadillo,"),
        (person("José Ortega y Gasset", "Sr.", "Ortega y Gasset"), "Estimado Sr. Ortega y Gasset:"),
        (person("Paul Moreau"), "Dear Mr. Moreau,"),
        (person("Giulia Bressan", "Dott.ssa"), "Gentile Dott.ssa Bressan,"),
    ],
)
def test_a_right_greeting_is_left_alone(who: Person, salutation: str) -> None:
    assert not {1, 2, 4} & greeting(salutation, who).checks


@pytest.mark.parametrize(
    ("who", "salutation", "wrote", "right"),
    [
        (ANNA, "Dear Dr. van den Berg,", "van den Berg", "van der Berg"),
        (ANNA, "Dear Dr. Berg,", "Berg", "van der Berg"),
        (ANNA, "Hi Anna,", "Anna", "Anna-Maria"),
        (ANNA, "Dear Susan,", "Susan", "Anna-Maria"),
        (ANNA, "dear anna-maria,", "anna-maria", "Anna-Maria"),
        (person("Søren Kjær"), "Dear Soren,", "Soren", "Søren"),
        (person("Jürgen Müller", "Herr"), "Sehr geehrter Herr Mueller,", "Mueller", "Müller"),
        (person("Jürgen Müller", "Herr"), "Sehr geehrter Herr Muller,", "Muller", "Müller"),
        (person("Catherine Jones"), "Dear Katherine,", "Katherine", "Catherine"),
        (person("James Taylor"), "Dear Taylor James,", "Taylor James", "James Taylor"),
        (person("Michael Smith"), "Hi Mike,", "Mike", "Michael"),
        (person("Mary Smith-Jones", "Ms"), "Dear Ms Smith,", "Smith", "Smith-Jones"),
        (person("Nguyễn Thị Hương", "Ms"), "Dear Ms Huong,", "Huong", "Hương"),
    ],
)
def test_a_wrong_name_must_be_mended(who: Person, salutation: str, wrote: str, right: str) -> None:
    found = greeting(salutation, who)
    finding = found.one(1)
    assert (finding.level, finding.text) == (Level.MUST, wrote)
    assert finding.fixes[0].text == right
    assert 1 not in found.mended(finding.fixes[0]).checks


@pytest.mark.parametrize(
    ("who", "salutation", "right"),
    [
        (ANNA, "Dear Ms. van der Berg,", "Dr. van der Berg"),
        (ANNA, "Dear Prof. van der Berg,", "Dr. van der Berg"),
        (ANNA, "Dear Dr. Anna-Maria,", "Dr. van der Berg"),
        (ANNA, "Dear van der Berg,", "Dr. van der Berg"),
        (ANNA, "Sehr geehrte Frau van der Berg,", "Frau Dr. van der Berg"),
        (person("Lea Ito", "Ms"), "Dear Mrs. Ito,", "Ms Ito"),
        (person("Lea Ito", "Ms"), "Dear Mr Ito,", "Ms Ito"),
        (person("Lea Ito", "Ms"), "Dear Dr Ito,", "Ms Ito"),
        (person("Jo Park", "Mx"), "Dear Mr. Jo,", "Mx Park"),
        (person("Paul Moreau"), "Dear Mr. Paul,", "Mr. Moreau"),
        (person("Giulia Bressan", "Dott.ssa"), "Gentile Dott. Bressan,", "Dott.ssa Bressan"),
        (person("Rosa Delgadillo", "Chief"), "Dear Ms. Delgadillo,", "Chief Delgadillo"),
        (
            person("María del Carmen Ruiz Ortega", "Sra.", "Ruiz Ortega"),
            "Dear Sra. Carmen,",
            "Sra. Ruiz Ortega",
        ),
    ],
)
def test_a_wrong_title_must_be_mended(who: Person, salutation: str, right: str) -> None:
    found = greeting(salutation, who)
    finding = found.one(2)
    assert finding.level is Level.MUST
    assert finding.fixes[0].text == right
    assert not {1, 2} & found.mended(finding.fixes[0]).checks


def test_several_readers_are_told_apart() -> None:
    found = greeting("Dear Dr. van der Berg and Paul,", ANNA, PAUL)
    assert not {1, 2, 4} & found.checks
    wrong = greeting("Dear Dr. van der Berg, dear Pual,", ANNA, PAUL)
    assert (wrong.one(1).text, wrong.one(1).fixes[0].text) == ("Pual", "Paul")


def test_another_interviewer_s_name_is_the_wrong_one() -> None:
    found = told(greeted("Dear Paul,"), situation(people=(ANNA, PAUL)))
    assert found.one(1).variant == "other person"


def test_an_unconfirmed_card_asks_for_a_look() -> None:
    found = greeting("Dear Dr. van der Berg,", replace(ANNA, confirmed=False))
    finding = found.one(3)
    assert (finding.level, finding.text) == (Level.SHOULD, "Dr. van der Berg")
    assert finding.fixes[0].argument == "anna"


@pytest.mark.parametrize(
    "salutation",
    [
        "Dear Hiring Team,",
        "Dear Sir or Madam,",
        "To whom it may concern:",
        "Dear Hiring Manager,",
        "Hello,",
        "Good morning,",
        "Sehr geehrte Damen und Herren,",
        "Madame, Monsieur,",
        "To the selection committee,",
        "Dear Head of Data,",
        "Dear people at Acme,",
        "Hello Acme,",
        "Dear Boss,",
        "Dear Ms or Mr,",
        "Attention: HR,",
        "Esteemed colleagues,",
    ],
)
def test_who_is_known_by_name_is_greeted_by_it(salutation: str) -> None:
    found = greeting(salutation, ANNA)
    finding = found.one(4)
    assert (finding.level, finding.text) == (Level.SHOULD, salutation)
    assert not {1, 2, 4} & found.mended(finding.fixes[0]).checks


def test_an_office_may_be_a_name() -> None:
    reader = replace(ANNA, name="Anna Reader", title="")
    assert not {1, 4} & greeting("Dear Anna Reader,", reader).checks
    assert 1 in greeting("Dear Dr. Acme,", ANNA).checks


def test_a_group_may_be_greeted_as_one_but_not_as_strangers() -> None:
    assert 4 not in greeting("Dear all,", ANNA, PAUL).checks
    assert 4 not in greeting("Dear hiring team,", ANNA, PAUL).checks
    assert 4 in greeting("Dear Sir or Madam,", ANNA, PAUL).checks


def test_nobody_known_may_be_greeted_as_anybody() -> None:
    draft = greeted("Dear Hiring Team,", to=())
    assert not {1, 2, 3, 4} & told(draft, situation(people=())).checks


def test_a_note_on_a_network_needs_no_name() -> None:
    draft = greeted("Hello,", channel=Channel.LINKEDIN)
    assert 4 not in told(draft).checks
