"""What a case file holds beside the case itself: notes for writing, and a draft."""

from dataclasses import dataclass
from datetime import date, datetime

from core.playbook.values import Case, Channel


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
class Draft:
    """A message being written. Times are UTC."""

    kind: str
    channel: Channel = Channel.EMAIL
    to: tuple[str, ...] = ()
    subject: str = ""
    body: str = ""
    attachments: tuple[str, ...] = ()
    begun: datetime | None = None
    send_at: datetime | None = None
    language: str | None = None
    ticks: tuple[str, ...] = ()
    siblings: tuple[Sibling, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLink:
    """The calendar entry that an interview came from; `interview` is the interview's key."""

    interview: str
    uid: str = ""
    sequence: int = 0
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One case of a file: what the planner reads, and what only messages and export need."""

    case: Case
    uid: str = ""
    aliases: tuple[str, ...] = ()
    created_at: datetime | None = None
    me: Me | None = None
    topics: tuple[Topic, ...] = ()
    news: tuple[News, ...] = ()
    cv_employers: tuple[str, ...] = ()
    draft: Draft | None = None
    calendar: tuple[CalendarLink, ...] = ()
