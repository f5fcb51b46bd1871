"""The steps of promises: what the user promised, and the referees behind a reference list."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush

from core.playbook.candidates import Candidate
from core.playbook.facts import CLOSINGS, Ending, Facts
from core.playbook.promised import thing_named
from core.playbook.rulebook import Playbook
from core.playbook.values import (
    Consent,
    Interview,
    Person,
    Promise,
    PromiseItem,
    Promiser,
    Sent,
    StepMark,
)
from core.playbook.windows import as_instant

_START = datetime.min.replace(tzinfo=UTC)
_END = datetime.max.replace(tzinfo=UTC)


def promise_steps(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    """A step for each promise of the user's, and what a reference list needs before and after."""
    mine = [p for p in facts.of(Promise) if p.by is Promiser.ME]
    deliveries = _deliveries(facts, mine)
    for promise in mine:
        if promise.item is not PromiseItem.REFERENCES:
            yield _promised(facts, playbook, "K1", promise, deliveries.get(promise.key))
    lists = [p for p in mine if p.item is PromiseItem.REFERENCES]
    if lists:
        yield from _asking(facts, playbook, lists[0])
    for promise in lists:
        yield from _list(facts, playbook, promise, deliveries.get(promise.key))
    yield from _news_for_referees(facts, playbook, lists, deliveries)


def _promised(
    facts: Facts, playbook: Playbook, rule: str, promise: Promise, done: datetime | None
) -> Candidate:
    interview = facts.round_before(promise.at)
    anchors = {"end": _counted_from(promise, interview)}
    day = ""
    if promise.due is not None:
        anchors["promised"] = as_instant(promise.due, facts.case.application_zone)
        day = f" by {facts.day(promise.due)}"
    return Candidate(
        rule=playbook.steps[rule],
        key=f"{rule}/{promise.key}",
        trigger=promise.at,
        anchors=anchors,
        known=promise.at,
        interview=None,
        words={"what": thing_named(promise.what), "date": day, "company": facts.case.company},
        done=done,
    )


def _counted_from(promise: Promise, interview: Interview | None) -> datetime:
    """An undated promise counts from the interview; one made days later, from itself."""
    if interview is None or promise.at > interview.end + timedelta(hours=24):
        return promise.at
    return interview.end


def _deliveries(facts: Facts, mine: list[Promise]) -> dict[str, datetime]:
    """Which promise each sent item kept: of those open then, the one due first."""
    zone = facts.case.application_zone
    kept: dict[str, datetime] = {}
    closed = _closed_by_name(facts.case.marks, mine)
    made, open_then = 0, _Open(closed)
    for at, rule in _handings(facts):
        while made < len(mine) and mine[made].at <= at:
            promise = mine[made]
            due = as_instant(promise.due or promise.at, zone)
            open_then.add(_rule_of(promise), due, made, promise.key)
            made += 1
        first = open_then.take_first(rule, at)
        if first is not None:
            kept[first] = at
            if rule:
                closed[first] = at
    return {key: at for key, at in kept.items() if at < closed.get(key, _END)}


_InTurn = tuple[datetime, int, str]
"""A promise: when it is due, how many were made before it, and its key."""


class _Open:
    """The promises that are open while time goes on, each rule's with the one due first on top."""

    def __init__(self, closed: Mapping[str, datetime]) -> None:
        self._closed = closed
        self._heaps: dict[str, list[_InTurn]] = {"K1": [], "G3": []}

    def add(self, rule: str, due: datetime, made: int, key: str) -> None:
        """Note a promise. `made`: how many were made before it, which come first when due together."""
        heappush(self._heaps[rule], (due, made, key))

    def take_first(self, rule: str, at: datetime) -> str | None:
        """The one due first of a rule (of all, where it is empty); what was closed before is gone."""
        heaps = [self._heaps[rule]] if rule else list(self._heaps.values())
        for heap in heaps:
            while heap and self._closed.get(heap[0][2], at) < at:
                heappop(heap)
        fullest = [heap for heap in heaps if heap]
        return heappop(min(fullest, key=_top))[2] if fullest else None


def _top(heap: list[_InTurn]) -> _InTurn:
    return heap[0]


def _rule_of(promise: Promise) -> str:
    return "G3" if promise.item is PromiseItem.REFERENCES else "K1"


def _closed_by_name(marks: tuple[StepMark, ...], mine: list[Promise]) -> dict[str, datetime]:
    """When the user closed the step of a promise, where the mark names it exactly."""
    promises = {f"{_rule_of(p)}/{p.key}": p.key for p in mine}
    closing = (m for m in marks if m.done or m.skipped)
    return {promises[m.key]: m.at for m in closing if m.key in promises}


def _handings(facts: Facts) -> list[tuple[datetime, str]]:
    """When something promised was handed over, or its step closed by hand (then with its rule)."""
    by_hand = {
        m.at: m.id
        for m in facts.case.marks
        if m.id in {"K1", "G3"} and m.key is None and (m.done or m.skipped)
    }
    sent = {m.at: "" for m in facts.of(Sent) if m.message == "M7"}
    return sorted((sent | by_hand).items())


