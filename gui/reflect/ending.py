"""The end of a reflection: what is still missing, or what the user takes along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.clock import Now
from core.reflection.answers import TextAnswer
from core.reflection.conclusions import Proposal, too_many_from_friends
from core.reflection.flow import Missing
from core.reflection.form import Form
from core.reflection.instead import asks_instead
from gui import words
from gui.reflect.actions import Chosen
from gui.reflect.conclusion_rows import ConclusionRow, Worked
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.frames import Hairline, ScrollArea
from gui.widgets.labels import Label
from gui.widgets.paint import Kind
from gui.widgets.toast import announce

if TYPE_CHECKING:
    from core.use_cases.reflections import Proposed

BELOW = 12
"""Pixels kept in sight below what has the keyboard."""
MISSING = "Before you go"
NOTHING = (
    "Nothing in your answers asks for a task, and that is fine. "
    "If you want to take something along, write it here."
)


class MissingButton(Button):
    """Leads to one question."""

    question_wanted = Signal(str)

    def __init__(self, theme: Theme, missing: Missing, *, first: bool) -> None:
        kind = Kind.FILLED if first else Kind.OUTLINE
        super().__init__(theme, missing.question.title, kind, "pen-line")
        self._question = missing.question.id
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.question_wanted.emit(self._question)


class Ending(ScrollArea):
    """Shows one of the two. `question_wanted` leads back to a question."""

    question_wanted = Signal(str)
    edited = Signal()
    """Whether it may end may be another answer now: see `trouble`."""

    def __init__(self, theme: Theme) -> None:
        content = QWidget()
        super().__init__(content)
        self._theme = theme
        self._usual = date.min
        self._of = 0
        self._worked: dict[str, Worked] = {}
        self._own: list[Worked] = []
        self.rows: list[ConclusionRow] = []
        self.buttons: list[MissingButton] = []
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(4, 4, 12, 8)
        self._column.setSpacing(12)
        self.heading = Label(theme, "", Role.QUESTION, wrap=True)
        self.sentence = Label(theme, "", Role.BODY, "text-2", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(14)
        self.add = Button(theme, "Add one of your own", Kind.TEXT, "plus")
        self.limit = Label(theme, "", Role.BODY, "ochre", wrap=True)
        for part in (self.heading, self.sentence):
            self._column.addWidget(part)
        self._column.addSpacing(6)
        self._column.addLayout(self._list)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.limit)
        self._column.addStretch(1)
        self.add.clicked.connect(self.add_own)
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._keep_in_sight)
        self.verticalScrollBar().rangeChanged.connect(self._wait_for_the_layout)

    @property
    def trouble(self) -> str:
        """Why it cannot end as it is ticked; empty: it can."""
        return too_many_from_friends(row.chosen().proposal for row in self.rows if row.ticked)

    @property
    def rows_shown(self) -> bool:
        """Whether it may end from here: nothing is missing."""
        return not self.buttons

    def chosen(self) -> tuple[Chosen, ...]:
        """What is ticked."""
        return tuple(row.chosen() for row in self.rows if row.ticked)

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Say kindly what is needed, with a way to each."""
        self._clear()
        self.heading.setText(MISSING)
        self.sentence.setText("All you wrote is kept. One small thing is left:")
        if len(missing) > 1:
            self.sentence.setText("All you wrote is kept. A little is left:")
        for number, one in enumerate(missing):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
            column.addWidget(Label(self._theme, one.sentence, Role.BODY, wrap=True))
            button = MissingButton(self._theme, one, first=number == 0)
            button.question_wanted.connect(self.question_wanted)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)
            self._list.addWidget(part)
        self.add.hide()
        announce(self, f"{self.sentence.text()} {missing[0].sentence}")

    def show_proposed(self, proposed: Proposed, form: Form, now: Now, of: int = 0) -> None:
        """The tasks that the answers suggest, to be ticked, worded and dated.

        What was made of them before a look back at the questions stands there again, where it is
        the same reflection that they are `of`, and the task is still proposed in the same words.
        """
        self._clear()
        if of != self._of:
            self.forget()
        self._of = of
        self._usual = words.local(proposed.due, now.zone).date()
        self.heading.setText("What you take along")
        by = words.moment_day(self._usual, now)
        own = [one for one in proposed.proposals if not one.from_friend]
        theirs = [one for one in proposed.proposals if one.from_friend]
        self.sentence.setText(
            f"Keep what helps, change any word, leave the rest. By {by}, unless you name a day."
            if proposed.proposals
            else NOTHING
        )
        for one in own:
            self._add(one, form, proposed)
        if theirs:
            self._list.addWidget(Hairline(self._theme))
            self._list.addWidget(Label(self._theme, "From your friends", Role.STRONG))
        for one in theirs:
            self._add(one, form, proposed)
        for worked in self._own:
            self._insert(self._own_row(worked.day)).work_on(worked)
        self.add.show()
        self._judge()

    def add_own(self) -> None:
        """A task that no answer suggested."""
        self._insert(self._own_row(None)).field.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """What was made of the tasks is kept by now, or belongs to another reflection."""
        self.rows.clear()
        self._worked.clear()
        self._own.clear()

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """The first thing to do here."""
        if self.buttons:
            self.buttons[0].setFocus(reason)
        elif self.rows:
            self.rows[0].tick.setFocus(reason)
        else:
            self.add.setFocus(reason)

    def _own_row(self, day: date | None) -> ConclusionRow:
        return ConclusionRow(self._theme, None, question="", usual=self._usual, day=day)

    def _add(self, proposal: Proposal, form: Form, proposed: Proposed) -> None:
        question = form.find(proposal.ground.question)
        title = question.title if question is not None else ""
        ask = "" if proposal.from_friend else asks_instead(TextAnswer(text=proposal.text))
        if ask and proposal.key not in proposed.adopted:
            proposal = replace(proposal, ticked=False)
        worked = self._worked.get(proposal.key)
        if worked is not None and worked.proposed != proposal.text:
            worked = None
        day = worked.day if worked is not None else proposed.days.get(proposal.key)
        row = self._insert(
            ConclusionRow(
                self._theme, proposal, question=title, usual=self._usual, day=day, ask=ask
            )
        )
        if worked is not None:
            row.work_on(worked)

    def _insert(self, row: ConclusionRow) -> ConclusionRow:
        row.edited.connect(self._judge)
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _wait_for_the_layout(self, _low: int, _high: int) -> None:
        self._laid_out.start()

    def _keep_in_sight(self) -> None:
        """What has the keyboard, also once all is laid out, and while a field grows."""
        focused = self.focusWidget()
        if self.isAncestorOf(focused) and focused.hasFocus():
            self.ensureWidgetVisible(focused, 0, BELOW)

    def _judge(self) -> None:
        self.limit.setText(self.trouble)
        self.limit.setVisible(bool(self.trouble))
        self.edited.emit()

    def _clear(self) -> None:
        if self.rows:
            self._worked = {row.key: row.worked for row in self.rows if row.key}
            self._own = [row.worked for row in self.rows if not row.key and row.field.text.strip()]
        self.rows.clear()
        self.buttons.clear()
        self.limit.hide()
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.verticalScrollBar().setValue(0)
