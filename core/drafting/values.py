"""The value types of writing: a draft, and everything that it is written and checked from."""

from dataclasses import dataclass, field
from datetime import date, datetime

from core.drafting import particulars, tone
from core.playbook.values import Case, Channel

Strength = particulars.Strength
Tone = tone.Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something that a person spoke about; `person` is None where it was nobody's own."""

    text: str
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A piece of news about the employer."""

    title: str
    published: date | None = None
    source: str = ""
    negative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The user, as messages are signed."""

    name: str = ""
    phone: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """Another note of the same panel."""

    to: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A finding that the user wants left alone: a check's number, and the words (case-folded)."""

    check: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message being written. Times are UTC; people are named by their ids in the case."""

    kind: str
    """Such as "M1": see `core.drafting.kinds`."""
    channel: Channel = Channel.EMAIL
    to: tuple[str, ...] = ()
    subject: str = ""
    body: str = ""
    attachments: tuple[str, ...] = ()
    """File names, or paths of which the last part is the name."""
    begun: datetime | None = None
    send_at: datetime | None = None
    """When it is to leave; None: now."""
    language: str | None = None
    """A language tag such as "en" or "de"; None: detected."""
    ticks: tuple[str, ...] = ()
    """What the writer says is there: "personal", or a part that the kind must have."""
    siblings: tuple[Sibling, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything known when a draft is written or checked. `case.now` is the present moment."""

    case: Case
    """All other employers, also of what is over, stand in `case.others`."""
    aliases: tuple[str, ...] = ()
    """Other names of the employer."""
    me: Me = field(default_factory=Me)
    topics: tuple[Topic, ...] = ()
    strengths: tuple[Strength, ...] = ()
    """The best first."""
    news: tuple[News, ...] = ()
    cv_employers: tuple[str, ...] = ()
    """Earlier employers, who may be named in any text."""
    dictionary: frozenset[str] = frozenset()
    """The user's own words, which are spelled right."""
    allowed: frozenset[tuple[int, str]] = frozenset()
    """"Never for this word": a check's number, and the words (case-folded) that it leaves alone."""
    switched_off: frozenset[int] = frozenset()
    """Numbers of checks that the user does not want."""
