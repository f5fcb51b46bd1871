"""One question: its words, its editor, and what the answer makes one say."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.clock import Now
from core.playbook.kinds import ReflectionPath
from core.reflection.answered import is_answered
from core.reflection.answers import Answer, Answers
from core.reflection.consequences import apology_advice
from core.reflection.flow import rows_of
from core.reflection.form import Question
from core.reflection.instead import asks_instead
from core.reflection.kinds import AnswerKind
from core.reflection.sittings import change_between
from gui.reflect.editor import AnswerEditor, Asking
from gui.reflect.editors import editor_for
from gui.reflect.flowing import Course
from gui.reflect.sitting import Sitting
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.labels import IconLabel, Label
from gui.widgets.paint import Kind
from gui.widgets.toast import announce

PAUSE_MS = 700
APOLOGY = ("Q18", "Q19")
CHOSEN = frozenset(
    [
        AnswerKind.NUMBER,
        AnswerKind.SLIDERS,
        AnswerKind.RATINGS,
        AnswerKind.SCORE,
        AnswerKind.CHOICE,
        AnswerKind.EACH,
        AnswerKind.PARTS,
        AnswerKind.PICK,
        AnswerKind.WRONG_NAME,
    ]
)
"""What is chosen rather than written: it is taken back by a button."""


class Hint(QWidget):
    """A line with an icon, hidden while there is nothing to say."""

    def __init__(self, asking: Asking, icon_name: str, ink: str) -> None:
        super().__init__()
        self._said = ""
        self.words = Label(asking.theme, "", Role.BODY, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(asking.theme, icon_name, ink))
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence, and let it be heard once."""
        self.words.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence and sentence != self._said and self.isVisible():
            announce(self, sentence)
        self._said = sentence


class QuestionView(QWidget):
    """`edited` carries the question's id and its answer, `versions_wanted` the id."""

    edited = Signal(str, object)
    versions_wanted = Signal(str)
    friends_wanted = Signal()
    paused = Signal()
    """Nothing was typed for a moment."""

    def __init__(
        self,
        asking: Asking,
        *,
        path: ReflectionPath,
        gentle: bool,
        small: bool,
        stored: bool,
    ) -> None:
        """`small`: one of several on the page. `stored`: it was answered before."""
        super().__init__()
        self.asking = asking
        self.question = asking.question
        self._stored = stored
        self._answers: Answers = {}
        self._earlier: Answers = {}
        theme, question = asking.theme, asking.question
        role = Role.STRONG if small else Role.QUESTION
        self.title = Label(theme, question.words, role, wrap=True)
        ease = question.ease_on(path, gentle=gentle)
        self.ease = Label(theme, ease, Role.BODY, "text-2", wrap=True)
        self.editor: AnswerEditor = editor_for(asking)
        self.instead = Hint(asking, "lightbulb", "iris")
        self.advice = Hint(asking, "info", "text-2")
        self.change = Hint(asking, "history", "text-2")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self.title)
        self.column.addWidget(self.ease)
        self.column.addSpacing(8 if small else 18)
        self.column.addWidget(self.editor)
        for hint in (self.instead, self.advice, self.change):
            self.column.addWidget(hint)
        self._add_quiet_buttons()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._pause.timeout.connect(self.paused)
        self.editor.edited.connect(self._on_edited)

    def show_answer(self, answer: Answer | None) -> None:
        """Show this answer in the editor."""
        self.editor.set_answer(answer)
        self._show_buttons()

    def take_answer(self, answer: Answer) -> None:
        """Put this answer in place of what stands there, as if it was typed."""
        self.show_answer(answer)
        self._on_edited()

    def look_at(self, answers: Answers, earlier: Answers) -> None:
        """What the answers, and those of the first sitting, let one say here."""
        self._answers, self._earlier = answers, earlier
        self._look()

    def _add_quiet_buttons(self) -> None:
        theme = self.asking.theme
        self.clear = Button(theme, "Take the answer back", Kind.QUIET, "undo")
        self.versions = Button(theme, "Earlier answers", Kind.QUIET, "history")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.clear)
        row.addWidget(self.versions)
        if self.question.kind is AnswerKind.FRIENDS:
            self.friends = Button(theme, "Ask a friend, or paste a reply", Kind.QUIET, "users")
            self.friends.clicked.connect(self.friends_wanted)
            row.addWidget(self.friends)
        row.addStretch(1)
        self.column.addLayout(row)
        self.clear.clicked.connect(self._take_back)
        self.versions.clicked.connect(self._want_versions)
        self._show_buttons()

    def _on_edited(self) -> None:
        answer = self.editor.answer()
        self._show_buttons()
        self._pause.start()
        self.edited.emit(self.question.id, answer)

    def _look(self) -> None:
        present = self.editor.answer()
        self.instead.say(asks_instead(present))
        advice = apology_advice(self._answers) if self.question.id in APOLOGY else None
        self.advice.say(advice.words if advice is not None else "")
        self.change.say(self._change_words(present))

    def _change_words(self, present: Answer) -> str:
        """ "All in all: 7, first 5"; nothing before there is something to compare."""
        first = self._earlier.get(self.question.id)
        if first is None:
            return ""
        labels = {one.value: one.label for one in self.question.options}
        changes = change_between({self.question.id: first}, {self.question.id: present})
        told = (
            ": ".join(filter(None, (labels.get(each.item, each.item.capitalize()), each.words)))
            for each in changes
        )
        return ". ".join(told)

    def _show_buttons(self) -> None:
        answered = is_answered(self.editor.answer())
        self.clear.setVisible(answered and self.question.kind in CHOSEN)
        self.versions.setVisible(self._stored and self.question.kind not in CHOSEN)

    def _take_back(self) -> None:
        self.editor.set_answer(None)
        self.editor.take_focus()
        self._on_edited()

    def _want_versions(self) -> None:
        self.versions_wanted.emit(self.question.id)


def view_of(
    course: Course, question: Question, sitting: Sitting, theme: Theme, now: Now, *, small: bool
) -> QuestionView:
    """The view of a question with its answer; `small`: one of several on the page."""
    shown = sitting.shown
    asking = Asking(
        theme=theme,
        question=question,
        now=now,
        rows=rows_of(question, course.answers),
        people=shown.people if shown is not None else (),
    )
    view = QuestionView(
        asking,
        path=course.path,
        gentle=course.gentle,
        small=small,
        stored=question.id in course.answers,
    )
    view.show_answer(sitting.answer_to(question.id))
    view.look_at(course.answers, shown.earlier if shown is not None else {})
    return view
