"""What is known of feeds, between those who fetch, read, store and show them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FeedKind(StrEnum):
    """The format of a feed, as people call it."""

    RSS = "RSS"
    ATOM = "Atom"
    JSON = "JSON Feed"
    OTHER = "feed"


class Mood(StrEnum):
    """What the user says a piece of news is."""

    NONE = ""
    GOOD = "good"
    SAD = "sad"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRead:
    """One piece of news as a feed tells it: plain text, in one line each."""

    guid: str
    """Tells it from the feed's other pieces, also after its title is changed."""
    title: str
    link: str = ""
    """Absolute, http or https; empty: none."""
    published: datetime | None = None
    """Aware, in UTC."""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRead:
    """A feed that could be read; `entries` are the newest, newest first."""

    title: str
    kind: FeedKind
    entries: tuple[EntryRead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed that a web page names."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """A web page where a feed was looked for; `feeds` are those that it names."""

    feeds: tuple[FeedLink, ...]


class Heard(StrEnum):
    """How a server answered."""

    ANSWERED = "answered"
    UNCHANGED = "unchanged"
    LATER = "later"
    """It asks to be left alone for a while."""
    GONE = "gone"
    """It says that there will be nothing here again."""
    OFFLINE = "offline"
    """No network, or nobody there by that name. Nothing to worry about."""
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a feed's server said last time, for a conditional request."""

    url: str
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of asking once. `url` is where it was found in the end."""

    heard: Heard
    url: str
    moved: str = ""
    """Where the server says it is for good; empty: where it was."""
    content: bytes = b""
    content_type: str = ""
    etag: str = ""
    modified: str = ""
    retry_after: str = ""
    """When the server wants to be asked again, as it wrote it."""
    sentence: str = ""
    """Why it could not be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came of asking once, read and ready to be stored."""

    asked: str
    """The address that was asked."""
    answer: Answer
    """Without its content."""
    feed: FeedRead | None = None
    """Where a feed was there, and it is not as it was."""
    offers: tuple[FeedLink, ...] = ()
    """Where a web page was there: the feeds that it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueFeed:
    """A feed that is to be asked now."""

    id: int
    known: Known
