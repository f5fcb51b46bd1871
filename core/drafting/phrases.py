"""Making captured words fit into a sentence."""

import re
from collections.abc import Sequence

_GENDER_MARK = re.compile(
    r"\s*\((?:[mwfdxhi*] ?[/|,] ?){1,3}[mwfdxhi*]\)|\s*\(all genders\)", re.IGNORECASE
)
""" "(m/f/d)" of an advertisement: nobody writes it in a letter."""
_SMALL_FIRST_WORDS = frozenset(
    ["the", "a", "an", "how", "why", "what", "when", "where", "their", "your", "our", "his", "her"]
)
_JOINTS = {"en": "and", "de": "und", "fr": "et", "es": "y"}


def plain_role(role: str) -> str:
    """A role as it is spoken of: "Data Engineer" of "Data Engineer (m/f/d)"."""
    return " ".join(_GENDER_MARK.sub("", role[:1000]).split()) or role.strip()


def phrase(text: str) -> str:
    """Captured words as a part of a sentence: no full stop, and a small "the" at its head."""
    words = " ".join(text.split()).rstrip(" .;,!")
    head = words.split(" ", 1)[0]
    small = head.istitle() and head.casefold() in _SMALL_FIRST_WORDS
    return words[:1].lower() + words[1:] if small else words


def sentence(text: str) -> str:
    """Words as a sentence of their own."""
    words = " ".join(text.split())
    ended = not words or words.endswith((".", "?", "!", "…"))
    return capital(words) + ("" if ended else ".")


def capital(words: str) -> str:
    """The same words, beginning with a capital letter."""
    return words[:1].upper() + words[1:]


def join_names(names: Sequence[str], language: str) -> str:
    """ "Anna, Paul and Lea"."""
    head = ", ".join(names[:-1])
    return f" {_JOINTS[language]} ".join(filter(None, (head, *names[-1:])))
