"""A case with other names in it, so that a wrong finding can be shown to others.

Each word of a name becomes another word, the same wherever it stands; what is almost a name becomes
almost the other word, so that a slip stays a slip. Addresses and numbers go.
"""

import json
import re
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Levenshtein

from core.exchange.case_values import CaseFile
from core.exchange.case_writer import write_case

NEAR = 2
"""So many letters away a word still counts as a slip of a name."""
PROSE = frozenset(
    [
        "name",
        "surname",
        "company",
        "aliases",
        "place",
        "text",
        "title",
        "subject",
        "body",
        "attachments",
        "what",
        "cv_employers",
        "correct",
    ]
)
"""Keys of a case file whose texts may bear names."""
DROPPED = frozenset(["uid", "created_at", "source", "signature", "notes", "calendar_uid", "job"])
STAND_INS = [
    "Alder",
    "Birch",
    "Cedar",
    "Dogwood",
    "Elm",
    "Fir",
    "Ginkgo",
    "Hazel",
    "Juniper",
    "Laurel",
    "Maple",
    "Oak",
    "Pine",
    "Quince",
    "Rowan",
    "Spruce",
    "Tamarind",
    "Willow",
    "Yew",
    "Zelkova",
]
_ALIKE = frozenset(
    [
        "van",
        "der",
        "den",
        "de",
        "von",
        "zu",
        "da",
        "di",
        "la",
        "le",
        "el",
        "al",
        "dr",
        "prof",
        "group",
        "gmbh",
        "ltd",
        "inc",
        "company",
        "the",
        "and",
        "of",
        "for",
    ]
)
"""Words of names that tell nothing."""
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|\+?\d[\d ()/-]{6,}\d")

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


class Strangers:
    """Gives every name another one."""

    def __init__(self, names: Iterable[str]) -> None:
        words = dict.fromkeys(word.casefold() for name in names for word in _WORD.findall(name))
        own = [word for word in words if len(word) > 1 and word not in _ALIKE]
        self._known = {word: _stand_in(number) for number, word in enumerate(own)}

    def text(self, text: str) -> str:
        """The text without the names that are known, and without addresses."""
        return _WORD.sub(self._other, _ADDRESS.sub("address", text))

    def _other(self, match: re.Match[str]) -> str:
        word = match.group()
        found = self._known.get(word.casefold()) or self._slip(word)
        if not found:
            return word
        return found if word[:1].isupper() else found.lower()

    def _slip(self, word: str) -> str:
        """The stand-in, with a slip of its own, for what is almost a name."""
        if not word[:1].isupper() or len(word) <= NEAR + 1:
            return ""
        folded = word.casefold()
        for name, stand_in in self._known.items():
            if Levenshtein.distance(name, folded, score_cutoff=NEAR) <= NEAR:
                return f"{stand_in}e"
        return ""


def without_names(file: CaseFile) -> str:
    """The case as the text of a file, among strangers."""
    others = file.case.others or ()
    own = (file.me.name, file.me.signature) if file.me is not None else ()
    strangers = Strangers(
        [
            *(name for person in file.case.people for name in (person.name, person.surname)),
            file.case.company,
            *file.aliases,
            *(name for other in others for name in (other.company, *other.aliases, *other.people)),
            *file.cv_employers,
            *own,
        ]
    )
    content: Json = json.loads(write_case(file))
    return json.dumps(_told(content, strangers, prose=False), ensure_ascii=False, indent=1) + "\n"


def _told(value: Json, strangers: Strangers, *, prose: bool) -> Json:
    if isinstance(value, str):
        return strangers.text(value) if prose else value
    if isinstance(value, list):
        return [_told(each, strangers, prose=prose) for each in value]
    if isinstance(value, dict):
        return dict(_told_members(value, strangers))
    return value


def _told_members(value: dict[str, Json], strangers: Strangers) -> Iterator[tuple[str, Json]]:
    """The people of other employers are names; those of a round are ids."""
    names_people = "company" in value
    for key, member in value.items():
        if key in ("email", "phone"):
            yield key, "name@work.example" if key == "email" else "+47 55 00 00 00"
        elif key not in DROPPED:
            yield key, _told(member, strangers, prose=_is_prose(key, names_people))


def _is_prose(key: str, names_people: bool) -> bool:
    return key in PROSE or (key == "people" and names_people)


def _stand_in(number: int) -> str:
    rounds, place = divmod(number, len(STAND_INS))
    return STAND_INS[place] + "land" * rounds
