"""A shell for the command line: commands on a data folder of its own."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.cli import run

CASE = {
    "now": "2026-03-28T09:00:00+01:00",
    "zone": "Europe/Berlin",
    "application": {"company": "Acme GmbH", "country": "DE"},
    "people": [{"id": "anna", "name": "Anna van der Berg", "part": "interviewer"}],
    "events": [
        {
            "kind": "interview",
            "round": 1,
            "mode": "onsite",
            "start": "2026-03-27T14:00:00",
            "end": "2026-03-27T15:00:00",
            "zone": "Europe/Berlin",
            "people": ["anna"],
        }
    ],
}


class Shell:
    """Runs commands as a person would, on a data folder of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._capsys = capsys
        self.status: int | None = None
        self.errors = ""

    def __call__(self, *words: str | Path) -> str:
        """What the command prints; its status and its errors are kept."""
        self.status = run(
            ["--data-dir", os.fspath(self.data), *(os.fspath(word) for word in words)]
        )
        said = self._capsys.readouterr()
        self.errors = said.err
        return said.out

    def file(self, name: str, content: bytes | str) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.data / "afterword.sqlite3")) as connection:
            return connection.execute(query).fetchall()
