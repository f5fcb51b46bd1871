"""All data that checking a draft needs, loaded once and passed in."""

from dataclasses import dataclass

from core.checks.lists import Wordlists
from core.checks.parts import Parts
from core.playbook.rulebook import Playbook


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Knowledge:
    """Compared by identity: it is loaded once, and read by every check."""

    lists: Wordlists
    parts: Parts
    playbook: Playbook
