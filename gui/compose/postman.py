"""Carries out the outbox while Afterword runs: one message at a time, each when its time has come.

Every look compares instants, so sleep and a changed clock need no special case. What happens is
stored before the next thing is done; an end at any moment loses nothing and doubles nothing.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.drafting.outbox import Delivered, NotSent, Outcome, Stage
from gui import glances
from gui.compose import actions
from gui.compose.errand import Errand
from gui.compose.mail_tasks import Delivery, Password, kept_password
from gui.desk import Changed, Desk

if TYPE_CHECKING:
    from core.drafting.outgoing import Account
    from core.unsent import Unsent
    from core.use_cases.departures import Departure

log = logging.getLogger(__name__)

LONGEST_WAIT_MS = 30_000
BROKE = "Something unexpected came in between. Nothing was sent, and your draft is kept."
STAGES = {
    Stage.CONNECTING: "Reaching the server…",
    Stage.SECURING: "Securing the line…",
    Stage.SIGNING_IN: "Signing in…",
    Stage.ADDRESSING: "Addressing it…",
    Stage.UPLOADING: "Handing it over…",
    Stage.CONFIRMING: "Waiting for the server's word…",
}


class Postman(QObject):
    """`told` carries how far the message that is leaving has come; `questions` how many wait for
    the user's word, at the start."""

    told = Signal(str)
    questions = Signal(int)
    said = Signal(str)
    """A sentence: what became of the one that was leaving, where it did not arrive."""

    def __init__(self, desk: Desk, parent: QObject, password: Password = kept_password) -> None:
        super().__init__(parent)
        self._desk = desk
        self._password = password
        self._departure: Departure | None = None
        self._errand: Errand | None = None
        self._begun = False
        self._claims = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        desk.changed.connect(self._on_changed)

    def look(self) -> None:
        """See whether something is to leave now. Cheap while nothing is."""
        self._desk.glance(glances.unsent, then=self._take)

    def cancel(self) -> None:
        """Give up what is leaving, as far as that is still possible."""
        if self._errand is not None:
            self._errand.cancel()

    def stop(self) -> None:
        """At the end of the program. What was leaving is settled at the next start."""
        self._timer.stop()
        if self._errand is not None:
            self._errand.stop()

    def _on_changed(self, _changed: Changed) -> None:
        self.look()

    def _take(self, unsent: Unsent) -> None:
        if not self._begun:
            self._begun = True
            self._settle_what_was(unsent)
        now = self._desk.now().instant
        if unsent.leaves_at is None or self._claims or self._departure is not None:
            return
        if unsent.leaves_at <= now:
            self._claims = True
            self._desk.write(actions.next_outgoing, then=self._depart, otherwise=self._no_claim)
        else:
            wait = int((unsent.leaves_at - now).total_seconds() * 1000) + 1
            self._timer.start(min(wait, LONGEST_WAIT_MS))

    def _settle_what_was(self, unsent: Unsent) -> None:
        """An earlier run may have been cut off in the middle."""
        if unsent.sending:
            self._desk.write(actions.recover)
        if unsent.questions:
            self.questions.emit(unsent.questions)

    def _depart(self, departure: Departure | None) -> None:
        self._claims = False
        self._departure = departure
        if departure is not None:
            self._desk.read(actions.mail_account, then=self._send, otherwise=self._without_account)

    def _no_claim(self, error: Exception) -> None:
        self._claims = False
        self._desk.say(error)

    def _without_account(self, _error: Exception) -> None:
        """It could not be read: nothing was sent, so it may be tried again."""
        self._settle(NotSent(BROKE))

    def _send(self, account: Account | None) -> None:
        if self._departure is None:
            return
        task = Delivery(self._departure.mail, account, self._password)
        errand = self._errand = Errand(task, self)
        errand.progressed.connect(self._tell)
        errand.confirming.connect(self._store_confirming)
        errand.finished.connect(self._settle)
        errand.start()

    def _tell(self, stage: Stage) -> None:
        self.told.emit(STAGES[stage])

    def _store_confirming(self) -> None:
        if self._departure is not None:
            self._desk.write(
                actions.reached,
                self._departure.item_id,
                Stage.CONFIRMING,
                then=self._confirm,
                otherwise=self._refuse,
            )

    def _confirm(self, _nothing: None) -> None:
        if self._errand is not None:
            self._errand.go_on(True)

    def _refuse(self, _error: Exception) -> None:
        if self._errand is not None:
            self._errand.go_on(False)

    def _settle(self, result: object) -> None:
        departure, errand = self._departure, self._errand
        self._departure = self._errand = None
        if errand is not None:
            errand.deleteLater()
        if departure is not None:
            outcome = result if isinstance(result, Outcome) else NotSent(BROKE)
            log.info("sending ended: %s", type(outcome).__name__)
            if not isinstance(outcome, Delivered):
                self.said.emit(outcome.sentence)
            self._desk.write(actions.settle, departure.item_id, outcome)
