"""Places in a text, as the checks count them (code points) and as Qt does (UTF-16 units)."""

from bisect import bisect_left
from itertools import accumulate

LAST_SINGLE = "\uffff"
"""The last character that is one UTF-16 unit; those after it are two."""


class TextPlaces:
    """Converts between the two counts for one text. Places outside it are taken as its ends."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._starts: list[int] = []
        if text and max(text) > LAST_SINGLE:
            widths = (2 if letter > LAST_SINGLE else 1 for letter in text)
            self._starts = list(accumulate(widths, initial=0))

    def units(self, point: int) -> int:
        """The UTF-16 place of a code point's place."""
        inside = min(max(point, 0), self._length)
        return self._starts[inside] if self._starts else inside

    def points(self, unit: int) -> int:
        """The code point's place of a UTF-16 place; the middle of a pair is its end."""
        if not self._starts:
            return min(max(unit, 0), self._length)
        return min(bisect_left(self._starts, max(unit, 0)), self._length)
