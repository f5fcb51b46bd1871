"""Whom a salutation addresses: each name with its titles, or nobody in particular."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.checks.finding import Span
from core.checks.greetings import GREETING
from core.checks.name_forms import tidy

COURTESY = {
    **dict.fromkeys(("ms",), "ms"),
    **dict.fromkeys(("mrs",), "mrs"),
    **dict.fromkeys(("miss", "mlle", "mademoiselle", "srta", "señorita", "signorina"), "miss"),
    **dict.fromkeys(("frau", "madame", "mme", "sra", "señora", "signora", "mevrouw", "fru"), "f"),
    **dict.fromkeys(("mr", "mister", "herr", "monsieur", "sr", "señor", "signor", "m"), "mr"),
    **dict.fromkeys(("hr", "herrn", "meneer", "sig", "pan", "dhr"), "mr"),
    **dict.fromkeys(("mw", "pani"), "f"),
    "mx": "mx",
}
"""Courtesy titles, and what each says; "f" says no more than that it is a woman."""
DOCTOR = frozenset(
    [
        *("dr", "doctor", "doktor", "dra", "docteur", "doctora", "drs", "dott", "dottor"),
        *("dottoressa", "dott.ssa", "drssa"),
    ]
)
PROFESSOR = frozenset(
    [
        "prof",
        "professor",
        "professeur",
        "profesor",
        "profesora",
        "professore",
        "professorin",
        "prof.ssa",
        "professoressa",
    ]
)
WITH_FIRST_NAME = frozenset(
    [
        *("sir", "dame", "don", "doña", "dona", "khun", "sister", "father", "brother", "lord"),
        *("ji", "lady", "sheikh", "dom", "pastor", "rabbi", "coach", "chef"),
    ]
)
"""Titles that stand before a first name."""
_BEFORE_SURNAME = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "professor"})
_BEHIND = {
    **dict.fromkeys(("san", "sama", "sensei", "ssi", "nim"), "san"),
    **dict.fromkeys(("ji", "bey", "hanım", "hanim", "abi", "bhai"), "ji"),
}
"""Titles that follow the name: of the surname, and of the first name."""
_OTHER = frozenset(
    [
        *("ing", "dipl", "dipl.-ing", "mag", "lic", "rev", "reverend", "judge", "captain", "hon"),
        *("colonel", "major", "dean", "dean", "president", "avv", "ir", "h.c", "med", "phil"),
    ]
)
TITLES = frozenset(COURTESY) | DOCTOR | PROFESSOR | WITH_FIRST_NAME | _OTHER
_NOBODY = re.compile(
    r"^(?:to )?whom it may concern$|\b(?:teams?|managers?|committee|panel|department|office|all|everyone|everybody"
    r"|both|colleagues?|sirs?|madam|concern|damen und herren|damen|herren|recruiters?|recruitment|friends?|hr"
    r"|équipe|equipo|señore?s?|señora|madame|monsieur|mesdames|messieurs|responsable|a todos|todos|à tous|tous|alle|allen"
    r"|zusammen|there|folks|ladies|gentlemen|company|employer|interviewers?|group)$",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^(?:the )?(?:heads?|directors?|chairs?|chief|department|people|teams?|members?|staff|office|board|management|owners?|crew) (?:of|at|in|from|for)\b"
    r"|\b(?:boss|reader|staff|management|board|chair(?:person|man|woman)?|acquisition|resources|department|personnel|owners?|leadership|crew|people)$",
    re.IGNORECASE,
)
"""Offices and crowds, some of whose words are surnames too: with a title they are names."""
_TITLE_BEHIND = re.compile(r"[ -]([^\W\d_]+)$")
_APART = re.compile(
    r"\s*[,;:!/&–—]+\s*|\s+-\s+|\s+(?:and|or|und|oder|et|ou|y|e|og|och|en|as well as|sowie)\s+",
    re.IGNORECASE,
)

_RUN_ON = re.compile(r"\.(?=[^\W\d_a-zß-ÿ])")
"""The full stop of "Prof.Dr."; that of "Dott.ssa" joins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One person, or nobody, as a salutation addresses them. Places are in the salutation's text."""

    titles: tuple[str, ...]
    """In small letters, without full stops."""
    name: str
    """Tidy; empty where only a title or nothing stands."""
    span: Span
    """Titles and name."""
    name_span: Span

    @property
    def nobody(self) -> bool:
        """Whether no one in particular is addressed."""
        if not self.name or _NOBODY.search(self.name):
            return True
        return not self.titles and _OFFICE.search(self.name) is not None


