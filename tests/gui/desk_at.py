"""A desk over a real database, at a moment that the test sets, without a thread."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from core.agenda import Agenda, connect, read_agenda
from core.clock import Now
from core.content import load_playbook
from core.database import Database
from core.paths import Paths
from core.refusal import Refusal
from core.store import Store

R = TypeVar("R")


class DeskAt(QObject):
    """Answers at once; `followers` get the agenda after each change, as from the window."""

    changed = Signal(object)

    def __init__(self, folder: Path, instant: datetime, zone: str = "UTC") -> None:
        super().__init__()
        paths = Paths.under(folder)
        self.database = Database.open(paths, load_playbook(None))
        self.reader = connect(paths.database)
        self.store = Store(paths)
        self.instant = instant
        self.zone = zone
        self.writes = 0
        self.warmed = 0
        self.followers: list[Callable[[Agenda], None]] = []

    def now(self) -> Now:
        return Now(self.instant, self.zone)

    def pass_time(self, **amount: float) -> None:
        self.instant += timedelta(**amount)

    def agenda(self) -> Agenda:
        return read_agenda(self.reader, self.now())

    def read(
        self, query: Callable[..., R], *arguments: object, then: Callable[[R], object]
    ) -> None:
        with self.database.reading() as session:
            found = query(session, *arguments, now=self.now())
        then(found)

    def glance(
        self,
        query: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object],
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        then(query(self.store.glimpse(), *arguments, now=self.now()))

    def warm(self) -> None:
        self.warmed += 1

    def write(
        self,
        use_case: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object] | None = None,
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        self.writes += 1
        try:
            with self.database.session() as session:
                value = use_case(session, *arguments, now=self.now())
        except Refusal as error:
            if otherwise is not None:
                otherwise(error)
            return
        if then is not None:
            then(value)
        self.changed.emit(None)
        self.tell()

    def tell(self) -> None:
        for follower in self.followers:
            follower(self.agenda())

    def close(self) -> None:
        self.reader.close()
        self.store.close()
        self.database.close()
