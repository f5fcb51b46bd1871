"""The reading of whole sentences, as the encoder does it. English only: it has learned no other."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from core.meaning.encoder import Encoder
from core.meaning.heard import PARTS, Heard, Marks, spoken
from core.meaning.manner import MANNERS
from core.meaning.pieces import Pieces

REMEMBERED = 2_048
"""Sentences."""
AT_ONCE = 4
"""Sentences; more would keep one waiting for what is found in the first, or for the end."""


class MeaningReader:
    """Reads sentences a few at a time, and remembers what it read."""

    def __init__(self, pieces: Pieces, encoder: Encoder) -> None:
        self._pieces = pieces
        self._encoder = encoder
        self._remembered: OrderedDict[str, Marks] = OrderedDict()

    def heard(self, sentences: Iterable[str]) -> Heard:
        """What is remembered of these sentences. Reads nothing."""
        wanted = {spoken(sentence) for sentence in sentences}
        return Heard({one: self._remembered[one] for one in wanted & self._remembered.keys()})

    def read_some(self, sentences: Iterable[str]) -> bool:
        """Read a few of those that were not read yet. False where there was none."""
        wanted = dict.fromkeys(map(spoken, sentences))
        unread = [sentence for sentence in wanted if sentence not in self._remembered]
        if unread:
            self._remember(unread[:AT_ONCE])
        return bool(unread)

    def read(self, sentences: Sequence[str]) -> Heard:
        """What all these sentences are."""
        for start in range(0, len(sentences), AT_ONCE):
            self.read_some(sentences[start : start + AT_ONCE])
        return self.heard(sentences)

    def _remember(self, batch: Sequence[str]) -> None:
        rows = self._encoder.read([self._pieces.numbers(sentence) for sentence in batch])
        for sentence, row in zip(batch, rows.tolist(), strict=True):
            manners, parts = row[: len(MANNERS)], row[len(MANNERS) :]
            self._remembered[sentence] = Marks(
                manners=dict(zip(MANNERS, manners, strict=True)),
                parts=dict(zip(PARTS, parts, strict=True)),
            )
        while len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)
