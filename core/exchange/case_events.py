"""Reading the events of a case: one small function for each kind."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from core.drafting.kinds import KINDS
from core.exchange.case_people import Surroundings
from core.exchange.case_rounds import read_interview, read_step
from core.exchange.nodes import LONG_TEXT, Node, did_you_mean
from core.playbook.promised import item_named
from core.playbook.values import (
    Acceptance,
    Arrived,
    Channel,
    Contact,
    Decline,
    Event,
    Incident,
    Late,
    Linked,
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
    named: set[str] = set()
    for node in nodes:
        kind = _kind_of(node)
        seen[kind] += 1
        if kind == "step":
            marks.append(read_step(node, around))
        elif kind == "interview":
            interview, kept = read_interview(node, around, events)
            events[interview.key] = interview
            if kept is not None:
                rounds[interview.key] = kept
        else:
            key = f"{kind}:{seen[kind]}"
            events[key] = _READERS[kind](node, around, key)
            _refuse_twin(node, events[key], named)
    return EventsRead(
        events=tuple(events.values()), marks=tuple(marks), rounds=tuple(rounds.values())
    )


def _refuse_twin(node: Node, event: Event, named: set[str]) -> None:
    """Steps hang on the key of a promise or a wrong name: two under one would share a step."""
    if isinstance(event, Promise | WrongName):
        if event.key in named:
            raise node.document.error((*node.path, "key"), "is used twice; each needs its own.")
        named.add(event.key)


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
        message=fields["message"].one_of(tuple(KINDS)),
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
