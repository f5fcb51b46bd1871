"""The manner of a sentence, as the encoder reads it. English only: it has learned no other."""

from collections.abc import Mapping
from functools import lru_cache

from core.meaning.encoder import Encoder
from core.meaning.manner import MANNERS, Manner
from core.meaning.pieces import Pieces

_REMEMBERED = 512


class MannerReader:
    """Reads sentences, and remembers what it read: a key typed costs the reading of one."""

    def __init__(self, pieces: Pieces, encoder: Encoder) -> None:
        self._pieces = pieces
        self._encoder = encoder
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._read)

    def read(self, sentence: str) -> Mapping[Manner, float]:
        """The probability of each manner, 0 to 1."""
        return self._remembered(sentence)

    def _read(self, sentence: str) -> Mapping[Manner, float]:
        marks = self._encoder.read(self._pieces.numbers(sentence))
        return dict(zip(MANNERS, marks, strict=True))
