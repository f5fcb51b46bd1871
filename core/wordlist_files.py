"""Reading the word lists: the application's own, and what a user adds in a file of their own."""

import tomllib
from functools import lru_cache
from pathlib import Path

from core.checks.lists import ListName, WordlistError, Wordlists, WordName, read_wordlists
from core.content import resource

NAMES = ("groups", *ListName, *WordName)
"""The files of the application's own lists."""
LARGEST_WORDLIST = 500_000
"""Bytes; a larger file is no word list."""


def load_wordlists(own_file: Path | None = None) -> Wordlists:
    """The standard lists, with those of the user's own file added if there is one.

    Raises `WordlistError` naming the file and the place.
    """
    if own_file is None or not own_file.exists():
        return standard_wordlists()
    return read_wordlists(_standard(), _read_toml(own_file), own_file.name)


@lru_cache(maxsize=1)
def standard_wordlists() -> Wordlists:
    """The lists as the application brings them; read once."""
    return read_wordlists(_standard())


@lru_cache(maxsize=1)
def _standard() -> dict[str, dict[str, object]]:
    folder = resource("wordlists")
    return {name: _read_toml(folder / f"{name}.toml") for name in NAMES}


def _read_toml(path: Path) -> dict[str, object]:
    try:
        if path.stat().st_size > LARGEST_WORDLIST:
            raise WordlistError(f"{path.name}: larger than a word list can be (500 KB).")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise WordlistError(f"{path.name} cannot be read: {error}") from error
