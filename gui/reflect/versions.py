"""Earlier answers to a question: looked at, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.reflection.answered import filled_rows, row_text, texts
from core.reflection.answers import Answer, RowsAnswer
from gui.desk import Desk
from gui.reflect import actions
from gui.reflect.sitting import Sitting
from gui.theme import Theme

if TYPE_CHECKING:
    from core.use_cases.reflections import AnswerVersion

START = 300
NONE_YET = "There is no earlier answer yet. What you write is kept as you go."


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierText:
    """An earlier answer as the dialog shows it."""

    id: int
    at: datetime
    words: int
    start: str
    subject: str = ""


class EarlierAnswers(QObject):
    """`taken` carries the question's id and the answer that the user wants back."""

    taken = Signal(str, object)
    said = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, sitting: Sitting, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._sitting = sitting
        self._page = page
        self._question = ""
        self._versions: tuple[AnswerVersion, ...] = ()

    def ask(self, question: str) -> None:
        """Show what was answered earlier."""
        self._sitting.flush()
        if self._sitting.shown is not None:
            self._question = question
            self._desk.read(actions.versions, self._sitting.shown.id, question, then=self._show)

    def _show(self, versions: tuple[AnswerVersion, ...]) -> None:
        from gui.dialogs.versions import VersionsDialog

        self._versions = versions
        if not versions:
            self.said.emit(NONE_YET)
            return
        shown = [_shown(version) for version in versions]
        dialog = VersionsDialog(self._theme, shown, self._desk.now(), self._page.window())
        dialog.taken.connect(self._take)
        dialog.open()

    def _take(self, version_id: int) -> None:
        for version in self._versions:
            if version.id == version_id:
                self.taken.emit(self._question, version.answer)


def _shown(version: AnswerVersion) -> EarlierText:
    answer = version.answer
    return EarlierText(
        id=version.id,
        at=version.at,
        words=sum(len(text.split()) for text in texts(answer)),
        start=_start(answer),
    )


def _start(answer: Answer) -> str:
    if isinstance(answer, RowsAnswer):
        lines = [row_text(row) for row in filled_rows(answer)]
    else:
        lines = list(texts(answer))
    return "\n".join(filter(None, lines))[:START]
