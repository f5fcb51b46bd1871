"""How a person is spoken of in a step's title. Uses nameparser, which is pure."""

from functools import lru_cache

from core.playbook.values import Person


def surname(person: Person) -> str:
    """The surname: as the card states it, else as the parser reads it from the name."""
    return person.surname or _parsed_surname(person.name)


def short_name(person: Person) -> str:
    """ "Dr. van der Berg" where the title is known, else the name as it stands."""
    if person.title:
        return f"{person.title} {surname(person) or person.name}"
    return person.name


@lru_cache(maxsize=4096)
def _parsed_surname(name: str) -> str:
    from nameparser import HumanName

    return str(HumanName(name).last)
