"""Going through the form: two paths, changed at will, and a kind end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.form_store import shipped_form
from core.playbook.kinds import ReflectionPath
from core.reflection.answers import (
    Answer,
    Answers,
    EachAnswer,
    ListAnswer,
    ListRow,
    NumberAnswer,
    RowChoice,
    TaggedListAnswer,
    TaggedRow,
    TextAnswer,
)
from core.reflection.flow import (
    asked,
    missing,
    next_question,
    progress,
    question_before,
    resume_at,
    rows_of,
    sections_asked,
    time_left,
)
from tests.core.reflection.generated import answers_of, answers_to

FORM = shipped_form().form
SHORT, FULL = ReflectionPath.SHORT, ReflectionPath.FULL
KIND_WORDS = TextAnswer(text="You were calm, and you asked good questions.")
GOOD_THINGS = ListAnswer(rows=tuple(ListRow(key=key, text="I listened") for key in "abc"))
ASKED_AND_PLANNED: Answers = {
    "Q2": TaggedListAnswer(rows=(TaggedRow(key="q", text="Why us?"),)),
    "Q5": ListAnswer(rows=(ListRow(key="m", text="I know kilns"),)),
}


def ids(path: ReflectionPath, answers: Answers, *, gentle: bool = False) -> list[str]:
    return [one.id for one in asked(FORM, path, answers, gentle=gentle)]


def walked(path: ReflectionPath, answers: Answers, *, gentle: bool = False) -> list[str]:
    """The questions as Next gives them, from the first to the last."""
    seen: list[str] = []
    while one := next_question(FORM, path, answers, seen[-1] if seen else None, gentle=gentle):
        seen.append(one.id)
    return seen


def test_three_minutes_are_seven_questions() -> None:
    assert walked(SHORT, {}) == ["Q1", "Q3", "Q9", "Q10", "Q12", "Q26", "Q28"]


def test_fifteen_minutes_are_all_thirty_in_their_order() -> None:
    assert walked(FULL, ASKED_AND_PLANNED) == [f"Q{n}" for n in range(1, 31)]


def test_questions_about_rows_wait_until_there_are_rows() -> None:
    assert set(ids(FULL, ASKED_AND_PLANNED)) - set(ids(FULL, {})) == {"Q6", "Q15"}
    blank: Answers = {"Q5": ListAnswer(rows=(ListRow(key="m", text="  "),))}
    assert "Q6" not in ids(FULL, blank)


def test_a_question_knows_the_rows_that_it_speaks_of() -> None:
    landed = FORM.find("Q6")
    assert landed is not None
    assert rows_of(landed, ASKED_AND_PLANNED) == (("m", "I know kilns"),)


@pytest.mark.parametrize("path", [SHORT, FULL])
def test_after_a_rejection_less_is_asked_and_nobody_is_timed(path: ReflectionPath) -> None:
    gentle, usual = ids(path, ASKED_AND_PLANNED, gentle=True), ids(path, ASKED_AND_PLANNED)
    assert set(gentle) < set(usual)
    assert {"Q10", "Q26"} <= set(gentle)
    assert not {"Q9", "Q12", "Q14", "Q17"} & set(gentle)
    assert progress(FORM, path, {}, "Q10", gentle=True).time_left == ""


def test_progress_is_said_in_words() -> None:
    fourth = progress(FORM, SHORT, {}, "Q10")
    assert fourth.words == "Question 4 of 7"
    assert fourth.time_left == "about a minute and a half left"
    assert progress(FORM, SHORT, {}, "Q1").time_left == "about three minutes left"
    assert progress(FORM, FULL, ASKED_AND_PLANNED, "Q1").time_left == "about 15 minutes left"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "about half a minute left"),
        (40, "about half a minute left"),
        (60, "about a minute left"),
        (150, "about two and a half minutes left"),
        (290, "about five minutes left"),
        (330, "about six minutes left"),
    ],
)
def test_nobody_is_timed_by_the_second(seconds: int, words: str) -> None:
    assert time_left(seconds) == words


def test_a_change_of_path_goes_on_from_where_one_is() -> None:
    assert resume_at(FORM, SHORT, {}, "Q8").id == "Q9"
    assert resume_at(FORM, SHORT, {}, "Q10").id == "Q10"
    assert resume_at(FORM, SHORT, {}, "Q30").id == "Q28"
    assert resume_at(FORM, FULL, {}, "Q9").id == "Q9"
    assert resume_at(FORM, FULL, {}, None).id == "Q1"


def test_a_question_that_is_no_longer_in_the_form_starts_at_the_first() -> None:
    assert resume_at(FORM, SHORT, {}, "my-old-question").id == "Q1"


@given(
    answers=answers_to(FORM),
    switches=st.lists(st.tuples(st.sampled_from([SHORT, FULL]), st.booleans()), min_size=30),
    data=st.data(),
)
def test_switching_paths_at_each_question_loses_nothing(
    answers: dict[str, Answer],
    switches: list[tuple[ReflectionPath, bool]],
    data: st.DataObject,
) -> None:
    """Whatever was answered on the way stays, each question on the way comes once, in order."""
    given_so_far, kept = dict(answers), dict(answers)
    at: str | None = None
    seen: list[str] = []
    for path, gentle in switches:
        question = next_question(FORM, path, given_so_far, at, gentle=gentle)
        if question is None:
            continue
        seen.append(question.id)
        answer = data.draw(answers_of(question.kind))
        given_so_far[question.id] = kept[question.id] = answer
        at = question.id
        assert resume_at(FORM, path, given_so_far, at, gentle=gentle).id == at
    assert given_so_far == kept
    order = [one.id for one in FORM.questions]
    assert seen == sorted(set(seen), key=order.index)


@given(answers=answers_to(FORM), path=st.sampled_from([SHORT, FULL]), gentle=st.booleans())
def test_next_back_sections_and_progress_agree(
    answers: dict[str, Answer], path: ReflectionPath, gentle: bool
) -> None:
    questions = ids(path, answers, gentle=gentle)
    assert walked(path, answers, gentle=gentle) == questions
    by_section = sections_asked(FORM, path, answers, gentle=gentle)
    assert [one.id for section in by_section for one in section.questions] == questions
    for place, name in enumerate(questions):
        before = question_before(FORM, path, answers, name, gentle=gentle)
        assert (before.id if before else None) == (questions[place - 1] if place else None)
        told = progress(FORM, path, answers, name, gentle=gentle)
        assert (told.number, told.of) == (place + 1, len(questions))


# ------------------------------------------------------------------ the end


def needs(path: ReflectionPath, answers: Answers, *, gentle: bool = False) -> dict[str, str]:
    found = missing(FORM, path, answers, gentle=gentle)
    return {one.question.id: one.sentence for one in found}


@pytest.mark.parametrize("path", [SHORT, FULL])
def test_it_ends_with_a_strength_and_a_kind_sentence(path: ReflectionPath) -> None:
    assert set(needs(path, {})) == {"Q10", "Q26"}
    assert needs(path, {"Q10": GOOD_THINGS, "Q26": KIND_WORDS}) == {}


def test_it_says_kindly_why() -> None:
    said = needs(SHORT, {})
    assert said["Q10"].startswith("Something went well, even if it was small")
    assert said["Q26"].startswith("You would not let a friend go home without a kind word.")


def test_the_full_path_looks_for_three_good_things() -> None:
    two: Answers = {"Q10": ListAnswer(rows=GOOD_THINGS.rows[:2]), "Q26": KIND_WORDS}
    assert needs(FULL, two)["Q10"].startswith("One more is enough. ")
    one: Answers = {"Q10": ListAnswer(rows=GOOD_THINGS.rows[:1]), "Q26": KIND_WORDS}
    assert needs(FULL, one)["Q10"].startswith("Two more are enough. ")
    assert needs(SHORT, one) == needs(FULL, one, gentle=True) == {}


def test_a_row_without_words_is_no_good_thing() -> None:
    blank: Answers = {"Q10": ListAnswer(rows=(ListRow(key="a", text=" \n"),)), "Q26": KIND_WORDS}
    assert set(needs(SHORT, blank)) == {"Q10"}


@pytest.mark.parametrize(("text", "enough"), [("x" * 29, False), ("x" * 30, True)])
def test_the_kind_sentence_has_thirty_characters(text: str, enough: bool) -> None:
    answers: Answers = {"Q10": GOOD_THINGS, "Q26": TextAnswer(text=f"  {text}  ")}
    assert (needs(SHORT, answers) == {}) is enough


def test_nothing_else_is_ever_needed() -> None:
    answers: Answers = {
        "Q9": NumberAnswer(),
        "Q6": EachAnswer(choices=(RowChoice(row="x", choice="y"),)),
    }
    assert set(needs(FULL, answers)) == {"Q10", "Q26"}
