"""What an answer says: how much of it there is, and in which words."""

from collections.abc import Iterator

from core.reflection.answers import (
    Answer,
    ChoiceAnswer,
    ContactRow,
    ContactsAnswer,
    DateAnswer,
    EachAnswer,
    FriendRow,
    FriendsAnswer,
    IfThenAnswer,
    ListAnswer,
    NumberAnswer,
    PartsAnswer,
    PickAnswer,
    PromisesAnswer,
    RatingsAnswer,
    Row,
    RowsAnswer,
    ScoreAnswer,
    SlidersAnswer,
    TaggedListAnswer,
    TaggedRow,
    TextAnswer,
    WrongNameAnswer,
)


def entries(answer: Answer | None) -> int:
    """How much was answered: rows that say something, else 1 for any answer, 0 for none."""
    match answer:
        case None:
            return 0
        case (
            ContactsAnswer()
            | PromisesAnswer()
            | TaggedListAnswer()
            | ListAnswer()
            | FriendsAnswer()
        ):
            return len(filled_rows(answer))
        case RatingsAnswer(ratings=given):
            return len(given)
        case EachAnswer(choices=chosen):
            return len(chosen)
        case PartsAnswer(rows=told):
            return len(told)
        case _:
            return int(_says_something(answer))


def is_answered(answer: Answer | None) -> bool:
    """Whether anything at all was answered."""
    return entries(answer) > 0


def filled_rows(answer: RowsAnswer) -> tuple[Row, ...]:
    """The rows that say something."""
    return tuple(row for row in answer.rows if row_text(row).strip())


def row_text(row: Row) -> str:
    """What a row says, in its main words."""
    match row:
        case ContactRow(name=name, role=role, topic=topic):
            return name or role or topic
        case _:
            return row.text


def texts(answer: Answer) -> tuple[str, ...]:
    """Everything that was written, in its order; what was picked or rated has no words."""
    return tuple(_each_text(answer))


def _each_text(answer: Answer) -> Iterator[str]:
    match answer:
        case (
            ContactsAnswer()
            | PromisesAnswer()
            | TaggedListAnswer()
            | ListAnswer()
            | FriendsAnswer()
        ):
            for row in answer.rows:
                yield from _row_texts(row)
        case TextAnswer() | PickAnswer() | ScoreAnswer():
            yield answer.text
        case WrongNameAnswer():
            yield from (answer.whom, answer.correct)
        case IfThenAnswer():
            yield from (answer.cue, answer.action)
        case _:
            return


def _row_texts(row: Row) -> tuple[str, ...]:
    match row:
        case ContactRow():
            return (row.name, row.role, row.topic)
        case TaggedRow():
            return (row.text, *row.tags)
        case FriendRow():
            return (row.friend, row.text)
        case _:
            return (row.text,)


def _says_something(answer: Answer) -> bool:
    match answer:
        case SlidersAnswer(before=before, during=during, after=after):
            return any(value is not None for value in (before, during, after))
        case NumberAnswer(value=value) | DateAnswer(day=value) | ChoiceAnswer(choice=value):
            return value is not None
        case WrongNameAnswer(used=used):
            return used is not None or _any_words(answer)
        case PickAnswer(row=row):
            return row is not None or _any_words(answer)
        case ScoreAnswer(value=score):
            return score is not None or _any_words(answer)
        case _:
            return _any_words(answer)


def _any_words(answer: Answer) -> bool:
    return any(text.strip() for text in texts(answer))
