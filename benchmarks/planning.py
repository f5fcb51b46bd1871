"""Planning again: one application, and all thousand; beside plain SQL that touches the same rows."""

import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks import data
from benchmarks.figures import Figure
from core.clock import Now
from core.content import load_playbook
from core.database import Database
from core.paths import Paths
from core.use_cases.replanning import replan, replan_all

SINGLE_RUNS = 60
ALL_RUNS = 3
ROWS_OF_ONE = (
    "SELECT * FROM application WHERE id = ?",
    "SELECT * FROM person WHERE application_id = ?",
    "SELECT * FROM interview WHERE application_id = ?",
    "SELECT * FROM event WHERE application_id = ?",
    "SELECT * FROM step WHERE application_id = ?",
    "UPDATE step SET best = best WHERE application_id = ?",
)

Subject = TypeVar("Subject")


def planning(folder: Path) -> list[Figure]:
    """Milliseconds to plan one application again, and seconds for all of them."""
    paths = Paths.under(folder)
    database = Database.open(paths, load_playbook())
    try:
        one = median(_one_by_one(database))
        every = median(_timed(_plan_all, database) for _ in range(ALL_RUNS))
    finally:
        database.close()
    with closing(sqlite3.connect(paths.database)) as connection:
        bare_one = median(_touch_one_by_one(connection))
        bare_every = median(_timed(_touch_all, connection) for _ in range(ALL_RUNS))
    return [
        Figure(
            name="plan one application again", value=one, bare=bare_one, unit="ms", most=5, digits=2
        ),
        Figure(
            name=f"plan all {data.APPLICATIONS:,} again",
            value=every / 1000,
            bare=bare_every / 1000,
            unit="s",
            digits=2,
        ),
    ]


def _timed(work: Callable[[Subject], None], subject: Subject) -> float:
    """How many milliseconds the work took."""
    began = time.perf_counter()
    work(subject)
    return (time.perf_counter() - began) * 1000


def _chosen() -> list[int]:
    return random.Random(1).sample(range(1, data.APPLICATIONS + 1), SINGLE_RUNS)


def _one_by_one(database: Database) -> list[float]:
    now = data.now()
    return [_plan_one(database, number, now) for number in _chosen()]


def _plan_one(database: Database, number: int, now: Now) -> float:
    with database.session() as session:
        began = time.perf_counter()
        replan(session, number, now)
        session.flush()
        return (time.perf_counter() - began) * 1000


def _plan_all(database: Database) -> None:
    with database.session() as session:
        replan_all(session, data.now())


def _touch_one_by_one(connection: sqlite3.Connection) -> list[float]:
    times = []
    for number in _chosen():
        began = time.perf_counter()
        _touch(connection, number)
        times.append((time.perf_counter() - began) * 1000)
    connection.rollback()
    return times


def _touch_all(connection: sqlite3.Connection) -> None:
    for number in range(1, data.APPLICATIONS + 1):
        _touch(connection, number)
    connection.rollback()


def _touch(connection: sqlite3.Connection, number: int) -> None:
    """Read the rows of one application, and write its steps as they are."""
    for statement in ROWS_OF_ONE:
        connection.execute(statement, (number,)).fetchall()
