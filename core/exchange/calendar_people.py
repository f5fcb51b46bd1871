"""The people that an event names."""

import re
from collections.abc import Iterable, Iterator

from core.exchange.calendar_parts import parameter
from core.exchange.calendar_values import Attendee

_ADDRESS = re.compile(r"[^@\s<>\"']{1,64}@[^@\s<>\"']{1,255}")
_ROOMS = frozenset({"ROOM", "RESOURCE"})


def read_people(given: Iterable[object]) -> Iterator[Attendee]:
    """Those with a name or an address. Rooms and equipment are left out."""
    for person in given:
        if parameter(person, "CUTYPE").upper() in _ROOMS:
            continue
        address = re.sub(r"^mailto:", "", str(person).strip(), flags=re.IGNORECASE)
        email = address if _ADDRESS.fullmatch(address) else ""
        name = " ".join(parameter(person, "CN").split()).strip("'\"")[:200]
        if name or email:
            yield Attendee(
                name="" if _ADDRESS.fullmatch(name) else name,
                email=email,
                chairs=parameter(person, "ROLE").upper() == "CHAIR",
                asked=parameter(person, "RSVP").upper() == "TRUE",
            )
