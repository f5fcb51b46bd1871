"""Which program opens mail links, as the desktop knows it. Asking starts a process: not for the
window's own thread."""

import os
import shutil
import subprocess
import sys

PATIENCE_SECONDS = 3.0
MAIL_LINKS = "x-scheme-handler/mailto"


def mail_program() -> str | None:
    """The program's name; empty where none is set, None where nobody could be asked."""
    if sys.platform in {"win32", "darwin"}:
        return None
    answers = (
        _ask("xdg-mime", "query", "default", MAIL_LINKS),
        _ask("gio", "mime", MAIL_LINKS),
    )
    if all(answer is None for answer in answers):
        return None
    by_xdg, by_gio = answers
    return (by_xdg or "").strip() or _desktop_file(by_gio or "")


def _ask(program: str, *arguments: str) -> str | None:
    found = shutil.which(program)
    if found is None:
        return None
    try:
        answer = subprocess.run(
            [found, *arguments],
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout


def _desktop_file(told: str) -> str:
    """The first name of a desktop file in what `gio mime` tells."""
    words = told.replace(":", " ").split()
    return next((word for word in words if word.endswith(".desktop")), "")
