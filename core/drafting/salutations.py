"""How a letter addresses its readers and takes its leave, from the contact cards alone.

Nobody's gender is guessed, nor the order of a name: where the card does not tell, the whole
name is written. Uses nameparser, which is pure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.drafting.values import Tone
from core.playbook.names import surname
from core.playbook.values import Person

LANGUAGES = ("en", "de", "fr", "es")
"""The languages whose forms of address are known here."""

MOST_NAMES = 5
"""A greeting of more people names none of them."""

FAMILY_NAMES_FIRST = frozenset(
    [
        *("nguyễn", "nguyen", "trần", "tran", "phạm", "pham", "hoàng", "hoang", "vũ", "võ", "đặng"),
        *("bùi", "ngô", "dương", "wang", "wáng", "li", "zhang", "liu", "chen", "chan", "yang"),
        *("huang", "zhao", "wu", "zhou", "xu", "sun", "zhu", "lin", "wong", "cheung", "kim"),
        *("park", "choi", "jung", "lê", "le", "ma", "hu", "guo", "he", "cho", "nagy", "kovács"),
    ]
)
"""Frequent family names of peoples who write them first: a name that begins so tells no order."""


@dataclass(frozen=True, slots=True)
class _Speech:
    """The forms of one language."""

    dear: str
    """Before a name of which no gender is known."""
    madam: str
    sir: str
    """Titles."""
    dear_madam: str
    dear_sir: str
    """Before such a title, in a formal letter."""
    everyone: str
    nobody: str
    """The gap where no reader is named."""
    joint: str
    end: str
    closings: tuple[str, str, str]
    """Warm, plain, formal."""
    first_names: bool
    """Whether a warm letter uses the first name."""


_SPEECH = {
    "en": _Speech(
        *("Dear", "Ms", "Mr", "Dear", "Dear", "Dear all", "the reader’s name", "and", ","),
        ("Warm regards,", "Kind regards,", "Yours sincerely,"),
        first_names=True,
    ),
    "de": _Speech(
        *("Guten Tag", "Frau", "Herr", "Sehr geehrte", "Sehr geehrter", "Guten Tag zusammen"),
        *("der Name", "und", ","),
        ("Herzliche Grüße", "Freundliche Grüße", "Mit freundlichen Grüßen"),
        first_names=False,
    ),
    "fr": _Speech(
        *("Bonjour", "Madame", "Monsieur", "Bonjour", "Bonjour", "Bonjour à tous"),
        *("le nom", "et", ","),
        ("Bien cordialement,", "Cordialement,", "Avec mes salutations distinguées,"),
        first_names=False,
    ),
    "es": _Speech(
        *("Buenos días", "Sra.", "Sr.", "Estimada", "Estimado", "Buenos días a todos"),
        *("el nombre", "y", ","),
        ("Un cordial saludo,", "Un saludo,", "Atentamente,"),
        first_names=False,
    ),
}
_MADAMS = frozenset(["ms", "mrs", "miss", "frau", "mme", "madame", "mlle", "sra", "señora"])
_SIRS = frozenset(["mr", "herr", "m", "monsieur", "sr", "señor"])
_WITH_FIRST_NAME = frozenset(["sir", "dame"])
_TONES = (Tone.WARM, Tone.PLAIN, Tone.FORMAL)


def salutation(people: Sequence[Person], tone: Tone, language: str = "en") -> str:
    """ "Dear Dr. van der Berg,"; of a warm letter to a card without academic title "Dear Anna,"."""
    speech = _SPEECH[language]
    if not people:
        return f"{speech.dear} [{speech.nobody}]{speech.end}"
    if len(people) > MOST_NAMES:
        return f"{speech.everyone}{speech.end}"
    (dear, first), *others = [_address(person, tone, speech) for person in people]
    names = [first]
    for their_dear, name in others:
        again = their_dear if their_dear != dear else ""
        names.append(f"{again[:1].lower()}{again[1:]} {name}".strip())
    joined = f" {speech.joint} ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"{dear} {joined}{speech.end}"


def closing(tone: Tone, language: str = "en") -> str:
    """The words above the signature."""
    return _SPEECH[language].closings[_TONES.index(tone)]


def first_name(person: Person) -> str:
    """The name to use among people on first names; empty where the card does not tell."""
    if person.surname:
        rest = _without(person.name, person.surname)
        return rest if rest and " " not in rest else ""
    return _parsed_first(person.name)


def _address(person: Person, tone: Tone, speech: _Speech) -> tuple[str, str]:
    """The word of greeting and the name after it."""
    ladies = _has(person.title, _MADAMS)
    gentle = not ladies and _has(person.title, _SIRS)
    academic = _academic(person.title)
    if tone is Tone.WARM and speech.first_names and not academic and first_name(person):
        return speech.dear, first_name(person)
    if not person.title.strip():
        return speech.dear, person.name
    name = person.name if _has(person.title, _WITH_FIRST_NAME) else _last_name(person)
    if not ladies and not gentle:
        return speech.dear, f"{person.title} {name}"
    title = " ".join(filter(None, (speech.madam if ladies else speech.sir, academic)))
    if tone is not Tone.FORMAL:
        return speech.dear, f"{title} {name}"
    return (speech.dear_madam if ladies else speech.dear_sir), f"{title} {name}"


def _academic(title: str) -> str:
    """The title without "Ms" and its like: "Dr." of "Frau Dr."."""
    plain = _MADAMS | _SIRS
    return " ".join(word for word in title.split() if word.rstrip(".").casefold() not in plain)


def _has(title: str, words: frozenset[str]) -> bool:
    return any(word.rstrip(".").casefold() in words for word in title.split())


def _last_name(person: Person) -> str:
    """What stands after a title: the surname, or the whole name where its order is not known."""
    if person.surname:
        return person.surname
    unclear = person.name.split(" ", 1)[0].casefold() in FAMILY_NAMES_FIRST
    return person.name if unclear else (surname(person) or person.name)


def _without(name: str, family: str) -> str:
    """A name without its surname, wherever that stands."""
    name, family = " ".join(name.split()), " ".join(family.split())
    if name.startswith(f"{family} "):
        return name[len(family) + 1 :]
    return name.removesuffix(f" {family}") if name.endswith(f" {family}") else ""


@lru_cache(maxsize=4096)
def _parsed_first(name: str) -> str:
    from nameparser import HumanName

    words = name.split()
    if not words or words[0].casefold() in FAMILY_NAMES_FIRST:
        return ""
    first = str(HumanName(name).first)
    initial = re.fullmatch(r"\w\.?(-?\w\.)*", first) is not None
    return "" if initial else first
