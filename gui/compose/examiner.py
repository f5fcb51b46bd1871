"""What looks at a draft in the checking thread: the checks, with all that they know."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from core.check_data import load_knowledge
from core.checks.check import check
from core.checks.finding import Report
from core.checks.letter import read_letter
from core.checks.meaning import sentences_to_read
from core.drafting.values import Draft, Situation
from core.exchange.proofreading import Proofreader
from core.meaning.heard import SentenceReader
from core.meaning_files import standard_reader


class DraftExaminer:
    """Made in the checking thread: word lists and encoder are read then. Raises what that raises."""

    def __init__(
        self, own_playbook: Path, load_reader: Callable[[], SentenceReader] = standard_reader
    ) -> None:
        self._knowledge = load_knowledge(own_playbook)
        self._proofreader = Proofreader()
        self._reader = load_reader()
        self._has_proofread = False

    def reports(self, draft: Draft, situation: Situation) -> Iterator[Report]:
        """What is found: at once, and again for whatever takes longer.

        Loading the proofreader takes a second or two; reading sentences that are new, a moment for
        every few of them.
        """
        letter = read_letter(draft, situation)
        if not self._has_proofread:
            yield check(draft, situation, self._knowledge)
        issues = self._proofreader.proofread(letter, situation, self._knowledge.lists)
        self._has_proofread = True
        sentences = sentences_to_read(letter)
        more = True
        while more:
            heard = self._reader.heard(sentences)
            yield check(draft, situation, self._knowledge, issues, heard)
            more = self._reader.read_some(sentences)

    def close(self) -> None:
        """Let the proofreader's thread end."""
        self._proofreader.close()
