"""Measures, and prints each figure beside its bare counterpart.

    python -m benchmarks [start|settled|wakeups|reminders|planning|keystrokes|checks|insights|start-frozen]…

Everything but `start-frozen` without names. Needs a desktop session: `make bench` opens one.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks import data
from benchmarks.checks import checks
from benchmarks.figures import Figure, table
from benchmarks.insights import insight_times
from benchmarks.keystrokes import keystrokes
from benchmarks.planning import planning
from benchmarks.reminders import lateness
from benchmarks.start import frozen_starts, settled, start_times, wake_ups

STEPS = 20_000
MANY_STEPS = 100_000


def _lateness_among_many(folder: Path) -> list[Figure]:
    many = folder.with_name("many")
    data.copy_of(folder, many, MANY_STEPS)
    return lateness(many)


MEASURES: Mapping[str, Callable[[Path], list[Figure]]] = {
    "start": start_times,
    "settled": settled,
    "wakeups": wake_ups,
    "reminders": _lateness_among_many,
    "planning": planning,
    "keystrokes": keystrokes,
    "checks": checks,
    "insights": insight_times,
}
ON_REQUEST: Mapping[str, Callable[[Path], list[Figure]]] = {"start-frozen": frozen_starts}


def measure(names: Sequence[str]) -> list[Figure]:
    """Build the data, then measure what was named, one after another."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        data.build(folder, STEPS)
        for name in names:
            print(f"measuring: {name}", file=sys.stderr, flush=True)
            figures += {**MEASURES, **ON_REQUEST}[name](folder)
    return figures


def main() -> int:
    """Measure what the arguments name; 2 for a name that is unknown."""
    names = sys.argv[1:] or list(MEASURES)
    unknown = set(names) - set(MEASURES) - set(ON_REQUEST)
    if unknown:
        print(f"There is no measure named {', '.join(sorted(unknown))}.", file=sys.stderr)
        return 2
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    print(
        f"{data.APPLICATIONS:,} applications and {STEPS:,} steps are stored"
        f" ({MANY_STEPS:,} for the lateness)."
    )
    print(table(measure(names)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
