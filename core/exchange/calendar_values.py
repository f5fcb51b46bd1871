"""What an invitation says, as values."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from core.playbook.values import Mode


class Method(StrEnum):
    """What the sender of a calendar wants of it."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"
    ADD = "ADD"


class EventError(ValueError):
    """An event that cannot be an interview; the reason is a clause that calls it "it"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """Someone named by an invitation. Rooms and equipment are left out before."""

    name: str
    email: str = ""
    chairs: bool = False
    """Leads the meeting, as the organizer does, who need not be there."""
    asked: bool = False
    """Their answer is wanted."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time of an event: its identity, and its start like the invitation's."""

    uid: str
    start: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One event of a calendar file.

    `start` and `end` are naive wall times in `zone`, an IANA name. `zone` is None where the file
    names a zone that means nothing here; then `zone_name` says what it wrote, and the user has to
    be asked. `notes` are sentences about what was assumed.
    """

    method: Method
    uid: str
    sequence: int
    summary: str
    start: datetime
    end: datetime
    zone: str | None
    zone_name: str = ""
    all_day: bool = False
    recurs: bool = False
    """It is one of several times of the same event; `later` ones follow the first."""
    later: bool = False
    series: str = ""
    """The UID of the whole event; empty where this speaks for a single time of it."""
    times: tuple[Occurrence, ...] = ()
    """All times of the whole event that lie ahead."""
    location: str = ""
    link: str = ""
    description: str = ""
    organizer: Attendee | None = None
    attendees: tuple[Attendee, ...] = ()
    recipient: str = field(default="", compare=False)
    """The address that the mail went to, where it went to one alone: the user's."""
    stamp: datetime | None = None
    """When it was sent, in UTC."""
    company: str = ""
    role: str = ""
    round: int | None = None
    mode: Mode = Mode.ONSITE
    notes: tuple[str, ...] = ()

    @property
    def cancelled(self) -> bool:
        return self.method is Method.CANCEL
