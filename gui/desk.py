"""The Desk: the one way by which the window reads and writes.

Use cases run one after another in a worker thread, where the database session lives; the answers
come back to the window's own thread. SQLAlchemy is loaded there too, when the first use case asks
for it: a window that only stands there reads plainly (`glance`).
"""

import logging
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, Qt, QTimeZone, Signal

from core.agenda import Agenda, NoAgenda, connect, read_agenda
from core.clock import Now, read_clock
from core.paths import Paths
from gui import actions

if TYPE_CHECKING:
    from gui.answers import Answer
    from gui.jobs import Asked, Job

log = logging.getLogger(__name__)

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What was written. `change_id` and `label` are for the toast; both empty: nothing to undo."""

    change_id: int | None = None
    label: str = ""
    outside: bool = False
    """Another process wrote (the command line, perhaps)."""


class Desk(QObject):
    """Reads and writes for the window. Call `start` after the first picture, `close` at the end."""

    changed = Signal(object)
    """`Changed`: something was written; lists read again."""
    failed = Signal(str)
    """A sentence for the toast."""
    ready = Signal()
    """There is a database, and the worker reads and writes it."""
    warmed = Signal()
    """What `warm` asked for is there."""
    refused = Signal(str)
    """The database cannot be opened: a sentence that says why and what to do."""
    undone = Signal(str)
    """What was undone, as the change was called; empty: there was nothing to undo."""
    _answered = Signal(object)

    def __init__(self, paths: Paths, zone: str = "", parent: QObject | None = None) -> None:
        """`zone` is the user's own choice; empty follows the system."""
        super().__init__(parent)
        self.paths = paths
        self._zone = zone
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._reader: sqlite3.Connection | None = None
        self._version = 0
        self._thread = threading.Thread(target=self._work, name="desk", daemon=True)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to work. The database is made or upgraded now; else it is opened when asked for."""
        self._thread.start()

    def warm(self) -> None:
        """Open the database now, so that what is asked soon is answered at once."""
        from gui import jobs

        self._jobs.put(jobs.warming(self.now))

    def close(self) -> None:
        """Finish what was asked, then let go of the database."""
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join()
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def now(self) -> Now:
        """The present moment in the user's zone."""
        return read_clock(self._zone or system_zone())

    def set_zone(self, zone: str) -> None:
        """Take the user's own choice of zone; empty follows the system again."""
        self._zone = zone
        self.changed.emit(Changed())

    def read(
        self,
        query: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object],
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run `query(session, *arguments, now=…)` and give its result to `then`, a bound method."""
        from gui import jobs

        self._jobs.put(jobs.reading(self._asked(query, arguments, then, otherwise)))

    def glance(
        self,
        query: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object],
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run `query(glimpse, *arguments, now=…)`, which needs no more than a `core.store.Glimpse`.

        For what is asked while nobody touches anything: it loads nothing.
        """
        from gui import jobs

        self._jobs.put(jobs.glancing(self._asked(query, arguments, then, otherwise)))

    def write(
        self,
        use_case: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object] | None = None,
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run a use case that writes. It is stored wholly or not at all; `changed` tells of it.

        `otherwise` is given the error (with its sentence) in place of `failed`.
        """
        from gui import jobs

        self._jobs.put(jobs.writing(self._asked(use_case, arguments, then, otherwise)))

    def replace(
        self,
        use_case: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object] | None = None,
    ) -> None:
        """Run `use_case(database, *arguments, now=…)`, which puts another file in place.

        No connection of ours is open meanwhile, and what is read after it is of the new file.
        """
        from gui import jobs

        self._let_go()
        self._jobs.put(jobs.replacing(self._asked(use_case, arguments, then, None)))

    def say(self, error: Exception) -> None:
        """Tell of an error in the usual way, where an `otherwise` has seen it first."""
        from gui.answers import sentence_of

        self.failed.emit(sentence_of(error))

    def undo(self, change_id: int) -> None:
        """Undo one change; the sentence comes by `failed` where that is no longer possible."""
        self.write(actions.undo, change_id, then=self._tell_undone)

    def undo_last(self) -> None:
        """Undo the latest change that is not undone yet."""
        self.write(actions.undo_last, then=self._tell_undone)

    def agenda(self) -> Agenda | None:
        """Today, read at once with plain sqlite3; None while there is no database of this form."""
        try:
            if self._reader is None:
                self._reader = connect(self.paths.database)
                self.took_note()
            return read_agenda(self._reader, self.now())
        except (NoAgenda, sqlite3.Error) as error:
            log.info("no agenda: %s", type(error).__name__)
            self._let_go()
            return None

    def look_outside(self) -> bool:
        """Emit `changed` if another process wrote since the last look. Cheap: call it on a tick."""
        before = self._version
        if not self.took_note() or self._version == before:
            return False
        self.changed.emit(Changed(outside=True))
        return True

    def took_note(self) -> bool:
        """Remember the database as it is now. False while there is none."""
        if self._reader is None:
            return False
        try:
            (self._version,) = self._reader.execute("PRAGMA data_version").fetchone()
        except sqlite3.Error:
            self._let_go()
            return False
        return True

    def _tell_undone(self, label: str) -> None:
        self.undone.emit(label)

    def _let_go(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _deliver(self, answer: "Answer") -> None:
        answer.deliver(self)

    def _asked(
        self,
        what: Callable[..., R],
        arguments: tuple[object, ...],
        then: Callable[[R], object] | None,
        otherwise: Callable[[Exception], object] | None,
    ) -> "Asked":
        from gui.answers import Bound
        from gui.jobs import Asked

        return Asked(what, arguments, self.now, Bound.to(then), Bound.to(otherwise))

    def _work(self) -> None:
        from gui import jobs

        for answer in jobs.work(self.paths, self._jobs):
            self._answered.emit(answer)


def system_zone() -> str:
    """The system's IANA zone as Qt knows it: quick, and right again after a change of zone."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
