"""What looks at a draft in the checking thread: the checks, with all that they know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.check_data import load_knowledge
from core.checks.check import check
from core.checks.finding import Report
from core.checks.letter import read_letter
from core.drafting.values import Draft, Situation
from core.exchange.proofreading import Proofreader


class DraftExaminer:
    """Made in the checking thread: the word lists are read then. Raises what reading them raises."""

    def __init__(self, own_playbook: Path) -> None:
        self._knowledge = load_knowledge(own_playbook)
        self._proofreader = Proofreader()
        self._has_proofread = False

    def reports(self, draft: Draft, situation: Situation) -> Iterator[Report]:
        """What is found. Of the first draft twice: loading the proofreader takes a second or two."""
        if not self._has_proofread:
            yield check(draft, situation, self._knowledge)
        letter = read_letter(draft, situation)
        issues = self._proofreader.proofread(letter, situation, self._knowledge.lists)
        self._has_proofread = True
        yield check(draft, situation, self._knowledge, issues)

    def close(self) -> None:
        """Let the proofreader's thread end."""
        self._proofreader.close()
