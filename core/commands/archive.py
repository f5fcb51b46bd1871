"""`export` and `restore`: everything as one readable file, and back, whole or not at all."""

import os
from dataclasses import fields
from pathlib import Path

from sqlalchemy import select

from core.clock import Now
from core.commands.opening import opened
from core.commands.outcome import Outcome, refused
from core.database import DatabaseRefused, WorkSession
from core.exchange.case_values import CaseFile
from core.exchange.case_writer import write_export
from core.exchange.cases import read_export
from core.exchange.text_file import read_text, write_text
from core.models import Application
from core.paths import Paths
from core.playbook.rulebook import PlaybookError
from core.playbook.values import Settings
from core.refusal import Refusal
from core.use_cases import cases, settings
from core.use_cases.history import recorded

LARGEST_EXPORT = 500_000_000
"""Bytes; ten thousand applications take about a tenth."""


def export_all(paths: Paths, file: Path, now: Now) -> Outcome:
    """Write every application to a file; what stood there before stays until all is written."""
    try:
        with opened(paths) as database, database.reading() as session:
            files = [CaseFile.of(saved) for saved in cases.snapshot_all(session, now)]
        write_text(file, write_export(files))
    except (DatabaseRefused, PlaybookError, Refusal) as error:
        return refused(error)
    return Outcome(lines=(f"{_count(len(files))} written to {os.fspath(file)}.",))


def restore_all(paths: Paths, file: Path, now: Now) -> Outcome:
    """Take in an export. What is stored under the same identity is replaced; undo brings it back."""
    try:
        files = read_export(read_text(file, LARGEST_EXPORT), file.name, now.instant)
        with opened(paths) as database, database.session() as session:
            replaced = _restore(session, files, now)
    except (DatabaseRefused, PlaybookError, Refusal) as error:
        return refused(error)
    told = f"{_count(len(files))} restored from {file.name}."
    more = f" {replaced} of them took the place of what was stored before." if replaced else ""
    return Outcome(lines=(told + more,))


def _restore(session: WorkSession, files: tuple[CaseFile, ...], now: Now) -> int:
    """How many applications were replaced."""
    with recorded(session, f"Restored: {_count(len(files))}", now):
        if session.scalar(select(Application.id).limit(1)) is None:
            _restore_settings(session, files, now)
        restored = cases.restore(session, [file.snapshot for file in files], now)
    return sum(one.replaced for one in restored)


def _restore_settings(session: WorkSession, files: tuple[CaseFile, ...], now: Now) -> None:
    """An empty Afterword takes the settings too, where all cases agree on them."""
    found = {file.case.settings for file in files}
    current = settings.read(session).playbook
    if len(found) != 1 or current != Settings():
        return
    wanted = found.pop()
    for field in fields(Settings):
        value: str | int = getattr(wanted, field.name)
        if value != getattr(current, field.name):
            settings.change(session, field.name, value, now)


def _count(number: int) -> str:
    return "1 application" if number == 1 else f"{number} applications"
