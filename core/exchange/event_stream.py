"""Server-sent events, read as their bytes come: the format of the HTML standard, section 9.2.

Only the data of events is of interest here; their names, ids and comments are passed over.
"""

import codecs
from collections.abc import Iterator

LONGEST_EVENT = 262_144
"""Characters of one event, or of a line of one."""
_BLANK = "\ufeff"


class EventTooLong(ValueError):
    """An event has no end in sight."""


class EventStream:
    """`take` the pieces in order, wherever they were cut; each gives the data of whole events."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self._line = ""
        self._data: list[str] = []
        self._size = 0
        self._begun = False
        self._after_return = False

    def take(self, piece: bytes) -> Iterator[str]:
        """The data of the events that end in this piece, in order.

        Raises `UnicodeDecodeError` for what is no UTF-8, and `EventTooLong`.
        """
        text = self._decoder.decode(piece)
        if not self._begun and text:
            self._begun = True
            text = text.removeprefix(_BLANK)
        if self._after_return and text:
            self._after_return = False
            text = text.removeprefix("\n")
        if text.endswith("\r"):
            self._after_return = True
        lines = (self._line + text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._line = lines.pop()
        if len(self._line) > LONGEST_EVENT:
            raise EventTooLong
        for line in lines:
            event = self._end_line(line)
            if event is not None:
                yield event

    def _end_line(self, line: str) -> str | None:
        """The data of the event that an empty line ends."""
        if not line:
            data, self._data, self._size = self._data, [], 0
            return "\n".join(data) if data else None
        field, _, value = line.partition(":")
        if field == "data":
            value = value.removeprefix(" ")
            self._size += len(value)
            if self._size > LONGEST_EVENT:
                raise EventTooLong
            self._data.append(value)
        return None
