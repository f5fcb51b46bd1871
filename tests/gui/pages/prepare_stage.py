"""A second round at Halvorsen Maritime to prepare, and the page that shows it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from core.models import Reflection, ReflectionAnswer
from core.playbook.values import ReflectionPath
from core.reflection.answers_json import answer_to_json
from core.use_cases import preparation
from core.use_cases.preparation import Preparation
from core.use_cases.stories import StoryDetails
from gui.dialogs.form import FormDialog
from gui.pages.prepare import PreparePage
from gui.prepare.tab import Tab
from gui.theme import Theme
from gui.widgets.entry_list import EntryList
from tests.core.preparation.known import ANSWERS
from tests.gui.pages.world import World

D = TypeVar("D", bound=FormDialog)
T = TypeVar("T", bound=Tab)

STORY = StoryDetails(
    title="The late ship",
    situation="A ship was late",
    task="I had to plan anew",
    action="I called both crews",
    result="She left on time",
    tags=("pressure",),
)


class Stage:
    """Two rounds at one employer, one of them over, and the page."""

    def __init__(self, world: World, theme: Theme) -> None:
        self.world = world
        self.first = world.add(days=-1)
        self.second = world.add(days=8)
        self.page = PreparePage(theme, world)
        self.page.resize(900, 700)
        self.page.show()

    def reflect(self) -> None:
        """Think back on the first round."""
        with self.world.database.session() as session:
            row = Reflection(
                application_id=self.first.application_id,
                interview_id=self.first.interview_id,
                form_text="",
                path=ReflectionPath.FULL,
                begun_at=self.world.instant,
            )
            session.add(row)
            session.flush()
            for question, answer in ANSWERS.items():
                session.add(
                    ReflectionAnswer(
                        reflection_id=row.id,
                        question=question,
                        at=self.world.instant,
                        json=answer_to_json(answer),
                    )
                )

    def view(self) -> Preparation:
        """The second round as it is stored."""
        with self.world.database.reading() as session:
            return preparation.preparation(session, self.second.interview_id, self.world.now())

    def tab(self, kind: type[T], key: str) -> T:
        """A part of the page, shown as everything is stored by now."""
        self.page.show_part(key)
        self.page.refresh()
        tab = self.page.tab(key)
        assert isinstance(tab, kind)
        return tab


def act(entries: EntryList, number: int, action: str) -> None:
    """Press a button of an entry."""
    button = next(b for b in entries.rows[number].buttons if b.action == action)
    button.click()


def words(entries: EntryList) -> list[str]:
    """What the entries say in their first lines."""
    return [row.entry.words for row in entries.rows]


def opened(kind: type[D]) -> D:
    """The dialog of that kind that is open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def visible(widget: QWidget) -> bool:
    """Whether it would be seen once its page is shown."""
    return not widget.isHidden()
