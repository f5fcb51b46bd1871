"""How it ends: rejection, offer, acceptance, decline, withdrawal, and keeping in touch."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from core.playbook.business_days import roll
from core.playbook.candidates import Candidate
from core.playbook.facts import CLOSINGS, Ending, Facts, stamp
from core.playbook.names import short_name
from core.playbook.rulebook import Playbook
from core.playbook.values import (
    Acceptance,
    Contact,
    Decline,
    Linked,
    Offer,
    Part,
    Person,
    Rejection,
    Sent,
    Withdrawal,
)
from core.playbook.windows import as_instant, shift_wall


def outcome_steps(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    """Everything that an ending asks for."""
    yield from _rejection(facts, playbook)
    yield from _linking(facts, playbook)
    yield from _keeping_in_touch(facts, playbook)
    yield from _offer(facts, playbook)
    yield from _withdrawing_elsewhere(facts, playbook)
    yield from _withdrawal(facts, playbook)


def _candidate(
    facts: Facts, playbook: Playbook, rule: str, trigger: datetime, variant: str = ""
) -> Candidate:
    step = Candidate(
        rule=playbook.steps[rule].variant(variant),
        key=f"{rule}/{stamp(trigger)}",
        trigger=trigger,
        anchors={},
        known=trigger,
        words={
            "company": facts.case.company,
            "role": facts.case.role,
            "date": facts.day(trigger),
        },
    )
    following = next((i for i in facts.arranged if i.start > trigger), None)
    if following is not None:
        step.anchors["next_start"] = following.start
    step.done = facts.sent(step.rule.done_by, trigger, None)
    return step


def _rejection(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    for rejection in facts.of(Rejection)[-1:]:
        step = _candidate(facts, playbook, "X1", rejection.at)
        step.ended = facts.invited_again(rejection.at)
        yield step


# ------------------------------------------------------------------ staying in touch


def _linking(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    """One invitation to each person met, once the process is closed."""
    closed = [e for e in facts.endings if e.kind in CLOSINGS]
    if not closed or facts.case.no_contact_wished:
        return
    people: list[Person | None] = list(_people_met(facts))
    for person in people or [None]:
        yield _link(facts, playbook, closed[-1], person)


def _people_met(facts: Facts) -> list[Person]:
    met = {key for interview in facts.arranged for key in interview.people}
    return [
        p
        for p in facts.case.people
        if not p.gone and (p.id in met or p.part in (Part.INTERVIEWER, Part.RECRUITER))
    ]


def _link(facts: Facts, playbook: Playbook, closed: Ending, person: Person | None) -> Candidate:
    step = _candidate(facts, playbook, "X2", closed.at)
    step.ended = facts.invited_again(closed.at)
    step.words["person"] = short_name(person) if person else "the people you met"
    if person is not None:
        step.person = person.id
        step.key += f"/{person.id}"
    step.done = facts.sent(step.rule.done_by, closed.at, step.person)
    linked = [e.at for e in facts.of(Linked) if e.person in (None, step.person)]
    if any(at < closed.at for at in linked):
        step.skipped = "you are linked already"
    elif linked and step.done is None:
        step.done = linked[0]
    return step


def _keeping_in_touch(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    """The next contact after a rejection; each one that was made restarts the clock."""
    rejections = facts.of(Rejection)
    if not rejections or facts.case.no_contact_wished:
        return
    rejected = rejections[-1].at
    invited = facts.invited_again(rejected)
    turns = _turns(facts, playbook, rejected)
    for number, (since, turn, done) in enumerate(turns):
        step = _candidate(facts, playbook, "X3", rejected)
        step.key += f"/{number + 1}"
        step.trigger = since
        step.anchors["turn"] = turn
        step.done = done
        step.ended = invited
        yield step
        if invited is not None and turn > invited.at:
            return


def _turns(
    facts: Facts, playbook: Playbook, rejected: datetime
) -> list[tuple[datetime, datetime, datetime | None]]:
    """Each contact in order: counted from, its turn, and when it was made (None: not yet)."""
    contacts = _contacts(facts, rejected)
    turns: list[tuple[datetime, datetime, datetime | None]] = []
    since, days_gone, unanswered, number = rejected, 0, 0, 0
    for at, answered in contacts:
        gap = _gap(playbook, number, unanswered)
        turns.append((since, _later(facts, since, gap), at))
        unanswered = 0 if answered else unanswered + 1
        since, number = at, number + 1
    while True:
        gap = _gap(playbook, number, unanswered)
        turn = _later(facts, since, max(gap, days_gone + 1))
        turns.append((since, turn, None))
        due = roll(turn, facts.place.zone, facts.place.country)
        if _later(facts, due, 30) > facts.case.now or len(turns) > _MOST_TURNS:
            return turns
        days_gone = max(gap, days_gone + 1)
        number += 1
        if number >= len(playbook.in_touch_days) - 1 or unanswered >= 2:
            since, days_gone = turn, 0


_MOST_TURNS = 60


def _contacts(facts: Facts, rejected: datetime) -> list[tuple[datetime, bool]]:
    """Contacts since the rejection, by whatever way they were noted, with whether one answered."""
    found = {c.at: c.answered for c in facts.of(Contact) if c.at > rejected}
    for message in facts.of(Sent):
        if message.message == "M12" and message.at > rejected:
            found.setdefault(message.at, False)
    for mark in facts.case.marks:
        if mark.id == "X3" and mark.done and mark.at > rejected:
            found.setdefault(mark.at, False)
    return sorted(found.items())


def _gap(playbook: Playbook, number: int, unanswered: int) -> int:
    if unanswered >= 2:
        return playbook.in_touch_quiet_days
    days = playbook.in_touch_days
    return days[min(number, len(days) - 1)]


def _later(facts: Facts, since: datetime, days: int) -> datetime:
    return shift_wall(since, facts.place.zone, days=days)


# ------------------------------------------------------------------ offers


def _offer(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    offers = facts.of(Offer)
    declines = facts.of(Decline)
    for offer in offers[-1:]:
        decided = [d.at for d in declines if d.at >= offer.at]
        yield _on_offer(facts, playbook, "O1", offer)
        if offer.deadline is not None:
            if facts.case.others is None or facts.case.others:
                telling = _on_offer(facts, playbook, "O2", offer)
                telling.done = None
                yield telling
            yield _on_offer(facts, playbook, "O3", offer)
        if offer.deadline is not None or decided:
            yield _answer(facts, playbook, offer, decided)


def _on_offer(
    facts: Facts, playbook: Playbook, rule: str, offer: Offer, variant: str = ""
) -> Candidate:
    step = _candidate(facts, playbook, rule, offer.at, variant)
    if offer.deadline is not None:
        step.anchors["deadline"] = as_instant(offer.deadline, facts.case.application_zone)
        step.words["date"] = f" by {facts.day(offer.deadline)}"
    else:
        step.words["date"] = ""
        step.anchors["deadline"] = offer.at + timedelta(days=30)
    return step


def _answer(facts: Facts, playbook: Playbook, offer: Offer, decided: list[datetime]) -> Candidate:
    step = _on_offer(facts, playbook, "O4", offer, "decline" if decided else "")
    if offer.deadline is None:
        del step.anchors["deadline"]
    if decided:
        step.anchors["decided"] = decided[0]
    accepted = [a.at for a in facts.of(Acceptance) if a.at >= offer.at]
    step.done = min([*accepted, *([step.done] if step.done else [])], default=None)
    return step


def _withdrawing_elsewhere(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    """One withdrawal for each other open application, once this one is accepted in writing."""
    others = facts.case.others
    for acceptance in facts.of(Acceptance)[-1:]:
        for company in ["the others"] if others is None else [o.company for o in others]:
            step = _candidate(facts, playbook, "O5", acceptance.at)
            step.key += f"/{company}"
            step.words["other"] = company
            step.done = None
            yield step


def _withdrawal(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    for withdrawal in facts.of(Withdrawal)[-1:]:
        yield _candidate(facts, playbook, "W1", withdrawal.at)
