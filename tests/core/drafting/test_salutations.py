"""How people are addressed: by what their card says, and by nothing else."""

import pytest

from core.drafting.salutations import closing, first_name, salutation
from core.drafting.values import Tone
from core.playbook.values import Person


def card(name: str, title: str = "", surname: str = "") -> Person:
    return Person(id=name, name=name, title=title, surname=surname)


@pytest.mark.parametrize(
    ("person", "warm", "formal"),
    [
        (card("Anna Weber"), "Dear Anna,", "Dear Anna Weber,"),
        (card("Anna Weber", "Ms"), "Dear Anna,", "Dear Ms Weber,"),
        (card("Anna Weber", "Mrs."), "Dear Anna,", "Dear Mrs. Weber,"),
        (card("Anna Weber", "Dr."), "Dear Dr. Weber,", "Dear Dr. Weber,"),
        (card("Jan van der Berg", "Prof. Dr."), *["Dear Prof. Dr. van der Berg,"] * 2),
        (
            card("María García Lorca", surname="García Lorca"),
            "Dear María,",
            "Dear María García Lorca,",
        ),
        (
            card("María García Lorca", "Sra.", "García Lorca"),
            "Dear María,",
            "Dear Ms García Lorca,",
        ),
        (card("Wu Mei-Ling", surname="Wu"), "Dear Mei-Ling,", "Dear Wu Mei-Ling,"),
        (card("Wu Mei-Ling", "Dr.", "Wu"), "Dear Dr. Wu,", "Dear Dr. Wu,"),
        (card("Nguyễn Thị Hương", surname="Nguyễn"), *["Dear Nguyễn Thị Hương,"] * 2),
        (card("Nguyễn Thị Hương"), *["Dear Nguyễn Thị Hương,"] * 2),
        (card("Nguyễn Thị Hương", "Dr."), *["Dear Dr. Nguyễn Thị Hương,"] * 2),
        (card("J. R. Hartley"), "Dear J. R. Hartley,", "Dear J. R. Hartley,"),
        (card("Sukarno"), "Dear Sukarno,", "Dear Sukarno,"),
        (card("Sukarno", "Dr."), "Dear Dr. Sukarno,", "Dear Dr. Sukarno,"),
        (card("Ian McEwan", "Sir"), *["Dear Sir Ian McEwan,"] * 2),
        (card("王美玲"), "Dear 王美玲,", "Dear 王美玲,"),
        (card("Kim Clark"), "Dear Kim Clark,", "Dear Kim Clark,"),
    ],
)
def test_in_english(person: Person, warm: str, formal: str) -> None:
    assert salutation([person], Tone.WARM) == warm
    assert salutation([person], Tone.FORMAL) == formal
    assert salutation([person], Tone.PLAIN) == formal


@pytest.mark.parametrize(
    ("title", "language", "tone", "said"),
    [
        ("Dr.", "de", Tone.PLAIN, "Guten Tag Dr. Weber,"),
        ("", "de", Tone.WARM, "Guten Tag Anna Weber,"),
        ("Frau", "de", Tone.FORMAL, "Sehr geehrte Frau Weber,"),
        ("Herr Dr.", "de", Tone.FORMAL, "Sehr geehrter Herr Dr. Weber,"),
        ("Ms", "de", Tone.PLAIN, "Guten Tag Frau Weber,"),
        ("Mme", "fr", Tone.PLAIN, "Bonjour Mme Weber,"),
        ("Mr", "fr", Tone.FORMAL, "Bonjour Monsieur Weber,"),
        ("", "fr", Tone.FORMAL, "Bonjour Anna Weber,"),
        ("Sra.", "es", Tone.FORMAL, "Estimada Sra. Weber:"),
        ("Dr.", "es", Tone.FORMAL, "Buenos días Dr. Weber:"),
    ],
)
def test_in_other_languages(title: str, language: str, tone: Tone, said: str) -> None:
    assert salutation([card("Anna Weber", title)], tone, language) == said


def test_several_readers_are_all_named_in_one_style() -> None:
    anna, paul = card("Anna Weber"), card("Paul Ott", "Dr.")
    lea = card("Lea Roth")
    assert salutation([anna, lea], Tone.WARM) == "Dear Anna and Lea,"
    assert salutation([anna, paul, lea], Tone.WARM) == "Dear Anna Weber, Dr. Ott and Lea Roth,"
    both = [card("Anna Weber", "Frau"), card("Paul Ott", "Herr")]
    said = salutation(both, Tone.FORMAL, "de")
    assert said == "Sehr geehrte Frau Weber und sehr geehrter Herr Ott,"


def test_a_crowd_is_greeted_as_one_and_nobody_is_a_gap() -> None:
    assert salutation([card(f"Anna Weber{n}") for n in range(6)], Tone.PLAIN) == "Dear all,"
    assert salutation([], Tone.PLAIN) == "Dear [the reader’s name],"


def test_a_first_name_is_told_only_by_a_card_that_knows_the_order() -> None:
    assert first_name(card("Anna-Maria van der Berg")) == "Anna-Maria"
    assert first_name(card("Park Min-jun", surname="Park")) == "Min-jun"
    assert first_name(card("Trần Văn Nam")) == ""
    assert first_name(card("Anna Weber", surname="Schmidt")) == ""


def test_leave_is_taken_in_the_tone_of_the_letter() -> None:
    assert closing(Tone.WARM) == "Warm regards,"
    assert closing(Tone.FORMAL, "de") == "Mit freundlichen Grüßen"
    assert closing(Tone.PLAIN, "fr") == "Cordialement,"
