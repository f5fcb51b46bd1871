"""Apologies: none where none is due, and exactly one where a name was wrong."""

from dataclasses import replace
from datetime import date

import pytest

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


# ------------------------------------------------------------------ in other languages

GREETINGS = {
    "de": "Sehr geehrte Frau Dr. van der Berg,",
    "fr": "Madame van der Berg,",
    "es": "Estimada señora van der Berg:",
    "it": "Gentile dottoressa van der Berg,",
}


def in_language(language: str, text: str, kind: str = "M3") -> Draft:
    """A letter whose language nobody chose: its own words tell it."""
    letter = correction(f"{GREETINGS[language]}\n\n{text}\n\nMia Sørensen")
    return replace(letter, kind=kind, language=None)


def variants(draft: Draft) -> list[str]:
    return [finding.variant for finding in told(draft, situation(NOTICED)).of(17)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "in meiner Nachricht stand Ihr Name falsch; ich bitte um Entschuldigung."),
        ("de", "ich habe Ihren Namen falsch geschrieben, und das tut mir leid."),
        ("de", "verzeihen Sie bitte, dass ich Ihren Namen falsch geschrieben habe."),
        ("fr", "j'ai mal écrit votre nom dans mon message, et je vous prie de m'excuser."),
        ("fr", "je regrette d'avoir mal écrit votre nom dans mon message de ce matin."),
        ("fr", "je vous présente mes excuses : j'ai mal prononcé votre nom à l'entretien."),
        ("es", "en mi mensaje escribí mal su nombre y le pido disculpas por este error."),
        ("es", "lamento haber escrito mal su nombre en el mensaje que le envié."),
        ("es", "siento mucho haber escrito mal su nombre en mi mensaje de esta mañana."),
    ],
)
def test_one_apology_is_heard_in_the_language_of_the_letter(language: str, text: str) -> None:
    right = {"de": "Richtig ist", "fr": "Votre nom est", "es": "Lo correcto es"}[language]
    whole = f"{text} {right} Dr. Anna-Maria van der Berg."
    assert variants(in_language(language, whole)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "in meiner Nachricht stand Ihr Name falsch. Ich schreibe ihn von nun an so:"),
        ("fr", "votre nom était mal écrit dans mon message. Je l'écrirai désormais ainsi :"),
        ("es", "en mi mensaje estaba mal escrito su nombre. Lo escribiré en adelante así:"),
    ],
)
def test_a_correction_without_one_is_told_in_every_language(language: str, text: str) -> None:
    assert variants(in_language(language, f"{text} Dr. Anna-Maria van der Berg.")) == ["none"]


@pytest.mark.parametrize(
    ("language", "text", "second"),
    [
        ("de", "ich bitte um Entschuldigung für den falschen Namen.", "Es tut mir sehr leid."),
        ("fr", "veuillez m'excuser pour l'erreur dans votre nom.", "Je suis désolée."),
        ("es", "le pido disculpas por el error en su nombre.", "Lo siento mucho."),
    ],
)
def test_a_second_apology_is_too_many_in_every_language(
    language: str, text: str, second: str
) -> None:
    draft = in_language(language, f"{text} Dr. Anna-Maria van der Berg. {second}")
    (finding,) = told(draft, situation(NOTICED)).of(17)
    assert (finding.variant, finding.text) == ("more", second.rstrip("."))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "je regrette votre décision, et je vous remercie de votre réponse."),
        ("es", "lamento su decisión y le agradezco la respuesta que me ha enviado."),
    ],
)
def test_regret_of_what_they_decided_is_no_apology(language: str, text: str) -> None:
    assert told(in_language(language, text, kind="M10")).of(16) == []


def test_of_a_language_whose_apologies_are_not_known_none_is_missed() -> None:
    text = "nel mio messaggio ho scritto male il suo nome, e me ne scuso con lei. Il nome è"
    assert variants(in_language("it", f"{text} Dr. Anna-Maria van der Berg.")) == []
