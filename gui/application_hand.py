"""What the user does with one application: dialogs are opened here, and the Desk is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.playbook.values import Event
from gui import actions, page_actions
from gui.desk import Desk
from gui.dialogs.application import ApplicationDialog
from gui.dialogs.interview import InterviewDialog
from gui.dialogs.person import KnownPerson, PersonDialog
from gui.dialogs.skip import SkipDialog
from gui.dialogs.snooze import MoveDialog, SnoozeDialog
from gui.models.details import application_details, interview_details, person_details
from gui.theme import Theme
from gui.widgets.row_actions import RowAction

if TYPE_CHECKING:
    from datetime import datetime

    from core.use_cases.applications import ApplicationDetail, TimelineEntry
    from core.use_cases.interviews import InterviewDetails, Stored

PICK = "pick"


class ApplicationHand(QObject):
    """Acts on `detail`, which the page sets. `acted` wants a step's main action, `removed` tells
    that the application is gone, `said` carries a sentence for the toast."""

    acted = Signal(int)
    removed = Signal()
    said = Signal(str)
    reflect_wanted = Signal(int)
    """The interview to think back on."""
    prepare_wanted = Signal(int, int)
    """The application, and the interview to get ready for."""

    def __init__(self, theme: Theme, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._page = page
        self._step_id = 0
        self.detail: ApplicationDetail | None = None

    # ------------------------------------------------------------ rows of the time line

    def on_row(self, action: str, entry: TimelineEntry) -> None:
        """Do what a row's button says."""
        wanted = RowAction(action)
        if entry.step_id is not None:
            self._on_step(wanted, entry, entry.step_id)
        elif entry.interview_id is not None:
            self._on_interview(wanted, entry, entry.interview_id)
        elif entry.event_id is not None and wanted is RowAction.REMOVE:
            self._desk.write(page_actions.remove_event, entry.event_id)

    def snooze(self, entry: TimelineEntry, choice: str) -> None:
        """Let a step rest, by the key of a choice of the snooze menu."""
        if entry.step_id is None:
            return
        if choice != PICK:
            self._desk.write(actions.snooze_for, entry.step_id, choice)
            return
        self._step_id = entry.step_id
        dialog = SnoozeDialog(self._theme, self._desk.now(), entry.title, self._page.window())
        dialog.picked.connect(self._snooze_until)
        dialog.open()

    def _on_step(self, wanted: RowAction, entry: TimelineEntry, step_id: int) -> None:
        self._step_id = step_id
        if wanted is RowAction.ACT:
            self.acted.emit(step_id)
        elif wanted is RowAction.DONE:
            self._desk.write(actions.done, step_id)
        elif wanted is RowAction.REOPEN:
            self._desk.write(actions.reopen, step_id)
        elif wanted is RowAction.MOVE:
            dialog = MoveDialog(self._theme, self._desk.now(), entry.title, self._page.window())
            dialog.picked.connect(self._move_to)
            dialog.open()
        elif wanted is RowAction.SKIP:
            skip = SkipDialog(self._theme, entry.title, self._page.window())
            skip.given.connect(self._skip_because)
            skip.open()

    def _snooze_until(self, until: datetime) -> None:
        self._desk.write(actions.snooze, self._step_id, until)

    def _move_to(self, due: datetime) -> None:
        self._desk.write(page_actions.move, self._step_id, due)

    def _skip_because(self, reason: str) -> None:
        self._desk.write(actions.skip, self._step_id, reason)

    def _on_interview(self, wanted: RowAction, entry: TimelineEntry, interview_id: int) -> None:
        if wanted is RowAction.EDIT:
            self.edit_interview(interview_id)
        elif wanted is RowAction.ACT:
            self._begin_at(entry, interview_id)
        elif wanted is RowAction.CALL_OFF:
            self._desk.write(page_actions.call_off, interview_id)
        elif wanted is RowAction.REMOVE:
            self._desk.write(page_actions.remove_interview, interview_id)

    def _begin_at(self, entry: TimelineEntry, interview_id: int) -> None:
        """Get ready for what lies ahead; think back on what is over."""
        if entry.at <= self._desk.now().instant:
            self.reflect_wanted.emit(interview_id)
        elif self.detail is not None:
            self.prepare_wanted.emit(self.detail.id, interview_id)

    # ------------------------------------------------------------ forms

    def edit_application(self) -> None:
        """Open the form of the application."""
        if self.detail is not None:
            known = application_details(self.detail)
            ApplicationDialog(
                self._theme, self._desk, self.detail.id, known, self._page.window()
            ).open()

    def remove_application(self) -> None:
        """Remove the application; the toast offers Undo."""
        if self.detail is not None:
            self._desk.write(page_actions.remove_application, self.detail.id, then=self._removed)

    def add_interview(self) -> None:
        """Open the form of a new round of this application."""
        if self.detail is None:
            return
        last = self.detail.interviews[-1] if self.detail.interviews else None
        given = None if last is None else next_round(interview_details(self.detail, last))
        self._open_interview(given, None)

    def edit_interview(self, interview_id: int) -> None:
        """Open the form of one round."""
        if self.detail is None:
            return
        for card in self.detail.interviews:
            if card.id == interview_id:
                self._open_interview(interview_details(self.detail, card), interview_id)

    def _open_interview(self, given: InterviewDetails | None, interview_id: int | None) -> None:
        dialog = InterviewDialog(self._theme, self._desk, given, interview_id, self._page.window())
        dialog.stored.connect(self._tell_notes)
        dialog.open()

    def add_person(self) -> None:
        """Open an empty contact card."""
        if self.detail is not None:
            PersonDialog(self._theme, self._desk, self.detail.id, parent=self._page.window()).open()

    def edit_person(self, person_id: int) -> None:
        """Open the contact card of one person."""
        if self.detail is None:
            return
        for card in self.detail.people:
            if card.id == person_id:
                known = KnownPerson(card.id, person_details(card))
                window = self._page.window()
                PersonDialog(self._theme, self._desk, self.detail.id, known, window).open()

    def note(self, event: Event) -> None:
        """Store that something happened."""
        if self.detail is not None:
            self._desk.write(page_actions.record, self.detail.id, event)

    def _tell_notes(self, stored: Stored) -> None:
        if stored.notes:
            self.said.emit(" ".join(stored.notes))

    def _removed(self, _nothing: None) -> None:
        self.removed.emit()


def next_round(last: InterviewDetails) -> InterviewDetails:
    """The form of a round after `last`: the same people and place, a week later."""
    from dataclasses import replace
    from datetime import timedelta

    week = timedelta(days=7)
    return replace(
        last,
        round=None,
        start=last.start + week,
        end=last.end + week,
        invited_at=None,
        calendar_uid=None,
        calendar_sequence=0,
        notes="",
    )
