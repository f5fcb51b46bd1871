"""What a change does to a plan: for previews, and for the sentence after it."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.playbook.values import PlannedStep, StepState


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Steps by what happens to them. `redated` holds the step before and after."""

    added: tuple[PlannedStep, ...] = ()
    cancelled: tuple[PlannedStep, ...] = ()
    closed: tuple[PlannedStep, ...] = ()
    redated: tuple[tuple[PlannedStep, PlannedStep], ...] = ()
    kept: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.cancelled or self.closed or self.redated)


def compare(before: Iterable[PlannedStep], after: Iterable[PlannedStep]) -> Difference:
    """How the open steps of one plan become those of another."""
    old = {step.key: step for step in before}
    new = {step.key: step for step in after}
    open_before = {key for key, step in old.items() if step.state is StepState.OPEN}
    open_after = {key for key, step in new.items() if step.state is StepState.OPEN}
    gone = sorted(open_before - open_after, key=lambda key: old[key].window.due)
    stay = open_before & open_after
    moved = [key for key in stay if old[key].window.due != new[key].window.due]
    return Difference(
        added=tuple(sorted((new[k] for k in open_after - open_before), key=lambda s: s.window.due)),
        cancelled=tuple(new.get(k, old[k]) for k in gone if not _is_closed(new.get(k))),
        closed=tuple(new[k] for k in gone if _is_closed(new.get(k))),
        redated=tuple((old[k], new[k]) for k in sorted(moved)),
        kept=len(stay) - len(moved),
    )


def _is_closed(step: PlannedStep | None) -> bool:
    return step is not None and step.state in (StepState.DONE, StepState.SKIPPED)
