"""The dialogs of the window: opened here, freed by themselves, answered through the Desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.agenda import AgendaStep
from gui import actions
from gui.desk import Desk
from gui.main_window import MainWindow

if TYPE_CHECKING:
    from datetime import datetime

    from core.use_cases.interviews import Stored
    from core.use_cases.search import Found


NOTES = frozenset({"story", "fact", "question", "said"})
"""What is found on the page of preparation."""


class Flows(QObject):
    """Each slot opens one dialog over the window."""

    open_application = Signal(int)
    open_step = Signal(int)
    open_draft = Signal(int)
    """A message that is to be shown in the composer, also one that was sent."""
    open_note = Signal(int, str)
    """The application of something that was prepared (0 of a story), and its kind."""
    stored = Signal(object)
    """The `Stored` of an interview that was added."""

    def __init__(self, window: MainWindow, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._step: AgendaStep | None = None

    def add_interview(self) -> None:
        """The form for a new interview."""
        from gui.dialogs.interview import InterviewDialog

        self._window.come_forward()
        dialog = InterviewDialog(self._window.theme, self._desk, parent=self._window)
        dialog.stored.connect(self._on_stored)
        dialog.open()

    def skip(self, step: AgendaStep) -> None:
        """Ask why a step is skipped."""
        from gui.dialogs.skip import SkipDialog

        self._step = step
        dialog = SkipDialog(self._window.theme, step.title, self._window)
        dialog.given.connect(self._skip)
        dialog.open()

    def pick_snooze(self, step: AgendaStep) -> None:
        """Ask until when a step rests."""
        from gui.dialogs.snooze import SnoozeDialog

        self._step = step
        theme = self._window.theme
        dialog = SnoozeDialog(theme, self._desk.now(), step.title, self._window)
        dialog.picked.connect(self._snooze)
        dialog.open()

    def find(self) -> None:
        """The search over everything."""
        from gui.dialogs.find import FindDialog

        dialog = FindDialog(self._window.theme, self._desk, self._window)
        dialog.chosen.connect(self._go)
        dialog.open()

    def _on_stored(self, stored: Stored) -> None:
        self.stored.emit(stored)

    def _skip(self, reason: str) -> None:
        if self._step is not None:
            self._desk.write(actions.skip, self._step.id, reason)

    def _snooze(self, until: datetime) -> None:
        if self._step is not None:
            self._desk.write(actions.snooze, self._step.id, until)

    def _go(self, found: Found) -> None:
        if found.kind == "step":
            self.open_step.emit(found.id)
        elif found.kind == "message":
            self.open_draft.emit(found.id)
        elif found.kind in NOTES:
            self.open_note.emit(found.application_id or 0, found.kind)
        elif found.application_id is not None:
            self.open_application.emit(found.application_id)
