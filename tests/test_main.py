"""The entry: what runs without a display, and what the window is given."""

import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

TOP = Path(__file__).parent.parent
taken = cast("Callable[[list[str], str], str]", runpy.run_path(str(TOP / "main.py"))["taken"])


def test_an_option_is_taken_with_its_value_in_both_spellings() -> None:
    words = ["--hidden", "--data-dir", "here", "a.ics"]
    assert taken(words, "--data-dir") == "here"
    assert words == ["--hidden", "a.ics"]
    words = ["--data-dir=there"]
    assert taken(words, "--data-dir") == "there"
    assert words == []
    assert taken(["--data-dir"], "--data-dir") == ""


def test_a_command_never_loads_the_toolkit(tmp_path: Path) -> None:
    code = (
        "import sys, main; status = main.main(sys.argv[1:]);"
        "sys.exit(9 if any('PySide6' in name for name in sys.modules) else status)"
    )
    arguments = ["--data-dir", str(tmp_path), "due", "--json"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=TOP, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def test_a_folder_called_like_a_command_opens_the_window() -> None:
    code = (
        "import sys, main; main.open_window = lambda words: print(words) or 0;"
        "sys.exit(main.main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--data-dir", "export"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "['--data-dir', 'export']"


def test_the_first_picture_needs_no_database_library() -> None:
    code = (
        "import sys, gui.app;"
        "heavy = {'sqlalchemy', 'alembic', 'icalendar', 'holidays', 'jeepney'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
