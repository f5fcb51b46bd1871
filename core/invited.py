"""Whom an invitation makes known: those to be met, and the organizer as a contact."""

import re
from collections.abc import Iterator

from core.exchange.calendar_values import Attendee, Invitation, Method
from core.exchange.guesses import is_shared_host
from core.playbook.values import Part
from core.use_cases.people import NamedPerson

MOST_PEOPLE = 20
_INVITING = frozenset({Method.REQUEST, Method.ADD})
_OFFICE = re.compile(
    r"^(no-?reply|do-?not-?reply|calendar|kalender|jobs?|careers?|karriere|hr|recruiting|talent|"
    r"recruitment|scheduling|bewerbung|info|office|kontakt|contact|notifications?|meeting.*)\b",
    re.IGNORECASE,
)
_SPOKEN_ADDRESS = re.compile(r"[a-z]{2,}([._-][a-z]{2,}){1,2}", re.IGNORECASE)


def people_met(invitation: Invitation) -> Iterator[NamedPerson]:
    """Those to be met: whoever attends from the organizer's own house, except the user.

    The organizer often only sends the invitation, so counts only where listed as attending, too,
    and not merely as its chair. A calendar that is no invitation may be the user's own, so its
    people are left out.
    """
    organizer = invitation.organizer
    if organizer is None or invitation.method not in _INVITING:
        return
    house, host = organizer.email.rpartition("@")[2].lower(), organizer.email.lower()
    user = _user(invitation)
    for person in invitation.attendees[:MOST_PEOPLE]:
        email = person.email.lower()
        colleague = house and not is_shared_host(house) and email.endswith(f"@{house}")
        hosts = bool(email) and email == host
        card = _card(person, Part.INTERVIEWER)
        if card and email != user and (not person.chairs if hosts else colleague):
            yield card


def contacts(invitation: Invitation, met: tuple[NamedPerson, ...]) -> Iterator[NamedPerson]:
    """The organizer: whom to write to, if not one of those to be met."""
    if invitation.organizer is None or invitation.method not in _INVITING:
        return
    card = _card(invitation.organizer, Part.CONTACT)
    addresses = {person.email.lower() for person in met}
    if card is not None and card.email.lower() not in {*addresses, _user(invitation)}:
        yield card


def _user(invitation: Invitation) -> str:
    """The user's own address: the mail's recipient, or the only one whose answer is wanted."""
    asked = {person.email.lower() for person in invitation.attendees if person.asked}
    return invitation.recipient or (asked.pop() if len(asked) == 1 else "")


def _card(person: Attendee, part: Part) -> NamedPerson | None:
    """A contact card, or None for an office or a machine."""
    local = person.email.partition("@")[0]
    if _OFFICE.match(local) or _is_machine(person.email):
        return None
    name = person.name
    if not name and _SPOKEN_ADDRESS.fullmatch(local):
        name = " ".join(re.split(r"[._-]", local)).title()
    last, comma, first = name.partition(", ")
    if comma and "," not in first:
        name = f"{first} {last}"
    return NamedPerson(name=name, email=person.email, part=part) if name else None


def _is_machine(email: str) -> bool:
    return bool(re.search(r"[@.](calendar\.google|group\.calendar|resource\.calendar)\.", email))
