"""The parts of a person's name, as somebody typed it."""

import re

TITLES = frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "herr", "frau"])
_PART = re.compile(r"[^\W\d_]+")


def name_parts(name: str) -> list[str]:
    """The words of a name without titles: "Dr. Anne-Marie Berg" gives Anne, Marie, Berg."""
    words: list[str] = _PART.findall(name)
    return [word for word in words if word.casefold() not in TITLES]
