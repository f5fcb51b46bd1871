"""Start, memory, silence of the window, and wake-ups; Afterword and a bare window by turns."""

import subprocess
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.figures import Figure
from benchmarks.processes import BARE, FROZEN, SOURCE, afterword, started

STARTS = 9
SETTLED_STARTS = 5
SETTLE_SECONDS = 15
IDLE_SECONDS = 60
MOMENT_SECONDS = 0.1


def start_times(data: Path) -> list[Figure]:
    """From the start of the process to the first picture with its rows, and to all controls."""
    ours = afterword(data)
    one_start(ours), one_start(BARE)  # the first of each only warms the caches
    pairs = [(one_start(ours), one_start(BARE)) for _ in range(STARTS)]
    bare = median(other[0] for _, other in pairs)
    return [
        Figure(
            name="start to Today painted",
            value=median(mine[0] for mine, _ in pairs),
            bare=bare,
            unit="ms",
            most_times=1.5,
        ),
        Figure(
            name="start to every control usable",
            value=median(mine[1] for mine, _ in pairs),
            bare=bare,
            unit="ms",
            most_times=3,
        ),
    ]


def one_start(command: Sequence[str]) -> tuple[float, float]:
    """Milliseconds to painted and to usable of one start."""
    with started(command) as program:
        usable = program.ms_until("usable")
        return program.ms_until("painted"), usable


def settled(data: Path) -> list[Figure]:
    """Memory at rest, and the longest silence of the first five seconds.

    At rest every control can be used and reminders run, but nothing was touched yet. The first touch
    opens the database in full: what that adds is told besides. A first start says what had come due,
    so it is not counted.
    """
    _one_settled(afterword(data))
    pairs = [
        (_one_settled(afterword(data)), _one_settled(BARE)) for _ in range(SETTLED_STARTS)
    ]  # by turns: how much of the libraries the kernel keeps in memory changes with time
    ours, bare = zip(*pairs, strict=True)
    return [
        Figure(
            name="memory (PSS) at rest, every control usable",
            value=median(pss for pss, _ in ours),
            bare=median(pss for pss, _ in bare),
            unit="MB",
            most_times=1.6,
        ),
        Figure(
            name="memory (PSS) after the first touch",
            value=median(_one_touched(afterword(data)) for _ in range(SETTLED_STARTS)),
            bare=median(pss for pss, _ in bare),
            unit="MB",
        ),
        Figure(
            name="longest silence of the window, first 5 s",
            value=median(gap for _, gap in ours),
            bare=median(gap for _, gap in bare),
            unit="ms",
            most=50,
        ),
    ]


def _one_settled(command: Sequence[str]) -> tuple[float, float]:
    with started(command) as program:
        program.marked("usable")
        gap = program.marked("gap")
        return program.pss_mb(), gap


def _one_touched(command: Sequence[str]) -> float:
    """Memory once a key was pressed in the window, and all that this loads is there."""
    with started(command) as program:
        program.marked("gap")
        subprocess.run(("xdotool", "key", "--clearmodifiers", "Down"), check=True)
        program.marked("opened")
        return program.pss_mb()


def wake_ups(data: Path) -> list[Figure]:
    """How often it wakes in an idle minute; both windows stand open side by side.

    Threads that wake each other within a moment are one wake-up: it is the leaving of idleness that
    costs. The switches of all threads are told besides.
    """
    with started(afterword(data)) as ours, started(BARE) as bare:
        ours.marked("gap"), bare.marked("gap")
        time.sleep(SETTLE_SECONDS)  # idleness itself is measured, here and below
        counts = [(ours.switches(), bare.switches())]
        for _ in range(int(IDLE_SECONDS / MOMENT_SECONDS)):
            time.sleep(MOMENT_SECONDS)
            counts.append((ours.switches(), bare.switches()))
    mine, other = zip(*counts, strict=True)
    return [
        Figure(
            name="wake-ups in an idle minute",
            value=_changes(mine),
            bare=_changes(other),
            unit="",
            most=5,
        ),
        Figure(
            name="context switches in that minute",
            value=_rises(mine),
            bare=_rises(other),
            unit="",
        ),
    ]


def _changes(counts: Sequence[int]) -> int:
    """After how many moments the count was another than before."""
    return sum(before != after for before, after in pairwise(counts))


def _rises(counts: Sequence[int]) -> int:
    """By how much it rose in all; a thread that ends takes its own count with it."""
    return sum(max(0, after - before) for before, after in pairwise(counts))


def frozen_starts(data: Path) -> list[Figure]:
    """The packaged application beside the same from source, and both beside the bare window."""
    commands = (afterword(data, FROZEN), afterword(data, SOURCE), BARE)
    runs = [[one_start(command) for command in commands] for _ in range(STARTS + 1)][1:]
    frozen, source, bare = (median(run[at][0] for run in runs) for at in range(3))
    frozen_usable = median(run[0][1] for run in runs)
    source_usable = median(run[1][1] for run in runs)
    return [
        Figure(name="from source: start to Today painted", value=source, bare=bare, unit="ms"),
        Figure(name="packaged: start to Today painted", value=frozen, bare=bare, unit="ms"),
        Figure(name="from source: every control usable", value=source_usable, bare=bare, unit="ms"),
        Figure(name="packaged: every control usable", value=frozen_usable, bare=bare, unit="ms"),
    ]
