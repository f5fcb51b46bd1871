"""What the tests of the composer begin with."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtTest import QSignalSpy

from core.meaning.heard import NOTHING, Heard
from core.use_cases.messages import Composing
from gui.compose import actions
from gui.compose.examiner import DraftExaminer
from gui.pages.compose import ComposePage
from tests.gui.pages.world import World


class _NoReader:
    """Reads nothing: the tests of the page need not wait for the meaning of every sentence."""

    def heard(self, sentences: Iterable[str]) -> Heard:
        return NOTHING

    def read_some(self, sentences: Iterable[str]) -> bool:
        return False


def examiner_by_words(own_playbook: Path) -> DraftExaminer:
    """All checks, grammar included, without the reading of whole sentences."""
    return DraftExaminer(own_playbook, _NoReader)


def open_kind(
    page: ComposePage, world: World, application: int, kind: str, people: tuple[int, ...] = ()
) -> int:
    """The page shows a new message of that kind; gives the draft's id."""
    opened = QSignalSpy(page.writing.opened)
    world.write(actions.begin_for, application, kind, people, then=page.show_draft)
    composing: Composing = opened.at(0)[0]
    return composing.draft_id


def stored(world: World, draft: int) -> Composing:
    """The message as it is stored."""
    with world.database.reading() as session:
        return actions.compose(session, draft, world.now())
