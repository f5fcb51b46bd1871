"""Which step the user meant by a mark: done, skipped, snoozed or moved by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from core.playbook.candidates import Candidate
from core.playbook.values import StepMark


def assign_marks(
    marks: Iterable[StepMark], candidates: list[Candidate]
) -> tuple[dict[str, list[StepMark]], list[StepMark]]:
    """Which steps each mark means; and the closing marks that mean none (nothing done is lost)."""
    pools = _Pools(candidates)
    orphans: list[StepMark] = []
    for mark in sorted(marks, key=lambda m: (m.at, m.id, repr(m))):
        targets = pools.targets(mark)
        for candidate in targets:
            pools.give(candidate, mark)
        if not targets and (mark.done or mark.skipped):
            orphans.append(mark)
    return pools.taken, orphans


@dataclass(frozen=True, slots=True)
class _Place:
    """A candidate, its place among those of its rule, and from when on it is closed by itself."""

    candidate: Candidate
    order: tuple[float, float, int]
    closed: datetime | None


class _Pools:
    """The candidates by key and by rule, and the marks that they have been given so far."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self.taken: dict[str, list[StepMark]] = {}
        self._shut: set[str] = set()
        self._by_key: dict[str, list[Candidate]] = {}
        self._by_rule: dict[str, list[_Place]] = {}
        self._left: dict[tuple[str, str | None], list[_Place]] = {}
        for number, candidate in enumerate(candidates):
            order = (*_latest_round_then_due(candidate), number)
            place = _Place(candidate, order, _closed_from(candidate))
            self._by_key.setdefault(candidate.key, []).append(candidate)
            self._by_rule.setdefault(candidate.rule.id, []).append(place)

    def give(self, candidate: Candidate, mark: StepMark) -> None:
        """Note that a mark means this step."""
        self.taken.setdefault(candidate.key, []).append(mark)
        if mark.done or mark.skipped:
            self._shut.add(candidate.key)

    def targets(self, mark: StepMark) -> list[Candidate]:
        """The steps that a mark means; marks come in the order of their time."""
        if mark.key is not None:
            return self._by_key.get(mark.key, [])
        pool = self._open(mark) or self._pool(mark)
        if not pool:
            return []
        begun = [place for place in pool if place.candidate.trigger <= mark.at] or pool
        first = min(begun, key=attrgetter("order")).candidate
        if mark.person is None and first.person is not None:
            return [p.candidate for p in begun if _same_round(p.candidate, first)]
        return [first]

    def _pool(self, mark: StepMark) -> list[_Place]:
        pool = self._by_rule.get(mark.id, [])
        if mark.person is None:
            return pool
        own = [place for place in pool if place.candidate.person == mark.person]
        return own or [place for place in pool if not place.candidate.person]

    def _open(self, mark: StepMark) -> list[_Place]:
        """What is not closed yet. Nothing opens again, so what was left before is enough to ask."""
        at, shut, kind = mark.at, self._shut, (mark.id, mark.person)
        left = self._left.get(kind)
        if left is None:
            left = self._pool(mark)
        self._left[kind] = [
            place
            for place in left
            if place.candidate.key not in shut and (place.closed is None or place.closed >= at)
        ]
        return self._left[kind]


def _latest_round_then_due(candidate: Candidate) -> tuple[float, float]:
    """The latest round first; within it, what was to be kept earliest."""
    trigger = -candidate.trigger.timestamp() if candidate.interview else 0.0
    due = candidate.anchors.get("promised", candidate.trigger).timestamp()
    return trigger, due


def _closed_from(candidate: Candidate) -> datetime | None:
    """After which instant it was closed, whatever the user did."""
    known = (candidate.ended.at if candidate.ended else None, candidate.done)
    return min((at for at in known if at is not None), default=None)


def _same_round(one: Candidate, other: Candidate) -> bool:
    return one.interview == other.interview and one.trigger == other.trigger
