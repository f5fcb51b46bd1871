"""What a checklist is made of."""

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """The groups of the checklist, in their order."""

    CARRIED = "carried"
    LOGISTICS = "logistics"
    PEOPLE = "people"
    ROLE = "role"
    FACTS = "facts"
    STORIES = "stories"
    DOUBTS = "doubts"
    CONSISTENCY = "consistency"
    QUESTIONS = "questions"
    OFFER = "offer"


TITLES = {
    Section.CARRIED: "From last time",
    Section.LOGISTICS: "Place, time and way",
    Section.PEOPLE: "The people",
    Section.ROLE: "The role: the ad against your evidence",
    Section.FACTS: "The company",
    Section.STORIES: "Your stories",
    Section.DOUBTS: "Open doubts",
    Section.CONSISTENCY: "What you said before",
    Section.QUESTIONS: "Your questions",
    Section.OFFER: "If they make an offer",
}


class ItemState(StrEnum):
    OPEN = "open"
    TICKED = "ticked"
    BY_ITSELF = "by itself"
    """The data show it: nobody has to tick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to prepare. `key` stays the same while it means the same thing."""

    key: str
    section: Section
    words: str
    why: str = ""
    progress: str = ""
    """How far it is, such as "3 of 5 so far"."""
    state: ItemState = ItemState.OPEN
    own: bool = False
    """The user's own."""

    @property
    def done(self) -> bool:
        return self.state is not ItemState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Items that belong together."""

    section: Section
    title: str
    items: tuple[Item, ...]

    @property
    def done(self) -> int:
        """How many of its items are done."""
        return sum(item.done for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """The whole list; groups with nothing in them are left out."""

    groups: tuple[Group, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for group in self.groups for item in group.items)

    @property
    def done(self) -> int:
        return sum(group.done for group in self.groups)

    @property
    def total(self) -> int:
        return len(self.items)


def seen(shown: bool) -> ItemState:
    """Done by itself where the data show it."""
    return ItemState.BY_ITSELF if shown else ItemState.OPEN
