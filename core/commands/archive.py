"""`export` and `restore`: everything as one readable file, and back, whole or not at all."""

import os
import re
from contextlib import suppress
from pathlib import Path

from core.clock import Now
from core.commands.opening import opened
from core.commands.outcome import Outcome, refused
from core.database import DatabaseRefused
from core.exchange.case_values import CaseFile, ExportFile
from core.exchange.case_writer import write_export
from core.exchange.cases import read_export
from core.exchange.text_file import FileError, read_text, write_text
from core.paths import Paths
from core.playbook.rulebook import PlaybookError
from core.refusal import Refusal
from core.use_cases import cases
from core.use_cases.left_out import left_out
from core.use_cases.weekly_marks import weekly_marks

_EXPORT = re.compile(rb'(\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"afterword"')

_STAYED = "Its messages, reflections and preparation stayed."

LARGEST_EXPORT = 500_000_000
"""Bytes; ten thousand applications take about a tenth."""


def export_all(paths: Paths, file: Path, now: Now) -> Outcome:
    """Write every application to a file; what stood there before stays until all is written."""
    try:
        _refuse_to_overwrite(paths, file)
        with opened(paths) as database, database.reading() as session:
            files = tuple(CaseFile.of(saved) for saved in cases.snapshot_all(session, now))
            export = ExportFile(cases=files, hunt=weekly_marks(session))
            beside = left_out(session)
        write_text(file, write_export(export))
    except (DatabaseRefused, PlaybookError, Refusal) as error:
        return refused(error)
    told = f"{_count(len(files))} written to {os.fspath(file)}."
    return Outcome(lines=(told, *_only_in_copies(beside, paths)))


def _only_in_copies(beside: tuple[str, ...], paths: Paths) -> tuple[str, ...]:
    """Names what the format has no place for, and where it is safe."""
    if not beside:
        return ()
    copies = f"The copies in {os.fspath(paths.backups)} hold everything."
    return (f"Not in this file: {', '.join(beside)}. {copies}",)


def _refuse_to_overwrite(paths: Paths, file: Path) -> None:
    """Raises `FileError` where the file is Afterword's own, or holds what no export does."""
    target = file.resolve()
    database = paths.database.resolve()
    own = {database.with_name(database.name + end) for end in ("", "-wal", "-shm", "-journal")}
    own |= {paths.playbook.resolve(), paths.log.resolve()}
    if target in own or target.is_relative_to(paths.backups.resolve()):
        what = f"{file} is where Afterword keeps its own data. Nothing was written."
        raise FileError(f"{what} Choose another name.")
    if target.exists() and not _is_export(target):
        what = f"{file} is there already, and is no export of Afterword. It was left as it was."
        raise FileError(f"{what} Choose another name.")


def _is_export(file: Path) -> bool:
    """Whether a file is an export, told by its beginning; an empty one has nothing to lose."""
    if not file.is_file():
        return False
    with suppress(OSError), file.open("rb") as opened_file:
        start = opened_file.read(200)
        return not start or _EXPORT.match(start) is not None
    return False


def restore_all(paths: Paths, file: Path, now: Now) -> Outcome:
    """Take in an export. What is stored under the same identity is replaced; undo brings it back.

    What an export does not hold, such as reflections, stays where it is.
    """
    try:
        export = read_export(read_text(file, LARGEST_EXPORT), file.name, now.instant)
        saved = [one.snapshot for one in export.cases]
        with opened(paths) as database, database.session() as session:
            restored = cases.restore_all(session, saved, export.hunt, now)
    except (DatabaseRefused, PlaybookError, Refusal) as error:
        return refused(error)
    told = f"{_count(len(restored))} restored from {file.name}."
    replaced = sum(one.replaced for one in restored)
    more = f" {replaced} of them took the place of what was stored before. {_STAYED}"
    more = more if replaced else ""
    return Outcome(lines=(told + more + _not_kept(export.cases),))


def _not_kept(files: tuple[CaseFile, ...]) -> str:
    """Names what the database has no place for: nothing is lost without a word."""
    names = dict.fromkeys(name for file in files for name in file.left_out)
    return f" Not kept, as there is no place for it yet: {', '.join(names)}." if names else ""


def _count(number: int) -> str:
    return "1 application" if number == 1 else f"{number} applications"
