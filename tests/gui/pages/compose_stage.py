"""What the tests of the composer begin with."""

from __future__ import annotations

from PySide6.QtTest import QSignalSpy

from core.use_cases.messages import Composing
from gui.compose import actions
from gui.pages.compose import ComposePage
from tests.gui.pages.world import World


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
