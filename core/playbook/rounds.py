"""The steps of one interview: getting there, thanking, thinking back, correcting a name."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from core.playbook.candidates import Candidate
from core.playbook.facts import Ending, Facts
from core.playbook.names import short_name
from core.playbook.rulebook import Playbook
from core.playbook.values import (
    Arrived,
    Interview,
    Late,
    Mode,
    Part,
    Person,
    Reflection,
    ReflectionPath,
    StepMark,
    WrongName,
)
from core.playbook.windows import add_waking_hours, to_instant, to_wall


def round_steps(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    """Everything that each round asks for, before and after it, except waiting for an answer."""
    for interview in facts.interviews:
        yield from _before(facts, playbook, interview)
        yield from _after(facts, playbook, interview)
        yield from _thanks(facts, playbook, interview)
        yield from _answer_to_invitation(facts, playbook, interview)
    yield from _corrections(facts, playbook)


def called_off(facts: Facts, interview: Interview) -> Ending | None:
    if interview.called_off is None:
        return None
    day = facts.day(interview.called_off)
    return Ending("called_off", interview.called_off, f"the interview was called off on {day}")


def _candidate(
    facts: Facts, playbook: Playbook, rule: str, interview: Interview, variant: str = ""
) -> Candidate:
    anchors = {"start": interview.start, "end": interview.end}
    following = facts.next_round(interview)
    if following is not None:
        anchors["next_start"] = following.start
    return Candidate(
        rule=playbook.steps[rule].variant(variant),
        key=f"{rule}/{interview.key}",
        trigger=interview.end,
        anchors=anchors,
        known=interview.invited_at,
        interview=interview.key,
        words={"company": facts.case.company, "role": facts.case.role},
        ended=called_off(facts, interview),
    )


# ------------------------------------------------------------------ before the interview


def _before(facts: Facts, playbook: Playbook, interview: Interview) -> Iterator[Candidate]:
    known = interview.invited_at or interview.start - timedelta(days=30)
    variant = "" if interview.mode is Mode.ONSITE else interview.mode.value
    for rule in ("P1", "P2"):
        step = _candidate(facts, playbook, rule, interview, variant)
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
    step = _candidate(facts, playbook, "P3", interview, variant)
    step.anchors["leave"] = leave
    step.trigger = leave - timedelta(hours=2)
    step.words["date"] = f"{to_wall(leave, interview.zone):%H:%M}"
    step.done = _arrival(facts, interview)
    return step


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
    step = _candidate(facts, playbook, "P4", interview)
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
    step = _candidate(facts, playbook, "B1", interview)
    step.trigger = invited
    step.known = invited
    step.words["date"] = facts.day(interview.start)
    step.done = facts.sent(step.rule.done_by, invited, None)
    yield step


# ------------------------------------------------------------------ after the interview


def _after(facts: Facts, playbook: Playbook, interview: Interview) -> Iterator[Candidate]:
    yield _candidate(facts, playbook, "C1", interview)
    reflections = _reflections(facts, interview)
    full = [r.at for r in reflections if r.path is ReflectionPath.FULL]
    quick = _candidate(facts, playbook, "C2", interview)
    quick.done = reflections[0].at if reflections else None
    yield quick
    if not facts.arranged or interview is facts.arranged[0] or interview.called_off:
        yield _candidate(facts, playbook, "N1", interview)
    whole = _candidate(facts, playbook, "N2", interview)
    whole.done = full[0] if full else None
    yield whole
    if reflections:
        conclude = _candidate(facts, playbook, "N3", interview)
        conclude.trigger = reflections[0].at
        conclude.known = interview.invited_at
        yield conclude


def _reflections(facts: Facts, interview: Interview) -> list[Reflection]:
    return [r for r in facts.of(Reflection) if facts.round_before(r.at) is interview]


# ------------------------------------------------------------------ thanks and names


def _thanks(facts: Facts, playbook: Playbook, interview: Interview) -> Iterator[Candidate]:
    if facts.case.settings.thank_you_notes == "off":
        return
    for person in _thanked(facts, interview):
        yield _thank_you(facts, playbook, interview, person)


def _thanked(facts: Facts, interview: Interview) -> list[Person | None]:
    """Each interviewer; the recruiter instead, where all goes through them; else whoever it was."""
    if facts.case.via_recruiter_only:
        people = [p for p in facts.case.people if p.part is Part.RECRUITER][:1]
    else:
        people = list(facts.interviewers(interview))
    return [*people] or [None]


def _thank_you(
    facts: Facts, playbook: Playbook, interview: Interview, person: Person | None
) -> Candidate:
    step = _candidate(facts, playbook, "T1", interview, "fast" if facts.case.fast_decision else "")
    nobody = "the recruiter" if facts.case.via_recruiter_only else "your interviewers"
    step.words["person"] = short_name(person) if person else nobody
    step.person = person.id if person else None
    if person is not None:
        step.key += f"/{person.id}"
    until = _next_thanks(facts, interview, person)
    step.done = facts.sent(step.rule.done_by, interview.start, step.person, until)
    if facts.case.settings.friday == "monday" and not facts.case.fast_decision:
        step.best = _held_to_monday(interview.end, facts.case.application_zone)
    noticed = next((w for w in _slips(facts, interview) if _fits_into(facts, w, step)), None)
    if noticed is not None:
        step.anchors["correction"] = _correction(noticed, playbook)
        step.best = max(noticed.at, interview.end)
    return step


def _next_thanks(facts: Facts, interview: Interview, person: Person | None) -> datetime | None:
    """From when on a note to this person is that of a later round."""
    return next(
        (
            later.start
            for later in facts.arranged
            if later.start > interview.start and person in _thanked(facts, later)
        ),
        None,
    )


def _held_to_monday(end: datetime, zone: str) -> datetime | None:
    """Monday 08:00 after an interview on a Friday afternoon, in the recipient's zone."""
    wall = to_wall(end, zone)
    if wall.weekday() != 4 or wall.hour < 12:
        return None
    monday = (wall + timedelta(days=3)).replace(hour=8, minute=0, second=0, microsecond=0)
    return to_instant(monday, zone)


