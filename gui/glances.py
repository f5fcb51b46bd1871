"""What is asked while nobody touches anything, for `Desk.glance`: each needs plain sqlite3 only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.clock import Now

if TYPE_CHECKING:
    from core.awaited import Waiting
    from core.own_sentence import OwnSentence
    from core.settings import Preferences
    from core.store import Glimpse
    from core.unsent import Unsent


def waiting(glimpse: Glimpse, now: Now) -> tuple[Waiting, ...]:
    """What others are to do."""
    from core.awaited import read_waiting

    return read_waiting(glimpse.connection, now)


def own_sentence(glimpse: Glimpse, now: Now) -> OwnSentence | None:
    """What the user said to themselves last."""
    from core.own_sentence import read_own_sentence

    return read_own_sentence(glimpse.connection)


def preferences(glimpse: Glimpse, now: Now) -> Preferences:
    """All settings."""
    from core.settings import read_stored

    return read_stored(glimpse.connection)


def asks(glimpse: Glimpse, now: Now) -> bool:
    """Whether there is anything to say, or to put in order, at this moment."""
    from core.asking import asks as anything

    return anything(glimpse.connection, glimpse.fingerprint, now)


def unsent(glimpse: Glimpse, now: Now) -> Unsent:
    """What the messages wait for."""
    from core.unsent import read_unsent

    return read_unsent(glimpse.connection)
