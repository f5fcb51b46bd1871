"""Afterword's entry: a command without a display, or the window."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

COMMANDS = frozenset({"add", "due", "plan", "check", "export", "restore", "doctor"})


SWITCH_SECONDS = 0.001
"""How long the window waits at most for its turn while the Desk's thread computes."""


def main(arguments: Sequence[str]) -> int:
    """Run a command of the command line, or open the window; returns the exit status."""
    if any(word in COMMANDS or word in ("-h", "--help", "--version") for word in arguments):
        from core import cli

        status = cli.run(arguments)
        if status is not None:
            return status
    return open_window(arguments)


def open_window(arguments: Sequence[str]) -> int:
    """The window, with the files that were named."""
    sys.setswitchinterval(SWITCH_SECONDS)
    gc.disable()  # loading makes much and drops little; gui.garbage collects later
    from core.paths import Paths
    from gui.app import Options, run

    words = list(arguments)
    folder = taken(words, "--data-dir")
    hidden = "--hidden" in words
    files = tuple(Path(word).absolute() for word in words if not word.startswith("-"))
    options = Options(
        paths=Paths.under(Path(folder)) if folder else Paths.for_user(),
        own_folder=bool(folder),
        hidden=hidden,
        files=files,
    )
    return run((), options, resources())


def taken(words: list[str], option: str) -> str:
    """Take `option` and its value out of `words`; an empty text if it is not there."""
    for number, word in enumerate(words):
        if word == option and number + 1 < len(words):
            del words[number]
            return words.pop(number)
        if word.startswith(f"{option}="):
            return words.pop(number).partition("=")[2]
    return ""


def resources() -> Path:
    """The folder of data files, from source or from a frozen bundle."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(str(frozen) if frozen else Path(__file__).resolve().parent) / "resources"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
