"""Which kinds of message fit a person, or an application as it stands. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.drafting.kinds import KINDS
from core.playbook.values import ApplicationState, Part

_WAITING = ("M1", "M4", "M5", "M6", "M7", "M11", "M16")
_ARRANGED = ("M17", "M7", "M8", "M16")
_OVER = ("M10", "M11", "M12", "M9")

BY_STATE = {
    ApplicationState.SCHEDULED: _ARRANGED,
    ApplicationState.NEXT_ROUND: (*_ARRANGED, "M1"),
    ApplicationState.OFFER: ("M13", "M14", "M15", "M16", "M9"),
    ApplicationState.ACCEPTED: ("M15", "M9", "M12"),
    ApplicationState.REJECTED: _OVER,
    ApplicationState.WITHDRAWN: ("M16", "M9", "M12"),
    ApplicationState.QUIET: ("M12", "M16", "M11"),
}
"""What the menu of an application offers; a state that is not here waits for an answer."""

BY_PART = {
    Part.REFEREE: ("M8", "M9", "M7"),
    Part.FRIEND: ("M12",),
    Part.CONTACT: ("M11", "M12", "M7"),
    Part.RECRUITER: ("M1", "M4", "M6", "M7", "M12"),
    Part.INTERVIEWER: ("M1", "M3", "M4", "M7", "M11", "M12"),
}

Named = tuple[tuple[str, str], ...]
"""Kinds by id and name."""


def for_application(state: ApplicationState) -> Named:
    """What can be written in an application that stands so."""
    return _named(BY_STATE.get(state, _WAITING))


def for_person(part: Part) -> Named:
    """What can be written to someone with that part."""
    return _named(BY_PART[part])


def being_written(count: int) -> str:
    """ "1 message is being written"; empty for none."""
    if not count:
        return ""
    return "1 message is being written" if count == 1 else f"{count} messages are being written"


def _named(kinds: Sequence[str]) -> Named:
    return tuple((kind, KINDS[kind].name) for kind in kinds)
