"""In which languages letters can be proofread on this machine, and what the others need."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.exchange.other_languages import DICTIONARY_FOLDERS, find_dictionary


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLanguage:
    """A language in which letters are written."""

    code: str
    name: str
    package: str
    """What Debian and Ubuntu call its Hunspell dictionary; empty: none is needed."""


LANGUAGES = (
    LetterLanguage(code="en", name="English", package=""),
    LetterLanguage(code="de", name="German", package="hunspell-de-de"),
    LetterLanguage(code="fr", name="French", package="hunspell-fr"),
    LetterLanguage(code="es", name="Spanish", package="hunspell-es"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofreading:
    """Which languages can be proofread here, and which not yet."""

    read: tuple[LetterLanguage, ...]
    missing: tuple[LetterLanguage, ...]

    @property
    def state(self) -> str:
        """A sentence: what can be proofread."""
        return f"{_listed([each.name for each in self.read])} can be proofread here."

    @property
    def remedy(self) -> str:
        """A sentence: what to install for the others; empty where nothing is missing."""
        if not self.missing:
            return ""
        names = _listed([each.name for each in self.missing])
        packages = _listed([each.package for each in self.missing])
        what = "a Hunspell dictionary" if len(self.missing) == 1 else "Hunspell dictionaries"
        return f"For {names}, install {what}, such as {packages}, then start Afterword anew."


def proofreading(folders: Sequence[Path] = DICTIONARY_FOLDERS) -> Proofreading:
    """Look for the dictionaries. Reads the names of files only."""
    read = tuple(
        each for each in LANGUAGES if not each.package or find_dictionary(each.code, folders)
    )
    return Proofreading(read=read, missing=tuple(each for each in LANGUAGES if each not in read))


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
