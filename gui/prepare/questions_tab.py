"""One's own questions: at least five, and what was answered to those that were asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.preparation.checklist import QUESTIONS
from core.preparation.values import Question
from gui.desk import Desk
from gui.prepare import actions
from gui.prepare.tab import AddLine, Tab
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from gui.widgets.entry_list import Entry, EntryAction, EntryList

if TYPE_CHECKING:
    from core.use_cases.hearers import Hearers

ASKED = EntryAction("asked", "It was asked", "check")
EDIT = EntryAction("edit", "Word it otherwise", "pencil")
REMOVE = EntryAction("remove", "Remove", "trash-2")
ANSWER = EntryAction("asked", "Change the answer", "pencil")
AGAIN = EntryAction("again", "It was not asked", "rotate-ccw")
FIRST = "When will you decide, and who else is part of it?"


class QuestionsTab(Tab):
    """What to ask, in one's own words."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, desk, parent)
        self._question: Question | None = None
        self.header = self.section("To ask", "circle-help")
        self.sentence = self.quiet()
        self.add = AddLine(
            theme, "A question of your own", "What would a good first year look like?"
        )
        self.add.added.connect(self._add)
        self.column.addWidget(self.add)
        self.ahead = EntryList(theme)
        self.empty = EmptyState(
            theme,
            "circle-help",
            "Your own questions show that you have thought about the place.",
            FIRST,
            "Take this one",
        )
        self.empty.pressed.connect(self._take_first)
        self.column.addWidget(self.ahead)
        self.column.addWidget(self.empty, 1)
        self.asked_header = self.section("Asked before", "check")
        self.asked = EntryList(theme)
        self.column.addWidget(self.asked)
        for entries in (self.ahead, self.asked):
            entries.acted.connect(self._act)
        self.column.addStretch(1)

    def refresh(self) -> None:
        questions = self.view.known.questions if self.view is not None else ()
        ahead = [question for question in questions if question.asked is None]
        asked = [question for question in questions if question.asked is not None]
        self.header.set_count(len(ahead) or None)
        left = QUESTIONS - len(ahead)
        self.sentence.setText(
            f"{left} more and you have five. Two or three will be answered before you ask."
            if left > 0
            else "Enough for any talk. Ask what you really want to know first."
        )
        self.sentence.setVisible(bool(ahead))
        self.ahead.show_entries(
            [Entry(key=q.key, words=q.text, actions=(ASKED, EDIT, REMOVE)) for q in ahead]
        )
        self.ahead.setVisible(bool(ahead))
        self.empty.setVisible(not questions)
        self.asked.show_entries([_asked(question) for question in asked])
        for part in (self.asked_header, self.asked):
            part.setVisible(bool(asked))

    def take_focus(self) -> None:
        self.add.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_first(self) -> None:
        self._add(FIRST)

    def _add(self, text: str) -> None:
        if self.view is not None:
            owner = self.view.round.application_id
            self.desk.write(actions.add_question, owner, text, otherwise=self._not_added)

    def _not_added(self, error: Exception) -> None:
        self.add.give_back()
        self.desk.say(error)

    def _act(self, key: str, action: str) -> None:
        if self.view is None:
            return
        self._question = next((q for q in self.view.known.questions if q.key == key), None)
        if self._question is None:
            return
        if action == REMOVE.name:
            self.desk.write(actions.remove_question, key)
        elif action == AGAIN.name:
            self.desk.write(actions.question_open, key)
        elif action == ASKED.name:
            owner = self.view.round.application_id
            self.desk.read(actions.hearers, owner, then=self._ask_answer)
        else:
            from gui.dialogs.question import QuestionDialog

            QuestionDialog(self.theme, self.desk, self._question, self.dialog_parent()).open()

    def _ask_answer(self, rounds: tuple[Hearers, ...]) -> None:
        from gui.dialogs.question import AskedDialog

        if self._question is not None and rounds and self.is_free():
            AskedDialog(self.theme, self.desk, self._question, rounds, self.dialog_parent()).open()


def _asked(question: Question) -> Entry:
    answer = (question.answer,) if question.answer else ()
    return Entry(
        key=question.key, words=question.text, lines=answer, quiet=True, actions=(ANSWER, AGAIN)
    )
