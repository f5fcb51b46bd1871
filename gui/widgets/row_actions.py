"""What can be done with a row of the time line, and the buttons for it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from core.playbook.values import StepState
from gui.models.timeline import TimelineRow
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.paint import Kind

EDGE, ABOVE, SPACING = 8, 2, 8


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
    READ = "read"


WORDS = {
    RowAction.ACT: ("", None),  # named by the row
    RowAction.DONE: ("Done", "check"),
    RowAction.SNOOZE: ("Snooze", "alarm-clock"),
    RowAction.MOVE: ("Move", "calendar-clock"),
    RowAction.SKIP: ("Skip…", None),
    RowAction.REOPEN: ("Open again", "rotate-ccw"),
    RowAction.EDIT: ("Edit", "pencil"),
    RowAction.CALL_OFF: ("It is called off", "calendar-x"),
    RowAction.REMOVE: ("Remove", "trash-2"),
    RowAction.READ: ("Read", "mail"),
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
        known = (RowAction.EDIT, RowAction.CALL_OFF, RowAction.REMOVE)
        return known if row.main is None else (RowAction.ACT, *known)
    if entry.kind in ("event", "reply"):
        return (RowAction.REMOVE,) if entry.reply_id is None else (RowAction.READ, RowAction.REMOVE)
    if entry.state is StepState.OPEN:
        usual = (RowAction.DONE, RowAction.SNOOZE, RowAction.MOVE, RowAction.SKIP)
        return usual if row.main is None else (RowAction.ACT, *usual)
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
    """The one bar of buttons, moved over whichever row is selected; in lines where it is narrow."""

    acted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[ActionButton] = []
        self._shown: tuple[RowAction, ...] = ()
        self.hide()

    def offer(self, row: TimelineRow) -> None:
        """Show the buttons for `row`."""
        actions = actions_for(row)
        if actions != self._shown:
            self._rebuild(actions)
        for button in self._buttons:
            if button.action is RowAction.ACT and row.main is not None:
                button.setText(row.main.short)
                button.set_icon_name(row.main.icon)
            button.setAccessibleDescription(row.title)
        self._lay_out(self.width())

    def has_focus(self) -> bool:
        """Whether the keyboard is at one of its buttons."""
        return any(button.hasFocus() for button in self._buttons)

    def height_in(self, width: int) -> int:
        """How high the bar is when it is so wide."""
        return self._lay_out(width)

    def snooze_corner(self) -> QPoint:
        """Where the snooze menu opens."""
        for button in self._buttons:
            if button.action is RowAction.SNOOZE:
                return button.geometry().bottomLeft()
        return QPoint(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(self.width())

    def _lay_out(self, width: int) -> int:
        """Put the buttons into lines; gives the height of all."""
        left, top, lowest = EDGE, ABOVE, 0
        for button in self._buttons:
            size = button.sizeHint()
            if left > EDGE and left + size.width() > width:
                left, top = EDGE, lowest + SPACING
            place = QRect(QPoint(left, top), size)
            if self.isRightToLeft():
                place.moveLeft(width - place.right() - 1)
            button.setGeometry(place)
            lowest = max(lowest, top + size.height())
            left += size.width() + SPACING
        return lowest + ABOVE

    def _rebuild(self, actions: tuple[RowAction, ...]) -> None:
        for old in self._buttons:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._buttons = [ActionButton(self._theme, action, self) for action in actions]
        for button in self._buttons:
            button.acted.connect(self.acted)
            button.show()
        self._shown = actions
