"""Joins the composer with what leaves: the postman, and the seconds in which a send is undone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.actions import moment
from gui.compose import actions
from gui.compose.postman import Postman
from gui.desk import Desk

if TYPE_CHECKING:
    from core.use_cases.messages import HandedOver
    from core.use_cases.outbox import Held
    from gui.pages.compose import ComposePage

UNDO_SEND = "undo send"
OPEN_WAITING = "open what waits"
AT_ONCE = timedelta(seconds=15)
"""What leaves within this time was sent "now": only its undoing is waited for."""


class Mailing(QObject):
    """`queued` carries a sentence for a toast that offers `UNDO_SEND`, `waiting` for one that
    offers `OPEN_WAITING`, `said` for one without a button.
    """

    queued = Signal(str)
    waiting = Signal(str)
    draft_wanted = Signal(int)
    """The message that waits for the user's word is to be shown."""
    said = Signal(str)
    set_up_wanted = Signal()
    """The user wants to name a mail account."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft: int | None = None
        self._page: ComposePage | None = None
        self.postman = Postman(desk, self)
        self.postman.questions.connect(self._tell_questions)
        self.postman.said.connect(self.said)

    def attend(self, page: ComposePage) -> None:
        """Follow what is handed over on that page."""
        self._page = page
        page.handing.queued.connect(self._on_queued)
        page.handing.cancelled.connect(self.postman.cancel)
        page.handing.set_up_wanted.connect(self.set_up_wanted)
        self.postman.told.connect(page.stage.tell)

    def answer(self, key: str) -> bool:
        """Take the answer to the toast that stands there; False for another toast's."""
        if key == OPEN_WAITING:
            self._desk.read(actions.awaiting_answer, then=self._open_handed_over)
            return True
        if key != UNDO_SEND:
            return False
        if self._draft is not None:
            self._desk.write(actions.take_back, self._draft)
        self._draft = None
        return True

    def stop(self) -> None:
        """At the end of the program. What was leaving is settled at the next start."""
        self.postman.stop()
        if self._page is not None:
            self._page.handing.keeper.stop()

    def _on_queued(self, draft_id: int, leaves_at: datetime) -> None:
        self._draft = draft_id
        now = self._desk.now()
        wait = leaves_at - now.instant
        if wait <= AT_ONCE:
            self.queued.emit(f"It leaves in {max(1, round(wait.total_seconds()))} seconds.")
        else:
            self.queued.emit(f"It leaves at {moment(leaves_at, now)}, while Afterword runs.")

    def _tell_questions(self, count: int) -> None:
        told = "1 message waits" if count == 1 else f"{count} messages wait"
        self.waiting.emit(f"{told} for your word: was it sent?")

    def _open_handed_over(self, waiting: tuple[HandedOver, ...]) -> None:
        if waiting:
            self.draft_wanted.emit(waiting[-1].draft_id)
        else:
            self._desk.read(actions.held, then=self._open_held)

    def _open_held(self, waiting: tuple[Held, ...]) -> None:
        if waiting:
            self.draft_wanted.emit(waiting[0].draft_id)
