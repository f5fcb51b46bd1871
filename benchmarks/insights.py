"""The insights of fifty interviews, beside a plain read of the rows that they are computed from."""

import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks import year
from benchmarks.figures import Figure
from core.content import load_playbook
from core.database import Database
from core.form_store import shipped_form
from core.paths import Paths
from core.reflection.form import Form
from core.use_cases.insights import insights

RUNS = 30
ROWS = (
    "SELECT * FROM application",
    "SELECT * FROM interview",
    "SELECT * FROM event",
    "SELECT * FROM step WHERE rule IN ('T1', 'F1', 'K1', 'Q1')",
    "SELECT * FROM reflection",
    "SELECT * FROM reflection_answer WHERE question IN ('Q2', 'Q9', 'Q13', 'Q14', 'Q17', 'Q22')",
    "SELECT * FROM friends_view",
    "SELECT * FROM conclusion",
)


def insight_times(_folder: Path) -> list[Figure]:
    """Milliseconds from the stored rows of a year to all figures and their sentences."""
    with tempfile.TemporaryDirectory() as place:
        paths = Paths.under(Path(place) / "year")
        paths.prepare()
        database = Database.open(paths, load_playbook())
        try:
            year.build(database)
            form = shipped_form().form
            value = median(_compute(database, form) for _ in range(RUNS))
        finally:
            database.close()
        with closing(sqlite3.connect(paths.database)) as connection:
            bare = median(_read(connection) for _ in range(RUNS))
    return [
        Figure(
            name=f"insights of {year.INTERVIEWS} interviews",
            value=value,
            bare=bare,
            unit="ms",
            most=50,
            digits=1,
        )
    ]


def _compute(database: Database, form: Form) -> float:
    began = time.perf_counter()
    with database.reading() as session:
        insights(session, form, None, year.END)
    return (time.perf_counter() - began) * 1000


def _read(connection: sqlite3.Connection) -> float:
    began = time.perf_counter()
    for statement in ROWS:
        connection.execute(statement).fetchall()
    return (time.perf_counter() - began) * 1000
