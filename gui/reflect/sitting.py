"""The reflection that is open: its answers, kept as they are typed, and where the user is.

What is typed is stored at most 800 ms later, and at once when the page is left. The answers here
are the truth while the page is open; nothing that is read later replaces them.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.playbook.kinds import ReflectionPath
from core.reflection.answers import Answer, Answers
from core.refusal import Gone
from gui.answers import sentence_of
from gui.desk import Changed, Desk
from gui.models.reflect_followed import Finished
from gui.reflect import actions
from gui.reflect.actions import Begun, Chosen, Wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.form_store import LoadedForm
    from core.use_cases.reflections import ReflectionShown

Place = tuple[int, str]
"""A reflection by its id, and a question of it."""
SAVE_MS = 800
RETRY_MS = 5_000


class Sitting(QObject):
    """Holds one reflection for the page."""

    opened = Signal(object)
    """The `ReflectionShown` of a reflection that is to be shown from its place on."""
    known = Signal(object)
    """The `ReflectionShown` anew: something around the answers changed."""
    saved = Signal(bool)
    """Whether all that was typed is stored."""
    finished = Signal(object)
    """The `Finished` of the reflection that just ended."""
    refused = Signal(str)
    """An answer cannot be stored as it is, and is tried again: a sentence."""
    unfinished = Signal(str)
    """It cannot end like this: a sentence."""
    gone = Signal(str)
    """It cannot be shown: a sentence."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typed: dict[Place, Answer] = {}
        self._on_their_way: deque[tuple[Place, Answer]] = deque()
        self._complained = ""
        self._own_change = False
        self.loaded: LoadedForm | None = None
        self.shown: ReflectionShown | None = None
        self.answers: dict[str, Answer] = {}
        self.path = ReflectionPath.SHORT
        self.at = ""
        """The id of the question where the user is."""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.flush)
        desk.changed.connect(self._on_changed)

    @property
    def is_stored(self) -> bool:
        """Whether everything that was typed is stored."""
        return not self._typed and not self._on_their_way

    # ------------------------------------------------------------ open and leave

    def open(self, interview_id: int, path: ReflectionPath, *, again: bool = False) -> None:
        """Show the reflection on an interview; begin it, if there is none. `again`: a second one."""
        self.flush()
        wanted = Wanted(
            interview_id=interview_id,
            path=path,
            folder=self._desk.paths.data,
            last_good=self.loaded,
            again=again,
        )
        self._desk.write(actions.start, wanted, then=self._take, otherwise=self._lost)

    def read_again(self) -> None:
        """Read what is known around the answers."""
        if self.shown is not None:
            self._desk.read(
                actions.shown, self.shown.id, then=self._take_anew, otherwise=self._lost
            )

    def forget(self) -> None:
        """It is no longer here."""
        self.shown = None

    def go_to(self, question: str) -> None:
        """The user is at that question now."""
        if question != self.at and self.shown is not None:
            self.at = question
            self._desk.write(actions.leave_at, self.shown.id, question, then=self._note_own)

    def set_path(self, path: ReflectionPath) -> None:
        """Three minutes, or fifteen."""
        if path is not self.path and self.shown is not None:
            self.path = path
            self._desk.write(actions.set_path, self.shown.id, path, then=self._note_own)

    # ------------------------------------------------------------ answers

    def answer_to(self, question: str) -> Answer | None:
        """What was answered; else what is known already and can stand there."""
        offered = self.shown.offered if self.shown is not None else {}
        return self.answers.get(question, offered.get(question))

    def accept(self, question: str) -> None:
        """The user saw what was offered there, and went on."""
        answer = self.answer_to(question)
        if answer is not None and question not in self.answers:
            self.take(question, answer)

    def take(self, question: str, answer: Answer) -> None:
        """The answer as it is typed: to be stored soon. Typing on does not put that off."""
        if self.shown is None:
            return
        self.answers[question] = answer
        self._typed[self.shown.id, question] = answer
        self.saved.emit(False)
        if not self.timer.isActive():
            self.timer.start(SAVE_MS)

    def take_all(self, answers: Answers) -> None:
        """Several answers at once, as if each was typed."""
        for question, answer in answers.items():
            self.take(question, answer)

    def flush(self) -> None:
        """Store what was typed, now."""
        self.timer.stop()
        typed, self._typed = self._typed, {}
        for place, answer in typed.items():
            self._on_their_way.append((place, answer))
            self._desk.write(
                actions.save_answer,
                *place,
                answer,
                then=self._note_saved,
                otherwise=self._note_refused,
            )

    def finish(self, chosen: Sequence[Chosen]) -> None:
        """End it, and keep these conclusions."""
        self.flush()
        if self.shown is not None:
            self._desk.write(
                actions.finish,
                self.shown.id,
                tuple(chosen),
                then=self._note_finished,
                otherwise=self._note_unfinished,
            )

    # ------------------------------------------------------------ what comes back

    def _take(self, begun: Begun) -> None:
        self.loaded = begun.loaded
        shown = begun.shown
        self.shown = shown
        self.answers = dict(shown.answers)
        self.path = shown.path
        self.at = shown.at_question or ""
        self._complained = ""
        self._own_change = True
        self.opened.emit(shown)

    def _take_anew(self, shown: ReflectionShown) -> None:
        if self.shown is not None and shown.id == self.shown.id:
            self.shown = shown
            self.known.emit(shown)

    def _lost(self, error: Exception) -> None:
        self.forget()
        self.gone.emit(sentence_of(error))

    def _note_saved(self, _nothing: None) -> None:
        """Answers come back in the order in which they were sent."""
        self._own_change = True
        self._on_their_way.popleft()
        self._complained = ""
        if self.is_stored:
            self.saved.emit(True)

    def _note_refused(self, error: Exception) -> None:
        """What was typed stays in the field, and is tried again, unless there is no place for it."""
        place, answer = self._on_their_way.popleft()
        if isinstance(error, Gone):
            return
        self._typed.setdefault(place, answer)
        if not self.timer.isActive():
            self.timer.start(RETRY_MS)
        sentence = sentence_of(error)
        if sentence != self._complained:
            self._complained = sentence
            self.refused.emit(sentence)

    def _note_own(self, _nothing: None) -> None:
        self._own_change = True

    def _note_finished(self, finished: Finished) -> None:
        self.finished.emit(finished)

    def _note_unfinished(self, error: Exception) -> None:
        self.unfinished.emit(sentence_of(error))

    def _on_changed(self, _changed: Changed) -> None:
        if self._own_change:
            self._own_change = False
        else:
            self.read_again()
