"""Answers as plain JSON text, and back, strictly.

Each answer names its kind, so it can be read whatever its form says by then:
`{"kind": "text", "text": "…"}`. What is not exactly of this shape is refused.
"""

import json
from dataclasses import fields
from datetime import date

from core.reflection import answers as a
from core.reflection.answered import texts
from core.reflection.answers_reading import (
    MOST_ROWS,
    AnswerError,
    read_answer,
    read_key,
    unreadable,
)
from core.reflection.kinds import KIND_OF
from core.refusal import Refusal

LONGEST_ANSWER = 100_000
"""Characters of one answer, all its texts together."""
LARGEST_JSON = 2_000_000
"""Characters of the JSON text of one answer; more cannot be an answer that was kept."""


class AnswerTooLong(Refusal):
    """An answer that is larger than what is kept; what was kept before is as it was."""


def check_size(answer: a.Answer) -> None:
    """Raises `AnswerTooLong` where an answer is larger than what is kept."""
    length = sum(len(text) for text in texts(answer))
    if length > LONGEST_ANSWER:
        raise AnswerTooLong(
            f"This answer has {length:,} characters, and {LONGEST_ANSWER:,} can be kept. "
            "What was kept before is safe. Shorten it, or put a part of it elsewhere."
        )
    if isinstance(answer, a.RowsAnswer) and len(answer.rows) > MOST_ROWS:
        raise AnswerTooLong(
            f"This list has {len(answer.rows):,} rows, and {MOST_ROWS:,} can be kept. "
            "What was kept before is safe. Join some of them."
        )


def answer_to_json(answer: a.Answer) -> str:
    """One answer as JSON text. Raises `AnswerTooLong`."""
    check_size(answer)
    return json.dumps(_written(answer), ensure_ascii=False)


def answer_from_json(text: str) -> a.Answer:
    """The answer that `answer_to_json` wrote. Raises `AnswerError` or `AnswerTooLong`."""
    answer = read_answer(_parsed(text, LARGEST_JSON))
    check_size(answer)
    return answer


def answers_to_json(answers: a.Answers) -> str:
    """All answers of a reflection as one JSON object by their questions' ids."""
    for answer in answers.values():
        check_size(answer)
    return json.dumps({name: _written(one) for name, one in answers.items()}, ensure_ascii=False)


def answers_from_json(text: str) -> dict[str, a.Answer]:
    """The answers that `answers_to_json` wrote. Raises `AnswerError` or `AnswerTooLong`."""
    value = _parsed(text, LARGEST_JSON * 20)
    if not isinstance(value, dict):
        raise unreadable("an object of answers")
    answers = {read_key(name): read_answer(one) for name, one in value.items()}
    for answer in answers.values():
        check_size(answer)
    return answers


# ------------------------------------------------------------------ writing


def _written(answer: a.Answer) -> dict[str, object]:
    return {"kind": KIND_OF[type(answer)].value, **_fields_of(answer)}


def _fields_of(value: a.Answer | a.Row | a.RowChoice | a.RowParts | a.Rating) -> dict[str, object]:
    return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}


def _plain(value: object) -> object:
    match value:
        case str():
            return _whole_characters(value)
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(one) for one in value]
        case (
            a.ContactRow()
            | a.PromiseRow()
            | a.TaggedRow()
            | a.ListRow()
            | a.FriendRow()
            | a.RowChoice()
            | a.RowParts()
            | a.Rating()
        ):
            return _fields_of(value)
        case _:
            return value


def _whole_characters(text: str) -> str:
    """The text with halves of characters joined, or a sign in their place: no file holds them."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


# ------------------------------------------------------------------ parsing


def _parsed(text: str, limit: int) -> object:
    if len(text) > limit:
        raise AnswerError(f"This is larger than what is kept here ({limit:,} characters).")
    try:
        value: object = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_object)
    except AnswerError:
        raise
    except (ValueError, RecursionError) as error:
        raise unreadable("JSON text") from error
    return value


def _no_constant(name: str) -> object:
    raise AnswerError(f"An answer cannot be read: {name} is no number.")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) < len(pairs):
        raise AnswerError("An answer cannot be read: it says one thing twice.")
    return result
