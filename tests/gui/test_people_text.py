"""Names as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.models.people_text import TypedPerson, as_text, people_in

TYPED = [
    ("", []),
    (" , ;", []),
    ("Tomas Okafor", [TypedPerson("Tomas Okafor")]),
    ("Dr. Ingrid van der Berg", [TypedPerson("Ingrid van der Berg", "Dr.")]),
    ("Prof. Dr. Anna Ek, Bo", [TypedPerson("Anna Ek", "Prof. Dr."), TypedPerson("Bo")]),
    ("Anna Ek and Bo Lund", [TypedPerson("Anna Ek"), TypedPerson("Bo Lund")]),
    ("Anna <anna@acme.example>", [TypedPerson("Anna", "", "anna@acme.example")]),
    ("anna@acme.example", [TypedPerson("anna@acme.example", "", "anna@acme.example")]),
    ("Anna, Anna", [TypedPerson("Anna")]),
    ("Anderson", [TypedPerson("Anderson")]),
    ("ענת כהן; 山田 花子", [TypedPerson("ענת כהן"), TypedPerson("山田 花子")]),
]


@pytest.mark.parametrize(("text", "people"), TYPED)
def test_a_line_of_names(text: str, people: list[TypedPerson]) -> None:
    assert list(people_in(text)) == people


def test_what_was_read_is_written_the_same_way() -> None:
    people = people_in("Dr. Ingrid van der Berg <ingrid@halvorsen.example>, Tomas Okafor")

    assert people_in(as_text(people)) == people


@given(st.text(max_size=400))
def test_no_line_of_names_does_harm(text: str) -> None:
    for person in people_in(text):
        assert person.name
