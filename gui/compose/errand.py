"""One talk with a mail server, in a thread of its own, which the window can follow and cut short."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from core.drafting.outbox import Stage

if TYPE_CHECKING:
    from core.exchange.mail.connection import Conditions

log = logging.getLogger(__name__)

STOP_SECONDS = 8.0
"""Longer than a server is waited for once the last byte has left."""
STORE_SECONDS = 30.0
"""So long the thread waits until it is stored that the last bytes are about to leave."""

Task = Callable[["Conditions"], object]


class NotStored(Exception):
    """It could not be stored how far the sending has come: it must not go on."""


class Errand(QObject):
    """Runs `task(conditions)`. `finished` carries what it returned, or None where it broke.

    `confirming` asks to store that the last bytes are about to leave; the thread waits until
    `go_on` is called.
    """

    progressed = Signal(object)
    """The `Stage` that begins."""
    confirming = Signal()
    finished = Signal(object)
    _ended = Signal(object)

    def __init__(self, task: Task, parent: QObject) -> None:
        super().__init__(parent)
        self._task = task
        self._cancelled = threading.Event()
        self._answered = threading.Event()
        self._may_go_on = False
        self._thread = threading.Thread(target=self._work, name="mail", daemon=True)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Give it up, as far as that is still possible."""
        self._cancelled.set()

    def go_on(self, stored: bool) -> None:
        """Whether it is stored that the last bytes are about to leave."""
        self._may_go_on = stored
        self._answered.set()

    def stop(self) -> None:
        """At the end of the program: give it up, and wait a moment for the thread.

        A keyring that waits to be unlocked must not keep the program from ending.
        """
        self.cancel()
        self._answered.set()
        if self._thread.is_alive():
            self._thread.join(STOP_SECONDS)

    def _end(self, result: object) -> None:
        self._thread.join()
        self.finished.emit(result)

    def _work(self) -> None:
        from core.exchange.mail.connection import Conditions

        conditions = Conditions(cancelled=self._cancelled.is_set, progress=self._progress)
        try:
            result = self._task(conditions)
        except Exception:
            log.exception("an errand to a mail server broke")
            result = None
        with suppress(RuntimeError):  # the window has gone
            self._ended.emit(result)

    def _progress(self, stage: Stage) -> None:
        self.progressed.emit(stage)
        if stage is Stage.CONFIRMING:
            self.confirming.emit()
            if not self._answered.wait(STORE_SECONDS) or not self._may_go_on:
                raise NotStored
