"""The form is data: the shipped one asks what it must, and a mistake is named by its place."""

import copy
import tomllib
from contextlib import suppress
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content import resource
from core.form_store import shipped_form
from core.playbook.kinds import ReflectionPath
from core.reflection.form_reading import FormError, laid_over, read_form
from core.reflection.kinds import FIXED_KINDS, AnswerKind, Evidence

FORM = shipped_form().form
Table = dict[str, object]


def shipped_data() -> Table:
    return tomllib.loads((resource("forms") / "reflection.toml").read_text(encoding="utf-8"))


def refusal(own: str) -> FormError:
    with pytest.raises(FormError) as caught:
        read_form(laid_over(shipped_data(), tomllib.loads(own)), "mine.toml")
    return caught.value


def test_all_thirty_questions_are_there_with_their_kinds() -> None:
    assert {one.id: one.kind for one in FORM.questions} == dict(FIXED_KINDS)
    assert [one.id for one in FORM.questions] == [f"Q{n}" for n in range(1, 31)]
    assert set(FIXED_KINDS.values()) == set(AnswerKind)


def test_three_minutes_and_fifteen_are_what_they_say() -> None:
    assert sum(one.seconds for one in FORM.questions if one.short) == 3 * 60
    assert sum(one.seconds for one in FORM.questions) == 15 * 60


def test_the_words_are_for_a_nervous_person() -> None:
    for one in FORM.questions:
        said = (one.title, one.words, one.ease, one.ease_full, one.why, one.kindly)
        for text in said:
            assert not any(word in text.casefold() for word in ("!", "please", "oops", "fail"))
            assert "Q" + one.id[1:] not in text
        assert len(one.words) <= 80
        assert len(one.ease) <= 90


def test_each_question_says_how_sure_its_reason_is() -> None:
    for one in FORM.questions:
        assert one.why.endswith(".")
        studied = one.evidence in {Evidence.WELL_STUDIED, Evidence.SOME_STUDIES}
        assert bool(one.source) or not studied
        if one.evidence is Evidence.WELL_STUDIED:
            assert "well studied" in one.why


def test_the_line_of_ease_fits_what_the_path_asks() -> None:
    well = FORM.find("Q10")
    assert well is not None
    assert well.ease_on(ReflectionPath.SHORT).startswith("One thing")
    assert well.ease_on(ReflectionPath.FULL).startswith("Three things")
    assert well.ease_on(ReflectionPath.FULL, gentle=True).startswith("One thing")
    assert FORM.find("Q31") is None


# ------------------------------------------------------------------ one's own


def test_an_own_form_needs_only_what_differs() -> None:
    own = tomllib.loads(
        '[questions.Q16]\nenabled = false\n[questions.Q10]\nwords = "What was good?"\n'
        '[questions.mood]\nsection = "feelings"\nkind = "text"\ntitle = "Mood"\nwords = "Mood?"\n'
        'ease = "One word."\nwhy = "I like to know."\nevidence = "our own design"\nshort = true\n'
    )
    form = read_form(laid_over(shipped_data(), own), "mine.toml")
    well, mood = form.find("Q10"), form.find("mood")
    assert well is not None
    assert well.words == "What was good?"
    assert mood is not None
    assert form.find("Q16") is None
    assert [one.id for one in form.questions].index("mood") == 9, "last of its section"
    assert form.version != FORM.version


def test_own_options_stand_in_the_place_of_all() -> None:
    own = tomllib.loads('[questions.Q18.options]\nunsure = "?"\nyes = "Y"\nunlikely = "N"\n')
    form = read_form(laid_over(shipped_data(), own), "mine.toml")
    noticed = form.find("Q18")
    assert noticed is not None
    assert [one.value for one in noticed.options] == ["unsure", "yes", "unlikely"]


NEW = 'section = "facts"\ntitle = "a"\nwords = "b"\nease = "c"\nwhy = "d"\nevidence = "common advice"\n'


