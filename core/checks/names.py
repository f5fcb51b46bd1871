"""Names and titles: checks 1 (wrong name), 2 (wrong title), 3 (unconfirmed), 4 (impersonal)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.checks.address import WITH_FIRST_NAME, Address, addresses, titles_of
from core.checks.finding import Edit, Field, Finding, Fix, Level, Span
from core.checks.letter import Letter
from core.checks.name_forms import (
    forms_of,
    loses_marks,
    near,
    nearest,
    same_family,
    tidy,
    unmarked,
)
from core.checks.text import Paragraph
from core.checks.titles import title_differs, titled_surname
from core.drafting.salutations import LANGUAGES, salutation
from core.drafting.values import Situation, Tone
from core.playbook.names import surname
from core.playbook.values import Channel, Person

_WRITTEN = frozenset({Channel.EMAIL, Channel.LETTER})
_CONJUNCTIONS = frozenset({"y", "e", "and", "und", "et"})


def check_names(letter: Letter, situation: Situation, language: str) -> Iterator[Finding]:
    """What is wrong with how the letter addresses its readers."""
    readers = recipients(letter, situation)
    if not readers:
        return
    named: list[Address] = []
    if letter.salutation is not None:
        titles = frozenset(title for person in readers for title in titles_of(person.title))
        found = addresses(letter.salutation.text, _joined_names(readers), titles)
        named = [one for one in found if not _is_nobody(one, readers, situation)]
        if named:
            yield from _check_addresses(letter.salutation, named, readers, situation)
        else:
            yield from _impersonal(letter, letter.salutation, found, readers, language)
    yield from _unconfirmed(letter, named, readers)


def recipients(letter: Letter, situation: Situation) -> tuple[Person, ...]:
    """The contact cards of the addressees."""
    people = {person.id: person for person in situation.case.people}
    return tuple(people[who] for who in letter.draft.to if who in people)


def _is_nobody(address: Address, readers: Sequence[Person], situation: Situation) -> bool:
    """Whether no one in particular is addressed, or a company or an office instead of its holder."""
    if address.name and any(_fits(address.name, person) for person in readers):
        return False
    if address.nobody or address.titles:
        return address.nobody
    case = situation.case
    others = (case.company, *situation.aliases, *(person.job for person in readers))
    name = address.name.casefold()
    return any(f"{other.casefold()} ".startswith(f"{name} ") for other in others)


def _joined_names(people: Iterable[Person]) -> tuple[str, ...]:
    """Names that hold an "and" of their own, such as Ortega y Gasset."""
    names = (tidy(text) for person in people for text in (person.name, surname(person)))
    return tuple(name for name in names if _CONJUNCTIONS & set(name.casefold().split()))


# -- whom each address means


@dataclass(frozen=True, slots=True)
class _Greeted:
    address: Address
    person: Person
    right: bool
    """Whether the name is one of the card's forms."""


def _check_addresses(
    where: Paragraph, named: Sequence[Address], readers: Sequence[Person], situation: Situation
) -> Iterator[Finding]:
    for greeted in _greeted(named, readers, situation):
        if greeted.right:
            yield from _check_form(where, greeted)
        else:
            yield _wrong_name(where, greeted, situation)


def _greeted(
    named: Sequence[Address], readers: Sequence[Person], situation: Situation
) -> Iterator[_Greeted]:
    """Each address with the reader whom it means: an exact one first, then the most alike."""
    left = list(readers)
    unclear: list[Address] = []
    for address in named:
        person = next((p for p in (*left, *readers) if _fits(address.name, p)), None)
        if person is None:
            unclear.append(address)
            continue
        left = [reader for reader in left if reader is not person]
        yield _Greeted(address, person, right=True)
    for address in unclear:
        candidates = left or [p for p in situation.case.people if _nearly(address.name, p)]
        if candidates:
            person = min(candidates, key=lambda p: _distance(address.name, p))
            left = [reader for reader in left if reader is not person]
            yield _Greeted(address, person, right=False)


def _fits(name: str, person: Person) -> bool:
    forms = forms_of(person)
    if any(same_family(name, form) for form in forms.family):
        return True
    known = (*forms.whole, *forms.given, *forms.later)
    one_case = person.name in {person.name.lower(), person.name.upper()}
    return name in known or (one_case and name.casefold() in {form.casefold() for form in known})


def _nearly(name: str, person: Person) -> bool:
    return any(near(name, form) or loses_marks(name, form) for form in forms_of(person).all)


def _distance(name: str, person: Person) -> float:
    from rapidfuzz.distance import OSA

    forms = (*forms_of(person).all, *forms_of(person).reversed)
    return min((OSA.normalized_distance(unmarked(name), unmarked(f)) for f in forms), default=1.0)


# -- check 1


def _wrong_name(where: Paragraph, greeted: _Greeted, situation: Situation) -> Finding:
    address, person = greeted.address, greeted.person
    variant, right = _slip(address, person, situation)
    return _finding(
        1, where, address.name_span, right, variant=variant, person=person, wrote=address.name
    )


