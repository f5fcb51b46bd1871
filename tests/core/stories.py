"""Words in which the tests of storage tell their stories. Wall-clock times are those of Berlin."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select

from core.agenda import Agenda, connect, read_agenda
from core.awaited import Waiting, read_waiting
from core.clock import Now
from core.database import Database, WorkSession
from core.models import Step
from core.paths import Paths
from core.playbook.rulebook import Playbook
from core.playbook.values import StepState
from core.use_cases import interviews
from core.use_cases.interviews import InterviewDetails, Stored
from core.use_cases.people import NamedPerson

BERLIN = "Europe/Berlin"

UNCOMPARED = ("change", "setting", "sqlite_sequence")
"""Tables that undoing leaves alone."""


def wall(text: str) -> datetime:
    """A wall-clock time, as a form gives it."""
    return datetime.fromisoformat(text)


ANNA = NamedPerson(name="Anna-Maria van der Berg", title="Dr.", email="anna@acme.example")
PAUL = NamedPerson(name="Paul Moreau", email="paul@acme.example")

ACME = InterviewDetails(
    company="Acme",
    role="Engineer",
    start=wall("2026-03-27 14:00"),
    end=wall("2026-03-27 15:00"),
    zone=BERLIN,
    country="DE",
    people=(ANNA,),
    invited_at=datetime(2026, 3, 20, 9, tzinfo=UTC),
)


def instant(wall: str) -> datetime:
    """The instant of a wall-clock time in Berlin."""
    return datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(BERLIN)).astimezone(UTC)


def waiting(database: Database, now: Now) -> tuple[Waiting, ...]:
    """What others are to do."""
    with closing(connect(database.file)) as connection:
        return read_waiting(connection, now)


def at(wall: str, zone: str = BERLIN) -> Now:
    """That moment, for a user whose machine shows `zone`."""
    return Now(instant(wall), zone)


def later(now: Now, wall: str) -> Now:
    return replace(now, instant=instant(wall))


def add_interview(database: Database, now: Now, details: InterviewDetails = ACME) -> Stored:
    with database.session() as session:
        return interviews.add(session, details, now)


def step(session: WorkSession, rule: str, application_id: int = 1) -> Step:
    """The one step of this rule; fails when there is none, or more than one."""
    query = select(Step).where(Step.rule == rule, Step.application_id == application_id)
    return session.scalars(query).one()


def step_id(database: Database, rule: str, application_id: int = 1) -> int:
    with database.reading() as session:
        return step(session, rule, application_id).id


def states(database: Database, application_id: int = 1) -> Mapping[str, StepState]:
    """How each rule's latest step stands."""
    with database.reading() as session:
        query = select(Step).where(Step.application_id == application_id).order_by(Step.id)
        return {row.rule: row.state for row in session.scalars(query)}


def today(database: Database, now: Now) -> Agenda:
    with closing(connect(database.file)) as connection:
        return read_agenda(connection, now)


def dump(file: Path, *, without: tuple[str, ...] = UNCOMPARED) -> list[str]:
    """Every stored row as SQL, to compare whole databases."""
    with closing(sqlite3.connect(file)) as connection:
        tables = tuple(f'INSERT INTO "{name}"' for name in without)
        return sorted(line for line in connection.iterdump() if not line.startswith(tables))


class Fresh:
    """Gives each example of a property a database of its own, copied from an empty one."""

    def __init__(self, empty_file: Path, playbook: Playbook) -> None:
        self._empty_file = empty_file
        self._playbook = playbook

    @contextmanager
    def __call__(self) -> Iterator[Database]:
        with tempfile.TemporaryDirectory() as folder:
            paths = Paths.under(Path(folder))
            paths.prepare()
            shutil.copy(self._empty_file, paths.database)
            database = Database.open(paths, self._playbook)
            yield database
            database.close()
