"""Spelling in languages other than English, by Hunspell, with the dictionaries found on the system."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from core.checks.finding import Span
from core.checks.spelling import IssueKind
from core.checks.text import Word, words
from core.checks.typos import is_joined_german, slips
from core.exchange.english import LONGEST_TOKEN, Mark

if TYPE_CHECKING:
    pass

DICTIONARY_FOLDERS = (
    Path("/usr/share/hunspell"),
    Path("/usr/share/myspell/dicts"),
    Path("/usr/local/share/hunspell"),
    Path("/Library/Spelling"),
)
"""Where systems keep Hunspell dictionaries: pairs of `de_DE.aff` and `de_DE.dic`."""
_PREFERRED = {
    "de": "de_DE",
    "fr": "fr_FR",
    "es": "es_ES",
    "it": "it_IT",
    "nl": "nl_NL",
    "pt": "pt_PT",
}
_NOUNS_IN_CAPITALS = "de"
"""In this language a capital within a sentence does not tell a name."""
_LARGEST_DICTIONARY = 30_000_000
"""Bytes; a larger file is none."""
_SUGGESTIONS_LOOKED_AT = 6
_WORDS_REMEMBERED = 4_000


def find_dictionary(language: str, folders: Sequence[Path]) -> Path | None:
    """The `.dic` file of a language beside its `.aff`: the country it is named after first."""
    for folder in folders:
        found = sorted(
            path
            for path in (*folder.glob(f"{language}_*.dic"), *folder.glob(f"{language}.dic"))
            if path.with_suffix(".aff").is_file() and path.stat().st_size <= _LARGEST_DICTIONARY
        )
        if found:
            preferred = _PREFERRED.get(language)
            return next((path for path in found if path.stem == preferred), found[0])
    return None


class OtherLanguage:
    """One Hunspell dictionary. Make and call it in one thread only; loading takes up to 0.5 s."""

    def __init__(self, dictionary: Path) -> None:
        from hunspell import Hunspell

        self._hunspell: Hunspell = Hunspell(
            dictionary.stem, hunspell_data_dir=str(dictionary.parent)
        )
        self._capitals_tell = not dictionary.stem.startswith(_NOUNS_IN_CAPITALS)
        self._knows = lru_cache(maxsize=_WORDS_REMEMBERED)(self._look_up)

    def marks(self, text: str) -> list[Mark]:
        """The slips in a text; places are code points in it."""
        marks: list[Mark] = []
        for word in words(text):
            if not self._is_readable(word) or self._knows(word.text):
                continue
            if is_joined_german(word.text, self._knows):
                continue
            offered = self._hunspell.suggest(word.text)[:_SUGGESTIONS_LOOKED_AT]
            right = slips(word.text, offered)
            if right:
                span = Span(word.start, word.end)
                marks.append(Mark(span=span, kind=IssueKind.SPELLING, suggestions=right))
        return marks

    def _is_readable(self, word: Word) -> bool:
        """Whether it is a word that a dictionary has: no name, number, acronym or hostile token."""
        named = self._capitals_tell and word.start > 0 and word.text[0].isupper()
        fits = len(word.text) <= LONGEST_TOKEN and word.text.isalpha()
        return fits and not named and not word.text.isupper()

    def _look_up(self, word: str) -> bool:
        return self._hunspell.spell(word) or self._hunspell.spell(word.lower())
