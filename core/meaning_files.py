"""Loading the encoder that reads whole sentences; only where a draft is checked."""

from functools import lru_cache
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from core.checks.lists import WordlistError
from core.content import resource

if TYPE_CHECKING:
    from core.meaning.reader import MeaningReader


@lru_cache(maxsize=1)
def standard_reader() -> "MeaningReader":
    """The reader as the application brings it; loaded once. Raises `WordlistError`."""
    import numpy as np

    from core.meaning.encoder import Encoder
    from core.meaning.pieces import Pieces
    from core.meaning.reader import MeaningReader

    folder = resource("meaning")
    try:
        pieces = Pieces((folder / "pieces.txt").read_text(encoding="utf-8").splitlines())
        with np.load(folder / "encoder.npz", allow_pickle=False) as stored:
            return MeaningReader(pieces, Encoder.of(dict(stored)))
    except (OSError, EOFError, ValueError, KeyError, BadZipFile) as error:
        raise WordlistError(f"{folder.name} cannot be read: {error}") from error
