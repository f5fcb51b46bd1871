"""Titles: whether the one that was written is the card's, and the right one with the surname."""

from collections.abc import Collection, Sequence

from core.checks.address import COURTESY, DOCTOR, PROFESSOR, titles_of
from core.checks.name_forms import forms_of
from core.playbook.values import Person

_WITHOUT_DOCTOR = frozenset(
    [
        *(
            "madame",
            "mme",
            "mlle",
            "mademoiselle",
            "monsieur",
            "m",
            "mevrouw",
            "meneer",
            "mw",
            "dhr",
        ),
        *("fru", "signora", "sig", "pan", "pani", "san", "ji"),
    ]
)
"""Courtesy titles of languages in which a doctor's or professor's title may stay away."""

_WOMENS = frozenset({"dra", "doctora", "dott.ssa", "dottoressa", "profesora", "prof.ssa"})
_MENS = frozenset({"dott", "dottor", "doctor", "profesor"})
"""Academic titles that say whether it is a woman or a man; "Dr." says neither."""
_KEPT = frozenset({"frau", "herr", "herrn", "sra", "sr", "señora", "señor", "signora", "signor"})
"""Courtesy titles that stay before an academic one."""


def title_differs(written: Sequence[str], card: str) -> bool:
    """Whether titles in a greeting contradict those of the card; a card without any tells nothing."""
    right = titles_of(card)
    if not right:
        return False
    return (
        _courtesy_differs(written, right)
        or _rank_differs(written, right)
        or bool(_WOMENS & set(written) and _MENS & set(right))
        or bool(_MENS & set(written) and _WOMENS & set(right))
    )


def titled_surname(person: Person, written: str) -> str:
    """The surname with the card's title, else with those written: "Dr. van der Berg", "Frau Dr. Weber"."""
    family = (forms_of(person).family or (person.name,))[0]
    courtesy = next((word for word in written.split() if _folded(word) in _KEPT), "")
    academic = _academic(person.title)
    if (
        courtesy
        and academic
        and not _courtesy_differs([_folded(courtesy)], titles_of(person.title))
    ):
        return f"{courtesy} {academic} {family}"
    return f"{person.title or written.strip()} {family}".strip()


def _academic(title: str) -> str:
    words = title.split()
    return " ".join(w for w in words if _folded(w) not in COURTESY)


def _folded(word: str) -> str:
    return word.rstrip(".").casefold()


def _courtesy_differs(written: Collection[str], right: Collection[str]) -> bool:
    """Mr for Ms, or Mrs for Ms; "Frau" says no more than that it is a woman."""
    ours = {COURTESY[title] for title in written if title in COURTESY}
    theirs = {COURTESY[title] for title in right if title in COURTESY}
    if not ours or not theirs or ours & theirs:
        return False
    women = {"ms", "mrs", "miss", "f"}
    return not ("f" in ours | theirs and ours <= women and theirs <= women)


def _rank_differs(written: Collection[str], right: Collection[str]) -> bool:
    """A doctor or professor written as less, or as more, than the card says."""
    if PROFESSOR & set(right):
        return not PROFESSOR & set(written) and not _WITHOUT_DOCTOR & set(written)
    if DOCTOR & set(right):
        more = bool(PROFESSOR & set(written))
        return more or not (DOCTOR & set(written) or _WITHOUT_DOCTOR & set(written))
    more = bool((DOCTOR | PROFESSOR) & set(written))
    return more or not (set(right) & set(COURTESY) or set(right) & set(written))
