"""A question of one's own: worded otherwise, or asked and answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.preparation.values import Question
from gui.desk import Desk
from gui.dialogs.heard import round_words
from gui.dialogs.prepare_form import NoteDialog
from gui.prepare import actions
from gui.theme import Role, Theme
from gui.widgets.fields import ChoiceField
from gui.widgets.labels import Label

if TYPE_CHECKING:
    from core.use_cases.hearers import Hearers


class QuestionDialog(NoteDialog):
    """Another wording of a question."""

    def __init__(
        self, theme: Theme, desk: Desk, question: Question, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, desk, "Word it otherwise", question.key, parent)
        self.text = self.add_area("text", "Your question", question.text, lines=2)
        self.add_buttons("Keep it")
        self.text.edit.setFocus()

    def take(self) -> bool:
        return self.store(actions.edit_question, self.key, self.text.text)


class AskedDialog(NoteDialog):
    """In which round a question was asked, and what was answered."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        question: Question,
        rounds: Sequence[Hearers],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, desk, "What did they answer?", question.key, parent)
        self.form.column.addWidget(Label(theme, question.text, Role.STRONG, wrap=True))
        self._rounds = {each.key: each for each in rounds}
        chosen = question.asked or next((each.key for each in rounds if each.begun), "")
        self.round = ChoiceField(theme, [(r.key, round_words(r)) for r in rounds], chosen)
        self.add_row("interview", "Asked in", self.round)
        self.answer = self.add_area(
            "answer", "Their answer", question.answer, "A new place: the night freight grows", ""
        )
        self.add_buttons("It was asked")
        self.answer.edit.setFocus()

    def take(self) -> bool:
        round_ = self._rounds[self.round.value]
        return self.store(actions.question_asked, self.key, round_.interview_id, self.answer.text)
