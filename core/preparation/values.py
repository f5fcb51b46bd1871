"""What is known when a round is prepared, as frozen values. Keys are the rows' uids."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from core.playbook.kinds import Mode
from core.reflection.answers import Answers


class FactTopic(StrEnum):
    """What is worth knowing of an employer."""

    PRODUCTS = "products"
    STRATEGY = "strategy"
    NEWS = "news"
    RESULTS = "results"
    COMPETITORS = "competitors"
    LEADERSHIP = "leadership"
    CULTURE = "culture"
    TEAM = "team"
    TREND = "trend"
    CHALLENGES = "challenges"


class Subject(StrEnum):
    """What was told to an employer, and has to be said the same way again."""

    SALARY = "salary"
    AVAILABILITY = "availability"
    NOTICE = "notice"
    OTHER = "other"


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def in_round(number: int) -> str:
    """ "in the first round"; "in round 12" beyond the eighth."""
    if 0 < number <= len(_ORDINALS):
        return f"in the {_ORDINALS[number - 1]} round"
    return f"in round {number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The interview that is prepared. Instants are UTC; `zone` is where its time was named."""

    key: str
    company: str
    role: str = ""
    number: int = 1
    mode: Mode = Mode.ONSITE
    start: datetime
    end: datetime
    zone: str
    place: str = ""
    travel_minutes: int = 0
    confirmed: bool = False
    """Whether place and names were confirmed, as its step says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Somebody who will be there."""

    key: str
    name: str
    """With the title, as one would speak to them."""
    full_name: str = ""
    job: str = ""
    topic: str = ""
    confirmed: bool = False
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    key: str
    topic: FactTopic
    value: str
    source: str = ""
    dated: date | None = None
    """When it was true or published."""
    used_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    key: str
    title: str
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    tags: tuple[str, ...] = ()
    seconds: int | None = None
    """As the stop-watch measured it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Who heard a story; no person: everybody in that round."""

    story: str
    round: str
    company: str
    round_number: int
    at: datetime
    person: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of the user's own; `asked` is the round in which it was asked."""

    key: str
    text: str
    asked: str | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A demand of the advertisement, and what shows that the user meets it."""

    key: str
    demand: str
    proof: str = ""
    story: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the user told this employer. `name` is whom, `round_number` when, as far as known."""

    key: str
    subject: Subject
    text: str
    at: datetime
    name: str = ""
    round_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A conclusion of any reflection that is still to be done."""

    key: str
    text: str
    company: str
    due: datetime
    reflection: str = ""
    proposal: str = ""
    """The question whose answer proposed it, such as "Q13"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The last reflection on an earlier round with this employer."""

    key: str
    round_number: int
    answers: Answers
    concluded: Mapping[str, bool] = field(default_factory=dict)
    """What was concluded, by the question whose answer proposed it, and whether it is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A tick of this round, one of the user's own items, or words kept for the day."""

    key: str
    section: str = ""
    text: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everything known about one round that is to be prepared."""

    round: Round
    today: date
    """The user's own day."""
    people: tuple[Attendee, ...] = ()
    others: tuple[Attendee, ...] = ()
    """Who else of this employer can be reached by phone, recruiters first."""
    facts: tuple[Fact, ...] = ()
    news: tuple[date | None, ...] = ()
    """When each piece of kept news was published."""
    stories: tuple[Story, ...] = ()
    tellings: tuple[Telling, ...] = ()
    questions: tuple[Question, ...] = ()
    proofs: tuple[Proof, ...] = ()
    statements: tuple[Statement, ...] = ()
    before: Before | None = None
    unfinished: tuple[Unfinished, ...] = ()
    asked_tags: tuple[str, ...] = ()
    """Tags of the questions that were asked in earlier interviews, wherever."""
    ticks: tuple[Tick, ...] = ()
    between: bool = False
    """The next round is not planned yet: nothing is known of its place, its day and its people."""
