"""The value types of a case: what the rules read and what they return.

A case is everything known about one application. Instants are aware datetimes in UTC; a fact
that names only a day stays a `date`. Nothing here touches a database, a clock or a file.
"""

from dataclasses import dataclass, field
from datetime import datetime

from core.playbook import kinds

ApplicationState = kinds.ApplicationState
Channel = kinds.Channel
Clock = kinds.Clock
Consent = kinds.Consent
Mode = kinds.Mode
Moment = kinds.Moment
Part = kinds.Part
PromiseItem = kinds.PromiseItem
Promiser = kinds.Promiser
ReflectionPath = kinds.ReflectionPath
ReplyKind = kinds.ReplyKind
Settings = kinds.Settings
StepState = kinds.StepState


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A contact card, as far as the rules read it."""

    id: str
    name: str
    part: Part = Part.CONTACT
    title: str = ""
    surname: str = ""
    job: str = ""
    email: str = ""
    phone: str = ""
    confirmed: bool = True
    prefers: Channel = Channel.EMAIL
    consent: Consent = Consent.NOT_ASKED
    informed: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One round. `start` and `end` are UTC; `zone` is the zone in which they were given."""

    key: str
    round: int
    mode: Mode
    start: datetime
    end: datetime
    zone: str
    people: tuple[str, ...] = ()
    travel_minutes: int = 0
    place: str = ""
    invited_at: datetime | None = None
    called_off: datetime | None = None

    @property
    def at(self) -> datetime:
        """When it happens: its start."""
        return self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    key: str
    by: Promiser
    what: str
    at: datetime
    due: Moment | None = None
    item: PromiseItem = PromiseItem.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message that left; `message` is a kind such as "M1"."""

    message: str
    at: datetime
    to: tuple[str, ...] = ()
    channel: Channel = Channel.EMAIL


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    at: datetime
    reply: ReplyKind
    decision_date: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongName:
    """A wrong name was noticed at `at`. `zone` is the user's zone then (waking hours)."""

    key: str
    at: datetime
    zone: str
    person: str | None = None
    correct: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    at: datetime
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    at: datetime
    path: ReflectionPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    at: datetime
    deadline: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline:
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OnHold:
    at: datetime
    until: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    at: datetime
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact kept up after the process closed."""

    at: datetime
    person: str | None = None
    answered: bool = False


Event = (
    Interview
    | Promise
    | Sent
    | Reply
    | WrongName
    | Arrived
    | Late
    | Incident
    | Reflection
    | Rejection
    | Offer
    | Acceptance
    | Decline
    | Withdrawal
    | OnHold
    | Linked
    | Contact
)
"""Anything that happened, or that is arranged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMark:
    """What the user did to a step by hand.

    `key` names the step exactly where it is known (from the database); a mark from a case file
    names the step's id and person, and means the one that was open at `at`.
    Exactly one of `done`, `skipped`, `snoozed_until` and `due` is set.
    """

    id: str
    at: datetime
    person: str | None = None
    key: str | None = None
    done: bool = False
    skipped: bool | str = False
    snoozed_until: datetime | None = None
    due: datetime | None = None
    title: str = ""
    """What the step was called, for the day when its trigger is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another live application of the same user, for steps that speak of the others."""

    company: str
    aliases: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything the planner reads about one application."""

    now: datetime
    zone: str
    company: str
    role: str = ""
    application_zone: str = "UTC"
    country: str = ""
    via_recruiter_only: bool = False
    no_contact_wished: bool = False
    fast_decision: bool = False
    settings: Settings = field(default_factory=Settings)
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    marks: tuple[StepMark, ...] = ()
    others: tuple[Other, ...] | None = None
    """The other live applications; None where they are not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When a step opens, is best done, is due and becomes useless. All in UTC."""

    opens: datetime
    best: datetime
    due: datetime
    expires: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """A step as the playbook plans it.

    `key` is the step's identity within its application over replanning: the same trigger gives
    the same key. `reminders` are the instants at which to speak, before snoozing and quiet hours.
    """

    key: str
    id: str
    title: str
    why: str
    action: str
    clock: Clock
    window: Window
    state: StepState = StepState.OPEN
    reason: str = ""
    person: str | None = None
    interview: str | None = None
    message: str | None = None
    moved: bool = False
    snoozed_until: datetime | None = None
    closed_at: datetime | None = None
    reminders: tuple[datetime, ...] = ()
