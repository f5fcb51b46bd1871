"""The language of a text, and what is misspelt or written twice in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.checks.finding import Edit, Field, Fix, Span
from core.checks.language import detect_language
from core.checks.mending import removing, replacing
from core.checks.spelling import repeated_words
from core.checks.typos import is_formed, slips


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thank you for the time that you gave me on Tuesday.", "en"),
        ("Vielen Dank für das Gespräch, ich habe mich sehr gefreut.", "de"),
        ("Merci pour le temps que vous m'avez accordé, je suis très intéressé.", "fr"),
        ("Gracias por el tiempo que me dedicó, estoy muy interesada en el puesto.", "es"),
        ("Grazie per il tempo che mi ha dedicato, sono molto interessata.", "it"),
        ("OK", None),
        ("", None),
    ],
)
def test_a_language_is_told_by_its_small_words(text: str, language: str | None) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["the the", "and and", "of\nof", "The the"])
def test_a_word_written_twice_is_found(text: str) -> None:
    ((span, once),) = repeated_words(f"We met {text} team.")
    assert f"We met {text} team."[span.start : span.end] == text
    assert once == text.split(maxsplit=1)[0]


@pytest.mark.parametrize(
    "text",
    ["that that", "had had", "Duran Duran", "very very", "in-in", "the\n\nthe", "the theory"],
)
def test_a_word_meant_twice_is_left_alone(text: str) -> None:
    assert list(repeated_words(f"we met {text} then")) == []


@pytest.mark.parametrize(
    ("word", "offered", "right"),
    [
        ("recieved", ["relieved", "received", "retrieved"], ("relieved", "received")),
        ("oppening", ["opening", "openings"], ("opening",)),
        ("teh", ["the", "tea"], ("the",)),
        ("sintering", ["wintering"], ()),
        ("roastery", ["roaster", "roasters"], ()),
        ("tabards", ["tabor's", "towards"], ()),
    ],
)
def test_a_slip_is_near_to_what_was_meant(
    word: str, offered: list[str], right: tuple[str, ...]
) -> None:
    assert slips(word, offered) == right


def test_regular_forms_of_known_words_are_words() -> None:
    known = {"late", "weave", "dyed"}.__contains__
    assert is_formed("lates", known)
    assert is_formed("reweave", known)
    assert not is_formed("recieve", known)


def mend(text: str, fix: Fix) -> str:
    (edit,) = fix.edits
    assert isinstance(edit, Edit)
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("I am here. Sorry! See you.", "Sorry!", "I am here. See you."),
        ("Sorry, I am late.", "Sorry", "I am late."),
        ("it was fun, lol.", "lol", "it was fun,."),
        ("It was fun lol.", "lol", "It was fun."),
        ("Hey you came.", "Hey", "You came."),
        ("One. Two.", "Two.", "One."),
    ],
)
def test_what_is_taken_out_leaves_clean_text(text: str, words: str, left: str) -> None:
    start = text.index(words)
    assert mend(text, removing(Field.BODY, text, Span(start, start + len(words)))) == left


def test_other_words_begin_a_sentence_with_a_capital() -> None:
    text = "Desperate to see it."
    assert mend(text, replacing(Field.BODY, text, Span(0, 9), "keen")) == "Keen to see it."


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_taking_out_never_leaves_the_text(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    (edit,) = removing(Field.BODY, text, Span(start, end)).edits
    assert 0 <= edit.span.start <= start
    assert end <= edit.span.end <= len(text)
