"""The Afterword under test: its process, and its database written and read from outside."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from core.agenda import Agenda, AgendaStep, connect, read_agenda
from core.clock import read_clock
from core.content import load_playbook
from core.paths import Paths
from core.playbook.values import Mode
from core.settings import Preferences, Value, read_stored
from core.store import Store
from core.use_cases import interviews, settings, steps
from core.use_cases.interviews import InterviewDetails
from core.use_cases.people import NamedPerson

MAIN = Path(__file__).parents[2] / "main.py"
SOON = timedelta(seconds=1.5)
R = TypeVar("R")


class Storage:
    """The database, by the same use cases as the window's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths = Paths.under(folder)
        self._store = Store(self.paths, load_playbook(None))
        self._database = self._store.database()

    def write(self, use_case: Callable[..., R], *arguments: object) -> R:
        """Runs a use case now."""
        with self._database.session() as session:
            return use_case(session, *arguments, now=read_clock("UTC"))

    def close(self) -> None:
        """Lets go of the file."""
        self._store.close()

    def interview(
        self,
        company: str,
        *,
        person: str = "Dr. Ingrid Holm",
        ended: timedelta = timedelta(hours=20),
    ) -> None:
        """An interview that ended a while ago."""
        end = read_clock("UTC").instant - ended
        details = InterviewDetails(
            company=company,
            start=(end - timedelta(hours=1)).replace(tzinfo=None),
            end=end.replace(tzinfo=None),
            zone="UTC",
            mode=Mode.VIDEO,
            people=(NamedPerson(name=person),),
        )
        self.write(interviews.add, details)

    def only(self, rule: str) -> None:
        """Settles all other steps, so that the test is about this one."""
        agenda = self.agenda()
        for step in (*agenda.overdue, *agenda.due_now, *agenda.later_today, *agenda.next_days):
            if step.rule != rule and step.application_id is not None:
                self.write(steps.skip, step.id, "")

    def thank_you(self, company: str = "Nordkap Foods", person: str = "Ingrid Holm") -> AgendaStep:
        """A thank-you note is what is left to do there; it is silent until `speak`."""
        self.interview(company, person=person)
        self.only("T1")
        step = next(step for step in self.steps() if (step.company, step.rule) == (company, "T1"))
        self.speak(step, timedelta(days=1))
        return step

    def speak(self, step: AgendaStep, after: timedelta = SOON) -> datetime:
        """Lets the step speak so soon; the instant at which it will."""
        instant = read_clock("UTC").instant + after
        self.write(steps.snooze, step.id, instant)
        return instant

    def set(self, name: str, value: Value) -> None:
        """Changes a setting."""
        self.write(settings.change, name, value)

    def preferences(self) -> Preferences:
        """All settings."""
        with closing(connect(self.paths.database)) as connection:
            return read_stored(connection)

    def agenda(self) -> Agenda:
        """Today."""
        with closing(connect(self.paths.database)) as connection:
            return read_agenda(connection, read_clock("UTC"))

    def steps(self) -> list[AgendaStep]:
        """All steps of Today."""
        agenda = self.agenda()
        return [
            *agenda.overdue,
            *agenda.due_now,
            *agenda.later_today,
            *agenda.next_days,
            *agenda.done_today,
        ]

    def step(self, step_id: int) -> AgendaStep:
        """The step as it is stored now."""
        return next(step for step in self.steps() if step.id == step_id)


class Running:
    """A process of Afterword."""

    def __init__(self, folder: Path, output: Path) -> None:
        self._folder = folder
        self._output_file = output
        self._output = output.open("w")
        self._process: subprocess.Popen[bytes] | None = None

    def command(self, *words: str) -> tuple[str, ...]:
        """The command that starts it on this data folder."""
        return (sys.executable, str(MAIN), "--data-dir", str(self._folder), *words)

    def start(self, *words: str) -> None:
        """Starts it, and waits until it answers later starts."""
        self.run(self.command(*words))

    def run(self, command: tuple[str, ...]) -> None:
        """Starts it by this command."""
        self._process = subprocess.Popen(command, stdout=self._output, stderr=self._output)

    def start_second(self, *words: str) -> int:
        """Starts it once more; the exit status of that start."""
        return subprocess.run(self.command(*words), check=False, timeout=20).returncode

    def kill(self) -> None:
        """Ends it hard."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def has_ended(self) -> bool:
        """Whether it has ended by itself."""
        return self._process is not None and self._process.poll() is not None

    @property
    def status(self) -> int | None:
        """Its exit status, once it has ended."""
        return self._process.returncode if self._process is not None else None

    def end(self) -> None:
        """Ends it, if it still runs."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()
        self._output.close()
        sys.stdout.write(self._output_file.read_text())
