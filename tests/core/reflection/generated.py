"""Answers of every kind, made up at random."""

from datetime import date
from functools import lru_cache

from hypothesis import strategies as st

from core.playbook.kinds import PromiseItem, Promiser
from core.reflection import answers as a
from core.reflection.form import Form
from core.reflection.kinds import ANSWER_OF, FIXED_OPTIONS, AnswerKind

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
KEYS = st.text(st.sampled_from("abcdefgh"), min_size=1, max_size=4)
DAYS = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
TEN = st.none() | st.integers(1, 10)
FIVE = st.none() | st.integers(1, 5)

_CONTACT = st.builds(a.ContactRow, key=KEYS, name=WORDS, role=WORDS, topic=WORDS)
_PROMISE = st.builds(
    a.PromiseRow,
    key=KEYS,
    by=st.sampled_from(Promiser),
    text=WORDS,
    due=DAYS,
    item=st.none() | st.sampled_from(PromiseItem),
)
_TAGGED = st.builds(a.TaggedRow, key=KEYS, text=WORDS, tags=st.lists(WORDS, max_size=3).map(tuple))
_LISTED = st.builds(a.ListRow, key=KEYS, text=WORDS)
_FRIEND = st.builds(a.FriendRow, key=KEYS, friend=WORDS, text=WORDS)
_PARTS = st.lists(st.sampled_from(a.StoryPart), unique=True).map(tuple)


def _rows(row: st.SearchStrategy[a.Row]) -> st.SearchStrategy[tuple[a.Row, ...]]:
    return st.lists(row, max_size=4, unique_by=lambda one: one.key).map(tuple)


@lru_cache(maxsize=100)
def answers_of(
    kind: AnswerKind, options: tuple[str, ...] = ("yes", "no")
) -> st.SearchStrategy[a.Answer]:
    """Answers of one kind."""
    chosen = st.sampled_from(options)
    ratings = st.builds(a.Rating, item=chosen, value=st.integers(1, 5))
    choices = st.builds(a.RowChoice, row=KEYS, choice=chosen)
    parts = st.builds(a.RowParts, row=KEYS, parts=_PARTS)
    by_item = st.lists(ratings, max_size=8, unique_by=lambda one: one.item).map(tuple)
    by_row = st.lists(choices, max_size=4, unique_by=lambda one: one.row).map(tuple)
    parts_by_row = st.lists(parts, max_size=4, unique_by=lambda one: one.row).map(tuple)
    fields: dict[AnswerKind, dict[str, st.SearchStrategy[object]]] = {
        AnswerKind.CONTACTS: {"rows": _rows(_CONTACT)},
        AnswerKind.PROMISES: {"rows": _rows(_PROMISE)},
        AnswerKind.TAGGED_LIST: {"rows": _rows(_TAGGED)},
        AnswerKind.LIST: {"rows": _rows(_LISTED)},
        AnswerKind.TEXT: {"text": WORDS},
        AnswerKind.SLIDERS: {"before": TEN, "during": TEN, "after": TEN},
        AnswerKind.NUMBER: {"value": TEN},
        AnswerKind.RATINGS: {"ratings": by_item},
        AnswerKind.PICK: {"row": st.none() | KEYS, "text": WORDS},
        AnswerKind.EACH: {"choices": by_row},
        AnswerKind.PARTS: {"rows": parts_by_row},
        AnswerKind.CHOICE: {"choice": st.none() | chosen},
        AnswerKind.WRONG_NAME: {
            "used": st.none() | st.booleans(),
            "whom": WORDS,
            "correct": WORDS,
        },
        AnswerKind.SCORE: {"value": FIVE, "text": WORDS},
        AnswerKind.FRIENDS: {"rows": _rows(_FRIEND)},
        AnswerKind.IF_THEN: {"cue": WORDS, "action": WORDS},
        AnswerKind.DATE: {"day": DAYS},
    }
    return st.builds(ANSWER_OF[kind], **fields[kind])


ANY_ANSWER = st.sampled_from(AnswerKind).flatmap(answers_of)


def answers_to(form: Form) -> st.SearchStrategy[dict[str, a.Answer]]:
    """Answers to any of a form's questions, each of the kind that it asks for."""
    each = {
        one.id: answers_of(one.kind, tuple(sorted(FIXED_OPTIONS.get(one.id, {"yes"}))))
        for one in form.questions
    }
    return st.fixed_dictionaries({}, optional=each)
