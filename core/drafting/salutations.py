"""How a letter addresses its readers and takes its leave, from the contact cards alone.

Nobody's gender is guessed, nor the order of a name: where the card does not tell, the whole
name is written. Uses nameparser, which is pure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.drafting.phrases import join_names
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Speech:
    """The forms of one language."""

    dear: str
    """Before a name of which no gender is known."""
    dear_madam: str
    dear_sir: str
    """Before a title that tells a gender, in a formal letter."""
    madam: str
    sir: str
    """In the place of another language's title."""
    titles: frozenset[str]
    """Its own titles, which stay as they stand on the card."""
    everyone: str
    nobody: str
    """The words of the gap where no reader is named."""
    closings: tuple[str, str, str]
    """Warm, plain, formal."""
    end: str = ","
    first_names: bool = False
    """Whether a warm letter uses the first name."""


_SPEECH = {
    "en": _Speech(
        dear="Dear",
        dear_madam="Dear",
        dear_sir="Dear",
        madam="Ms",
        sir="Mr",
        titles=frozenset(["ms", "mrs", "miss", "mr"]),
        everyone="Dear all",
        nobody="the reader’s name",
        closings=("Warm regards,", "Kind regards,", "Yours sincerely,"),
        first_names=True,
    ),
    "de": _Speech(
        dear="Guten Tag",
        dear_madam="Sehr geehrte",
        dear_sir="Sehr geehrter",
        madam="Frau",
        sir="Herr",
        titles=frozenset(["frau", "herr"]),
        everyone="Guten Tag zusammen",
        nobody="der Name",
        closings=("Herzliche Grüße", "Freundliche Grüße", "Mit freundlichen Grüßen"),
    ),
    "fr": _Speech(
        dear="Bonjour",
        dear_madam="Bonjour",
        dear_sir="Bonjour",
        madam="Madame",
        sir="Monsieur",
        titles=frozenset(["madame", "mme", "mlle", "monsieur", "m"]),
        everyone="Bonjour à tous",
        nobody="le nom",
        closings=("Bien cordialement,", "Cordialement,", "Salutations distinguées,"),
    ),
    "es": _Speech(
        dear="Buenos días",
        dear_madam="Estimada",
        dear_sir="Estimado",
        madam="Sra.",
        sir="Sr.",
        titles=frozenset(["sra", "señora", "sr", "señor"]),
        everyone="Buenos días a todos",
        nobody="el nombre",
        end=":",
        closings=("Un cordial saludo,", "Un saludo,", "Atentamente,"),
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
    if tone is Tone.WARM and speech.first_names and all(map(_on_first_names, people)):
        addresses = [(speech.dear, first_name(person)) for person in people]
    else:
        addresses = [_address(person, tone, speech) for person in people]
    dear = addresses[0][0]
    names = [name if again == dear else f"{_small(again)} {name}" for again, name in addresses]
    return f"{dear} {join_names(names, language)}{speech.end}"


def closing(tone: Tone, language: str = "en") -> str:
    """The words above the signature."""
    return _SPEECH[language].closings[_TONES.index(tone)]


def first_name(person: Person) -> str:
    """The name to use among people on first names; empty where the card does not tell."""
    if person.surname:
        rest = _without(person.name, person.surname)
        return rest if rest and " " not in rest else ""
    return _parsed_first(person.name)


def _on_first_names(person: Person) -> bool:
    """Whether a card lets a warm letter use the first name: it tells one, and no Dr. or Prof."""
    return not _academic(person.title) and bool(first_name(person))


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]


def _address(person: Person, tone: Tone, speech: _Speech) -> tuple[str, str]:
    """The word of greeting and the name after it."""
    title = " ".join(person.title.split())
    full = " ".join(person.name.split())
    if not title:
        return speech.dear, full
    name = full if _has(title, _WITH_FIRST_NAME) else _last_name(person)
    lady, gentleman = _has(title, _MADAMS), _has(title, _SIRS)
    if lady is gentleman:
        return speech.dear, f"{title} {name}"
    if not _has(title, speech.titles):
        own = speech.madam if lady else speech.sir
        title = " ".join(filter(None, (own, _academic(title))))
    if tone is not Tone.FORMAL:
        return speech.dear, f"{title} {name}"
    return (speech.dear_madam if lady else speech.dear_sir), f"{title} {name}"


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
