"""The tray's menu: what is due, the next steps, and the few things to do without the window."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from core.agenda import Agenda, AgendaStep
from core.clock import Now
from gui import words
from gui.notify.texts import shorten

NEXT_STEPS = 3
LONGEST_TITLE = 48


class TrayMenu(QObject):
    """Builds the menu, and says what was chosen."""

    step_chosen = Signal(int)
    add_chosen = Signal()
    open_chosen = Signal()
    pause_for_hour_chosen = Signal()
    pause_until_tomorrow_chosen = Signal()
    resume_chosen = Signal()
    quit_chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self._steps: list[QAction] = []
        self._title = self.menu.addAction(title_of(0))
        self._title.setEnabled(False)
        self._after_steps = self.menu.addSeparator()
        self._add("Add interview…", self.add_chosen)
        self._add("Open Afterword", self.open_chosen)
        self.menu.addSeparator()
        self._pauses = self.menu.addMenu("Pause reminders")
        for label, chosen in (
            ("for 1 hour", self.pause_for_hour_chosen),
            ("until tomorrow", self.pause_until_tomorrow_chosen),
        ):
            self._pauses.addAction(label).triggered.connect(chosen)
        self._resume = self._add("Resume reminders", self.resume_chosen)
        self._resume.setVisible(False)
        self.menu.addSeparator()
        self._add("Quit", self.quit_chosen)
        self.menu.triggered.connect(self._on_triggered)

    def _add(self, label: str, chosen: SignalInstance) -> QAction:
        action = self.menu.addAction(label)
        action.triggered.connect(chosen)
        return action

    def follow(self, agenda: Agenda, now: Now) -> None:
        """Shows the agenda's count and next steps."""
        self._title.setText(title_of(agenda.due_count))
        for action in self._steps:
            self.menu.removeAction(action)
            action.deleteLater()
        self._steps = [self._step_action(step, now) for step in next_steps(agenda)]
        self.menu.insertActions(self._after_steps, self._steps)

    def show_paused(self, until: datetime | None) -> None:
        """Offers to resume while reminders are paused."""
        self._pauses.menuAction().setVisible(until is None)
        self._resume.setVisible(until is not None)

    def _step_action(self, step: AgendaStep, now: Now) -> QAction:
        action = QAction(step_words(step, now).replace("&", "&&"), self.menu)
        action.setData(step.id)
        return action

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action in self._steps:
            self.step_chosen.emit(action.data())


def title_of(count: int) -> str:
    """The menu's first line."""
    if count == 0:
        return "Nothing needs you today"
    return "1 thing today" if count == 1 else f"{count} things today"


def next_steps(agenda: Agenda) -> Sequence[AgendaStep]:
    """The three steps that the menu names."""
    found = (*agenda.overdue, *agenda.due_now, *agenda.later_today, *agenda.next_days)
    return found[:NEXT_STEPS]


def step_words(step: AgendaStep, now: Now) -> str:
    """One step as a menu entry: when, and what."""
    if step.best <= now.instant:
        when = words.due(step.due, now, step.clock)
    else:
        when = words.when(step.best, now)
    return f"{when} – {shorten(step.title, LONGEST_TITLE)}"
