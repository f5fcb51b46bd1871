"""Reading the events of a case: one small function for each kind."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from core.exchange.nodes import LONG_TEXT, Fields, Node, did_you_mean, quoted
from core.playbook.promised import item_named
from core.playbook.values import (
    Acceptance,
    Arrived,
    Channel,
    Contact,
    Decline,
    Event,
    Incident,
    Interview,
    Late,
    Linked,
    Mode,
    Offer,
    OnHold,
    Promise,
    PromiseItem,
    Promiser,
    Reflection,
    ReflectionPath,
    Rejection,
    Reply,
    ReplyKind,
    Sent,
    StepMark,
    Withdrawal,
    WrongName,
)
from core.snapshot import SavedRound

STEP_IDS = (
    *("P1", "P2", "P3", "P4", "C1", "C2", "T1", "T2", "K1", "G1", "G2", "G3", "G4"),
    *("N1", "N2", "N3", "N4", "F1", "F2", "F3", "F4", "Q1", "B1", "X1", "X2", "X3"),
    *("O1", "O2", "O3", "O4", "O5", "W1"),
)
MESSAGE_KINDS = tuple(f"M{number}" for number in range(1, 18))
MOST_ROUNDS = 99
LONGEST_WAY = 7 * 24 * 60
LONGEST_INTERVIEW = timedelta(days=31)


INVENTED_KEY = re.compile(r"(round|promise|wrong_name):\d+", re.ASCII)
"""Keys that the reader makes up where a file gives none."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an event's reading needs to know of its case."""

    people: tuple[str, ...]
    zone: str
    application_zone: str

    def person(self, node: Node) -> str:
        """The id of a person who stands in the case."""
        name = node.text()
        if name not in self.people:
            what = f"names {quoted(name)}, but no person of the case has that id."
            raise node.error(what + did_you_mean(name, self.people))
        return name

    def maybe_person(self, fields: Fields) -> str | None:
        node = fields.get("person")
        return None if node is None or node.value is None else self.person(node)

    def persons(self, fields: Fields, key: str) -> tuple[str, ...]:
        return tuple(self.person(item) for item in fields.items(key))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsRead:
    events: tuple[Event, ...]
    marks: tuple[StepMark, ...]
    rounds: tuple[SavedRound, ...]


def read_events(nodes: tuple[Node, ...], around: Surroundings) -> EventsRead:
    """The events and the user's marks, in the order of the file; a moved round only once."""
    events: dict[str, Event] = {}
    marks: list[StepMark] = []
    rounds: dict[str, SavedRound] = {}
    seen: Counter[str] = Counter()
    for node in nodes:
        kind = _kind_of(node)
        seen[kind] += 1
        if kind == "step":
            marks.append(_read_step(node, around))
        elif kind == "interview":
            interview, kept = _read_interview(node, around, events)
            events[interview.key] = interview
            if kept is not None:
                rounds[interview.key] = kept
        else:
            key = f"{kind}:{seen[kind]}"
            events[key] = _READERS[kind](node, around, key)
    return EventsRead(
        events=tuple(events.values()), marks=tuple(marks), rounds=tuple(rounds.values())
    )


def _kind_of(node: Node) -> str:
    if not isinstance(node.value, dict):
        raise node.fields().node.error("must be an object.")
    if "kind" not in node.value:
        near = [key for key in node.value if did_you_mean(key, ("kind",))]
        if near:
            path = (*node.path, near[0])
            what = "is not a key that belongs here. Did you mean kind?"
            raise node.document.error(path, what)
        raise node.document.error((*node.path, "kind"), "is missing.")
    kind = Node(node.document, (*node.path, "kind"), node.value["kind"])
    return kind.one_of((*_READERS, "interview", "step"))


def _read_interview(
    node: Node, around: Surroundings, earlier: dict[str, Event]
) -> tuple[Interview, SavedRound | None]:
    fields = node.fields(
        *("kind", "round", "mode", "start", "end", "zone", "people", "travel_minutes"),
        *("place", "invited_at", "called_off", "key"),
        *("calendar_uid", "calendar_sequence", "notes"),
    )
    number = fields["round"].integer(1, MOST_ROUNDS) if "round" in fields else 1
    key = fields.text("key") or f"round:{number}"
    moved = earlier.get(key)
    zone = fields["zone"].zone()
    start, end = fields["start"].wall_time(zone), fields["end"].wall_time(zone)
    if end < start:
        raise fields["end"].error("lies before the start. Correct one of the two.")
    if end - start > LONGEST_INTERVIEW:
        raise fields["end"].error("lies more than a month after the start. Correct one of the two.")
    travel = fields["travel_minutes"].integer(0, LONGEST_WAY) if "travel_minutes" in fields else 0
    interview = Interview(
        key=key,
        round=number,
        mode=fields.word("mode", Mode.ONSITE),
        start=start,
        end=end,
        zone=zone,
        people=around.persons(fields, "people"),
        travel_minutes=travel,
        place=fields.text("place", LONG_TEXT),
        invited_at=fields.instant("invited_at"),
        called_off=fields.instant("called_off"),
    )
    if isinstance(moved, Interview):
        interview = _keep_unsaid(moved, interview, fields)
    return interview, _read_kept(fields, key)


def _keep_unsaid(before: Interview, after: Interview, fields: Fields) -> Interview:
    """A moved round keeps what its new entry does not speak of."""
    if "people" not in fields:
        after = replace(after, people=before.people)
    if "travel_minutes" not in fields:
        after = replace(after, travel_minutes=before.travel_minutes)
    if "place" not in fields:
        after = replace(after, place=before.place)
    if "invited_at" not in fields:
        after = replace(after, invited_at=before.invited_at)
    return after if "mode" in fields else replace(after, mode=before.mode)


