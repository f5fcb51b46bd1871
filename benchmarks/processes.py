"""Starting a program as a person would, and reading what it marked and what it costs."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parent.parent
PATIENCE_SECONDS = 60
BARE = (sys.executable, str(TOP / "benchmarks" / "bare_window.py"))
FROZEN = (str(TOP / "dist" / "afterword" / "afterword"),)
TYPING = (sys.executable, str(TOP / "benchmarks" / "typing_window.py"))
SOURCE = (sys.executable, str(TOP / "main.py"))


@dataclass(frozen=True, slots=True)
class Started:
    """A program that runs, and the file in which it marks its moments."""

    process: subprocess.Popen[bytes]
    began_ns: int
    trace: Path

    def marked(self, name: str) -> float:
        """Wait for the mark and give its number; TimeoutError or ChildProcessError if none comes."""
        patience = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < patience:
            for line in self._lines():
                word, _, number = line.partition(" ")
                if word == name:
                    return float(number)
            if self.process.poll() is not None:
                raise ChildProcessError(f"The program ended before it marked {name!r}.")
            time.sleep(0.02)  # the other process writes a file; to wait busily would slow it down
        raise TimeoutError(f"The program did not mark {name!r} in {PATIENCE_SECONDS} s.")

    def ms_until(self, name: str) -> float:
        """From the start of the process to the mark, in milliseconds."""
        return (self.marked(name) - self.began_ns) / 1e6

    def pss_mb(self) -> float:
        """Its proportional share of memory, in MB of a million bytes."""
        rollup = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text(encoding="ascii")
        return (
            sum(int(row.split()[1]) for row in rollup.splitlines() if row.startswith("Pss:")) / 1e3
        )

    def switches(self) -> int:
        """How often its threads, of those that live now, have gone to sleep by themselves."""
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/status")
        return sum(_voluntary_switches(task.read_text(encoding="utf-8")) for task in tasks)

    def _lines(self) -> list[str]:
        # the last line may still be half-written
        return self.trace.read_text(encoding="utf-8").split("\n")[:-1]


def _voluntary_switches(status: str) -> int:
    for row in status.splitlines():
        if row.startswith("voluntary_ctxt_switches:"):
            return int(row.split()[1])
    return 0


@contextmanager
def started(command: Sequence[str]) -> Iterator[Started]:
    """Run a program, traced; it is ended at the end."""
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        trace.touch()
        environment = {**os.environ, "AFTERWORD_TRACE": str(trace), "PYTHONPATH": str(TOP)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        began_ns = time.monotonic_ns()
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)
        try:
            yield Started(process, began_ns, trace)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def afterword(data: Path, program: Sequence[str] = SOURCE, *more: str) -> tuple[str, ...]:
    """The command that opens Afterword on that data folder."""
    return (*program, "--data-dir", str(data), *more)
