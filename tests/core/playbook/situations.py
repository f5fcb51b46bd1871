"""Building blocks of the stories: one application in Berlin, one interview on Wed 10 June 2026."""

from collections.abc import Sequence
from datetime import datetime

from core.content import load_playbook
from core.playbook.plan import plan
from core.playbook.values import Case, Event, Interview, Mode, Part, Person, PlannedStep, StepMark
from core.playbook.windows import to_instant

BERLIN = "Europe/Berlin"
PLAYBOOK = load_playbook()
EVERY_STEP = frozenset(
    [
        *("P1", "P2", "P3", "P4", "C1", "C2", "T1", "T2", "K1", "G1", "G2", "G3", "G4"),
        *("N1", "N2", "N3", "N4", "F1", "F2", "F3", "F4", "Q1", "B1", "X1", "X2", "X3"),
        *("O1", "O2", "O3", "O4", "O5", "W1"),
    ]
)
ANNA = Person(id="anna", name="Anna Berg", part=Part.INTERVIEWER)


def berlin(text: str) -> datetime:
    """An instant from a wall-clock time of 2026 in Berlin, such as "06-10 15:00"."""
    return to_instant(datetime.fromisoformat(f"2026-{text}"), BERLIN)


def interview(start: str = "06-10 14:00", end: str = "06-10 15:00", number: int = 1) -> Interview:
    return Interview(
        key=f"round:{number}",
        round=number,
        mode=Mode.ONSITE,
        start=berlin(start),
        end=berlin(end),
        zone=BERLIN,
        people=("anna",),
        travel_minutes=40,
    )


def case(now: str, *events: Event, marks: Sequence[StepMark] = ()) -> Case:
    """A case at a moment in Berlin; without events, the one interview."""
    return Case(
        now=berlin(now),
        zone=BERLIN,
        company="Acme GmbH",
        role="Data Engineer",
        application_zone=BERLIN,
        country="DE",
        people=(ANNA,),
        events=events or (interview(),),
        marks=tuple(marks),
    )


def planned(of: Case, rule: str) -> PlannedStep:
    """The only step of a rule in the plan of a case."""
    (step,) = [step for step in plan(of, PLAYBOOK) if step.id == rule]
    return step