def _slips(facts: Facts, interview: Interview) -> list[WrongName]:
    return [
        w
        for w in facts.of(WrongName)
        if w.at >= interview.start and facts.round_before(w.at) is interview
    ]


def _fits_into(facts: Facts, slip: WrongName, thanks: Candidate) -> bool:
    """Whether the clause of apology still fits into this thank-you note: it has not been sent."""
    if thanks.person is not None and slip.person not in (None, thanks.person):
        return False
    if slip.at >= thanks.trigger + timedelta(days=7):
        return False
    closings = [m.at for m in facts.case.marks if _closes(m, thanks)]
    over = facts.ending(("rejection", "offer", "withdrawal"), thanks.known)
    closed = [*closings, *([thanks.done] if thanks.done else []), *([over.at] if over else [])]
    return all(at >= slip.at for at in closed)


def _closes(mark: StepMark, thanks: Candidate) -> bool:
    if mark.id != "T1" or not (mark.done or mark.skipped):
        return False
    if mark.key is not None:
        return mark.key == thanks.key
    return mark.at >= thanks.trigger and mark.person in (None, thanks.person)


def _correction(slip: WrongName, playbook: Playbook) -> datetime:
    return add_waking_hours(slip.at, playbook.correction_hours, slip.zone)


def _corrections(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    """A note of its own for each wrong name that no unsent thank-you note can put right."""
    for slip in facts.of(WrongName):
        interview = facts.round_before(slip.at)
        if interview is not None and _goes_into_thanks(facts, playbook, interview, slip):
            continue
        person = facts.people.get(slip.person or "")
        yield Candidate(
            rule=playbook.steps["T2"],
            key=f"T2/{slip.key}",
            trigger=slip.at,
            anchors={"noticed": slip.at, "correction": _correction(slip, playbook)},
            known=slip.at,
            person=slip.person,
            interview=interview.key if interview else None,
            words={"person": short_name(person) if person else "them"},
            done=facts.sent(playbook.steps["T2"].done_by, slip.at, slip.person),
        )


def _goes_into_thanks(
    facts: Facts, playbook: Playbook, interview: Interview, slip: WrongName
) -> bool:
    if slip.at < interview.start:
        return False
    return any(_fits_into(facts, slip, t) for t in _thanks(facts, playbook, interview))
