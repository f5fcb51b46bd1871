"""Which moments each step knows: from these alone its offsets can count.

A playbook that names another moment is refused when it is read, not when a step is planned.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchors:
    """The moments of a step: always known, and known in some situations only."""

    always: frozenset[str]
    sometimes: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        return self.always | self.sometimes


def _known(*always: str, sometimes: tuple[str, ...] = ()) -> Anchors:
    return Anchors(frozenset({"trigger", *always}), frozenset(sometimes))


_OF_A_ROUND = _known("start", "end", sometimes=("next_start",))
_OF_A_PROMISE = _known("end", sometimes=("promised",))
_OF_AN_ENDING = _known(sometimes=("next_start",))
_OF_AN_OFFER = _known("deadline", sometimes=("next_start",))

ANCHORS_OF: Mapping[str, Anchors] = {
    **dict.fromkeys(("P1", "P2", "P4", "C1", "C2", "N1", "N2", "N3", "B1"), _OF_A_ROUND),
    "P3": _known("start", "end", "leave", sometimes=("next_start",)),
    "T1": _known("start", "end", sometimes=("next_start", "correction")),
    "T2": _known("noticed", "correction"),
    **dict.fromkeys(("K1", "G1", "G3"), _OF_A_PROMISE),
    "G2": _known("end", sometimes=("promised", "list_sent")),
    "G4": _known(),
    "N4": _known("turn"),
    "F1": _known("end"),
    "F2": _known("end", "previous"),
    "F3": _known("end", "decision_passed"),
    "F4": _known("end", "reply", sometimes=("until",)),
    "Q1": _known("end", sometimes=("nudge",)),
    **dict.fromkeys(("X1", "X2", "O5", "W1"), _OF_AN_ENDING),
    "X3": _known("turn", sometimes=("next_start",)),
    **dict.fromkeys(("O1", "O2", "O3"), _OF_AN_OFFER),
    "O4": _known("deadline", sometimes=("decided", "next_start")),
}

OF_VARIANTS: Mapping[str, Anchors] = {
    "decline": _known("decided", sometimes=("deadline", "next_start")),
}
"""The moments of a variant, where they are not those of its rule."""
