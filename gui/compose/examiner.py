"""What looks at a draft in the checking thread: the checks, with all that they know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.check_data import load_knowledge
from core.checks.check import check
from core.checks.finding import Report
from core.drafting.values import Draft, Situation


class DraftExaminer:
    """Made in the checking thread: the word lists are read then. Raises what reading them raises."""

    def __init__(self, own_playbook: Path) -> None:
        self._knowledge = load_knowledge(own_playbook)

    def reports(self, draft: Draft, situation: Situation) -> Iterator[Report]:
        """What is found, at once."""
        yield check(draft, situation, self._knowledge)

    def close(self) -> None:
        """Nothing is held that would have to be let go of."""
