"""To whom a message goes, and by which way, where no step says so."""

from core.drafting.kinds import KINDS
from core.playbook.facts import Facts
from core.playbook.values import Case, Channel, Part, Person

TO_REFEREES = frozenset({"M8", "M9"})

PRIVATE_NETWORKS = frozenset({Channel.FACEBOOK})


def addressees(kind: str, case: Case) -> tuple[str, ...]:
    """The ids of the people whom a message of this kind fits; empty where nobody is known.

    A thank-you goes to everyone of the latest round; anything else to the one who leads the
    process: the recruiter, else the first of the latest round, else any other contact there.
    """
    here = [person for person in case.people if not person.gone]
    if kind in TO_REFEREES:
        referees = [person for person in here if person.part is Part.REFEREE]
        return (referees[0].id,) if len(referees) == 1 else ()
    recruiters = [person for person in here if person.part is Part.RECRUITER]
    if case.via_recruiter_only:
        return _first(recruiters)
    met = [person for person in _latest_round(case) if not person.gone]
    if KINDS[kind].thank_you:
        return tuple(person.id for person in met)
    others = [person for person in here if person.part in {Part.INTERVIEWER, Part.CONTACT}]
    return _first(recruiters) or _first(met) or _first(others)


def channel_to(kind: str, recipients: tuple[Person, ...]) -> Channel:
    """How it is sent: as the one recipient prefers, but never by a private network."""
    if KINDS[kind].most_characters is not None:
        return Channel.LINKEDIN
    preferred = {person.prefers for person in recipients}
    if len(preferred) == 1 and not preferred & PRIVATE_NETWORKS:
        return preferred.pop()
    return Channel.EMAIL


def _latest_round(case: Case) -> tuple[Person, ...]:
    facts = Facts(case)
    latest = facts.round_before(case.now)
    return facts.interviewers(latest) if latest is not None else ()


def _first(people: list[Person]) -> tuple[str, ...]:
    return tuple(person.id for person in people[:1])
