"""What trends are shown as: measures of several interviews, each with what it rests on."""

from dataclasses import dataclass
from datetime import datetime
from statistics import fmean
from typing import Generic, TypeVar

from core.reflection.records import Outcome

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Generic[_T]):
    """What was found, on how many interviews it rests, and in words what is missing."""

    rests_on: int
    found: tuple[_T, ...] = ()
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A rating, and the mean of this item up to and including it."""

    interview: str
    at: datetime
    value: int
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemTrend:
    """One rated item over time, the earliest first; `mean` is that of all."""

    item: str
    points: tuple[Point, ...]
    mean: float

    @property
    def change(self) -> float:
        """The mean of the later half less that of the earlier; the middle one counts to both."""
        values = [point.value for point in self.points]
        half = (len(values) + 1) // 2
        return fmean(values[-half:]) - fmean(values[:half])


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A tag of hard questions, or a cause, and in how many interviews it came."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimated:
    """The estimate of an interview, beside what came of it."""

    interview: str
    at: datetime
    estimate: int
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How many interviews of a round there were, and what came of them."""

    round: int
    went_on: int
    ended: int
    open: int

    @property
    def share(self) -> float | None:
        """Of those decided, how many went on; None while none is decided."""
        decided = self.went_on + self.ended
        return self.went_on / decided if decided else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTime:
    """How many steps of a kind were done by their due time, of those due or done."""

    step: str
    on_time: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredIn:
    """How many days after an interview the employer's first answer came."""

    interview: str
    days: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """How long employers took until their first answer, in days."""

    median: float
    shortest: float
    longest: float
    each: tuple[AnsweredIn, ...]
    """The earliest interview first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneBefore:
    """Conclusions done before the next interview began, of those adopted before it."""

    done: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedStrength:
    """A strength that several people named, in the words that came first."""

    text: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """All measures. `missing` is the one sentence to show below three interviews."""

    interviews: int
    missing: str
    ratings: Measure[ItemTrend]
    """Each item rests on its own points; those with fewer than three are left out."""
    hard_tags: Measure[Recurring]
    causes: Measure[Recurring]
    estimates: Measure[Estimated]
    stages: Measure[Stage]
    on_time: Measure[OnTime]
    answers: Measure[Answered]
    conclusions: Measure[DoneBefore]
    strengths: Measure[SharedStrength]
