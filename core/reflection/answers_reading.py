"""Reading one answer from parsed JSON, by its kind: exactly the keys that it has, or a refusal."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Protocol, TypeVar

from core.playbook.kinds import PromiseItem, Promiser
from core.reflection import answers as a
from core.reflection.kinds import AnswerKind
from core.refusal import Refusal

MOST_ROWS = 1_000
LONGEST_KEY = 40

_Word = TypeVar("_Word", bound=StrEnum)
_Object = Mapping[str, object]


class AnswerError(Refusal):
    """A text that is no answer as they are kept here. The sentence says what is wrong with it."""


def unreadable(needed: str) -> AnswerError:
    """The error for a part that is not what is needed in its place."""
    return AnswerError(f"An answer cannot be read: {needed} is needed in it.")


def read_answer(value: object) -> a.Answer:
    if not isinstance(value, dict):
        raise unreadable("an object")
    parts = dict(value)
    kind = _word(AnswerKind, parts.pop("kind", None))
    return _READERS[kind](parts)


def _keys(value: object, *names: str) -> _Object:
    """An object with exactly these keys."""
    if not isinstance(value, dict) or set(value) != set(names):
        raise unreadable(f"an object with {', '.join(names)}")
    return value


def _contacts(parts: _Object) -> a.Answer:
    return a.ContactsAnswer(rows=_rows(parts, _contact))


def _contact(value: object) -> a.ContactRow:
    row = _keys(value, "key", "name", "role", "topic")
    return a.ContactRow(
        key=read_key(row["key"]),
        name=_text(row["name"]),
        role=_text(row["role"]),
        topic=_text(row["topic"]),
    )


def _promises(parts: _Object) -> a.Answer:
    return a.PromisesAnswer(rows=_rows(parts, _promise))


def _promise(value: object) -> a.PromiseRow:
    row = _keys(value, "key", "by", "text", "due", "item")
    return a.PromiseRow(
        key=read_key(row["key"]),
        by=_word(Promiser, row["by"]),
        text=_text(row["text"]),
        due=_day(row["due"]),
        item=None if row["item"] is None else _word(PromiseItem, row["item"]),
    )


def _tagged_list(parts: _Object) -> a.Answer:
    return a.TaggedListAnswer(rows=_rows(parts, _tagged))


def _tagged(value: object) -> a.TaggedRow:
    row = _keys(value, "key", "text", "tags")
    tags = tuple(_text(tag) for tag in _list(row["tags"]))
    return a.TaggedRow(key=read_key(row["key"]), text=_text(row["text"]), tags=tags)


def _plain_list(parts: _Object) -> a.Answer:
    return a.ListAnswer(rows=_rows(parts, _list_row))


def _list_row(value: object) -> a.ListRow:
    row = _keys(value, "key", "text")
    return a.ListRow(key=read_key(row["key"]), text=_text(row["text"]))


def _friends(parts: _Object) -> a.Answer:
    return a.FriendsAnswer(rows=_rows(parts, _friend))


def _friend(value: object) -> a.FriendRow:
    row = _keys(value, "key", "friend", "text")
    return a.FriendRow(
        key=read_key(row["key"]), friend=_text(row["friend"]), text=_text(row["text"])
    )


def _plain_text(parts: _Object) -> a.Answer:
    return a.TextAnswer(text=_text(_keys(parts, "text")["text"]))


def _sliders(parts: _Object) -> a.Answer:
    felt = _keys(parts, "before", "during", "after")
    return a.SlidersAnswer(
        before=_up_to(10, felt["before"]),
        during=_up_to(10, felt["during"]),
        after=_up_to(10, felt["after"]),
    )


def _number(parts: _Object) -> a.Answer:
    return a.NumberAnswer(value=_up_to(10, _keys(parts, "value")["value"]))


def _ratings(parts: _Object) -> a.Answer:
    ratings = tuple(_rating(one) for one in _list(_keys(parts, "ratings")["ratings"]))
    _once([rating.item for rating in ratings])
    return a.RatingsAnswer(ratings=ratings)


def _rating(value: object) -> a.Rating:
    row = _keys(value, "item", "value")
    rated = _up_to(5, row["value"])
    if rated is None:
        raise unreadable("a number from 1 to 5")
    return a.Rating(item=_text(row["item"]), value=rated)


def _pick(parts: _Object) -> a.Answer:
    row = _keys(parts, "row", "text")
    return a.PickAnswer(
        row=None if row["row"] is None else read_key(row["row"]), text=_text(row["text"])
    )


def _each(parts: _Object) -> a.Answer:
    choices = []
    for one in _list(_keys(parts, "choices")["choices"]):
        row = _keys(one, "row", "choice")
        choices.append(a.RowChoice(row=read_key(row["row"]), choice=_text(row["choice"])))
    _once([choice.row for choice in choices])
    return a.EachAnswer(choices=tuple(choices))


def _parts_of_each(parts: _Object) -> a.Answer:
    rows = []
    for one in _list(_keys(parts, "rows")["rows"]):
        row = _keys(one, "row", "parts")
        told = tuple(_word(a.StoryPart, part) for part in _list(row["parts"]))
        _once([part.value for part in told])
        rows.append(a.RowParts(row=read_key(row["row"]), parts=told))
    _once([row.row for row in rows])
    return a.PartsAnswer(rows=tuple(rows))


def _choice(parts: _Object) -> a.Answer:
    chosen = _keys(parts, "choice")["choice"]
    return a.ChoiceAnswer(choice=None if chosen is None else _text(chosen))


def _wrong_name(parts: _Object) -> a.Answer:
    row = _keys(parts, "used", "whom", "correct")
    used = row["used"]
    if used is not None and not isinstance(used, bool):
        raise unreadable("yes or no")
    return a.WrongNameAnswer(used=used, whom=_text(row["whom"]), correct=_text(row["correct"]))


def _score(parts: _Object) -> a.Answer:
    row = _keys(parts, "value", "text")
    return a.ScoreAnswer(value=_up_to(5, row["value"]), text=_text(row["text"]))


def _if_then(parts: _Object) -> a.Answer:
    row = _keys(parts, "cue", "action")
    return a.IfThenAnswer(cue=_text(row["cue"]), action=_text(row["action"]))


def _date(parts: _Object) -> a.Answer:
    return a.DateAnswer(day=_day(_keys(parts, "day")["day"]))


_READERS: Mapping[AnswerKind, Callable[[_Object], a.Answer]] = {
    AnswerKind.CONTACTS: _contacts,
    AnswerKind.PROMISES: _promises,
    AnswerKind.TAGGED_LIST: _tagged_list,
    AnswerKind.LIST: _plain_list,
    AnswerKind.TEXT: _plain_text,
    AnswerKind.SLIDERS: _sliders,
    AnswerKind.NUMBER: _number,
    AnswerKind.RATINGS: _ratings,
    AnswerKind.PICK: _pick,
    AnswerKind.EACH: _each,
    AnswerKind.PARTS: _parts_of_each,
    AnswerKind.CHOICE: _choice,
    AnswerKind.WRONG_NAME: _wrong_name,
    AnswerKind.SCORE: _score,
    AnswerKind.FRIENDS: _friends,
    AnswerKind.IF_THEN: _if_then,
    AnswerKind.DATE: _date,
}


class _HasKey(Protocol):
    @property
    def key(self) -> str: ...


_R = TypeVar("_R", bound=_HasKey)


def _rows(parts: _Object, read: Callable[[object], _R]) -> tuple[_R, ...]:
    rows = tuple(read(one) for one in _list(_keys(parts, "rows")["rows"]))
    _once([row.key for row in rows])
    return rows


def _once(names: list[str]) -> None:
    if len(set(names)) < len(names):
        raise AnswerError("An answer cannot be read: two of its rows have one key.")


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise unreadable("a list")
    if len(value) > MOST_ROWS:
        raise AnswerError(f"An answer cannot be read: it has more than {MOST_ROWS:,} rows.")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise unreadable("a text")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise unreadable("a text of whole characters") from error
    return value


def read_key(value: object) -> str:
    text = _text(value)
    if not 0 < len(text) <= LONGEST_KEY:
        raise unreadable(f"a key of 1 to {LONGEST_KEY} characters")
    return text


def _up_to(highest: int, value: object) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= highest:
        raise unreadable(f"a number from 1 to {highest}")
    return value


def _day(value: object) -> date | None:
    if value is None:
        return None
    try:
        day = date.fromisoformat(_text(value))
    except ValueError as error:
        raise unreadable("a day") from error
    if day.isoformat() != value:
        raise unreadable("a day as 2026-05-14")
    return day


def _word(words: type[_Word], value: object) -> _Word:
    try:
        return words(_text(value))
    except ValueError as error:
        raise unreadable(f"one of {', '.join(words)}") from error
