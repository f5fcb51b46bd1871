"""Everybody as the list of people shows them: filtered, and grouped by where things stand. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.clock import Now
from gui import words
from gui.models.applications import fold
from gui.widgets.people_card import PART_WORDS, full_name, note_of
from gui.widgets.person_card import CardText

if TYPE_CHECKING:
    from core.use_cases.everyone import KnownPerson

LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """One row of the list, in words."""

    id: int
    name: str
    monogram: str
    about: str
    """The job or part, and the company."""
    reach: str
    """An address, else a number."""
    last: str
    note: str
    icon: str
    ink: str

    @property
    def spoken(self) -> str:
        """What a screen reader says after the name."""
        parts = (
            self.about,
            self.reach,
            f"last contact {self.last}" if self.last else "",
            self.note,
        )
        return ". ".join(part for part in parts if part)


def matching(people: Iterable[KnownPerson], text: str) -> tuple[KnownPerson, ...]:
    """Those whose card holds every word that was typed, in any order and without accents."""
    wanted = fold(text).split()
    return tuple(person for person in people if all(word in _searched(person) for word in wanted))


def _searched(person: KnownPerson) -> str:
    card = person.details
    parts = (card.title, card.name, card.job, card.email, person.company, person.role, card.topic)
    return fold(" ".join((*parts, PART_WORDS[card.part])))


def line_of(person: KnownPerson, now: Now) -> PersonLine:
    """A card as one row."""
    card = person.details
    note, icon, ink = note_of(
        card.part,
        card.consent,
        confirmed=card.confirmed,
        informed=card.informed,
        gone=card.gone,
    )
    last = person.last_contact
    return PersonLine(
        id=person.id,
        name=full_name(card.title, card.name)[:LONGEST],
        monogram=card.name,
        about=" · ".join((card.job or PART_WORDS[card.part], person.company))[:LONGEST],
        reach=(card.email or card.phone)[:LONGEST],
        last=words.past_day(last, now) if last is not None else "",
        note=note,
        icon=icon,
        ink=ink,
    )


def headline(people: Sequence[KnownPerson]) -> str:
    """The sentence under the title: how many, and what may be unsure about them."""
    if not people:
        return ""
    unsure = sum(not one.details.confirmed and not one.details.gone for one in people)
    many = "One person" if len(people) == 1 else f"{words.count(len(people))} people"
    if not unsure:
        return f"{many}. All names are confirmed."
    names = "One name is" if unsure == 1 else f"{words.count(unsure)} names are"
    return f"{many}. {names} not confirmed yet: a wrong name is the one slip that costs."


def rounds_words(person: KnownPerson) -> str:
    """ "First round and second round"; empty where there was none."""
    return words.listed([words.round_name(number) for number in person.rounds]).capitalize()


def card_of(person: KnownPerson, now: Now) -> CardText:
    """The card beside the list."""
    line, card = line_of(person, now), person.details
    facts = (
        ("Company", person.company),
        ("Role", person.role),
        ("Met", rounds_words(person)),
        ("Last contact", line.last),
        ("E-mail", card.email),
        ("Phone", card.phone),
        ("Topic", card.topic),
    )
    return CardText(
        name=line.name,
        monogram=line.monogram,
        about=card.job or PART_WORDS[card.part],
        note=line.note,
        icon=line.icon,
        ink=line.ink,
        facts=tuple((label, value[:LONGEST]) for label, value in facts if value),
    )
