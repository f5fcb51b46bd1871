"""What can be done with a row of the time line, and the buttons for it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.playbook.values import StepState
from gui.models.timeline import TimelineRow
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.paint import Kind


class RowAction(StrEnum):
    """What can be done with a row of the time line."""

    ACT = "act"
    DONE = "done"
    SNOOZE = "snooze"
    MOVE = "move"
    SKIP = "skip"
    REOPEN = "reopen"
    EDIT = "edit"
    CALL_OFF = "call off"
    REMOVE = "remove"


WORDS = {
    RowAction.DONE: ("Done", "check"),
    RowAction.SNOOZE: ("Snooze", "alarm-clock"),
    RowAction.MOVE: ("Move", "calendar-clock"),
    RowAction.SKIP: ("Skip…", None),
    RowAction.REOPEN: ("Open again", "rotate-ccw"),
    RowAction.EDIT: ("Edit", "pencil"),
    RowAction.CALL_OFF: ("It is called off", "calendar-x"),
    RowAction.REMOVE: ("Remove", "trash-2"),
}

KEYS = {
    Qt.Key.Key_Space: RowAction.DONE,
    Qt.Key.Key_S: RowAction.SNOOZE,
    Qt.Key.Key_Delete: RowAction.SKIP,
}


def actions_for(row: TimelineRow) -> tuple[RowAction, ...]:
    """What the buttons under a selected row offer."""
    entry = row.entry
    if entry is None:
        return ()
    if entry.kind == "interview":
        return (RowAction.EDIT, RowAction.CALL_OFF, RowAction.REMOVE)
    if entry.kind == "event":
        return (RowAction.REMOVE,)
    if entry.state is StepState.OPEN:
        return (RowAction.DONE, RowAction.SNOOZE, RowAction.MOVE, RowAction.SKIP)
    if entry.by_hand and entry.state is not StepState.CANCELLED:
        return (RowAction.REOPEN,)
    return ()


class ActionButton(Button):
    """A button that knows which action it stands for."""

    acted = Signal(str)

    def __init__(self, theme: Theme, action: RowAction, parent: QWidget) -> None:
        words, icon = WORDS[action]
        quiet = action in (RowAction.SKIP, RowAction.REMOVE, RowAction.CALL_OFF)
        super().__init__(theme, words, Kind.QUIET if quiet else Kind.OUTLINE, icon, parent=parent)
        self.action = action
        self.opens_menu = action is RowAction.SNOOZE
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.acted.emit(self.action.value)


class RowActions(QWidget):
    """The one bar of buttons, moved over whichever row is selected."""

    acted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 2, 0, 2)
        self._row.setSpacing(8)
        self._shown: tuple[RowAction, ...] = ()
        self.hide()

    def offer(self, actions: tuple[RowAction, ...], title: str) -> None:
        """Show these buttons; `title` names what they act on."""
        if actions != self._shown:
            self._rebuild(actions)
        for button in self.findChildren(ActionButton):
            button.setAccessibleDescription(title)

    def snooze_corner(self) -> QPoint:
        """Where the snooze menu opens."""
        for button in self.findChildren(ActionButton):
            if button.action is RowAction.SNOOZE:
                return button.geometry().bottomLeft()
        return QPoint(0, self.height())

    def _rebuild(self, actions: tuple[RowAction, ...]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for action in actions:
            button = ActionButton(self._theme, action, self)
            button.acted.connect(self.acted)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._shown = actions
