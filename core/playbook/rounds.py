"""The steps of one interview: getting there, answering its invitation, thinking back."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from core.playbook.candidates import Candidate
from core.playbook.facts import CLOSINGS, Ending, Facts
from core.playbook.rulebook import Playbook
from core.playbook.values import (
    Arrived,
    Interview,
    Late,
    Mode,
    Reflection,
    ReflectionPath,
)
from core.playbook.windows import to_wall


def round_steps(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    """Everything that each round asks for, before and after it, except thanks and waiting for an answer."""
    for interview in facts.interviews:
        yield from _before(facts, playbook, interview)
        yield from _after(facts, playbook, interview)
        yield from _answer_to_invitation(facts, playbook, interview)


def called_off(facts: Facts, interview: Interview) -> Ending | None:
    if interview.called_off is None:
        return None
    day = facts.day(interview.called_off)
    return Ending("called_off", interview.called_off, f"the interview was called off on {day}")


def candidate_of_round(
    facts: Facts, playbook: Playbook, rule: str, interview: Interview, variant: str = ""
) -> Candidate:
    """A step of a round, which an end of the process before it cancels."""
    anchors = {"start": interview.start, "end": interview.end}
    following = facts.next_round(interview)
    if following is not None:
        anchors["next_start"] = following.start
    return Candidate(
        rule=playbook.steps[rule].variant(variant),
        key=f"{rule}/{interview.key}",
        trigger=interview.end,
        anchors=anchors,
        known=facts.invitation(interview),
        interview=interview.key,
        words={"company": facts.case.company, "role": facts.case.role},
        ended=called_off(facts, interview) or _over_before(facts, interview),
    )


def _over_before(facts: Facts, interview: Interview) -> Ending | None:
    """The end of the process, where it came before this round: then the round asks for nothing."""
    ending = facts.ending(CLOSINGS, facts.invitation(interview))
    return ending if ending is not None and ending.at < interview.start else None


# ------------------------------------------------------------------ before the interview


def _before(facts: Facts, playbook: Playbook, interview: Interview) -> Iterator[Candidate]:
    known = interview.invited_at or interview.start - timedelta(days=30)
    variant = "" if interview.mode is Mode.ONSITE else interview.mode.value
    for rule in ("P1", "P2"):
        step = candidate_of_round(facts, playbook, rule, interview, variant)
        step.trigger = min(known, interview.start)
        yield step
    leave = _leave(facts, playbook, interview, variant)
    yield leave
    yield from _running_late(facts, playbook, interview, leave)


def _leave(facts: Facts, playbook: Playbook, interview: Interview, variant: str) -> Candidate:
    travel = interview.travel_minutes if interview.mode is Mode.ONSITE else 0
    buffer = max(playbook.buffer_minutes, travel * playbook.buffer_percent / 100)
    minutes = travel + buffer + facts.case.settings.arrive_early
    leave = interview.start - timedelta(minutes=minutes)
    unsaid = interview.mode is Mode.ONSITE and not travel
    step = candidate_of_round(facts, playbook, "P3", interview, "way" if unsaid else variant)
    step.anchors["leave"] = leave
    step.trigger = leave - timedelta(hours=2)
    step.words["date"] = _by_their_clock(leave, interview.zone, facts.case.zone)
    step.done = _arrival(facts, interview)
    return step


def _by_their_clock(leave: datetime, zone: str, own: str) -> str:
    """ "13:00", as the clocks on the way show it; "13:00 in Berlin" where the user's differs."""
    there = to_wall(leave, zone)
    if there == to_wall(leave, own):
        return f"{there:%H:%M}"
    place = zone.rsplit("/", 1)[-1].replace("_", " ")
    return f"{there:%H:%M} {place if place == 'UTC' else f'in {place}'}"


def _arrival(facts: Facts, interview: Interview) -> datetime | None:
    """The first "arrived" that belongs to this round: on its day, up to its end."""
    return next((a.at for a in facts.of(Arrived) if _on_the_way(facts, interview, a.at)), None)


def _on_the_way(facts: Facts, interview: Interview, at: datetime) -> bool:
    """Whether an instant lies on the way to this round, not in the one before it."""
    before = facts.previous_round(interview)
    earliest = interview.start - timedelta(hours=12)
    return earliest <= at <= interview.end and (before is None or at > before.end)


def _running_late(
    facts: Facts, playbook: Playbook, interview: Interview, leave: Candidate
) -> Iterator[Candidate]:
    """By the button; else when the alarm was missed and the round is under way unnoticed."""
    said = next((e.at for e in facts.of(Late) if _on_the_way(facts, interview, e.at)), None)
    now = facts.case.now
    unnoticed = (
        leave.done is None
        and interview.start <= now < interview.end
        and not _closed_by_hand(facts, interview, leave)
    )
    if said is None and not unnoticed:
        return
    step = candidate_of_round(facts, playbook, "P4", interview)
    step.trigger = said or interview.start
    step.done = leave.done if leave.done and leave.done >= step.trigger else None
    yield step


def _closed_by_hand(facts: Facts, interview: Interview, leave: Candidate) -> bool:
    closed = (m for m in facts.case.marks if m.id == "P3" and (m.done or m.skipped))
    return any(
        m.key == leave.key or (m.key is None and _on_the_way(facts, interview, m.at))
        for m in closed
    )


def _answer_to_invitation(
    facts: Facts, playbook: Playbook, interview: Interview
) -> Iterator[Candidate]:
    """An invitation to a next round is answered the same day."""
    invited = facts.invitation(interview)
    is_next = interview.round > 1 or facts.previous_round(interview) is not None
    if invited is None or not is_next:
        return
    step = candidate_of_round(facts, playbook, "B1", interview)
    step.trigger = invited
    step.known = invited
    step.words["date"] = facts.day(interview.start)
    step.done = facts.sent(step.rule.done_by, invited, None)
    yield step


# ------------------------------------------------------------------ after the interview


def _after(facts: Facts, playbook: Playbook, interview: Interview) -> Iterator[Candidate]:
    yield candidate_of_round(facts, playbook, "C1", interview)
    reflections = _reflections(facts, interview)
    full = [r.at for r in reflections if r.path is ReflectionPath.FULL]
    quick = candidate_of_round(facts, playbook, "C2", interview)
    quick.done = reflections[0].at if reflections else None
    yield quick
    if not facts.arranged or interview is facts.arranged[0] or interview.called_off:
        yield candidate_of_round(facts, playbook, "N1", interview)
    whole = candidate_of_round(facts, playbook, "N2", interview)
    whole.done = full[0] if full else None
    yield whole
    if reflections:
        conclude = candidate_of_round(facts, playbook, "N3", interview)
        conclude.trigger = reflections[0].at
        yield conclude


def _reflections(facts: Facts, interview: Interview) -> list[Reflection]:
    return [r for r in facts.of(Reflection) if facts.round_before(r.at) is interview]
