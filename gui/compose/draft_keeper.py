"""Saves a message to the account's folder of drafts, followed by sentences, and never twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.drafting.outbox import NotSent, Refused, Unknown
from gui.compose import mail_out
from gui.compose.errand import Errand
from gui.compose.mail_tasks import Keeping, Password, kept_password
from gui.desk import Desk

if TYPE_CHECKING:
    from core.drafting.outgoing import Account, Outgoing

BROKE = "Something unexpected came in between. Your draft is kept here."


class DraftKeeper(QObject):
    """`kept` tells that the message lies in the account, `said` carries a sentence."""

    kept = Signal()
    said = Signal(str)

    def __init__(self, desk: Desk, parent: QObject, password: Password = kept_password) -> None:
        super().__init__(parent)
        self._desk = desk
        self._password = password
        self._errand: Errand | None = None

    def keep(self, draft_id: int) -> None:
        """Save that message; one at a time."""
        if self._errand is None:
            self._desk.read(mail_out.for_drafts, draft_id, then=self._begin)

    def stop(self) -> None:
        """At the end of the program."""
        if self._errand is not None:
            self._errand.stop()

    def _begin(self, found: tuple[Outgoing, Account | None]) -> None:
        mail, account = found
        if account is None or self._errand is not None:
            return
        errand = self._errand = Errand(Keeping(mail, account, self._password), self)
        errand.finished.connect(self._end)
        errand.start()
        self.said.emit("Saving it to your Drafts folder…")

    def _end(self, result: object) -> None:
        from core.exchange.mail.drafts import Saved

        if self._errand is not None:
            self._errand.deleteLater()
            self._errand = None
        if isinstance(result, Saved):
            self.kept.emit()
            self.said.emit(f"It lies in “{result.folder}”. Send it from there.")
        elif isinstance(result, NotSent | Refused | Unknown):
            self.said.emit(result.sentence)
        else:
            self.said.emit(BROKE)
