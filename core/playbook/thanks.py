"""Thank-you notes after each round, and wrong names put right: in the note, or in one of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.playbook.candidates import Candidate
from core.playbook.facts import Facts
from core.playbook.names import short_name
from core.playbook.rounds import candidate_of_round
from core.playbook.rulebook import Playbook
from core.playbook.values import Interview, Part, Person, StepMark, WrongName
from core.playbook.windows import add_waking_hours, to_instant, to_wall


def thanks_steps(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    """The notes of every round, and a correction for each slip that none of them can take in."""
    notes = {i.key: tuple(_thanks(facts, playbook, i)) for i in facts.interviews}
    for of_a_round in notes.values():
        yield from (note.step for note in of_a_round)
    yield from _corrections(facts, playbook, notes)


@dataclass(frozen=True, slots=True)
class _Note:
    """A thank-you note, and from when on no apology fits into it any more: sent, or given up."""

    step: Candidate
    closed: datetime | None

    def takes(self, slip: WrongName) -> bool:
        """Whether the clause of apology still fits into this thank-you note: it has not been sent."""
        if self.step.person is not None and slip.person not in (None, self.step.person):
            return False
        if slip.at >= self.step.trigger + timedelta(days=7):
            return False
        return self.closed is None or self.closed >= slip.at


def _thanks(facts: Facts, playbook: Playbook, interview: Interview) -> Iterator[_Note]:
    if facts.case.settings.thank_you_notes == "off":
        return
    slips = _slips(facts, interview)
    for person in _thanked(facts, interview):
        step = _thank_you(facts, playbook, interview, person)
        note = _Note(step, _closed(facts, step))
        noticed = next((slip for slip in slips if note.takes(slip)), None)
        if noticed is not None:
            step.anchors["correction"] = _correction(noticed, playbook)
            step.best = max(noticed.at, interview.end)
        yield note


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
    step = candidate_of_round(
        facts, playbook, "T1", interview, "fast" if facts.case.fast_decision else ""
    )
    nobody = "the recruiter" if facts.case.via_recruiter_only else "your interviewers"
    step.words["person"] = short_name(person) if person else nobody
    step.person = person.id if person else None
    if person is not None:
        step.key += f"/{person.id}"
    until = _next_thanks(facts, interview, person)
    step.done = facts.sent(step.rule.done_by, interview.start, step.person, until)
    if facts.case.settings.friday == "monday" and not facts.case.fast_decision:
        step.best = _held_to_monday(interview.end, facts.case.application_zone)
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


def _closed(facts: Facts, thanks: Candidate) -> datetime | None:
    closings = [m.at for m in facts.case.marks if _closes(m, thanks)]
    over = facts.ending(("rejection", "offer", "withdrawal"), thanks.known)
    closed = [*closings, *([thanks.done] if thanks.done else []), *([over.at] if over else [])]
    return min(closed, default=None)


def _closes(mark: StepMark, thanks: Candidate) -> bool:
    if mark.id != "T1" or not (mark.done or mark.skipped):
        return False
    if mark.key is not None:
        return mark.key == thanks.key
    return mark.at >= thanks.trigger and mark.person in (None, thanks.person)


def _correction(slip: WrongName, playbook: Playbook) -> datetime:
    return add_waking_hours(slip.at, playbook.correction_hours, slip.zone)


def _corrections(
    facts: Facts, playbook: Playbook, notes: Mapping[str, Sequence[_Note]]
) -> Iterator[Candidate]:
    """A note of its own for each wrong name that no unsent thank-you note can put right."""
    for slip in facts.of(WrongName):
        interview = facts.round_before(slip.at)
        begun = interview is not None and slip.at >= interview.start
        if interview is not None and begun and any(n.takes(slip) for n in notes[interview.key]):
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
