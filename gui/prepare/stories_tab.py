"""The bank of stories: told to the stop-watch, with who heard which. It needs no round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.preparation.story_bank import Bank, StoryView
from gui import words
from gui.desk import Desk
from gui.models.prepare_words import story_lines
from gui.prepare import actions
from gui.prepare.tab import Tab
from gui.theme import Role, Theme
from gui.widgets.buttons import Button, IconButton
from gui.widgets.empty_state import EmptyState
from gui.widgets.entry_list import Entry, EntryAction, EntryList
from gui.widgets.frames import Card
from gui.widgets.labels import Label
from gui.widgets.paint import Kind
from gui.widgets.stop_watch import StopWatch

if TYPE_CHECKING:
    from core.use_cases.hearers import Hearers
    from core.use_cases.preparation import Preparation

TIME = EntryAction("time", "Tell it to the stop-watch", "timer")
HEARD = EntryAction("heard", "Who heard it", "message-circle")
EDIT = EntryAction("edit", "Change", "pencil")
MOST_TAGS = 6


class StoriesTab(Tab):
    """All stories, complete or begun."""

    needs_round = False

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, desk, parent)
        self._bank = Bank()
        self._timed = ""
        self._asked: StoryView | None = None
        self.header = self.section("Your stories", "history")
        self.add = Button(theme, "Add a story", Kind.TEXT, "plus")
        self.add.clicked.connect(self._new)
        self.header.add_button(self.add)
        self.sentence = self.quiet()
        self.uncovered = self.quiet()
        self.watch_card = self._build_watch()
        self.column.addWidget(self.watch_card)
        self.list = EntryList(theme)
        self.list.acted.connect(self._act)
        self.column.addWidget(self.list)
        self.empty = EmptyState(
            theme,
            "message-circle",
            "Six stories answer most questions.",
            "Situation, task, action, result. Begin with one that you like to tell.",
            "Add a story",
        )
        self.empty.pressed.connect(self._new)
        self.column.addWidget(self.empty, 1)
        self.column.addStretch(1)

    def _build_watch(self) -> Card:
        card = Card(self.theme)
        self.timed = Label(self.theme, "", Role.STRONG, wrap=True)
        self.watch = StopWatch(self.theme)
        self.watch.kept.connect(self._keep)
        self.put_away = IconButton(self.theme, "x", "Put the stop-watch away", Kind.QUIET)
        self.put_away.clicked.connect(self._leave_watch)
        head = QHBoxLayout()
        head.addWidget(self.timed, 1)
        head.addWidget(self.put_away, 0, Qt.AlignmentFlag.AlignTop)
        inner = QVBoxLayout()
        inner.setSpacing(8)
        inner.addLayout(head)
        inner.addWidget(self.watch)
        card.column.addLayout(inner)
        card.hide()
        return card

    def show_view(self, view: Preparation | None) -> None:
        self.view = view
        if view is not None:
            self._show(view.bank)
        else:
            self.desk.read(actions.story_bank, then=self._show)

    def refresh(self) -> None:
        self._show(self._bank)

    def take_focus(self) -> None:
        button = self.add if self._bank.stories else self.empty.button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, bank: Bank) -> None:
        self._bank = bank
        some = bool(bank.stories)
        for part in (self.header, self.sentence, self.list):
            part.setVisible(some)
        self.empty.setVisible(not some)
        self.sentence.setText(bank.sentence)
        shown = bank.uncovered[:MOST_TAGS]
        self.uncovered.setText(f"No story yet that shows {words.listed(shown)}." if shown else "")
        self.uncovered.setVisible(some and bool(shown))
        self.list.show_entries([_entry(view) for view in bank.stories])
        if self._timed not in {view.story.key for view in bank.stories}:
            self.watch_card.hide()

    def _act(self, key: str, action: str) -> None:
        view = next((view for view in self._bank.stories if view.story.key == key), None)
        if view is None:
            return
        if action == TIME.name:
            self._open_watch(view)
        elif action == HEARD.name:
            self._asked = view
            self.desk.read(actions.hearers, None, then=self._ask_who)
        else:
            self._edit(view)

    def _open_watch(self, view: StoryView) -> None:
        self._timed = view.story.key
        self.timed.setText(view.story.title)
        self.watch.reset()
        self.watch_card.show()
        self.watch.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep(self, seconds: int) -> None:
        self.desk.write(actions.measure_story, self._timed, max(1, seconds))
        self._leave_watch()

    def _leave_watch(self) -> None:
        """Back to the button that brought the stop-watch."""
        self.watch.reset()
        self.list.focus_on(self._timed, TIME.name)
        self.watch_card.hide()

    def _ask_who(self, rounds: tuple[Hearers, ...]) -> None:
        from gui.dialogs.heard import HeardDialog

        if not rounds:
            self.said.emit("No interview is here yet. Add one, then note who heard the story.")
        elif self._asked is not None and self.is_free():
            HeardDialog(self.theme, self.desk, self._asked, rounds, self.dialog_parent()).open()

    def _new(self) -> None:
        from gui.dialogs.story import StoryDialog

        StoryDialog(self.theme, self.desk, parent=self.dialog_parent()).open()

    def _edit(self, view: StoryView) -> None:
        from gui.dialogs.story import StoryDialog

        StoryDialog(self.theme, self.desk, view.story, self.dialog_parent()).open()


def _entry(view: StoryView) -> Entry:
    return Entry(
        key=view.story.key,
        words=view.story.title,
        lines=story_lines(view),
        note=view.warning,
        actions=(TIME, HEARD, EDIT),
    )