@lru_cache(maxsize=256)
def addresses(
    salutation: str, whole_names: tuple[str, ...] = (), titles: frozenset[str] = frozenset()
) -> tuple[Address, ...]:
    """Everyone whom a salutation names, in order.

    `whole_names` hold an "and" of their own; `titles` are known from the cards.
    """
    return tuple(_addresses(salutation, frozenset(whole_names), TITLES | titles))


def titles_of(text: str) -> tuple[str, ...]:
    """The titles of a card, as `Address.titles` has them."""
    return tuple(_plain(word) for word in _RUN_ON.sub(". ", text).split() if _plain(word))


def _addresses(text: str, whole: frozenset[str], titles: frozenset[str]) -> Iterator[Address]:
    at = 0
    for match in [*_APART.finditer(text), None]:
        stop = match.start() if match else len(text)
        if match and whole and _holds(text[at : _next_cut(text, match.end())], whole):
            continue
        yield from _address(text, at, stop, titles)
        at = match.end() if match else stop


def _holds(stretch: str, whole: frozenset[str]) -> bool:
    """Whether a stretch of text ends with one of the names."""
    return tidy(stretch).rstrip(" ,:;!.").endswith(tuple(whole))


def _next_cut(text: str, start: int) -> int:
    following = _APART.search(text, start)
    return following.start() if following else len(text)


def _address(text: str, start: int, stop: int, known: frozenset[str]) -> Iterator[Address]:
    """One stretch between commas, its greeting words taken off."""
    start = _skip_blanks(text, start, stop)
    greeting = GREETING.match(text, start, stop)
    while greeting is not None and _plain(greeting.group()) not in COURTESY:
        start = _skip_blanks(text, greeting.end(), stop)
        greeting = GREETING.match(text, start, stop)
    begin = start
    titles: list[str] = []
    for word in re.finditer(r"\S+", text[start:stop]):
        if _plain(word.group()) not in known or (
            titles and _is_surname(word, titles[-1], stop - start)
        ):
            break
        titles.append(_plain(word.group()))
        begin = start + word.end()
    begin = _skip_blanks(text, begin, stop)
    end = begin + len(text[begin:stop].rstrip(" \t\r\n.,:;!–—-"))
    behind = _TITLE_BEHIND.search(text, begin, end)
    if behind is not None and _plain(behind.group(1)) in _BEHIND:
        titles.append(_BEHIND[_plain(behind.group(1))])
        end = behind.start()
    if end > begin or titles:
        name = Span(begin, end) if end > begin else Span(begin, begin)
        yield Address(
            titles=tuple(titles),
            name=tidy(text[begin:end]),
            span=Span(start, max(end, start)),
            name_span=name,
        )


def _is_surname(word: re.Match[str], before: str, end: int) -> bool:
    """ "Mr Sheikh" and "Ms Dean": after such a title, a title that ends the address is a name."""
    return before in _BEFORE_SURNAME and not word.string[word.end() : end].strip(" \t\r\n.,:;!–—-")


def _skip_blanks(text: str, start: int, stop: int) -> int:
    while start < stop and text[start].isspace():
        start += 1
    return start


def _plain(word: str) -> str:
    return word.casefold().strip(".,")
