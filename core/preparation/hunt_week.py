"""The hunt, week by week: targets, counts, and a word when all hope rests on one application."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

LONELY_AFTER = timedelta(days=7)


class Effort(StrEnum):
    """What is counted."""

    APPLICATIONS = "applications"
    CONTACTS = "contacts"
    RESEARCH = "research"
    """In minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """Of one week. 0: not this one."""

    applications: int = 3
    contacts: int = 3
    research_hours: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was done in one week."""

    applications: int = 0
    contacts: int = 0
    research_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortView:
    """One line of the week; research in minutes, the others in pieces."""

    effort: Effort
    done: int
    target: int

    @property
    def reached(self) -> bool:
        return self.done >= self.target

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return 1.0 if self.target <= 0 else min(1.0, self.done / self.target)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekView:
    """One week. `sentence` says where it stands, without haste."""

    monday: date
    efforts: tuple[EffortView, ...]
    sentence: str

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Since when an application has been going on, and when it ended; None: it goes on."""

    company: str
    since: datetime
    ended: datetime | None = None


def monday_of(day: date) -> date:
    """The Monday of that week."""
    return day - timedelta(days=day.weekday())


def week_view(monday: date, counts: Counts, targets: Targets, today: date) -> WeekView:
    """One week as it stands."""
    efforts = (
        EffortView(
            effort=Effort.APPLICATIONS, done=counts.applications, target=targets.applications
        ),
        EffortView(effort=Effort.CONTACTS, done=counts.contacts, target=targets.contacts),
        EffortView(
            effort=Effort.RESEARCH,
            done=counts.research_minutes,
            target=targets.research_hours * 60,
        ),
    )
    return WeekView(monday=monday, efforts=efforts, sentence=_sentence(monday, efforts, today))


def only_one_left(standings: Iterable[Standing], now: datetime) -> str:
    """A gentle word where only one application has been going on for a week or more.

    Empty where there are several, none, or where that is new.
    """
    known = tuple(standings)
    going_on = [one for one in known if one.ended is None]
    if len(going_on) != 1:
        return ""
    last = going_on[0]
    ends = [one.ended for one in known if one.ended is not None]
    alone_since = max([last.since, *ends])
    if now - alone_since < LONELY_AFTER:
        return ""
    return (
        f"Since {alone_since.day} {alone_since:%B} only {last.company} is still under way. "
        "A second one takes weight off the first: one application this week is a good start."
    )


def _sentence(monday: date, efforts: tuple[EffortView, ...], today: date) -> str:
    wanted = [one for one in efforts if one.target > 0]
    if not wanted:
        return "No targets are set. A quiet week is a week, too."
    reached = sum(one.reached for one in wanted)
    over = today > monday + timedelta(days=6)
    if reached == len(wanted):
        return "All of it is done. The rest of the week is yours." if not over else "All was done."
    if over:
        return f"{reached} of {len(wanted)} targets were reached. Each piece counts, also here."
    if not any(one.done for one in efforts):
        return "Nothing yet. Begin with the smallest one."
    if reached:
        return f"{reached} of {len(wanted)} targets are reached. The others have until Sunday."
    return "A beginning is made. There is time until Sunday."
