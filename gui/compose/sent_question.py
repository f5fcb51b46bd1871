"""Asks whether a message really left, once the user comes back from the other program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.drafting.kinds import KINDS
from gui import glances, words
from gui.compose import actions
from gui.desk import Desk

if TYPE_CHECKING:
    from core.unsent import Unsent
    from core.use_cases.messages import HandedOver

SENT, NOT_SENT = "message sent", "message not sent"


class SentQuestion(QObject):
    """`asked` carries a question for the toast, whose buttons answer with `SENT` or `NOT_SENT`."""

    asked = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._about: int | None = None

    def look(self) -> None:
        """See whether there is a message to ask about."""
        self._desk.glance(glances.unsent, then=self._read)

    def answer(self, key: str) -> bool:
        """Take the answer to the question that stands there; False for another toast's."""
        if key not in (SENT, NOT_SENT):
            return False
        if self._about is not None:
            use_case = actions.confirm_sent if key == SENT else actions.not_sent
            self._desk.write(use_case, self._about)
        self._about = None
        return True

    def _read(self, unsent: Unsent) -> None:
        if unsent.questions:
            self._desk.read(actions.awaiting_answer, then=self._ask)

    def _ask(self, waiting: tuple[HandedOver, ...]) -> None:
        """About the last one that was handed over: the others stand on their pages."""
        if waiting and self._about != waiting[-1].draft_id:
            self._about = waiting[-1].draft_id
            self.asked.emit(question_about(waiting[-1]))


def question_about(message: HandedOver) -> str:
    """ "Thank-you to Ingrid van der Berg: did you send it?" """
    people = f" to {words.listed(message.people)}" if message.people else ""
    return f"{KINDS[message.kind].noun}{people}: did you send it?"
