"""The way through the questions: on and back, one at a time or a whole section, and where one is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from core.playbook.kinds import ReflectionPath
from core.reflection.answers import Answer
from core.reflection.flow import rows_of
from core.reflection.form import Question
from gui.desk import Desk
from gui.models.reflect_words import answers_title
from gui.reflect.aside import ReflectAside
from gui.reflect.card import ReflectCard
from gui.reflect.ends import Ends
from gui.reflect.flowing import Course
from gui.reflect.question_view import QuestionView, view_of
from gui.reflect.sitting import Sitting
from gui.reflect.versions import EarlierAnswers
from gui.theme import Theme
from gui.widgets.toast import announce

BY_KEY = Qt.FocusReason.TabFocusReason


class Walk(QObject):
    """Shows the questions of the open reflection in the card. `asked` carries the first field."""

    asked = Signal(QWidget)
    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        sitting: Sitting,
        card: ReflectCard,
        aside: ReflectAside,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._sitting = sitting
        self._card = card
        self._aside = aside
        self._whole = False
        self._shown: tuple[Question, ...] = ()
        self.ends = Ends(theme, desk, sitting, card, page)
        self.earlier = EarlierAnswers(theme, desk, sitting, page)
        card.next_wanted.connect(self.go_on)
        card.back_wanted.connect(self.go_back)
        card.whole_wanted.connect(self.turn_whole)
        aside.list.chosen.connect(self.go_to)
        aside.friends_wanted.connect(self.ends.show_friends)
        self.ends.question_wanted.connect(self.go_to)
        self.ends.said.connect(self.said)
        self.ends.changed.connect(self.show_where)
        self.earlier.taken.connect(self._take_earlier)
        self.earlier.said.connect(self.said)

    @property
    def course(self) -> Course | None:
        """The form on its path, with the answers as they are; None while nothing is open."""
        sitting = self._sitting
        if sitting.shown is None:
            return None
        shown = sitting.shown
        return Course(shown.form, sitting.path, sitting.answers, gentle=shown.gentle)

    # ------------------------------------------------------------ on and back

    def resume(self) -> None:
        """Go on where one left."""
        self.go_to(self._sitting.at)

    def begin_open(self) -> None:
        """Go on at the first question without an answer."""
        course = self.course
        if course is not None:
            self._ask(course.first_open(self._sitting.at))

    def go_on(self) -> None:
        """The next question, or the end."""
        course = self.course
        if course is None:
            return
        if not self._card.shows_questions:
            self.ends.go_on()
            return
        for question in self._shown:
            self._sitting.accept(question.id)
        following = course.after(self._shown)
        if following is None:
            self._sitting.flush()
            self.ends.show_end(course)
        else:
            self._ask(following)

    def go_back(self) -> None:
        """The question before; from the end, the last one."""
        course = self.course
        if course is None:
            return
        if not self._card.shows_questions:
            if not self.ends.go_back():
                self.resume()
            return
        before = course.before(self._shown, whole=self._whole)
        if before is not None:
            self._ask(before)

    def go_to(self, question_id: str) -> None:
        """One question, or where it would be on this path."""
        course = self.course
        if course is not None:
            self._ask(course.resume(question_id))

    def turn_whole(self) -> None:
        """A whole section at a time, or one question again: that with the keyboard."""
        focused = self._card.focusWidget()
        for view in self._card.views:
            if view.isAncestorOf(focused):
                self._sitting.go_to(view.question.id)
        self._whole = not self._whole
        self._card.show_mode(whole=self._whole)
        if self._card.shows_questions:
            self.resume()

    def choose_path(self, key: str) -> None:
        """Three minutes, or fifteen; the place stays, also at the end."""
        self._sitting.set_path(ReflectionPath(key))
        if not self.ends.shows_done:
            self.resume()

    # ------------------------------------------------------------ questions

    def _ask(self, question: Question) -> None:
        course = self.course
        if course is None:
            return
        self._sitting.flush()
        self._shown = course.together(question, whole=self._whole)
        self._show_views(course, [self._view(course, one) for one in self._shown])
        self._sitting.go_to(question.id)
        self.show_where()
        view = next(view for view in self._card.views if view.question.id == question.id)
        view.editor.take_focus(BY_KEY)
        self.asked.emit(view.editor.first_field)
        self._card.bring_into_sight(view)
        announce(self._card, f"{self._card.where.text()}. {question.words} {view.ease.text()}")

    def _show_views(self, course: Course, views: Sequence[QuestionView]) -> None:
        section = course.section_of(self._shown[0])
        title = section.title if section is not None and len(views) > 1 else ""
        self._card.show_questions(title, views)

    def _view(self, course: Course, question: Question) -> QuestionView:
        view = view_of(
            course, question, self._sitting, self._theme, self._desk.now(), small=self._whole
        )
        view.edited.connect(self._take)
        view.paused.connect(self._renew)
        view.versions_wanted.connect(self.earlier.ask)
        view.friends_wanted.connect(self.ends.show_friends)
        return view

    def _take(self, question: str, answer: Answer) -> None:
        self._sitting.take(question, answer)
        self._sitting.go_to(question)
        course, shown = self.course, self._sitting.shown
        if course is None or shown is None:
            return
        for view in self._card.views:
            if view.question.id != question:
                view.look_at(course.answers, shown.earlier)
        self.show_where()

    def _renew(self) -> None:
        """A question that speaks of rows further up on the page follows them."""
        course = self.course
        if course is None or not self._whole or not self._card.shows_questions:
            return
        first = self._shown[0]
        self._shown = course.together(first, whole=True)
        known = {view.question.id: view for view in self._card.views}
        views = [
            known[one.id]
            if one.id in known and known[one.id].asking.rows == rows_of(one, course.answers)
            else self._view(course, one)
            for one in self._shown
        ]
        if tuple(views) != self._card.views:
            self._show_views(course, views)
            self.show_where()

    def _take_earlier(self, question: str, answer: Answer) -> None:
        for view in self._card.views:
            if view.question.id == question:
                view.take_answer(answer)

    def show_where(self) -> None:
        """Progress, the list beside the form, and the way on."""
        course = self.course
        if course is None:
            return
        asking = self._card.shows_questions
        here: Sequence[Question] = self._shown if asking else ()
        self._aside.list.show_rows(course.rows(here, self._desk.now()))
        of = len(course.questions)
        self._aside.title.setText(answers_title(of))
        self._aside.show_why(here[0] if len(here) == 1 else None)
        if not asking:
            return
        first, last = course.progress(here[0]), course.progress(here[-1])
        self._card.show_progress(course.progress_words(here), first.time_left, last.number, of)
        onward = "Next" if course.after(here) is not None else "To the end"
        self._card.show_way(back=first.number > 1, onward=onward)