def _slip(address: Address, person: Person, situation: Situation) -> tuple[str, str]:
    """What kind of slip it is, and what belongs there."""
    forms, wrote = forms_of(person), address.name
    right = _right_form(address, person)
    if any(loses_marks(wrote, form) for form in forms.all):
        form = next(form for form in forms.all if loses_marks(wrote, form))
        same_but_case = wrote.casefold() == form.casefold()
        return ("case" if same_but_case else "diacritics"), form
    if any(unmarked(wrote) == unmarked(form) for form in forms.reversed):
        return "swapped", forms.whole[0]
    if any(other is not person and _fits(wrote, other) for other in situation.case.people):
        return "other person", right
    if _shortened(wrote, forms.given):
        return "short", forms.given[0]
    return "", right


def _shortened(wrote: str, given: Sequence[str]) -> bool:
    """ "Anna" for "Anna-Maria", "Alex" for "Alexandra"."""
    return len(wrote) > 2 and any(form.casefold().startswith(wrote.casefold()) for form in given)


def _right_form(address: Address, person: Person) -> str:
    """The form of the card's name that was meant."""
    forms = forms_of(person)
    if address.titles and not WITH_FIRST_NAME & set(address.titles) and forms.family:
        return forms.family[0]
    if " " in address.name:
        return nearest(address.name, (forms.whole[0], *forms.family[:1], *forms.given[:1]))
    return nearest(address.name, (*forms.given[:1], *forms.family[:1])) or person.name


# -- check 2


def _check_form(where: Paragraph, greeted: _Greeted) -> Iterator[Finding]:
    address, person = greeted.address, greeted.person
    forms, name = forms_of(person), address.name
    of_family = any(same_family(name, form) for form in forms.family)
    of_given = name in (*forms.given, *forms.later)
    ambiguous = of_family and of_given
    if not address.titles:
        if of_family and not of_given and forms.given:
            yield _bare_surname(where, address, person)
        return
    if title_differs(address.titles, person.title):
        yield _title(where, address, person, "title")
    elif of_given and not ambiguous and forms.family and not WITH_FIRST_NAME & set(address.titles):
        yield _title(where, address, person, "first name")


def _title(where: Paragraph, address: Address, person: Person, variant: str) -> Finding:
    right = titled_surname(person, where.text[address.span.start : address.name_span.start])
    wrote = where.text[address.span.start : address.span.end]
    return _finding(2, where, address.span, right, variant=variant, person=person, wrote=wrote)


def _bare_surname(where: Paragraph, address: Address, person: Person) -> Finding:
    """ "Dear Weber": the title is missing, or the first name was meant."""
    if person.title:
        return _title(where, address, person, "no title")
    right = forms_of(person).given[0]
    return _finding(
        1, where, address.name_span, right, variant="swapped", person=person, wrote=address.name
    )


def _finding(
    check: int,
    where: Paragraph,
    span: Span,
    right: str,
    *,
    variant: str,
    person: Person,
    wrote: str,
) -> Finding:
    at = Span(where.start + span.start, where.start + span.end)
    return Finding(
        check=check,
        level=Level.MUST,
        span=at,
        text=where.text[span.start : span.end],
        variant=variant,
        arguments=(("right", right), ("wrote", wrote), ("card", person.name)),
        fixes=(Fix(text=right, edits=(Edit(field=Field.BODY, span=at, text=right),)),),
    )


# -- check 3


def _unconfirmed(
    letter: Letter, named: Sequence[Address], readers: Sequence[Person]
) -> Iterator[Finding]:
    for person in readers:
        if person.confirmed:
            continue
        span = next((a.span for a in named if _fits(a.name, person)), None)
        start = letter.salutation.start if letter.salutation else 0
        at = Span(start + span.start, start + span.end) if span else None
        yield Finding(
            check=3,
            level=Level.SHOULD,
            field=Field.BODY if at else Field.TO,
            span=at,
            text=letter.text(at) if at else None,
            arguments=(("name", f"{person.title} {person.name}".strip()),),
            fixes=(Fix(act="open card", argument=person.id, text=person.name),),
        )


# -- check 4


def _impersonal(
    letter: Letter,
    where: Paragraph,
    found: Sequence[Address],
    readers: Sequence[Person],
    language: str,
) -> Iterator[Finding]:
    """A greeting of nobody, though the name is known; a group may be greeted as one."""
    if letter.draft.channel not in _WRITTEN:
        return
    group = len(readers) > 1 and not any(_to_nobody(where.text, a) for a in found)
    if group and not where.text.casefold().startswith("to whom"):
        return
    right = salutation(readers, Tone.PLAIN, language if language in LANGUAGES else "en")
    yield Finding(
        check=4,
        level=Level.SHOULD,
        span=where.span,
        text=where.text,
        arguments=(("right", right.rstrip(",:")), ("name", readers[0].name)),
        fixes=(Fix(text=right, edits=(Edit(field=Field.BODY, span=where.span, text=right),)),),
    )


def _to_nobody(text: str, address: Address) -> bool:
    """Whether a greeting is one for strangers, which does not fit a known group either."""
    words = text[address.span.start : address.span.end].casefold().split()
    return bool({"sir", "madam", "manager", "herren", "damen", "recruiter", "sirs"} & set(words))
