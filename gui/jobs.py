"""What the Desk's thread does with one thing that was asked, and how it begins.

Loaded with the first thing that is asked, after the first picture.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.clock import Now
from core.refusal import Refusal
from core.store import Store
from gui import actions
from gui.answers import Answer, Bound, Closed, Opened, Refused, Result, Warmed, sentence_of
from gui.desk import Changed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from queue import SimpleQueue

    from core.database import Database
    from core.paths import Paths

log = logging.getLogger(__name__)

Job = Callable[[Store], Answer]


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that the window asked for, and who waits for it."""

    what: Callable[..., object]
    arguments: tuple[object, ...]
    clock: Callable[[], Now]
    then: Bound | None
    otherwise: Bound | None = None

    def of(self, source: object) -> object:
        """What comes of it, asked of a session, a glimpse or a database."""
        return self.what(source, *self.arguments, now=self.clock())


def reading(asked: Asked) -> Job:
    """Run a query in a session that only reads."""

    def job(store: Store) -> Answer:
        with store.database().reading() as session:
            return Result(asked.of(session), asked.then)

    return _guarded(job, asked.otherwise)


def glancing(asked: Asked) -> Job:
    """Run a query on a `core.store.Glimpse`."""

    def job(store: Store) -> Answer:
        return Result(asked.of(store.glimpse()), asked.then)

    return _guarded(job, asked.otherwise)


def writing(asked: Asked) -> Job:
    """Run a use case that writes; wholly or not at all."""

    def job(store: Store) -> Answer:
        with store.database().session() as session:
            value = asked.of(session)
        changed = Changed(change_id=session.change_id, label=session.change_label)
        return Result(value, asked.then, changed)

    return _guarded(job, asked.otherwise)


def replacing(asked: Asked) -> Job:
    """Run what puts another file in place, while no connection is open."""

    def job(store: Store) -> Answer:
        database: Database = store.database()
        store.close()
        return Result(asked.of(database), asked.then, Changed())

    return _guarded(job, None)


def warming(clock: Callable[[], Now]) -> Job:
    """Open the database, and go through what a reminder will need.

    Whoever really asks for something is told what kept it from that.
    """

    def job(store: Store) -> Answer:
        try:
            with store.database().reading() as session:
                actions.rehearse(session, clock())
        except Exception:
            log.exception("the database was not opened ahead")
        return Warmed()

    return job


def work(paths: Paths, jobs: SimpleQueue[Job | None]) -> Iterator[Answer]:
    """The thread's whole life: an answer to each job, until there is None."""
    store = Store(paths)
    try:
        store.begin()
    except Exception as error:
        log.exception("the database was not opened")
        yield Closed(sentence_of(error))
        return
    yield Opened()
    while (job := jobs.get()) is not None:
        yield job(store)
    store.close()


def _guarded(job: Job, trouble: Bound | None) -> Job:
    """The job, or what kept it from being done."""

    def guarded(store: Store) -> Answer:
        try:
            return job(store)
        except Refusal as error:
            return Refused(error, trouble)
        except Exception as error:
            log.exception("a use case broke")
            return Refused(error, trouble)

    return guarded
