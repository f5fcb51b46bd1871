"""How much an answer says: rows with words, things chosen, anything at all."""

from datetime import date

import pytest
from hypothesis import given

from core.reflection import answers as a
from core.reflection.answered import entries, filled_rows, is_answered, row_text, texts
from core.reflection.kinds import ANSWER_OF
from tests.core.reflection.generated import ANY_ANSWER

SAYS_SOMETHING: list[tuple[a.Answer, int]] = [
    (a.ContactsAnswer(rows=(a.ContactRow(key="a", topic="tides"), a.ContactRow(key="b"))), 1),
    (a.FriendsAnswer(rows=(a.FriendRow(key="a", friend="Jon", text="Calm"),)), 1),
    (a.TaggedListAnswer(rows=(a.TaggedRow(key="a", text="Why?", tags=("motive",)),)), 1),
    (a.PromisesAnswer(rows=(a.PromiseRow(key="a", text="a sample"),)), 1),
    (a.TextAnswer(text="x"), 1),
    (a.SlidersAnswer(during=4), 1),
    (a.NumberAnswer(value=1), 1),
    (a.RatingsAnswer(ratings=(a.Rating(item="x", value=1), a.Rating(item="y", value=1))), 2),
    (a.PickAnswer(row="a"), 1),
    (a.PickAnswer(text="x"), 1),
    (a.EachAnswer(choices=(a.RowChoice(row="a", choice="yes"),)), 1),
    (a.PartsAnswer(rows=(a.RowParts(row="a"),)), 1),
    (a.ChoiceAnswer(choice="yes"), 1),
    (a.WrongNameAnswer(used=False), 1),
    (a.WrongNameAnswer(whom="Berg"), 1),
    (a.ScoreAnswer(value=3), 1),
    (a.ScoreAnswer(text="x"), 1),
    (a.IfThenAnswer(cue="x"), 1),
    (a.DateAnswer(day=date(2026, 5, 1)), 1),
]


@pytest.mark.parametrize(("answer", "count"), SAYS_SOMETHING)
def test_what_says_something_is_answered(answer: a.Answer, count: int) -> None:
    assert entries(answer) == count


def test_what_was_only_touched_is_not_answered() -> None:
    assert not is_answered(None)
    for kind in ANSWER_OF.values():
        assert not is_answered(kind())
    assert not is_answered(a.ListAnswer(rows=(a.ListRow(key="a", text=" \n"),)))


def test_a_contact_is_told_by_name_then_role_then_topic() -> None:
    assert row_text(a.ContactRow(key="a", name="Mia", role="CTO", topic="tides")) == "Mia"
    assert row_text(a.ContactRow(key="a", role="CTO", topic="tides")) == "CTO"
    answer = a.ContactsAnswer(rows=(a.ContactRow(key="a"), a.ContactRow(key="b", topic="tides")))
    assert [row.key for row in filled_rows(answer)] == ["b"]


@given(answer=ANY_ANSWER)
def test_whoever_writes_words_has_answered(answer: a.Answer) -> None:
    if any(text.strip() for text in texts(answer)) and not hasattr(answer, "rows"):
        assert is_answered(answer)