# ------------------------------------------------------------------ referees


def _referees(facts: Facts) -> list[Person | None]:
    """Those who did not refuse; where none is named yet, one step for all of them."""
    if not facts.referees:
        return [None]
    return [p for p in facts.referees if p.consent is not Consent.NO]


def _asking(facts: Facts, playbook: Playbook, first: Promise) -> Iterator[Candidate]:
    people: list[Person | None] = list(facts.referees) or [None]
    for referee in people:
        step = _for_referee(facts, playbook, "G1", first, referee)
        if referee is not None and referee.consent is not Consent.NOT_ASKED:
            step.done = first.at
        yield step


def _list(
    facts: Facts, playbook: Playbook, promise: Promise, sent_at: datetime | None
) -> Iterator[Candidate]:
    sending = _promised(facts, playbook, "G3", promise, sent_at)
    ticked = _ticked(facts.case.marks, sending.key, promise.at)
    left = sent_at or ticked
    telling = [_telling(facts, playbook, promise, referee, left) for referee in _referees(facts)]
    sending.needs = tuple(step.key for step in telling)
    yield from telling
    yield sending


def _ticked(marks: tuple[StepMark, ...], key: str, since: datetime) -> datetime | None:
    done = [m.at for m in marks if m.id == "G3" and m.done and m.at >= since]
    exact = [m.at for m in marks if m.key == key and m.done]
    return min(exact or done, default=None)


def _telling(
    facts: Facts,
    playbook: Playbook,
    promise: Promise,
    referee: Person | None,
    list_sent: datetime | None,
) -> Candidate:
    step = _for_referee(facts, playbook, "G2", promise, referee)
    if list_sent is not None:
        step.anchors["list_sent"] = list_sent
    if referee is not None:
        told = facts.sent(step.rule.done_by, _START, referee.id)
        if told is not None or referee.informed:
            step.done = max(told or promise.at, promise.at)
    return step


def _for_referee(
    facts: Facts, playbook: Playbook, rule: str, promise: Promise, referee: Person | None
) -> Candidate:
    step = _promised(facts, playbook, rule, promise, None)
    step.words["referee"] = referee.name if referee else "your referees"
    if referee is not None:
        step.key += f"/{referee.id}"
        step.person = referee.id
    return step


def _news_for_referees(
    facts: Facts, playbook: Playbook, lists: list[Promise], deliveries: dict[str, datetime]
) -> Iterator[Candidate]:
    """The outcome, two days after it; with none yet, how it stands, two weeks after the list."""
    sent = min(
        (
            at
            for p in lists
            for at in (deliveries.get(p.key) or _ticked(facts.case.marks, f"G3/{p.key}", p.at),)
            if at is not None
        ),
        default=None,
    )
    informed = [p for p in facts.referees if p.informed or facts.sent(("M8",), _START, p.id)]
    outcomes = _outcomes(facts)
    people: list[Person | None] = list(informed)
    if sent is not None:
        people = _referees(facts)
    for referee in people:
        if sent is not None:
            yield _update(facts, playbook, sent, outcomes[0] if outcomes else None, referee)
        for number, outcome in enumerate(outcomes, 1):
            following = outcomes[number].at if number < len(outcomes) else None
            yield _outcome(facts, playbook, outcome, following, referee, number)


def _outcomes(facts: Facts) -> list[Ending]:
    """How it ended; and again, where an invitation or an offer had opened it anew."""
    opened = [facts.invitation(interview) for interview in facts.arranged]
    opened += [ending.at for ending in facts.endings if ending.kind == "offer"]
    found: list[Ending] = []
    for ending in facts.endings:
        if ending.kind not in CLOSINGS:
            continue
        if not found or any(at and found[-1].at < at <= ending.at for at in opened):
            found.append(ending)
    return found


def _update(
    facts: Facts, playbook: Playbook, sent: datetime, outcome: Ending | None, referee: Person | None
) -> Candidate:
    step = _news(facts, playbook, "update", sent, outcome.at if outcome else None, referee)
    step.ended = outcome
    return step


def _outcome(
    facts: Facts,
    playbook: Playbook,
    outcome: Ending,
    following: datetime | None,
    referee: Person | None,
    number: int,
) -> Candidate:
    step = _news(facts, playbook, "outcome", outcome.at, following, referee)
    if number > 1:
        step.key += f"/{number}"
    return step


def _news(
    facts: Facts,
    playbook: Playbook,
    variant: str,
    trigger: datetime,
    until: datetime | None,
    referee: Person | None,
) -> Candidate:
    person = referee.id if referee else None
    return Candidate(
        rule=playbook.steps["G4"].variant(variant),
        key=f"G4/{variant}" + (f"/{person}" if person else ""),
        trigger=trigger,
        anchors={},
        known=trigger,
        person=person,
        words={"referee": referee.name if referee else "your referees"},
        done=facts.sent(playbook.steps["G4"].done_by, trigger, person, until),
    )
