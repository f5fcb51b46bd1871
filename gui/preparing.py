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
        self._wanted = (0, 0)
        hands.prepare_wanted.connect(self.get_ready)
        hands.week_wanted.connect(self.show_week)

    def get_ready(self, application_id: int, interview_id: int) -> None:
        """Prepare that round, or the application's next one; without any, show the application."""
        self._wanted = application_id, interview_id
        self._desk.read(actions.rounds_to_prepare, then=self._show)

    def show_week(self) -> None:
        """Show this week of the hunt."""
        self._places.prepare().show_week()
        self._window.show_page(PREPARE.key)
        self._window.focus_page()

    def _show(self, rounds: tuple[RoundAhead, ...]) -> None:
        application_id, interview_id = self._wanted
        own = [each.interview_id for each in rounds if each.application_id == application_id]
        if not own:
            self.application_wanted.emit(application_id)
            return
        self._places.prepare().show_round(interview_id if interview_id in own else own[0])
        self._window.show_page(PREPARE.key)
        self._window.focus_page()
