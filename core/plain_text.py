"""Characters that a text may hold, and yet nobody means: they steer a terminal, or hide its order."""

import re

_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters but for new lines and tabs, and what turns the direction of a text."""


def without_hidden(text: str) -> str:
    """The text without these characters; line ends become new lines."""
    return _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def printable(text: str) -> str:
    """The text for a terminal, with a sign in place of each of these characters."""
    return _HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str, longest: int) -> str:
    """The text in one line without these characters, cut after a word where it is longer."""
    tidy = " ".join(without_hidden(text).split())
    if len(tidy) <= longest:
        return tidy
    kept = tidy[: longest - 1]
    return f"{kept.rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"
