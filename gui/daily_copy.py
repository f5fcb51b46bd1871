"""The day's copy of everything: made soon after the start, and again when a new day comes."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.paths import Paths
from gui.answers import sentence_of
from gui.errands import Errands

if TYPE_CHECKING:
    from gui.desk import Desk

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CopyOfDay:
    """Makes the day's copy unless it is there; False where there is nothing to copy yet."""

    paths: Paths
    now: datetime

    def __call__(self) -> bool:
        from core.exchange import backup

        made = backup.back_up_daily(self.paths, self.now)
        return made is not None or any(each.full for each in backup.list_backups(self.paths))


class DailyCopy(QObject):
    """Call `look` now and then; once a day it has a copy made, in a thread of its own.

    Not in the Desk's: a copy of much takes half a second, and a reminder must not wait for it.
    """

    said = Signal(str)
    """A sentence: the copy could not be made."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._errands = Errands(self)
        self._settled: date | None = None
        self._asked = False

    @property
    def asks(self) -> bool:
        """Whether a copy is being made, or looked for."""
        return self._asked

    @Slot()
    def look(self) -> None:
        """Ask for the copy of this day (UTC, as the copies count theirs), unless it is settled."""
        if self._asked or self._settled == self._today():
            return
        self._asked = True
        work = CopyOfDay(self._desk.paths, self._desk.now().instant)
        self._errands.run(work, then=self._on_made, otherwise=self._on_trouble)

    def _today(self) -> date:
        return self._desk.now().instant.astimezone(UTC).date()

    def _on_made(self, settled: bool) -> None:
        """While there is nothing to copy, the next look asks again."""
        self._asked = False
        self._settled = self._today() if settled else None

    def _on_trouble(self, error: Exception) -> None:
        LOG.warning("the day's copy was not made: %s", type(error).__name__)
        self._asked = False
        self._settled = self._today()
        self.said.emit(sentence_of(error))
