"""The ways to the reflection's page and back, for whoever asks to think back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.playbook.kinds import ReflectionPath, StepState
from gui.desk import Desk
from gui.hand_over import HandOvers
from gui.main_window import MainWindow
from gui.places import APPLICATIONS, REFLECT, TODAY, Places

CALM_LOOK = "N2"
"""The step that asks for the fifteen minutes."""


class Reflecting(QObject):
    """`application_wanted` carries the application to go on with; 0 where it is not known."""

    application_wanted = Signal(int)

    def __init__(
        self, window: MainWindow, desk: Desk, places: Places, hands: HandOvers, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._places = places
        self._hands = hands
        self._from = TODAY.key
        hands.reflect_wanted.connect(self.think_back)

    def think_back(self, interview_id: int, rule: str = "") -> None:
        """Open the reflection on an interview; `rule` is that of the step which asks for it."""
        path = ReflectionPath.FULL if rule == CALM_LOOK else ReflectionPath.SHORT
        if self._window.current_key != REFLECT:
            today = self._window.current_key == TODAY.key
            self._from = TODAY.key if today else APPLICATIONS.key
        self._places.reflect().show_interview(interview_id, path)
        self._window.show_page(REFLECT, under=self._from)

    def begin_if_asked(self, step_id: int) -> None:
        """A step was pressed outside the window: what asks to think back begins at once."""
        agenda = self._desk.agenda()
        shown = (*agenda.overdue, *agenda.due_now, *agenda.later_today) if agenda else ()
        for step in shown:
            if step.id == step_id and step.action == "reflect" and step.state is StepState.OPEN:
                self._hands.act(step)

    def leave(self, application_id: int) -> None:
        """Go back to where it was begun."""
        if self._from == TODAY.key:
            self._window.show_page(TODAY.key)
            self._window.focus_page()
        else:
            self.application_wanted.emit(application_id)
