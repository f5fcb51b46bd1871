"""The day's copy of everything: made soon after the start, and again when a new day comes."""

from __future__ import annotations

import logging
from datetime import UTC, date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui import glances
from gui.answers import sentence_of

if TYPE_CHECKING:
    from gui.desk import Desk

LOG = logging.getLogger(__name__)


class DailyCopy(QObject):
    """Call `look` now and then; once a day it has a copy made, in the Desk's thread."""

    said = Signal(str)
    """A sentence: the copy could not be made."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settled: date | None = None
        self._asked = False

    @Slot()
    def look(self) -> None:
        """Ask for the copy of this day (UTC, as the copies count theirs), unless it is settled."""
        if self._asked or self._settled == self._today():
            return
        self._asked = True
        self._desk.glance(
            glances.make_daily_backup,
            self._desk.paths,
            then=self._on_made,
            otherwise=self._on_trouble,
        )

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
