"""Which step the user meant by a mark: done, skipped, snoozed or moved by hand."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from core.playbook.candidates import Candidate
from core.playbook.values import StepMark


def assign_marks(
    marks: Iterable[StepMark], candidates: list[Candidate]
) -> tuple[dict[str, list[StepMark]], list[StepMark]]:
    """Which steps each mark means; and the done marks that mean none (nothing done is lost)."""
    taken: dict[str, list[StepMark]] = {}
    orphans: list[StepMark] = []
    for mark in sorted(marks, key=lambda m: (m.at, m.id, repr(m))):
        targets = _targets(mark, candidates, taken)
        for candidate in targets:
            taken.setdefault(candidate.key, []).append(mark)
        if not targets and mark.done:
            orphans.append(mark)
    return taken, orphans


def _targets(
    mark: StepMark, candidates: list[Candidate], taken: Mapping[str, list[StepMark]]
) -> list[Candidate]:
    if mark.key is not None:
        return [c for c in candidates if c.key == mark.key]
    pool = [c for c in candidates if c.rule.id == mark.id]
    if mark.person is not None:
        pool = [c for c in pool if c.person == mark.person] or [c for c in pool if not c.person]
    open_ones = [c for c in pool if not _closed_before(c, mark.at, taken)]
    begun = [c for c in open_ones or pool if c.trigger <= mark.at] or open_ones or pool
    if not begun:
        return []
    first = min(begun, key=_latest_round_then_due)
    if mark.person is None and first.person is not None:
        return [c for c in begun if c.interview == first.interview and c.trigger == first.trigger]
    return [first]


def _latest_round_then_due(candidate: Candidate) -> tuple[float, float, str]:
    """The latest round first; within it, what was to be kept earliest."""
    trigger = -candidate.trigger.timestamp() if candidate.interview else 0.0
    due = candidate.anchors.get("promised", candidate.trigger).timestamp()
    return trigger, due, candidate.key


def _closed_before(candidate: Candidate, at: datetime, taken: Mapping[str, list[StepMark]]) -> bool:
    if any(m.done or m.skipped for m in taken.get(candidate.key, [])):
        return True
    ended = candidate.ended is not None and candidate.ended.at < at
    return ended or (candidate.done is not None and candidate.done < at)
