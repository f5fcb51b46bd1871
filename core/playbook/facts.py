"""What is known of a case, sorted by time, so that each rule can ask in one line.

Recording order never matters: everything is sorted by its instant first.
"""

from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import TypeVar, cast

from core.playbook.offsets import Place
from core.playbook.values import (
    Acceptance,
    Case,
    Decline,
    Event,
    Interview,
    Moment,
    Offer,
    Part,
    Person,
    Promise,
    PromiseItem,
    Promiser,
    Rejection,
    Reply,
    ReplyKind,
    Sent,
    Withdrawal,
    WrongName,
)
from core.playbook.windows import to_wall

E = TypeVar("E", bound=Event)

CLOSINGS = frozenset({"rejection", "acceptance", "decline", "withdrawal"})
"""How a process ends. An offer is no end yet."""

DECISIONS = CLOSINGS | {"offer"}
"""What ends the waiting for an answer."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""English names, whatever the process's locale is: the same case gives the same plan."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that makes planned steps needless."""

    kind: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A decision date that the employer named."""

    at: datetime
    decision: Moment


class Facts:
    """A case, indexed."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.place = Place(case.application_zone, case.country, case.zone)
        self.people = {person.id: person for person in case.people}
        self._of_kind: dict[str, tuple[Event, ...]] = {}

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """All events of one kind in order of time."""
        name = kind.__name__
        if name not in self._of_kind:
            self._of_kind[name] = tuple(e for e in self._sorted if isinstance(e, kind))
        return cast(tuple[E, ...], self._of_kind[name])

    @cached_property
    def _sorted(self) -> tuple[Event, ...]:
        return tuple(sorted(self.case.events, key=_time_then_content))

    @cached_property
    def interviews(self) -> tuple[Interview, ...]:
        """The rounds in order of time, those that were called off included."""
        return self.of(Interview)

    @cached_property
    def arranged(self) -> tuple[Interview, ...]:
        """The rounds that take place."""
        return tuple(i for i in self.interviews if i.called_off is None)

    @cached_property
    def _starts(self) -> list[datetime]:
        return [interview.start for interview in self.arranged]

    @cached_property
    def named_dates(self) -> tuple[NamedDate, ...]:
        """Decision dates as the employer named them, in order of naming."""
        promised = (
            NamedDate(p.at, p.due)
            for p in self.of(Promise)
            if p.by is Promiser.THEM and p.item is PromiseItem.DECISION and p.due is not None
        )
        replied = (
            NamedDate(r.at, r.decision_date)
            for r in self.of(Reply)
            if r.reply is ReplyKind.DATE and r.decision_date is not None
        )
        return tuple(sorted((*promised, *replied), key=lambda named: named.at))

    @cached_property
    def endings(self) -> tuple[Ending, ...]:
        """Rejections, offers, acceptances, declines and withdrawals, with the words for them."""
        return tuple(
            Ending(kind, event.at, f"{words} on {self.day(event.at)}")
            for event in self._sorted
            for type_, kind, words in _ENDINGS
            if isinstance(event, type_)
        )

    def ending(self, kinds: Container[str], since: datetime | None) -> Ending | None:
        """The first ending of these kinds at or after `since` (of all, where it is None)."""
        return next(
            (e for e in self.endings if e.kind in kinds and (since is None or e.at >= since)), None
        )

    def next_round(self, interview: Interview) -> Interview | None:
        """The round that follows, if one is arranged."""
        return next((i for i in self.arranged if i.start > interview.start), None)

    def previous_round(self, interview: Interview) -> Interview | None:
        earlier = [i for i in self.arranged if i.start < interview.start]
        return earlier[-1] if earlier else None

    def round_before(self, at: datetime) -> Interview | None:
        """The latest round that had begun by `at`; else the first one."""
        begun = bisect_right(self._starts, at)
        return self.arranged[max(begun - 1, 0)] if self.arranged else None

    def invitation(self, interview: Interview) -> datetime | None:
        """When a next round was announced: its own instant, else the decision that told of it."""
        if interview.invited_at is not None:
            return interview.invited_at
        before = self.previous_round(interview)
        decisions = [
            r.at
            for r in self.of(Reply)
            if r.reply is ReplyKind.DECISION
            and r.at <= interview.start
            and (before is None or r.at >= before.start)
        ]
        return decisions[-1] if decisions else None

    def invited_again(self, since: datetime) -> Ending | None:
        """The first invitation to a round after `since`: it opens a closed case again."""
        invitations = [at for at in map(self.invitation, self.arranged) if at and at > since]
        if not invitations:
            return None
        first = min(invitations)
        return Ending("next_round", first, f"they invited you on {self.day(first)}")

    @cached_property
    def referees(self) -> tuple[Person, ...]:
        return tuple(p for p in self.case.people if p.part is Part.REFEREE)

    def interviewers(self, interview: Interview) -> tuple[Person, ...]:
        """The people of a round that have a contact card, in the order given."""
        return tuple(self.people[key] for key in interview.people if key in self.people)

    def sent(
        self,
        messages: tuple[str, ...],
        since: datetime,
        person: str | None,
        until: datetime | None = None,
    ) -> datetime | None:
        """When one of these messages first went to `person` (to anyone, if None) since then."""
        for message in self.of(Sent):
            if message.at < since or message.message not in messages:
                continue
            if until is not None and message.at >= until:
                return None
            if person is None or not message.to or person in message.to:
                return message.at
        return None

    def day(self, moment: Moment) -> str:
        """A day in words, "3 May", in the recipient's zone."""
        on = (
            to_wall(moment, self.case.application_zone).date()
            if isinstance(moment, datetime)
            else moment
        )
        return f"{on.day} {MONTHS[on.month - 1]}"


_ENDINGS: tuple[tuple[type[Event], str, str], ...] = (
    (Rejection, "rejection", "they said no"),
    (Offer, "offer", "they made an offer"),
    (Acceptance, "acceptance", "you accepted"),
    (Decline, "decline", "you declined"),
    (Withdrawal, "withdrawal", "you withdrew"),
)


def _time_then_content(event: Event) -> tuple[datetime, str, str, str]:
    """Keys come last: they are drawn when an event is noted, and say nothing of what happened."""
    kind = type(event).__name__
    if isinstance(event, Interview | Promise | WrongName):
        return event.at, kind, repr(replace(event, key="")), event.key
    return event.at, kind, repr(event), ""


def stamp(at: datetime) -> str:
    """An instant as a part of a step's key: the same whatever offset it was written with."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%S}"
