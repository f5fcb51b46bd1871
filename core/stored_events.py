"""Stored events as values of the rules, whoever read them: the ORM, or plain sqlite3."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from core.playbook import values
from core.playbook.values import Channel, Moment, Promiser
from core.playbook.values import PromiseItem as Item


class StoredEvent(Protocol):
    """The columns of an event; `kind` says which of them count."""

    @property
    def uid(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def zone(self) -> str: ...
    @property
    def moment_at(self) -> datetime | None: ...
    @property
    def moment_on(self) -> date | None: ...
    @property
    def text(self) -> str: ...
    @property
    def by(self) -> Promiser | None: ...
    @property
    def item(self) -> Item | None: ...
    @property
    def reply(self) -> values.ReplyKind | None: ...
    @property
    def message(self) -> str | None: ...
    @property
    def channel(self) -> Channel | None: ...
    @property
    def path(self) -> values.ReflectionPath | None: ...
    @property
    def answered(self) -> bool: ...


def event_value(row: StoredEvent, people: Sequence[str]) -> values.Event:
    """Something that happened, as the rules read it; `people` are uids."""
    return _READERS[row.kind](row, tuple(people))


def _moment(row: StoredEvent) -> Moment | None:
    return row.moment_on if row.moment_on is not None else row.moment_at


def _first(people: tuple[str, ...]) -> str | None:
    return people[0] if people else None


def _promise(row: StoredEvent, _people: tuple[str, ...]) -> values.Event:
    return values.Promise(
        key=row.uid,
        by=row.by or Promiser.ME,
        what=row.text,
        at=row.at,
        due=_moment(row),
        item=row.item or Item.OTHER,
    )


def _sent(row: StoredEvent, people: tuple[str, ...]) -> values.Event:
    return values.Sent(
        message=row.message or "", at=row.at, to=people, channel=row.channel or Channel.EMAIL
    )


def _reply(row: StoredEvent, _people: tuple[str, ...]) -> values.Event:
    reply = row.reply or values.ReplyKind.COURTESY
    return values.Reply(at=row.at, reply=reply, decision_date=_moment(row))


def _wrong_name(row: StoredEvent, people: tuple[str, ...]) -> values.Event:
    return values.WrongName(
        key=row.uid, at=row.at, zone=row.zone, person=_first(people), correct=row.text
    )


def _reflection(row: StoredEvent, _people: tuple[str, ...]) -> values.Event:
    return values.Reflection(at=row.at, path=row.path or values.ReflectionPath.SHORT)


def _contact(row: StoredEvent, people: tuple[str, ...]) -> values.Event:
    return values.Contact(at=row.at, person=_first(people), answered=row.answered)


def _linked(row: StoredEvent, people: tuple[str, ...]) -> values.Event:
    return values.Linked(at=row.at, person=_first(people))


def _incident(row: StoredEvent, _people: tuple[str, ...]) -> values.Event:
    return values.Incident(at=row.at, what=row.text)


def _offer(row: StoredEvent, _people: tuple[str, ...]) -> values.Event:
    return values.Offer(at=row.at, deadline=_moment(row))


def _on_hold(row: StoredEvent, _people: tuple[str, ...]) -> values.Event:
    return values.OnHold(at=row.at, until=_moment(row))


PLAIN: Mapping[str, Callable[[datetime], values.Event]] = {
    "arrived": lambda at: values.Arrived(at=at),
    "late": lambda at: values.Late(at=at),
    "rejection": lambda at: values.Rejection(at=at),
    "acceptance": lambda at: values.Acceptance(at=at),
    "decline": lambda at: values.Decline(at=at),
    "withdrawal": lambda at: values.Withdrawal(at=at),
}
"""The kinds of event that say nothing but when."""


def _plain(row: StoredEvent, _people: tuple[str, ...]) -> values.Event:
    return PLAIN[row.kind](row.at)


_READERS: Mapping[str, Callable[[StoredEvent, tuple[str, ...]], values.Event]] = {
    "promise": _promise,
    "sent": _sent,
    "reply": _reply,
    "wrong_name": _wrong_name,
    "reflection": _reflection,
    "contact": _contact,
    "linked": _linked,
    "incident": _incident,
    "offer": _offer,
    "on_hold": _on_hold,
    **dict.fromkeys(PLAIN, _plain),
}
