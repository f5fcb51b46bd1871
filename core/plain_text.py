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
