"""Check 1 within the text: a name behind a title that is a slip of a card's, "Dr. van den Berg"."""

import re
from collections.abc import Iterator

from core.checks.finding import Edit, Field, Finding, Fix, Level, Span
from core.checks.letter import Letter
from core.checks.name_forms import forms_of, loses_marks, near, same_family
from core.drafting.values import Situation
from core.playbook.values import Person

CORRECTION = "M3"
_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|mx|dr|prof|professor|herrn?|frau|madame|mme|monsieur|sra?|señora?)\b\.?[ \t]+"
    r"(?P<name>(?:(?:van|von|de|der|den|del|della|di|da|la|le|ten|ter|zu|zum|zur)[ \t]+){0,3}"
    r"[^\W\d_][\w'’-]+)",
    re.IGNORECASE,
)


def check_names_in_text(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """Titled names that lie within a letter or two of one card's surname, and are nobody's.

    A correction may name the slip that it corrects.
    """
    if letter.draft.kind == CORRECTION:
        return
    for where in letter.paragraphs:
        for match in _TITLED.finditer(where.text):
            name = match["name"]
            person = _meant(name, situation.case.people)
            if person is not None and name.split()[-1][0].isupper():
                at = Span(where.start + match.start("name"), where.start + match.end("name"))
                yield _finding(at, name, person)


def _meant(name: str, people: tuple[Person, ...]) -> Person | None:
    """The one person whose surname was missed; None where the name is right, or fits nobody."""
    families = [(person, forms_of(person).family) for person in people]
    if any(same_family(name, form) for _person, forms in families for form in forms):
        return None
    found = [
        person
        for person, forms in families
        if any(near(name, form) or loses_marks(name, form) for form in forms)
    ]
    return found[0] if len(found) == 1 else None


def _finding(at: Span, wrote: str, person: Person) -> Finding:
    right = forms_of(person).family[0]
    return Finding(
        check=1,
        level=Level.MUST,
        field=Field.BODY,
        span=at,
        text=wrote,
        variant="diacritics" if loses_marks(wrote, right) else "",
        arguments=(("right", right), ("wrote", wrote), ("card", person.name)),
        fixes=(Fix(text=right, edits=(Edit(field=Field.BODY, span=at, text=right),)),),
    )
