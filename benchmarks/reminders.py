"""How late a reminder is: from the stored instant to the desktop's own notification."""

import json
import re
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from benchmarks import data
from benchmarks.figures import Figure
from benchmarks.processes import TOP, afterword, started

SESSION = TOP / "tests" / "desktop" / "desktop-session"
REMINDERS = 110
BARE_ALARMS = 60
SPACING = timedelta(milliseconds=797)
LEAD = timedelta(seconds=30)
"""By then the start is over, and what had come due before it is told, also on a slow machine."""
NAMED = re.compile(rf"{data.REMINDER_TITLE} (\d+)")
SEVERAL = re.compile(r"(\d+) steps are due")


def lateness(folder: Path) -> list[Figure]:
    """The lateness below which 99 of 100 reminders are, beside the same of a bare Qt timer."""
    first = datetime.now(UTC).replace(microsecond=0) + LEAD
    data.plan_reminders(folder, first, SPACING, REMINDERS)
    seen = folder / "seen.jsonl"
    subprocess.run([SESSION, "--watch", str(seen)], check=True, stdout=subprocess.DEVNULL)
    with started(afterword(folder)) as program:
        program.marked("usable")
        end = first + SPACING * REMINDERS + timedelta(seconds=3)
        # What is measured happens at given hours, which have to come.
        time.sleep((end - datetime.now(UTC)).total_seconds())
    late = _late_ms(seen, first)
    bare = _bare()
    told = Figure(name="reminders told", value=len(late), bare=REMINDERS, unit="", digits=0)
    return [
        told,
        Figure(
            name="lateness of a reminder, 99 in 100 below", value=_ninety_ninth(late),
            bare=_ninety_ninth(bare), unit="ms", most=100,
        ),
        Figure(
            name="lateness of a reminder, median", value=median(late), bare=median(bare), unit="ms"
        ),
    ]  # fmt: skip


def _ninety_ninth(values: list[float]) -> float:
    return quantiles(values, n=100, method="inclusive")[98]


def _late_ms(seen: Path, first: datetime) -> list[float]:
    """Each announced reminder's lateness; of those that came as a group, each counts by itself."""
    late: list[float] = []
    for line in seen.read_text(encoding="utf-8").splitlines():
        event = json.loads(line)
        named = NAMED.search(f"{event.get('title')} {event.get('body')}")
        if event["event"] == "notify" and named:
            several = SEVERAL.match(str(event["title"]))
            begin = int(named[1])
            for number in range(begin, begin + (int(several[1]) if several else 1)):
                instant = first + SPACING * number
                late.append((float(event["time"]) - instant.timestamp()) * 1000)
    return late


def _bare() -> list[float]:
    spacing_ms = str(SPACING.total_seconds() * 1000)
    command = [sys.executable, "-m", "benchmarks.bare_timer", str(BARE_ALARMS), spacing_ms]
    done = subprocess.run(command, cwd=TOP, check=True, capture_output=True, text=True)
    return [float(line) for line in done.stdout.split()]
