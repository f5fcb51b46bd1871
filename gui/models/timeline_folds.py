"""Cancelled steps with one reason stand on the time line as one row. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.playbook.kinds import StepState

if TYPE_CHECKING:
    from core.use_cases.applications import TimelineEntry

ENOUGH = 3
"""So many of them become one row."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Cancelled steps that follow one another and share their reason."""

    entries: tuple[TimelineEntry, ...]


def folded(entries: Iterable[TimelineEntry]) -> Iterator[TimelineEntry | Fold]:
    """The entries in their order, each run of cancelled steps folded at its first.

    The interview that was called off stands among its own steps, and breaks no run.
    """
    run: list[TimelineEntry] = []
    between: list[TimelineEntry] = []
    for entry in entries:
        if run and _is_cancelled_round(entry):
            between.append(entry)
            continue
        if run and (not _is_cancelled_step(entry) or entry.note != run[0].note):
            yield from _closed(run, between)
            run, between = [], []
        if _is_cancelled_step(entry):
            run.append(entry)
        else:
            yield entry
    yield from _closed(run, between)


def _closed(
    run: list[TimelineEntry], between: list[TimelineEntry]
) -> Iterator[TimelineEntry | Fold]:
    if len(run) >= ENOUGH:
        yield Fold(tuple(run))
        yield from between
    else:
        yield from sorted((*run, *between), key=_at)


def _at(entry: TimelineEntry) -> float:
    return entry.at.timestamp()


def _is_cancelled_step(entry: TimelineEntry) -> bool:
    return entry.kind == "step" and entry.state is StepState.CANCELLED


def _is_cancelled_round(entry: TimelineEntry) -> bool:
    return entry.kind == "interview" and entry.state is StepState.CANCELLED
