"""What may wait for others (a keyring that asks to be unlocked, a mail server): one after another, in a
thread of its own, so that neither the window nor the Desk waits along."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from core.refusal import Refusal
from gui.answers import Bound

log = logging.getLogger(__name__)

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to be done, and who waits for it."""

    work: Callable[[], object]
    then: Bound | None
    otherwise: Bound | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it; `waiting` is told."""

    value: object
    waiting: Bound | None


class Errands(QObject):
    """Answers come in the window's own thread, unless it has gone meanwhile."""

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Errand] = deque()
        self._working = False
        self._lock = threading.Lock()
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], R],
        *,
        then: Callable[[R], object],
        otherwise: Callable[[Exception], object],
    ) -> None:
        """Do `work`, and give its result to `then`, or its error to `otherwise`; bound methods."""
        with self._lock:
            self._waiting.append(Errand(work, Bound.to(then), Bound.to(otherwise)))
            if not self._working:
                self._working = True
                threading.Thread(target=self._work, name="errands", daemon=True).start()

    def _work(self) -> None:
        """The thread lives as long as there is something to do."""
        while (errand := self._next()) is not None:
            outcome = _outcome(errand)
            with suppress(RuntimeError):  # the window has gone
                self._done.emit(outcome)

    def _next(self) -> Errand | None:
        with self._lock:
            self._working = bool(self._waiting)
            return self._waiting.popleft() if self._working else None

    def _deliver(self, outcome: Outcome) -> None:
        if outcome.waiting is not None:
            outcome.waiting.call(outcome.value)


def _outcome(errand: Errand) -> Outcome:
    try:
        return Outcome(errand.work(), errand.then)
    except Refusal as error:
        return Outcome(error, errand.otherwise)
    except Exception as error:
        log.exception("an errand broke")
        return Outcome(error, errand.otherwise)
