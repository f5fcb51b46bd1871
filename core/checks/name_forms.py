"""The forms in which a person may be addressed, as the contact card allows, and how near others are.

Uses nameparser and rapidfuzz, which are pure. Nothing is guessed where the card does not tell which
name is the family's.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from core.drafting.salutations import FAMILY_NAMES_FIRST
from core.playbook.values import Person

PARTICLES = frozenset(
    [
        *("van", "von", "de", "der", "den", "del", "della", "di", "da", "das", "do", "dos", "du"),
        *("la", "le", "ter", "ten", "zu", "zur", "zum", "af", "av", "al", "el", "bin", "ibn", "y"),
    ]
)
_FAMILY_FIRST = FAMILY_NAMES_FIRST | frozenset(
    [
        *(
            "gao",
            "luo",
            "song",
            "zheng",
            "xie",
            "han",
            "tang",
            "feng",
            "yu",
            "dong",
            "xiao",
            "cheng",
        ),
        *(
            "cao",
            "yuan",
            "deng",
            "shen",
            "zeng",
            "peng",
            "jiang",
            "cai",
            "ding",
            "xue",
            "yan",
            "pan",
        ),
        *("dai", "xia", "zhong", "lam", "lau", "leung", "ng", "kang", "yoon", "jang", "lim", "seo"),
        *("shin", "kwon", "hwang", "ahn", "yoo", "hong", "jeon", "moon", "phan", "huynh", "huỳnh"),
        *(
            "dang",
            "bui",
            "đỗ",
            "hồ",
            "ngo",
            "duong",
            "lý",
            "đinh",
            "dinh",
            "trương",
            "truong",
            "mai",
        ),
        *("szabó", "tóth", "horváth", "varga", "molnár", "németh", "farkas", "balogh", "papp"),
    ]
)
"""A name that begins so does not tell its order."""
_LED = frozenset(["maria", "jose", "juan", "ana", "mohammed", "muhammad", "mohamed", "md"])
"""First given names that often stand before the one in use."""
_PORTUGUESE = frozenset(["da", "das", "do", "dos"])
_SON_OF = frozenset(["bin", "ibn", "bint", "abu"])
_UNMARKED = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i", "þ": "th", "ð": "d"}
)
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss"})
_HYPHENS = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})
_NICKNAME = re.compile(r"[(\"“][^)\"”]*[)\"”]")
_INITIAL = re.compile(r"\w\.?(?:-?\w\.)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForms:
    """Every right way to write one person's name, titles aside. Texts are as `tidy` gives them."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    """The surname first, then shorter forms of it that are right too."""
    whole: tuple[str, ...]
    """The name as the card has it first."""
    reversed: tuple[str, ...]
    """Surname before given name, where the card has them the other way."""
    later: tuple[str, ...] = ()
    """The second given name where it is the one in use: "Carmen" of María del Carmen."""

    @property
    def all(self) -> tuple[str, ...]:
        """Every form, the wholes first."""
        return (*self.whole, *self.given, *self.family)


def forms_of(person: Person) -> NameForms:
    """The forms of a contact card."""
    return _forms(tidy(person.name), tidy(person.surname))


def tidy(name: str) -> str:
    """A name for comparing to the letter: composed characters, plain marks, single blanks."""
    return " ".join(unicodedata.normalize("NFC", name).translate(_HYPHENS).split())


@lru_cache(maxsize=4096)
def unmarked(name: str) -> str:
    """A name as it is typed without diacritics, in small letters."""
    plain = tidy(name).casefold()
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFKD", plain.translate(_UNMARKED))
    return "".join(c for c in apart if not unicodedata.combining(c))


def loses_marks(written: str, right: str) -> bool:
    """Whether `written` is `right` without its diacritics, or with them spelled out (Mueller)."""
    if tidy(written) == tidy(right):
        return False
    spelled = tidy(right).casefold().translate(_SPELLED_OUT)
    return unmarked(written) in {unmarked(right), unmarked(spelled)}


def near(written: str, right: str) -> bool:
    """Whether `written` may be a slip of `right`: a letter or two off, never another short name."""
    one, other = unmarked(written), unmarked(right)
    allowed = 0 if len(other) < 4 else 1 if len(other) < 7 else 2
    return one != other and OSA.distance(one, other, score_cutoff=allowed) <= allowed


def nearest(written: str, candidates: Iterable[str]) -> str:
    """The candidate that is most like what was written; an empty text where there is none."""
    wanted = unmarked(written)
    scored = [(OSA.normalized_distance(wanted, unmarked(c)), c) for c in candidates]
    return min(scored, key=lambda pair: pair[0])[1] if scored else ""


