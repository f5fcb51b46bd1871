"""Each answer in a few words, for the list beside the form."""

from datetime import UTC, date, datetime

import pytest

from core.clock import Now
from core.form_store import shipped_form
from core.playbook.kinds import Promiser, ReflectionPath
from core.reflection import answers as a
from core.reflection.flow import progress
from gui.models.reflect_words import answers_title, section_words, short_of

NOW = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), "Europe/Oslo")

SHORT = [
    ("Q1", a.ContactsAnswer(rows=(a.ContactRow(key="k", name="Ingrid"),)), "1 person"),
    ("Q1", a.ContactsAnswer(rows=(a.ContactRow(key="k"),)), ""),
    (
        "Q3",
        a.PromisesAnswer(rows=(a.PromiseRow(key="k", text="route sample", due=date(2026, 5, 13)),)),
        "route sample, by tomorrow",
    ),
    (
        "Q3",
        a.PromisesAnswer(rows=(a.PromiseRow(key="k", by=Promiser.THEM, text="an answer"),)),
        "they: an answer",
    ),
    ("Q4", a.ListAnswer(rows=(a.ListRow(key="k", text="one\n\ntwo"),)), "one two"),
    ("Q6", a.EachAnswer(choices=(a.RowChoice(row="k", choice="yes"),)), "1 answered"),
    ("Q8", a.SlidersAnswer(before=3, after=8), "before 3, after 8"),
    ("Q9", a.NumberAnswer(value=7), "7 of 10, my estimate"),
    ("Q9", a.NumberAnswer(), ""),
    ("Q11", a.PickAnswer(row="k"), "picked"),
    ("Q14", a.RatingsAnswer(ratings=(a.Rating(item="opening", value=3),)), "1 of 8 rated"),
    ("Q15", a.PartsAnswer(rows=(a.RowParts(row="k"),)), "1 answer looked at"),
    ("Q17", a.ChoiceAnswer(choice="nerves"), "Nerves"),
    ("Q17", a.ChoiceAnswer(choice="an option of an older form"), ""),
    ("Q19", a.WrongNameAnswer(used=False), "No"),
    ("Q19", a.WrongNameAnswer(used=True), "Yes"),
    ("Q19", a.WrongNameAnswer(used=True, correct="van der Berg"), "Yes: van der Berg"),
    ("Q21", a.ScoreAnswer(value=4, text="The people."), "4 of 5: The people."),
    (
        "Q22",
        a.FriendsAnswer(rows=(a.FriendRow(key="k", friend="Amara", text="calm"),)),
        "Amara: calm",
    ),
    ("Q28", a.IfThenAnswer(cue="I go blank"), "I go blank"),
    ("Q29", a.DateAnswer(day=date(2026, 5, 20)), "20 May"),
]


@pytest.mark.parametrize(("question", "answer", "words"), SHORT)
def test_an_answer_is_told_in_a_few_words(question: str, answer: a.Answer, words: str) -> None:
    found = shipped_form().form.find(question)
    assert found is not None
    assert short_of(found, answer, NOW) == words
    assert short_of(found, None, NOW) == ""


def test_a_long_answer_is_cut_before_it_is_measured() -> None:
    found = shipped_form().form.find("Q7")
    assert found is not None
    assert len(short_of(found, a.TextAnswer(text="word " * 20_000), NOW)) <= 120


def test_a_section_of_one_question_is_told_as_one() -> None:
    form = shipped_form().form
    first = progress(form, ReflectionPath.FULL, {}, "Q5")
    assert section_words(first, first) == "Question 5 of 28"
    last = progress(form, ReflectionPath.FULL, {}, "Q7")
    assert section_words(first, last) == "Questions 5 to 6 of 28"
    assert (answers_title(1), answers_title(7)) == ("Your answer", "Your seven answers")
