"""What one told an employer: about salary, start, notice, or anything else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.preparation.values import Statement, Subject
from gui.desk import Desk
from gui.dialogs.heard import round_words
from gui.dialogs.prepare_form import NoteDialog
from gui.models.prepare_words import SUBJECTS
from gui.prepare import actions
from gui.theme import Theme
from gui.widgets.fields import ChoiceField

if TYPE_CHECKING:
    from core.use_cases.hearers import Hearers

EXAMPLES = {
    Subject.SALARY: "620 000 to 650 000, with the night shifts",
    Subject.AVAILABILITY: "from 1 August",
    Subject.NOTICE: "three months to the end of a month",
    Subject.OTHER: "that I would move to Bergen",
}


class SaidDialog(NoteDialog):
    """A new note of what was said, or `known` to be changed."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        application_id: int,
        rounds: Sequence[Hearers],
        known: Statement | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = "What did you tell them?" if known is None else "Change what you told them"
        super().__init__(theme, desk, title, known.key if known else "", parent)
        self._application_id = application_id
        self._rounds = {each.key: each for each in rounds}
        subject = known.subject if known else Subject.SALARY
        choices = [(each.value, told) for each, told in SUBJECTS]
        self.subject = ChoiceField(theme, choices, subject.value)
        self.add_row("subject", "About", self.subject)
        self.text = self.add_area(
            "text", "What you said", known.text if known else "", EXAMPLES[subject], lines=2
        )
        told = [("", "I do not remember"), *((r.key, round_words(r)) for r in rounds)]
        self.round = ChoiceField(theme, told, self._usual_round(rounds, known))
        self.add_row("interview", "In which round", self.round)
        self.who = ChoiceField(theme)
        self.add_row("person", "To whom", self.who)
        self.subject.currentIndexChanged.connect(self._show_example)
        self.round.currentIndexChanged.connect(self._show_people)
        self._show_people()
        if known is not None:
            self._choose_person(known.name)
            self.offer_removal("Remove this note", actions.remove_said)
        self.add_buttons("Keep it")
        self.text.edit.setFocus()

    def take(self) -> bool:
        from core.use_cases.told_them import SaidDetails

        round_ = self._rounds.get(self.round.value)
        people = round_.people if round_ is not None else ()
        details = SaidDetails(
            subject=Subject(self.subject.value),
            text=self.text.text,
            interview_id=round_.interview_id if round_ is not None else None,
            person_id=next((each.id for each in people if each.key == self.who.value), None),
        )
        if self.key:
            return self.store(actions.edit_said, self.key, details)
        return self.store(actions.add_said, self._application_id, details)

    @staticmethod
    def _usual_round(rounds: Sequence[Hearers], known: Statement | None) -> str:
        """The round that was noted; of a new note, the last one that has begun."""
        if known is not None:
            return next((r.key for r in rounds if r.number == known.round_number), "")
        return next((each.key for each in rounds if each.begun), "")

    def _show_example(self) -> None:
        self.text.edit.setPlaceholderText(EXAMPLES[Subject(self.subject.value)])

    def _show_people(self) -> None:
        self.who.clear()
        self.who.addItem("Everybody, or I do not remember", "")
        round_ = self._rounds.get(self.round.value)
        for person in round_.people if round_ is not None else ():
            self.who.addItem(person.name, person.key)

    def _choose_person(self, name: str) -> None:
        position = self.who.findText(name) if name else -1
        if position >= 0:
            self.who.setCurrentIndex(position)