def same_family(written: str, right: str) -> bool:
    """Whether a surname is written right: its particle may take a capital after a title."""
    if written == right:
        return True
    first = right.partition(" ")[0].casefold()
    return first in PARTICLES and written[:1].casefold() + written[1:] == right


@lru_cache(maxsize=4096)
def _forms(name: str, surname: str) -> NameForms:
    parsed = _parse(name)
    whole = tidy(" ".join((*parsed.given, *parsed.family))) or name
    if surname:
        return _known_order(name, surname, parsed.nickname)
    if parsed.given and parsed.given[0].casefold() in _FAMILY_FIRST:
        return _any_order(tuple(whole.split()))
    given = _given_forms(parsed.given, parsed.nickname)
    family = _family_forms(parsed.given, " ".join(parsed.family), _spanish(whole))
    return NameForms(
        given=given,
        family=family,
        whole=_once([whole, name, *(f"{g} {f}" for g in given for f in family)]),
        reversed=_once(f"{f} {g}" for f in family[:1] for g in given),
        later=_later(parsed.given),
    )


@dataclass(frozen=True, slots=True)
class _Parsed:
    given: tuple[str, ...]
    family: tuple[str, ...]
    nickname: str


@lru_cache(maxsize=4096)
def _parse(name: str) -> _Parsed:
    from nameparser import HumanName

    parsed = HumanName(name[:200])
    given = f"{parsed.first} {parsed.middle}".split()
    family = str(parsed.last).split()
    if not given and family and len(name.split()) == 1:
        given, family = family, []
    return _Parsed(tuple(given), tuple(family), str(parsed.nickname))


def _known_order(name: str, surname: str, nickname: str) -> NameForms:
    """Where the card states the surname."""
    first = name.casefold().startswith(f"{surname.casefold()} ")
    rest = name[len(surname) + 1 :] if first else name.removesuffix(surname).strip()
    words = tuple(_NICKNAME.sub(" ", rest).split())
    given = _given_forms(words, nickname)
    if first and len(words) > 1:
        given = (*given, words[-1], " ".join(words[1:]))
    family = _family_forms((), surname, _spanish(name))
    pairs = [f"{g} {f}" for g in given for f in family]
    turned = [f"{f} {g}" for g in given for f in family]
    return NameForms(
        given=_once(given),
        family=family,
        whole=_once([name, *pairs, *(turned if first else [])]),
        reversed=() if first else _once(turned),
        later=_later(words),
    )


def _any_order(words: tuple[str, ...]) -> NameForms:
    """Where the family's name may stand first or last, any part of the name is taken as right."""
    parts = _once([words[0], words[-1], " ".join(words[1:]), " ".join(words[:-1])])
    name = " ".join(words)
    turned = " ".join((*words[1:], words[0]))
    return NameForms(given=parts, family=parts, whole=_once([name, turned]), reversed=())


def _given_forms(words: tuple[str, ...], nickname: str) -> tuple[str, ...]:
    starts = [" ".join(words[: count + 1]) for count in range(len(words))]
    if len(words) > 1 and _INITIAL.fullmatch(words[0]):
        starts += words[1:2]
    return _once([*starts, nickname])


def _later(given: tuple[str, ...]) -> tuple[str, ...]:
    if not given or unmarked(given[0]) not in _LED:
        return ()
    return tuple(word for word in given[1:2] if word.casefold() not in PARTICLES) or given[2:3]


def _family_forms(given: tuple[str, ...], surname: str, spanish: bool) -> tuple[str, ...]:
    """The surname, and what may stand for it: the first of two Spanish ones, either of others."""
    words = surname.split()
    forms = [surname]
    if words and words[0].casefold() in _SON_OF:
        forms += words[-1:]
    joined = [word.casefold() in PARTICLES for word in words]
    if len(words) > 1 and not any(joined):
        forms += words[:1] if spanish else [words[0], words[-1]]
    elif not all(joined):
        forms.append(" ".join(words[: joined.index(False) + 1]))
        if words[0].casefold() in _PORTUGUESE:
            forms.append(words[-1])
    if spanish and len(given) > 1:
        forms += [f"{given[-1]} {surname}", given[-1]]
    return _once(forms)


def _spanish(name: str) -> bool:
    folded = name.casefold()
    return any(word.endswith("ez") for word in unmarked(name).split()) or bool(
        set(folded) & set("ñáíóú")
    )


def _once(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in forms if form))
