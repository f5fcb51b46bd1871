"""Where the application's own data files lie, and the reading of the playbook."""

import sys
import tomllib
from functools import lru_cache
from pathlib import Path

from core.playbook.rulebook import Playbook, PlaybookError, merge, read_playbook

LARGEST_PLAYBOOK = 1_000_000
"""Bytes; a larger file is no playbook."""


def resource(name: str) -> Path:
    """The path of a file in `resources/`, from source or from a frozen bundle."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(str(frozen)) if frozen else Path(__file__).resolve().parent.parent
    return root / "resources" / name


def load_playbook(own_file: Path | None = None) -> Playbook:
    """The standard playbook, with the user's own file laid over it if there is one.

    Raises `PlaybookError` naming the file and the place.
    """
    standard = _standard()
    if own_file is None or not own_file.exists():
        return read_playbook(standard, "playbook.toml")
    own = _read_toml(own_file)
    return read_playbook(merge(standard, own), own_file.name)


@lru_cache(maxsize=1)
def _standard() -> dict[str, object]:
    return _read_toml(resource("playbook.toml"))


def _read_toml(path: Path) -> dict[str, object]:
    try:
        if path.stat().st_size > LARGEST_PLAYBOOK:
            raise PlaybookError(f"{path.name}: larger than a playbook can be (1 MB).")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise PlaybookError(f"{path.name} cannot be read: {error}") from error
