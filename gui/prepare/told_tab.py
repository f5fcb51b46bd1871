"""What I told them: salary, start, notice, so that it is said the same way again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.preparation.values import Statement
from gui.desk import Desk
from gui.models.prepare_words import SUBJECTS, heard_by, said_line
from gui.prepare import actions
from gui.prepare.tab import Tab
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.empty_state import EmptyState
from gui.widgets.entry_list import Entry, EntryAction, EntryList
from gui.widgets.paint import Kind

if TYPE_CHECKING:
    from core.use_cases.hearers import Hearers

EDIT = EntryAction("edit", "Change", "pencil")
NAMES = dict(SUBJECTS)


class ToldTab(Tab):
    """Everything that was said to this employer, and the stories that they heard."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, desk, parent)
        self._known: Statement | None = None
        self.header = self.section("What you told them", "message-circle")
        self.add = Button(theme, "Note something", Kind.TEXT, "plus")
        self.add.clicked.connect(self._new)
        self.header.add_button(self.add)
        self.list = EntryList(theme)
        self.list.acted.connect(self._edit)
        self.column.addWidget(self.list)
        self.empty = EmptyState(
            theme,
            "message-circle",
            "What you say about salary, start and notice stands here.",
            "In the next round you say the same, and need not remember it.",
            "Note what you said",
        )
        self.empty.pressed.connect(self._new)
        self.column.addWidget(self.empty, 1)
        self.stories_header = self.section("Stories that they heard", "history")
        self.stories = EntryList(theme)
        self.column.addWidget(self.stories)
        self.column.addStretch(1)

    def refresh(self) -> None:
        if self.view is None:
            return
        known, now = self.view.known, self.desk.now()
        self.list.show_entries(
            [
                Entry(
                    key=said.key,
                    words=said.text,
                    lines=(f"{NAMES[said.subject]} · {said_line(said, now)}",),
                    actions=(EDIT,),
                )
                for said in known.statements
            ]
        )
        some = bool(known.statements)
        for part in (self.header, self.list):
            part.setVisible(some)
        self.empty.setVisible(not some)
        self._show_stories()

    def take_focus(self) -> None:
        some = self.view is not None and self.view.known.statements
        (self.add if some else self.empty.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_stories(self) -> None:
        if self.view is None:
            return
        here = self.view.known.round.company.casefold()
        entries = []
        for story in self.view.bank.stories:
            told = [heard_by(each) for each in story.heard if each.company.casefold() == here]
            if told:
                words = story.story.title
                entries.append(
                    Entry(key=story.story.key, words=words, lines=tuple(told), quiet=True)
                )
        self.stories.show_entries(entries)
        for part in (self.stories_header, self.stories):
            part.setVisible(bool(entries))

    def _new(self) -> None:
        self._open(None)

    def _edit(self, key: str, _action: str) -> None:
        if self.view is not None:
            self._open(next((s for s in self.view.known.statements if s.key == key), None))

    def _open(self, known: Statement | None) -> None:
        if self.view is not None:
            self._known = known
            owner = self.view.round.application_id
            self.desk.read(actions.hearers, owner, then=self._open_dialog)

    def _open_dialog(self, rounds: tuple[Hearers, ...]) -> None:
        from gui.dialogs.said import SaidDialog

        if self.view is not None and self.is_free():
            SaidDialog(
                self.theme,
                self.desk,
                self.view.round.application_id,
                rounds,
                self._known,
                self.dialog_parent(),
            ).open()
