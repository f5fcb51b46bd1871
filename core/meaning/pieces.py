"""Cutting a sentence into the pieces of words that the encoder knows.

The method is WordPiece (Wu et al., "Google's Neural Machine Translation System", 2016, section
4.1) as MPNet uses it: small letters without accents, and of each word the longest known beginning,
then the longest known continuation ("##ing"), to its end.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

MOST_PIECES = 96
"""Of a longer sentence only so many pieces are read, the two marks with them."""
BEGIN, END, UNKNOWN = "<s>", "</s>", "[UNK]"
_LONGEST_WORD = 100
_PART = re.compile(r"\w+|[^\w\s]")


class Pieces:
    """The known pieces and their numbers."""

    def __init__(self, known: Sequence[str]) -> None:
        self._numbers: Mapping[str, int] = {piece: number for number, piece in enumerate(known)}

    def numbers(self, sentence: str) -> list[int]:
        """The numbers of a sentence's pieces, between the marks of its beginning and its end."""
        found = [self._numbers[BEGIN]]
        for part in _PART.findall(_plain(sentence)):
            found += self._of_word(part)
            if len(found) >= MOST_PIECES:
                break
        return [*found[: MOST_PIECES - 1], self._numbers[END]]

    def _of_word(self, word: str) -> Sequence[int]:
        if len(word) > _LONGEST_WORD:
            return (self._numbers[UNKNOWN],)
        pieces = list(self._cut(word))
        return (self._numbers[UNKNOWN],) if None in pieces else [n for n in pieces if n is not None]

    def _cut(self, word: str) -> Iterator[int | None]:
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._numbers.get(f"##{word[start:end]}" if start else word[:end])
                if number is not None:
                    yield number
                    start = end
                    break
            else:
                yield None
                return


def _plain(text: str) -> str:
    """In small letters, without accents, with straight apostrophes."""
    apart = unicodedata.normalize("NFD", text.lower().replace("’", "'").replace("_", " "))
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")
