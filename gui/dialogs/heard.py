"""Who heard a story: a round, and everybody or one person there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.preparation.story_bank import StoryView
from gui import words
from gui.desk import Desk
from gui.dialogs.prepare_form import NoteDialog
from gui.models.prepare_words import heard_by
from gui.prepare import actions
from gui.theme import Role, Theme
from gui.widgets.entry_list import Entry, EntryAction, EntryList
from gui.widgets.fields import ChoiceField
from gui.widgets.labels import Label

if TYPE_CHECKING:
    from core.use_cases.hearers import Hearers

EVERYBODY = "everybody"
FORGET = EntryAction("forget", "They did not hear it", "x")


def round_words(round_: Hearers) -> str:
    """ "Halvorsen Maritime, first round"; what lies ahead says so."""
    name = f"{round_.company}, {words.round_name(round_.number).lower()}"
    return name if round_.begun else f"{name}, still ahead"


class HeardDialog(NoteDialog):
    """Notes who heard a story, and takes back what was noted."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        view: StoryView,
        rounds: Sequence[Hearers],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, desk, "Who heard this story?", view.story.key, parent)
        self._rounds = {each.key: each for each in rounds}
        self.form.column.addWidget(Label(theme, view.story.title, Role.STRONG, wrap=True))
        self.round = ChoiceField(theme, [(each.key, round_words(each)) for each in rounds])
        self.add_row("round", "In which round", self.round)
        self.who = ChoiceField(theme)
        self.add_row("person", "Who", self.who)
        self.round.currentIndexChanged.connect(self._show_people)
        self._show_people()
        self.heard = EntryList(theme)
        self.heard.acted.connect(self._forget)
        if view.heard:
            self.form.column.addWidget(Label(theme, "Heard so far", Role.CHIP))
            self.form.column.addWidget(self.heard)
            self.heard.show_entries(
                [
                    Entry(key=key, words=told, quiet=True, actions=(FORGET,))
                    for key, told in {each.round: heard_by(each) for each in view.heard}.items()
                ]
            )
        self.add_buttons("They heard it")
        self.round.setFocus()

    def take(self) -> bool:
        round_ = self._rounds[self.round.value]
        person = next((each.id for each in round_.people if each.key == self.who.value), None)
        return self.store(actions.story_told, self.key, round_.interview_id, person)

    def _show_people(self) -> None:
        self.who.clear()
        self.who.addItem("Everybody there", EVERYBODY)
        round_ = self._rounds.get(self.round.value)
        for person in round_.people if round_ is not None else ():
            self.who.addItem(person.name, person.key)

    def _forget(self, round_key: str, _action: str) -> None:
        self.store(actions.story_not_told, self.key, round_key)
