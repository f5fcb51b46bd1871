"""The one sentence that says what an event would change in the plan, and the whole list. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.clock import Now
from core.playbook.values import Clock, PlannedStep
from gui import words

if TYPE_CHECKING:
    from core.playbook.difference import Difference

_NAMED = 2
_CLAUSES = 2
NOTHING_CHANGES = "Nothing in your plan changes."


@dataclass(frozen=True, slots=True)
class Kind:
    """What steps of one kind are called in a sentence. Without `many` they are not counted."""

    one: str
    many: str = ""


PREPARATION = Kind("preparation")
NOTES = Kind("note to yourself", "notes to yourself")
FOLLOW_UPS = Kind("follow-up", "follow-ups")
QUESTIONS = Kind("question about their decision", "questions about their decision")
REFEREES = Kind("word to a referee", "words to your referees")
ANYTHING = Kind("step", "steps")

KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("P1", "P2", "P3", "P4", "N3"), PREPARATION),
    **dict.fromkeys(("C1", "C2", "N2"), NOTES),
    **dict.fromkeys(("F1", "F2"), FOLLOW_UPS),
    **dict.fromkeys(("F3", "F4"), QUESTIONS),
    **dict.fromkeys(("G1", "G2", "G4"), REFEREES),
    "G3": Kind("reference list", "reference lists"),
    "K1": Kind("promised thing", "promised things"),
    "T1": Kind("thank-you note", "thank-you notes"),
    "T2": Kind("correction of the name", "corrections of names"),
    "N1": Kind("look at their news", "looks at their news"),
    "B1": Kind("answer to the invitation", "answers to invitations"),
    "X1": Kind("kind answer to their no", "kind answers to their no"),
    "X2": Kind("LinkedIn invitation", "LinkedIn invitations"),
    "X3": Kind("greeting to keep in touch", "greetings to keep in touch"),
    "O1": Kind("thank-you for the offer", "thank-yous for the offer"),
    "O2": Kind("word to the employers you prefer", "words to the employers you prefer"),
    "O3": Kind("question about more time", "questions about more time"),
    "O4": Kind("written answer to the offer", "written answers to the offer"),
    "O5": Kind("withdrawal elsewhere", "withdrawals elsewhere"),
    "W1": Kind("written withdrawal", "written withdrawals"),
}


def sentence(difference: Difference, now: Now) -> str:
    """What goes and what comes, by kind, in two clauses at most."""
    after = [after for _, after in difference.redated]
    told = (
        (1, _told(difference.cancelled, ("goes", "go"))),
        (3, _coming(difference.added, "comes", now)),
        (0, _told(difference.closed, ("is ticked off", "are ticked off"))),
        (2, _moving(after, now)),
    )
    clauses = sorted([clause for clause in told if clause[1]][:_CLAUSES])
    if not clauses:
        return NOTHING_CHANGES
    return f"Then {', and '.join(words_ for _, words_ in clauses)}."


def whole_list(difference: Difference, now: Now) -> str:
    """Every change in a line of its own."""
    lines = [f"Goes: {step.title}" for step in difference.cancelled]
    lines += [f"Ticked off: {step.title}" for step in difference.closed]
    for verb, steps in (
        ("Moves to", [after for _, after in difference.redated]),
        ("Due", difference.added),
    ):
        lines += [f"{verb} {words.exact_short(s.window.due, now)}: {s.title}" for s in steps]
    return "\n".join(lines)


def _told(steps: Iterable[PlannedStep], verbs: tuple[str, str]) -> str:
    """ "both follow-ups go", "the preparation and both follow-ups go"."""
    groups = _by_kind(steps)
    if not groups:
        return ""
    named = list(groups.items())[:_NAMED]
    rest = sum(len(group) for group in groups.values()) - sum(len(group) for _, group in named)
    parts = [_the(kind, len(group)) for kind, group in named]
    if rest:
        parts.append(f"{rest} other {'step' if rest == 1 else 'steps'}")
    single = len(parts) == 1 and (not named[0][0].many or len(named[0][1]) == 1)
    return f"{words.listed(parts)} {verbs[0] if single else verbs[1]}"


def _coming(steps: Iterable[PlannedStep], verb: str, now: Now) -> str:
    """ "one question about their decision comes on Wed 27 May", the soonest kind first."""
    groups = _by_kind(steps)
    if not groups:
        return ""
    kind, first = next(iter(groups.items()))
    single = len(first) == 1 or not kind.many
    day = _on(min(step.window.best for step in first), now)
    rest = sum(len(group) for group in groups.values()) - len(first)
    after = f", with {words.count(rest).lower()} more after it" if rest else ""
    return f"{_a(kind, len(first))} {verb if single else verb.rstrip('s')} {day}{after}"


def _moving(steps: Iterable[PlannedStep], now: Now) -> str:
    """ "the preparation moves to Thu 28 May"."""
    groups = _by_kind(steps)
    if not groups:
        return ""
    kind, first = next(iter(groups.items()))
    moves = "moves" if len(groups) == 1 and (len(first) == 1 or not kind.many) else "move"
    named = words.listed([_the(kind, len(group)) for kind, group in list(groups.items())[:_NAMED]])
    return f"{named} {moves} to {words.day(min(step.window.due for step in first), now)}"


def _by_kind(steps: Iterable[PlannedStep]) -> dict[Kind, list[PlannedStep]]:
    """What the user does himself, grouped, in order of time."""
    groups: dict[Kind, list[PlannedStep]] = {}
    for step in sorted(steps, key=_due):
        if step.clock is not Clock.NONE:
            groups.setdefault(KINDS.get(step.id, ANYTHING), []).append(step)
    return groups


def _the(kind: Kind, number: int) -> str:
    if number == 1 or not kind.many:
        return f"the {kind.one}"
    return f"both {kind.many}" if number == 2 else f"the {kind.many}"


def _a(kind: Kind, number: int) -> str:
    if not kind.many:
        return f"the {kind.one}"
    return f"one {kind.one}" if number == 1 else f"{words.count(number).lower()} {kind.many}"


def _on(moment: datetime, now: Now) -> str:
    day = words.day(max(moment, now.instant), now)
    return day if day in ("today", "tomorrow") else f"on {day}"


def _due(step: PlannedStep) -> datetime:
    return step.window.due