def _read_kept(fields: Fields, key: str) -> SavedRound | None:
    if not any(name in fields for name in ("calendar_uid", "calendar_sequence", "notes")):
        return None
    sequence = fields.get("calendar_sequence")
    return SavedRound(
        interview=key,
        calendar_uid=fields.text("calendar_uid", LONG_TEXT),
        calendar_sequence=sequence.integer(0, 2**31) if sequence else 0,
        notes=fields.text("notes", LONG_TEXT),
    )


def _read_promise(node: Node, around: Surroundings, key: str) -> Promise:
    fields = node.fields("kind", "by", "what", "at", "due", "item", "key")
    by = fields["by"].word(Promiser)
    what = fields.text("what", LONG_TEXT)
    named = fields.get("item")
    return Promise(
        key=fields.text("key") or key,
        by=by,
        what=what,
        at=fields["at"].instant(),
        due=fields.moment("due"),
        item=named.word(PromiseItem) if named else item_named(what, by),
    )


def _read_sent(node: Node, around: Surroundings, key: str) -> Sent:
    fields = node.fields("kind", "message", "to", "at", "channel")
    return Sent(
        message=fields["message"].one_of(MESSAGE_KINDS),
        at=fields["at"].instant(),
        to=around.persons(fields, "to"),
        channel=fields.word("channel", Channel.EMAIL),
    )


def _read_reply(node: Node, around: Surroundings, key: str) -> Reply:
    fields = node.fields("kind", "at", "reply", "decision_date")
    return Reply(
        at=fields["at"].instant(),
        reply=fields["reply"].word(ReplyKind),
        decision_date=fields.moment("decision_date"),
    )


def _read_wrong_name(node: Node, around: Surroundings, key: str) -> WrongName:
    fields = node.fields("kind", "at", "person", "correct", "key", "zone")
    zone = fields.get("zone")
    return WrongName(
        key=fields.text("key") or key,
        at=fields["at"].instant(),
        zone=zone.zone() if zone else around.zone,
        person=around.maybe_person(fields),
        correct=fields.text("correct"),
    )


def _read_incident(node: Node, around: Surroundings, key: str) -> Incident:
    fields = node.fields("kind", "at", "what")
    return Incident(at=fields["at"].instant(), what=fields.text("what", LONG_TEXT))


def _read_reflection(node: Node, around: Surroundings, key: str) -> Reflection:
    fields = node.fields("kind", "at", "path")
    path = fields.word("path", ReflectionPath.SHORT)
    return Reflection(at=fields["at"].instant(), path=path)


def _read_offer(node: Node, around: Surroundings, key: str) -> Offer:
    fields = node.fields("kind", "at", "deadline")
    return Offer(at=fields["at"].instant(), deadline=fields.moment("deadline"))


def _read_on_hold(node: Node, around: Surroundings, key: str) -> OnHold:
    fields = node.fields("kind", "at", "until")
    return OnHold(at=fields["at"].instant(), until=fields.moment("until"))


def _read_linked(node: Node, around: Surroundings, key: str) -> Linked:
    fields = node.fields("kind", "at", "person")
    return Linked(at=fields["at"].instant(), person=around.maybe_person(fields))


def _read_contact(node: Node, around: Surroundings, key: str) -> Contact:
    fields = node.fields("kind", "at", "person", "answered")
    return Contact(
        at=fields["at"].instant(),
        person=around.maybe_person(fields),
        answered=fields.flag("answered"),
    )


def _read_step(node: Node, around: Surroundings) -> StepMark:
    choices = ("done", "skipped", "snoozed_until", "due")
    fields = node.fields("kind", "id", "person", "at", "key", *choices)
    given = [name for name in choices if name in fields]
    if len(given) != 1:
        raise node.error("must have exactly one of: done, skipped, snoozed_until, due.")
    return StepMark(
        id=fields["id"].one_of(STEP_IDS),
        at=fields["at"].instant(),
        person=around.maybe_person(fields),
        key=fields.text("key") or None,
        done=_read_done(fields),
        skipped=_read_skipped(fields),
        snoozed_until=fields["snoozed_until"].instant() if "snoozed_until" in fields else None,
        due=fields["due"].instant() if "due" in fields else None,
    )


def _read_done(fields: Fields) -> bool:
    if "done" not in fields:
        return False
    if not fields["done"].flag():
        raise fields["done"].error("can only be true; leave the whole entry out otherwise.")
    return True


def _read_skipped(fields: Fields) -> bool | str:
    node = fields.get("skipped")
    if node is None:
        return False
    if isinstance(node.value, str):
        return node.text(LONG_TEXT)
    if node.value is not True:
        raise node.error("must be true, or the reason in words.")
    return True


def _at_alone(make: Callable[..., Event]) -> Callable[[Node, Surroundings, str], Event]:
    def read(node: Node, around: Surroundings, key: str) -> Event:
        return make(at=node.fields("kind", "at")["at"].instant())

    return read


_READERS: dict[str, Callable[[Node, Surroundings, str], Event]] = {
    "promise": _read_promise,
    "sent": _read_sent,
    "reply": _read_reply,
    "wrong_name": _read_wrong_name,
    "arrived": _at_alone(Arrived),
    "late": _at_alone(Late),
    "incident": _read_incident,
    "reflection": _read_reflection,
    "rejection": _at_alone(Rejection),
    "offer": _read_offer,
    "acceptance": _at_alone(Acceptance),
    "decline": _at_alone(Decline),
    "withdrawal": _at_alone(Withdrawal),
    "on_hold": _read_on_hold,
    "linked": _read_linked,
    "contact": _read_contact,
}
