"""The ways to the page of preparation, for whoever asks to get ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.desk import Desk
from gui.hand_over import HandOvers
from gui.main_window import MainWindow
from gui.places import PREPARE, Places
from gui.prepare import actions

if TYPE_CHECKING:
    from core.use_cases.preparation import RoundAhead


LIST = "list"
PARTS = {"story": "stories", "fact": "company", "question": "questions", "said": "told"}
"""The part of the page on which each kind of note stands."""


class Preparing(QObject):
    """`application_wanted` carries an application of which no round lies ahead."""

    application_wanted = Signal(int)

    def __init__(
        self, window: MainWindow, desk: Desk, places: Places, hands: HandOvers, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._places = places
        self._wanted = (0, 0, LIST)
        hands.prepare_wanted.connect(self.get_ready)
        hands.week_wanted.connect(self.show_week)

    def get_ready(self, application_id: int, interview_id: int) -> None:
        """Prepare that round, or the application's next one; without any, show the application."""
        self._read(application_id, interview_id, LIST)

    def open_note(self, application_id: int, kind: str) -> None:
        """Show the part of the page on which such a note stands."""
        if application_id:
            self._read(application_id, 0, PARTS[kind])
        else:
            self._places.prepare().show_part(PARTS[kind])
            self._enter()

    def show_week(self) -> None:
        """Show this week of the hunt."""
        self._places.prepare().show_week()
        self._enter()

    def _read(self, application_id: int, interview_id: int, part: str) -> None:
        self._wanted = application_id, interview_id, part
        self._desk.read(actions.rounds_to_prepare, then=self._show)

    def _show(self, rounds: tuple[RoundAhead, ...]) -> None:
        application_id, interview_id, part = self._wanted
        own = [each.interview_id for each in rounds if each.application_id == application_id]
        if not own:
            self.application_wanted.emit(application_id)
            return
        page = self._places.prepare()
        page.show_round(interview_id if interview_id in own else own[0], part)
        self._enter()

    def _enter(self) -> None:
        self._window.show_page(PREPARE.key)
        self._window.focus_page()
