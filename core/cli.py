"""The command line: everything that works without a display.

`run` is called by `main.py` and by `python -m core.cli`. Each command imports what it needs, so
that the quick ones stay quick; nothing here imports Qt.
"""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from core.commands.outcome import Outcome, refused
from core.paths import Paths
from core.plain_text import printable


def build_parser() -> argparse.ArgumentParser:
    """The parser of all arguments, that of the window (`--hidden`) included."""
    parser = argparse.ArgumentParser(
        prog="afterword",
        description="What is due after a job interview. Without a command the window opens.",
    )
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep everything in this folder"
    )
    parser.add_argument("--hidden", action="store_true", help="start in the tray, with no window")
    parser.add_argument("--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    add = commands.add_parser("add", help="store the interviews of .ics and .eml files")
    add.add_argument("files", type=Path, nargs="+", metavar="FILE")
    due = commands.add_parser("due", help="what is due now and in the next days")
    due.add_argument("--json", action="store_true", help="print JSON")
    due.add_argument("--at", metavar="TIME", help="as it is at that moment, 2026-05-12T09:40")
    plan = commands.add_parser("plan", help="which steps a case file would get; stores nothing")
    plan.add_argument("file", type=Path, metavar="CASE.json")
    plan.add_argument("--json", action="store_true", help="print JSON")
    check = commands.add_parser("check", help="what is to mend in the draft of a case file")
    check.add_argument("file", type=Path, metavar="CASE.json")
    check.add_argument("--json", action="store_true", help="print JSON")
    export = commands.add_parser("export", help="write everything to a file")
    export.add_argument("file", type=Path, metavar="FILE.json")
    restore = commands.add_parser("restore", help="take in what export wrote")
    restore.add_argument("file", type=Path, metavar="FILE.json")
    commands.add_parser("doctor", help="what works on this machine, and what to do about the rest")
    return parser


def run(arguments: Sequence[str]) -> int | None:
    """Run a command and give its exit status; None when the window is wanted instead."""
    _keep_the_log_off_the_terminal()
    options = build_parser().parse_args(arguments)
    if options.version:
        return _tell(Outcome(lines=(f"Afterword {version()}",)))
    if options.command is None:
        return None
    paths = data_paths(options.data_dir)
    if paths.data.exists() and not paths.data.is_dir():
        what = f"{paths.data} is a file, no folder. Nothing was changed."
        return _tell(refused(f"{what} Name a folder to keep everything in."))
    return _tell(_perform(options, paths))


def _keep_the_log_off_the_terminal() -> None:
    """A command says what matters in its own sentences."""
    top = logging.getLogger()
    if not top.handlers:
        top.addHandler(logging.NullHandler())


def version() -> str:
    """The application's version, from the one place where it stands."""
    import tomllib

    from core.content import resource

    try:
        with (resource("").parent / "pyproject.toml").open("rb") as file:
            return str(tomllib.load(file)["project"]["version"])
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        return "(version unknown)"


def data_paths(folder: Path | None) -> Paths:
    """The paths under a folder of the user's choice, else under the platform's own."""
    return Paths.for_user() if folder is None else Paths.under(folder)


def _perform(options: argparse.Namespace, paths: Paths) -> Outcome:
    match options.command:
        case "add":
            return _add(options.files, paths)
        case "due":
            return _due(options.at, paths, as_json=options.json)
        case "plan":
            return _plan(options.file, paths, as_json=options.json)
        case "check":
            return _check(options.file, paths, as_json=options.json)
        case "export" | "restore":
            return _archive(options.command, options.file, paths)
        case _:
            return _doctor(paths)


def _add(files: list[Path], paths: Paths) -> Outcome:
    from core.commands.add import add_files
    from core.commands.present import present

    return add_files(paths, files, present(paths))


def _due(at: str | None, paths: Paths, *, as_json: bool) -> Outcome:
    from core.clock import Now
    from core.commands.due import read_moment, show_due
    from core.commands.present import present

    now = present(paths)
    if at is not None:
        try:
            now = Now(read_moment(at, now.zone), now.zone)
        except (ValueError, OverflowError):
            return refused(f"“{at}” is no moment. Write it like 2026-05-12T09:40.")
    return show_due(paths, now, as_json=as_json)


def _plan(file: Path, paths: Paths, *, as_json: bool) -> Outcome:
    from core.clock import read_clock
    from core.commands.plan import show_plan

    return show_plan(file, paths.playbook, read_clock("UTC").instant, as_json=as_json)


def _check(file: Path, paths: Paths, *, as_json: bool) -> Outcome:
    from core.clock import read_clock
    from core.commands.check import show_checks

    return show_checks(file, paths.playbook, read_clock("UTC").instant, as_json=as_json)


def _archive(command: str, file: Path, paths: Paths) -> Outcome:
    from core.commands.archive import export_all, restore_all
    from core.commands.present import present

    move = export_all if command == "export" else restore_all
    return move(paths, file, present(paths))


def _doctor(paths: Paths) -> Outcome:
    from core.commands.doctor import examine
    from core.commands.present import present

    return examine(paths, present(paths))


def _tell(outcome: Outcome) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            _make_fit(stream)
    try:
        for line in outcome.lines:
            print(printable(line))
        for error in outcome.errors:
            print(printable(error), file=sys.stderr)
        sys.stdout.flush()
    except BrokenPipeError:
        _stop_printing()
    return outcome.status


def _stop_printing() -> None:
    """Whoever read along has seen enough; the interpreter's own last flush must not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _make_fit(stream: TextIOWrapper) -> None:
    """Names of any script can be printed: other programs read UTF-8, a terminal what it can."""
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
