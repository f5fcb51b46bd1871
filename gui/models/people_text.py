"""Names as people type them: "Dr. Ingrid van der Berg <ingrid@…>, Tomas Okafor". Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SEPARATOR = re.compile(r"[,;\n]+|\s+(?:and|und|et|y)\s+|\s+&\s+")
_ADDRESS = re.compile(r"<?\s*([^\s<>,;]+@[^\s<>,;]+)\s*>?")
TITLES = frozenset(
    [
        "dr",
        "dr.",
        "prof",
        "prof.",
        "mr",
        "mr.",
        "ms",
        "ms.",
        "mrs",
        "mrs.",
        "mx",
        "mx.",
        "herr",
        "frau",
        "m.",
        "mme",
        "mme.",
        "sr.",
        "sra.",
        "ing.",
        "dipl.-ing.",
        "sir",
        "dame",
        "rev.",
        "pd",
    ]
)


@dataclass(frozen=True, slots=True)
class TypedPerson:
    """One person out of a line of names."""

    name: str
    title: str = ""
    email: str = ""


def people_in(text: str) -> tuple[TypedPerson, ...]:
    """The people that `text` names, in order, each once."""
    found = (_person(part) for part in _SEPARATOR.split(text))
    return tuple(dict.fromkeys(person for person in found if person is not None))


def as_text(people: tuple[TypedPerson, ...]) -> str:
    """The line that gives these people again."""
    return ", ".join(_written(person) for person in people)


def _written(person: TypedPerson) -> str:
    address = f"<{person.email}>" if person.email else ""
    return " ".join(part for part in (person.title, person.name, address) if part)


def _person(part: str) -> TypedPerson | None:
    match = _ADDRESS.search(part)
    email = match.group(1) if match else ""
    words = (part[: match.start()] + part[match.end() :] if match else part).split()
    titles = []
    while len(words) > 1 and words[0].casefold() in TITLES:
        titles.append(words.pop(0))
    name = " ".join(words)
    if not name and not email:
        return None
    return TypedPerson(name or email, " ".join(titles), email)
