"""The plan of a case: every step that the playbook asks for, and how it stands."""

from collections.abc import Iterator

from core.playbook.candidates import Candidate
from core.playbook.facts import Facts
from core.playbook.followups import follow_up_steps
from core.playbook.hunt import plan_hunt
from core.playbook.outcomes import outcome_steps
from core.playbook.promises import promise_steps
from core.playbook.rounds import round_steps
from core.playbook.rulebook import Playbook
from core.playbook.settler import Settler
from core.playbook.thanks import thanks_steps
from core.playbook.values import Case, PlannedStep


def plan(case: Case, playbook: Playbook) -> tuple[PlannedStep, ...]:
    """All steps of one application, ordered by due.

    Pure: the same case and playbook give the same steps, in whatever order the events were
    recorded. Open, done, skipped, missed and cancelled steps are all there, with their reasons.
    The weekly targets belong to no application: see `plan_hunt` and `plan_with_hunt`.
    """
    facts = Facts(case)
    settler = Settler(facts)
    marks_of_steps = settler.settle(_candidates(facts, playbook, settler))
    return _by_due(step for step in marks_of_steps if step.id != "N4")


def plan_with_hunt(case: Case, playbook: Playbook) -> tuple[PlannedStep, ...]:
    """The plan of a case that stands alone, weekly targets included."""
    return _by_due(iter((*plan(case, playbook), *plan_hunt(case, playbook))))


def _candidates(facts: Facts, playbook: Playbook, settler: Settler) -> Iterator[Candidate]:
    yield from round_steps(facts, playbook)
    yield from thanks_steps(facts, playbook)
    yield from promise_steps(facts, playbook)
    yield from follow_up_steps(facts, playbook, settler)
    yield from outcome_steps(facts, playbook)


def _by_due(steps: Iterator[PlannedStep]) -> tuple[PlannedStep, ...]:
    return tuple(sorted(steps, key=lambda step: (step.window.due, step.id, step.key)))