@pytest.mark.parametrize(
    ("own", "place", "problem"),
    [
        ("[questions.Q10]\nwrds = 'a'", "questions.Q10.wrds", "Did you mean “words”?"),
        ("[question.Q10]\nwords = 'a'", "question", "Did you mean “questions”?"),
        ("[questions.Q7]\nkind = 'list'", "questions.Q7.kind", "needs “text”"),
        ("[questions.Q7]\nkind = 'txt'", "questions.Q7.kind", "Did you mean “text”?"),
        ("[questions.Q7]\nkind = 7", "questions.Q7.kind", "“7” is not known here."),
        ("[questions.Q7]\nsection = 'fact'", "questions.Q7.section", "Did you mean “facts”?"),
        ("[questions.Q7]\nwords = ' '", "questions.Q7.words", "a text of 1 to 500 characters"),
        ("[questions.Q7]\nwords = 3", "questions.Q7.words", "a text of 1 to 500 characters"),
        ("[questions.Q7]\nshort = 1", "questions.Q7.short", "true or false"),
        ("[questions.Q7]\nseconds = 9999", "questions.Q7.seconds", "from 0 to 3600"),
        ("[questions.Q7]\nleast = {full = 1}", "questions.Q7", "“kindly” is missing"),
        ("[questions.Q7]\nleast = {long = 1}", "questions.Q7.least.long", "no key that is known"),
        ("[questions.Q7]\nof = 'Q2'", "questions.Q7.of", "has no “of”"),
        ("[questions.Q6]\nof = 'Q30'", "questions.Q6.of", "no list that is asked before"),
        ("[questions.Q7.options]\na = 'b'", "questions.Q7.options", "has no options"),
        ("[questions.Q18.options]\nyes = 'b'", "questions.Q18.options", "“unlikely” is missing"),
        ("[questions.Q5]\nenabled = false", "questions.Q5.enabled", "“Q6” asks about what is"),
        ("[questions.Q26]\nenabled = false", "questions.Q26", "it stays"),
        ("[questions.Q10]\nleast = {short = 0}", "", ""),
        ("[questions.Q10]\nshort = false", "questions.Q10", "asked on every path"),
        ("[questions.'a b']\n" + NEW + "kind = 'text'", "questions.a b", "letters, digits"),
        ("[questions.new]\n" + NEW, "questions.new", "“kind” is missing"),
        ("[questions.new]\n" + NEW + "kind = 'choice'", "questions.new.options", "a table"),
        ("[sections.facts]\nname = 'a'", "sections.facts.name", "no key that is known"),
        ("version = 'x'", "version", "a whole number"),
        ("questions = 3", "questions", "a table"),
    ],
)
def test_a_mistake_is_named_by_its_place(own: str, place: str, problem: str) -> None:
    if not place:
        own = own.replace("short = 0", "short = 0, full = 0, gentle = 0")
        place, problem = "questions.Q10", "asked on every path"
    error = refusal(own)
    assert error.place == place
    assert problem in error.sentence
    assert error.sentence.startswith("mine.toml, ")
    assert error.sentence.endswith("The form in use stays as it was.")


def test_a_hundred_questions_are_enough() -> None:
    own = "".join(f"[questions.n{n}]\n{NEW}kind = 'text'\n" for n in range(80))
    assert "more than 100" in refusal(own).sentence


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=8), below),
    max_leaves=8,
)
PLACES = st.sampled_from(
    [
        ("questions", f"Q{n}", key)
        for n in (2, 6, 10, 14, 26)
        for key in ("kind", "least", "options")
    ]
    + [("questions", "Q1", "section"), ("sections", "facts", "title"), ("version",), ("questions",)]
)


@given(place=PLACES, value=ANYTHING)
def test_whatever_stands_there_it_is_read_or_refused(place: tuple[str, ...], value: object) -> None:
    data = copy.deepcopy(shipped_data())
    table = data
    for part in place[:-1]:
        table = cast("Table", table[part])
    table[place[-1]] = value
    with suppress(FormError):
        assert read_form(data, "mine.toml").questions
