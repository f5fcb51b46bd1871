"""Loading what checking a draft needs: word lists, the parts of messages, and the playbook."""

import tomllib
from functools import lru_cache
from pathlib import Path

from core.checks.knowledge import Knowledge
from core.checks.lists import WordlistError
from core.checks.parts import Parts, read_parts
from core.content import load_playbook, resource
from core.wordlist_files import LARGEST_WORDLIST, load_wordlists


def load_knowledge(
    own_playbook: Path | None = None, own_wordlists: Path | None = None
) -> Knowledge:
    """The standard data, with the user's own files laid over them where there are any.

    Raises `PlaybookError` or `WordlistError`, which name the file and the place.
    """
    return Knowledge(
        lists=load_wordlists(own_wordlists),
        parts=standard_parts(),
        playbook=load_playbook(own_playbook),
    )


@lru_cache(maxsize=1)
def standard_parts() -> Parts:
    """The parts of messages as the application brings them; read once. Raises `WordlistError`."""
    path = resource("wordlists") / "parts.toml"
    try:
        if path.stat().st_size > LARGEST_WORDLIST:
            raise WordlistError(f"{path.name}: larger than a word list can be (500 KB).")
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise WordlistError(f"{path.name} cannot be read: {error}") from error
    return read_parts(content)
