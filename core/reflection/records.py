"""What trends are computed from: one frozen record an interview, filled by those who know it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.reflection.answers import (
    Answers,
    ChoiceAnswer,
    FriendsAnswer,
    NumberAnswer,
    PickAnswer,
    Rating,
    RatingsAnswer,
    TaggedListAnswer,
)
from core.reflection.friends import FriendView


class Outcome(StrEnum):
    """What came of an interview."""

    WENT_ON = "went on"
    """Another round, or an offer."""
    ENDED = "ended"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promptness:
    """One step that was due. `step` is T1, F1 or K1; `done` is None where it was never done."""

    step: str
    due: datetime
    done: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedStrength:
    """A strength that somebody other than the user named."""

    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewRecord:
    """One interview that is over. Instants are aware, in UTC."""

    key: str
    start: datetime
    round: int = 1
    outcome: Outcome = Outcome.OPEN
    estimate: int | None = None
    """Q9, from 1 to 10."""
    ratings: tuple[Rating, ...] = ()
    hard_tags: tuple[str, ...] = ()
    """The tags of the hardest question."""
    cause: str | None = None
    """Q17: the value that was chosen."""
    steps: tuple[Promptness, ...] = ()
    answered_after: timedelta | None = None
    """From the end of the interview to the employer's first answer that was more than courtesy."""
    conclusions: tuple[datetime | None, ...] = ()
    """When each adopted conclusion was done; None: not yet."""
    strengths: tuple[NamedStrength, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflected:
    """The part of an `InterviewRecord` that the answers of its reflection give."""

    estimate: int | None = None
    ratings: tuple[Rating, ...] = ()
    hard_tags: tuple[str, ...] = ()
    cause: str | None = None


def reflected(answers: Answers) -> Reflected:
    """What answers say that is counted over time."""
    estimate, ratings, cause = answers.get("Q9"), answers.get("Q14"), answers.get("Q17")
    return Reflected(
        estimate=estimate.value if isinstance(estimate, NumberAnswer) else None,
        ratings=ratings.ratings if isinstance(ratings, RatingsAnswer) else (),
        hard_tags=_hard_tags(answers),
        cause=cause.choice if isinstance(cause, ChoiceAnswer) else None,
    )


def _hard_tags(answers: Answers) -> tuple[str, ...]:
    hardest, questions = answers.get("Q13"), answers.get("Q2")
    if not isinstance(hardest, PickAnswer) or not isinstance(questions, TaggedListAnswer):
        return ()
    picked = next((row.tags for row in questions.rows if row.key == hardest.row), ())
    return tuple(dict.fromkeys(tag.strip().casefold() for tag in picked if tag.strip()))


def named_strengths(
    answers: Answers, views: Iterable[FriendView] = ()
) -> tuple[NamedStrength, ...]:
    """The strengths that friends named: told to the user (Q22), or written by themselves."""
    told = answers.get("Q22")
    rows = told.rows if isinstance(told, FriendsAnswer) else ()
    said = [(row.text, row.friend) for row in rows]
    said += [(view.strength, view.friend) for view in views]
    return tuple(
        NamedStrength(text=text.strip(), by=by.strip())
        for text, by in said
        if text.strip() and by.strip()
    )
