"""Apologies: none where none is due, and exactly one where a name was wrong."""

from datetime import date

from core.checks.finding import Level
from core.drafting.values import Draft
from core.playbook.values import Incident, Promise, Promiser, StepMark, WrongName
from tests.core.checks.desk import adding, berlin, situation, told

NOTICED = WrongName(
    key="w",
    at=berlin("04-03 09:00"),
    zone="Europe/Berlin",
    person="anna",
    correct="Dr. Anna-Maria van der Berg",
)


def correction(text: str) -> Draft:
    return Draft(
        kind="M3", to=("anna",), subject="Correction – with apologies", body=text, language="en"
    )


def test_an_apology_for_nerves_draws_attention_to_them() -> None:
    finding = told(adding("I am sorry that I was so nervous.")).of(16)[0]
    assert finding.level is Level.SHOULD


def test_an_apology_for_something_noted_is_right() -> None:
    wrong_file = Incident(at=berlin("04-02 10:00"), what="The wrong file was attached")
    assert told(adding("I am sorry for the wrong file."), situation(wrong_file)).of(16) == []


def test_a_missed_promise_justifies_one_until_it_is_kept() -> None:
    promise = Promise(
        key="p", by=Promiser.ME, what="the sample", at=berlin("03-27 15:00"), due=date(2026, 3, 31)
    )
    late = adding("I am sorry for the delay with the sample.")
    assert told(late, situation(promise)).of(16) == []
    kept = StepMark(id="K1", at=berlin("04-01 10:00"), done=True)
    assert len(told(late, situation(promise, marks=(kept,))).of(16)) == 1


def test_sympathy_is_no_apology() -> None:
    assert told(adding("I was sorry to hear that Paul is leaving.")).of(16) == []


def test_a_correction_with_one_apology_and_the_right_name_is_fine() -> None:
    draft = correction(
        "Dear Dr. van der Berg,\n\nIn my note I wrote “van den Berg”. I'm sorry; your name is van der Berg.\n\nKind regards,\nSam Lee"
    )
    assert told(draft, situation(NOTICED)).of(17) == []


def test_a_correction_without_an_apology_must_have_one() -> None:
    draft = correction(
        "Dear Dr. van der Berg,\n\nYour name is van der Berg.\n\nKind regards,\nSam Lee"
    )
    assert told(draft, situation(NOTICED)).one(17).variant == "none"


def test_the_second_apology_is_one_too_many() -> None:
    draft = correction(
        "Dear Dr. van der Berg,\n\nI'm sorry that I wrote your name wrong. Please forgive me.\n\nKind regards,\nSam Lee"
    )
    finding = told(draft, situation(NOTICED)).one(17)
    assert (finding.variant, finding.text) == ("more", "Please forgive me")


def test_a_correction_has_to_say_the_right_name() -> None:
    draft = correction(
        "Dear Doctor,\n\nI'm sorry that I wrote van den Berg.\n\nKind regards,\nSam Lee"
    )
    finding = told(draft, situation(NOTICED)).one(17)
    assert finding.variant == "name"
    assert ("name", "Dr. Anna-Maria van der Berg") in finding.arguments
