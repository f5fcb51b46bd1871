"""Everything about one application as a value: what export writes and restore reads."""

from dataclasses import dataclass
from datetime import datetime

from core.drafting.values import Draft, Me, News
from core.playbook.values import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedTopic:
    """Something that a person spoke about; `person` is the id of one in the case, or None."""

    person: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedRound:
    """What is kept of an interview beside the case; `interview` is its key there."""

    interview: str
    calendar_uid: str = ""
    calendar_sequence: int = 0
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One application whole. Without a `uid` it is always restored as a new one."""

    case: Case
    uid: str = ""
    aliases: tuple[str, ...] = ()
    created_at: datetime | None = None
    topics: tuple[SavedTopic, ...] = ()
    rounds: tuple[SavedRound, ...] = ()
    news: tuple[News, ...] = ()
    draft: Draft | None = None
    """The open message that was edited last."""
    me: Me | None = None
    cv_employers: tuple[str, ...] = ()
    """This and `me` belong to the user, whatever the application."""
