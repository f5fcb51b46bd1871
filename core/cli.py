"""The command line: everything that works without a display.

`run` is called by `main.py` and by `python -m core.cli`. Each command imports what it needs, so
that the quick ones stay quick; nothing here imports Qt.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from core.clock import read_clock
from core.commands.outcome import Outcome
from core.paths import Paths


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
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    plan = commands.add_parser("plan", help="which steps a case file would get; stores nothing")
    plan.add_argument("file", type=Path, metavar="CASE.json")
    plan.add_argument("--json", action="store_true", help="print JSON")
    return parser


def run(arguments: Sequence[str]) -> int | None:
    """Run a command and give its exit status; None when the window is wanted instead."""
    options = build_parser().parse_args(arguments)
    if options.command is None:
        return None
    paths = Paths.under(options.data_dir) if options.data_dir else Paths.for_user()
    return _tell(_perform(options, paths))


def _perform(options: argparse.Namespace, paths: Paths) -> Outcome:
    if options.command == "plan":
        from core.commands.plan import show_plan

        now = read_clock().instant
        return show_plan(options.file, paths.playbook, now, as_json=options.json)
    raise AssertionError(options.command)


def _tell(outcome: Outcome) -> int:
    for line in outcome.lines:
        print(line)
    for error in outcome.errors:
        print(error, file=sys.stderr)
    return outcome.status


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
