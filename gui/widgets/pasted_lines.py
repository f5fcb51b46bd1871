"""A pasted list as its lines: what editors and mail programs put before each of them is left out."""

from __future__ import annotations

import re

MOST_LINES = 60
"""Lines that become rows at once; the others stay together in the last one, so none is lost."""

_MARK = re.compile(r"^(?:[-–—•·*▪◦‣●○☐☑✓✔]|\d{1,3}[.)]|[a-zA-Z][.)])\s+(?:\[[ xX]?\]\s+)?")


def lines_of(text: str) -> tuple[str, ...]:
    """The lines with words in them, without the marks of a list; at most `MOST_LINES`.

    A mark is left out where every line has one: else it may be a part of the words.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if all(_MARK.match(line) for line in lines):
        lines = [_MARK.sub("", line) for line in lines]
    kept, rest = lines[: MOST_LINES - 1], lines[MOST_LINES - 1 :]
    return (*kept, "\n".join(rest)) if rest else tuple(kept)
