"""The page on which one thinks back on an interview: a question at a time, or a whole section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from core.playbook.kinds import ReflectionPath
from core.reflection.answers import Answer
from core.reflection.form import Question
from gui.desk import Desk
from gui.models.reflect_words import answers_title, page_sentence
from gui.reflect.aside import ReflectAside
from gui.reflect.card import ALL_KEYS, BACK_KEYS, NEXT_KEYS, ReflectCard
from gui.reflect.ends import Ends
from gui.reflect.flowing import Course
from gui.reflect.question_view import QuestionView, view_of
from gui.reflect.sitting import Sitting
from gui.reflect.versions import EarlierAnswers
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.headers import PageHeader
from gui.widgets.page_frame import PageFrame
from gui.widgets.paint import Kind
from gui.widgets.segmented import SegmentedControl
from gui.widgets.toast import announce

if TYPE_CHECKING:
    from core.use_cases.reflections import ReflectionShown

ASIDE = 240
STACKED_UNDER = 1080
NARROW_UNDER = 900
PATHS = (
    (ReflectionPath.SHORT.value, "3 minutes", "timer"),
    (ReflectionPath.FULL.value, "15 minutes", None),
)
BY_KEY = Qt.FocusReason.TabFocusReason


class ReflectPage(PageFrame):
    """Shows the reflection of `show_interview`. `said` carries a sentence for the toast."""

    left = Signal(int)
    """The application that it belongs to; 0 where that is not known."""
    application_wanted = Signal(int)
    """It is done: on to the application."""
    said = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._desk = desk
        self._whole = False
        self._shown: tuple[Question, ...] = ()
        self.sitting = Sitting(desk, self)
        self._build()
        self.ends = Ends(theme, desk, self.sitting, self.card, self)
        self.earlier = EarlierAnswers(theme, desk, self.sitting, self)
        self._connect()
        self._add_keys()

    def _build(self) -> None:
        theme = self.theme
        self.header = PageHeader(theme, "Think back")
        self.paths = SegmentedControl(theme, PATHS, ReflectionPath.SHORT.value)
        self.paths.setAccessibleName("How long it may take")
        self.pause = Button(theme, "Pause", Kind.OUTLINE, "pause")
        self.header.add_button(self.paths)
        self.header.add_button(self.pause)
        self.card = ReflectCard(theme)
        self.aside = ReflectAside(theme)
        self.aside.hide()
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(32)
        self._split.addWidget(self.card, 1)
        self._split.addWidget(self.aside)
        self.column.addWidget(self.header)
        self.column.addLayout(self._split, 1)

    def _connect(self) -> None:
        sitting, card = self.sitting, self.card
        sitting.opened.connect(self._show)
        sitting.known.connect(self._look_again)
        sitting.saved.connect(card.show_saved)
        sitting.refused.connect(self._complain)
        sitting.gone.connect(self._lost)
        card.next_wanted.connect(self.go_on)
        card.back_wanted.connect(self.go_back)
        card.leave_wanted.connect(self.leave)
        card.whole_wanted.connect(self.turn_whole)
        self.pause.clicked.connect(self.leave)
        self.paths.chosen.connect(self._choose_path)
        self.aside.list.chosen.connect(self.go_to)
        self.aside.friends_wanted.connect(self.ends.show_friends)
        self.ends.question_wanted.connect(self.go_to)
        self.ends.left.connect(self._go_to_application)
        self.ends.said.connect(self.said)
        self.ends.changed.connect(self._show_where)
        self.earlier.taken.connect(self._take_earlier)
        self.earlier.said.connect(self.said)

    def _add_keys(self) -> None:
        for keys, slot in (
            (NEXT_KEYS, self.go_on),
            ("Ctrl+Enter", self.go_on),
            ("Alt+Right", self.go_on),
            (BACK_KEYS, self.go_back),
            (ALL_KEYS, self.turn_whole),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # ------------------------------------------------------------ which reflection

    def show_interview(self, interview_id: int, path: ReflectionPath) -> None:
        """Show the reflection on that interview; the one before is kept as it stands."""
        self.sitting.open(interview_id, path)

    def is_asking(self) -> bool:
        """Whether a question is shown."""
        return self.card.shows_questions and bool(self.card.views)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.sitting.flush()

    def close_down(self) -> None:
        """At the end of the program: what was typed is stored."""
        self.sitting.flush()

    def leave(self) -> None:
        """Go to the application; all is kept, also the place."""
        self.sitting.flush()
        shown = self.sitting.shown
        self.left.emit(shown.application_id if shown is not None else 0)

    def _go_to_application(self) -> None:
        if self.sitting.shown is not None:
            self.application_wanted.emit(self.sitting.shown.application_id)

    @property
    def course(self) -> Course | None:
        """The form on its path, with the answers as they are; None while nothing is open."""
        sitting = self.sitting
        if sitting.shown is None:
            return None
        shown = sitting.shown
        return Course(shown.form, sitting.path, sitting.answers, gentle=shown.gentle)

    def _show(self, shown: ReflectionShown) -> None:
        self.header.set_sentence(page_sentence(shown, self._desk.now()))
        self.paths.choose(self.sitting.path.value)
        self.paths.setVisible(not shown.gentle)
        self.aside.tomorrow.setVisible(shown.sitting == 1 and shown.finished_at is None)
        loaded = self.sitting.loaded
        refused = loaded.refused if loaded is not None else ""
        self.aside.trouble.say(refused)
        if refused and self.window_under(STACKED_UNDER):
            self.said.emit(refused)
        self.card.show_saved(True)
        course = self.course
        if shown.finished_at is not None and not shown.changed_since:
            self.ends.show_before()
        elif course is not None:
            self._ask(course.resume(self.sitting.at))

    def _look_again(self, shown: ReflectionShown) -> None:
        """That it was finished may have been undone: then it goes on where it ended."""
        course = self.course
        if shown.finished_at is None and self.ends.shows_done and course is not None:
            self._ask(course.resume(self.sitting.at))

    # ------------------------------------------------------------ on and back

    def go_on(self) -> None:
        """The next question, or the end."""
        course = self.course
        if course is None:
            return
        if not self.card.shows_questions:
            self.ends.go_on()
            return
        for question in self._shown:
            self.sitting.accept(question.id)
        following = course.after(self._shown)
        if following is None:
            self.sitting.flush()
            self.ends.show_end(course)
        else:
            self._ask(following)

    def go_back(self) -> None:
        """The question before; from the end, the last one."""
        course = self.course
        if course is None:
            return
        if not self.card.shows_questions:
            self._ask(course.resume(self.sitting.at))
            return
        before = course.before(self._shown, whole=self._whole)
        if before is not None:
            self._ask(before)

    def go_to(self, question_id: str) -> None:
        """One question of the list."""
        course = self.course
        if course is not None:
            self._ask(course.resume(question_id))

    def turn_whole(self) -> None:
        """A whole section at a time, or one question again."""
        self._whole = not self._whole
        self.card.show_mode(whole=self._whole)
        if self.card.shows_questions:
            self.go_to(self.sitting.at)

    def _choose_path(self, key: str) -> None:
        self.sitting.set_path(ReflectionPath(key))
        self.go_to(self.sitting.at)

    # ------------------------------------------------------------ questions

    def _ask(self, question: Question) -> None:
        course = self.course
        if course is None:
            return
        self.sitting.flush()
        self._shown = course.together(question, whole=self._whole)
        section = course.section_of(question)
        title = section.title if section is not None and len(self._shown) > 1 else ""
        self.card.show_questions(title, [self._view(course, one) for one in self._shown])
        self.sitting.go_to(question.id)
        self._show_where()
        view = next(view for view in self.card.views if view.question.id == question.id)
        view.editor.take_focus(BY_KEY)
        self.setFocusProxy(view.editor.first_field)
        self.card.bring_into_sight(view)
        announce(self.card, f"{self.card.where.text()}. {question.words} {view.ease.text()}")

    def _view(self, course: Course, question: Question) -> QuestionView:
        view = view_of(
            course, question, self.sitting, self.theme, self._desk.now(), small=self._whole
        )
        view.edited.connect(self._take)
        view.versions_wanted.connect(self.earlier.ask)
        view.friends_wanted.connect(self.ends.show_friends)
        return view

    def _take(self, question: str, answer: Answer) -> None:
        self.sitting.take(question, answer)
        course, shown = self.course, self.sitting.shown
        if course is None or shown is None:
            return
        for view in self.card.views:
            if view.question.id != question:
                view.look_at(course.answers, shown.earlier)
        self._show_where()

    def _take_earlier(self, question: str, answer: Answer) -> None:
        for view in self.card.views:
            if view.question.id == question:
                view.take_answer(answer)

    def _show_where(self) -> None:
        """Progress, the list beside the form, and the way on."""
        course = self.course
        if course is None:
            return
        asking = self.card.shows_questions
        self._show_aside()
        here: Sequence[Question] = self._shown if asking else ()
        now = self._desk.now()
        self.aside.list.show_rows(course.rows(here, now))
        questions = course.questions
        self.aside.title.setText(answers_title(len(questions)))
        self.aside.show_why(here[0] if len(here) == 1 else None)
        if not asking:
            return
        last = questions.index(here[-1]) + 1
        self.card.show_progress(
            course.progress_words(here), course.progress(here[0]).time_left, last, len(questions)
        )
        first = course.before(here, whole=self._whole) is None
        onward = "Next" if course.after(here) is not None else "To the end"
        self.card.show_way(back=not first, onward=onward)

    def _show_aside(self) -> None:
        """Where there is room for it, and not beside what a friend sees."""
        narrow = self.window_under(STACKED_UNDER)
        self.aside.setVisible(not narrow and not self.ends.shows_friends)

    # ------------------------------------------------------------ trouble

    def _complain(self, sentence: str) -> None:
        self.card.show_trouble(sentence)
        self.said.emit(sentence)

    def _lost(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.left.emit(0)

    # ------------------------------------------------------------ the window's width

    def narrowed(self) -> None:
        self._show_aside()
        self.aside.setFixedWidth(round(ASIDE * self.theme.text_scale))
        self.card.narrow(narrow=self.window_under(NARROW_UNDER))
