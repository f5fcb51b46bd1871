"""Checks a draft while it is typed: 120 ms after the last key, in a thread of its own.

Only the newest text counts: an answer about an older one is dropped. Grammar takes longer than all
other checks, so their answer comes first, and once more when the proofreader has read along.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from core.checks.finding import Report
from core.drafting.values import Draft, Situation
from gui.answers import sentence_of

log = logging.getLogger(__name__)

PAUSE_MS = 120


class Examiner(Protocol):
    """Checks drafts. It lives in the checking thread alone."""

    def reports(self, draft: Draft, situation: Situation) -> Iterator[Report]:
        """What is found: at once, and again with what takes longer."""

    def close(self) -> None:
        """Let go of what it holds."""


@dataclass(frozen=True, slots=True)
class Request:
    """A draft to be looked at; a later number is a newer text."""

    number: int
    draft: Draft
    situation: Situation


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a draft."""

    number: int
    draft: Draft
    situation: Situation
    report: Report


class Checking(QObject):
    """`checked` carries the `Checked` of the newest text. Call `stop` at the end."""

    checked = Signal(object)
    troubled = Signal(str)
    """The checks cannot be loaded: a sentence."""
    _found = Signal(object)

    def __init__(
        self,
        make_examiner: Callable[[Path], Examiner],
        own_playbook: Path,
        parent: QObject | None = None,
    ) -> None:
        """`make_examiner` is called in the thread, when the first draft comes: it may take a while.

        It is given the path of the user's own changes to the playbook.
        """
        super().__init__(parent)
        self._make_examiner = make_examiner
        self._own_playbook = own_playbook
        self._requests: SimpleQueue[Request | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._wanted: tuple[Draft, Situation] | None = None
        self._number = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._found.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def look_at(self, draft: Draft, situation: Situation) -> None:
        """Check this draft, once there is a pause."""
        self._wanted = (draft, situation)
        self._pause.start()

    def look_now(self) -> None:
        """Do not wait for the pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._ask()

    def stop(self) -> None:
        """End the thread, and wait for it."""
        self._pause.stop()
        if self._thread is not None:
            self._requests.put(None)
            self._thread.join()
            self._thread = None

    def _ask(self) -> None:
        if self._wanted is None:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="checks", daemon=True)
            self._thread.start()
        self._number += 1
        self._requests.put(Request(self._number, *self._wanted))

    def _deliver(self, checked: Checked) -> None:
        if checked.number == self._number and not self._pause.isActive():
            self.checked.emit(checked)

    def _work(self) -> None:
        try:
            examiner = self._make_examiner(self._own_playbook)
        except Exception as error:
            log.exception("the checks were not loaded")
            self.troubled.emit(sentence_of(error))
            return
        while (request := self._newest()) is not None:
            self._examine(examiner, request)
        examiner.close()

    def _newest(self) -> Request | None:
        """Wait for a request; of several that wait, only the last matters."""
        request = self._requests.get()
        while request is not None and not self._requests.empty():
            request = self._requests.get()
        return request

    def _examine(self, examiner: Examiner, request: Request) -> None:
        try:
            for report in examiner.reports(request.draft, request.situation):
                self._found.emit(Checked(request.number, request.draft, request.situation, report))
                if not self._requests.empty():
                    return
        except Exception:
            log.exception("a draft was not checked")
