"""The words of a case: enums, moments and settings. Light, because every start needs them.

Import them from `core.playbook.values`, unless the first picture stands behind it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Clock(StrEnum):
    """How a step's times behave (see `core.playbook.windows`)."""

    HARD = "hard"
    ROLL = "roll"
    SELF = "self"
    NONE = "none"


class StepState(StrEnum):
    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    MISSED = "missed"
    CANCELLED = "cancelled"


class ApplicationState(StrEnum):
    SCHEDULED = "scheduled"
    INTERVIEWED = "interviewed"
    WAITING = "waiting"
    NEXT_ROUND = "next round"
    OFFER = "offer"
    REJECTED = "rejected"
    ON_HOLD = "on hold"
    QUIET = "quiet"
    WITHDRAWN = "withdrawn"
    ACCEPTED = "accepted"


class Part(StrEnum):
    """The part that a person plays in an application."""

    INTERVIEWER = "interviewer"
    RECRUITER = "recruiter"
    REFEREE = "referee"
    FRIEND = "friend"
    CONTACT = "contact"


class Consent(StrEnum):
    """What a referee said when asked for permission."""

    YES = "yes"
    NO = "no"
    CONDITIONS = "conditions"
    NOT_ASKED = "not asked"


class Mode(StrEnum):
    ONSITE = "onsite"
    VIDEO = "video"
    PHONE = "phone"


class ReplyKind(StrEnum):
    COURTESY = "courtesy"
    VAGUE = "vague"
    DATE = "date"
    DECISION = "decision"


class Channel(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    LINKEDIN = "linkedin"
    FACEBOOK = "facebook"
    LETTER = "letter"
    OTHER = "other"


class Promiser(StrEnum):
    ME = "me"
    THEM = "them"


class PromiseItem(StrEnum):
    REFERENCES = "references"
    DECISION = "decision"
    OTHER = "other"


class ReflectionPath(StrEnum):
    SHORT = "short"
    FULL = "full"


Moment = datetime | date
"""An instant, or a fact that names only a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of the playbook; the texts are those of the case file."""

    thank_you_within: str = "24h"
    thank_you_earliest: str = "2h"
    follow_up_after: str = "7d"
    follow_ups: int = 2
    nudge_after_decision: str = "2bd"
    friday: str = "evening"
    quiet_hours: str = "21:00-08:00"
    thank_you_notes: str = "full"
    arrive_early: int = 10
