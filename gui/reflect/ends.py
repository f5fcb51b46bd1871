"""The parts that stand in place of the questions: the end, what came of it, and a friend's view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from core.reflection.answers import TextAnswer
from core.reflection.sittings import change_between
from gui.desk import Desk
from gui.models.reflect_followed import Finished
from gui.reflect import actions
from gui.reflect.card import ReflectCard
from gui.reflect.done_part import DonePart
from gui.reflect.ending import Ending
from gui.reflect.flowing import Course
from gui.reflect.sitting import Sitting
from gui.theme import Theme

if TYPE_CHECKING:
    from core.use_cases.reflections import Proposed, ReflectionShown
    from gui.reflect.friends_part import FriendsPart

BY_KEY = Qt.FocusReason.TabFocusReason
DONE = "That is done. The rest can wait."
BEFORE = "You have thought back on this one."
KIND_WORD = "Q26"


class Ends(QObject):
    """Shows them in the card. `changed` tells that another one is shown."""

    question_wanted = Signal(str)
    left = Signal()
    said = Signal(str)
    changed = Signal()

    def __init__(
        self, theme: Theme, desk: Desk, sitting: Sitting, card: ReflectCard, page: QWidget
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._sitting = sitting
        self._card = card
        self._page = page
        self.ending = Ending(theme)
        self.done = DonePart(theme)
        self.friends: FriendsPart | None = None
        self._friends_from_done = False
        self.ending.question_wanted.connect(self.question_wanted)
        self.ending.edited.connect(self._judge)
        self.done.answers_wanted.connect(self._read_answers)
        self.done.again_wanted.connect(self._begin_again)
        self.done.friends_wanted.connect(self.show_friends)
        self.done.kept.answered.connect(self._note_kept)
        sitting.finished.connect(self._show_finished)
        sitting.unfinished.connect(self._stay)

    def show_end(self, course: Course) -> None:
        """What is missing, kindly; else what the user takes along."""
        missing = course.missing()
        self._card.show_progress("The last step", "", 1, 1)
        if missing:
            self._show_part(self.ending)
            self.ending.show_missing(missing)
            self._card.show_way(back=True, onward="")
            self.ending.focus_first(BY_KEY)
        elif self._sitting.shown is not None:
            self._desk.read(actions.proposed, self._sitting.shown.id, then=self._show_proposed)

    def show_before(self) -> None:
        """It was finished earlier: look at it, or take a second look."""
        shown = self._sitting.shown
        if shown is not None:
            self._show_done(BEFORE, (), shown)
            self._ask_what_held(shown)

    def go_back(self) -> bool:
        """From a friend's view to the end, where it was asked for there. False: to the questions.

        An end that was undone meanwhile is none.
        """
        shown = self._sitting.shown
        ended = shown is not None and shown.finished_at is not None
        if not (ended and self.shows_friends and self._friends_from_done):
            return False
        self._show_part(self.done)
        self._show_ways_on()
        return True

    def show_friends(self) -> None:
        """A friend's view of it: what leaves, and what came back."""
        shown = self._sitting.shown
        if shown is None:
            return
        self._sitting.flush()
        if not self.shows_friends:
            self._friends_from_done = self.shows_done
        self._show_part(self.friends_part)
        self._card.show_progress("", "", 1, 1)
        self._card.show_way(back=True, onward="")
        self.friends_part.show_shown(shown)

    @property
    def friends_part(self) -> FriendsPart:
        """The part for a friend's view, made when it is first wanted."""
        if self.friends is None:
            from gui.reflect.friends_part import FriendsPart

            self.friends = FriendsPart(self._theme, self._desk, self._sitting)
            self.friends.said.connect(self.said)
        return self.friends

    @property
    def shows_done(self) -> bool:
        """Whether the end is shown."""
        return self._card.shown_part is self.done

    @property
    def shows_friends(self) -> bool:
        """Whether a friend's view is shown."""
        return self.friends is not None and self._card.shown_part is self.friends

    def go_on(self) -> None:
        """What the main button says."""
        shown_part = self._card.shown_part
        if shown_part is self.ending and self.ending.rows_shown and not self.ending.trouble:
            self._card.next.setEnabled(False)  # once is enough
            self._sitting.finish(self.ending.chosen())
        elif shown_part is self.done:
            self.left.emit()

    def _show_proposed(self, proposed: Proposed) -> None:
        shown = self._sitting.shown
        if shown is None:
            return
        self._show_part(self.ending)
        self.ending.show_proposed(proposed, shown.form, self._desk.now(), shown.id)
        self.ending.focus_first(BY_KEY)

    def _judge(self) -> None:
        self._card.show_way(back=True, onward="Done", icon_name="check")
        self._card.next.setEnabled(not self.ending.trouble)

    def _show_finished(self, finished: Finished) -> None:
        shown = self._sitting.shown
        self.ending.forget()
        if shown is not None:
            self._show_done(DONE, finished.lines, shown)
            self._ask_what_held(shown)

    def _ask_what_held(self, shown: ReflectionShown) -> None:
        self._desk.read(actions.kept_hints, shown.id, then=self.done.kept.show_hints)

    def _show_done(self, heading: str, lines: tuple[str, ...], shown: ReflectionShown) -> None:
        word = self._sitting.answers.get(KIND_WORD)
        own = word.text if isinstance(word, TextAnswer) else ""
        self._show_part(self.done)
        self.done.kept.show_hints(())
        changes = self._changes(shown)
        self.done.show_done(heading, (*lines, *changes), own, again=shown.may_start_again)
        self._show_ways_on()

    def _show_ways_on(self) -> None:
        self._card.show_progress("", "", 1, 1)
        self._card.show_way(back=False, onward="To the application")
        self._card.next.setFocus(BY_KEY)

    def _changes(self, shown: ReflectionShown) -> tuple[str, ...]:
        """What a second look changed: "All in all: 7, first 5"."""
        told = []
        for change in change_between(shown.earlier, self._sitting.answers):
            question = shown.form.find(change.question)
            if question is not None and change.difference:
                labels = {one.value: one.label for one in question.options}
                item = labels.get(change.item, change.item)
                told.append(": ".join(filter(None, (question.title, item, change.words))))
        return tuple(told)

    def _stay(self, sentence: str) -> None:
        self._judge()
        self.said.emit(sentence)

    def _note_kept(self, conclusion_id: int, kept: bool) -> None:
        self._desk.write(actions.confirm_kept, conclusion_id, kept)

    def _read_answers(self) -> None:
        shown = self._sitting.shown
        if shown is not None:
            self.question_wanted.emit(shown.form.questions[0].id)

    def _begin_again(self) -> None:
        shown = self._sitting.shown
        if shown is not None:
            self._sitting.open(shown.interview_id, self._sitting.path, again=True)

    def _show_part(self, part: QWidget) -> None:
        self._card.next.setEnabled(True)
        self._card.show_calm(calm=part is self.done)
        self._card.show_part(part)
        self.changed.emit()
