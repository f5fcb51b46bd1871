"""Picking a moment by hand: until when a step rests, or until when it is due."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.clock import Now
from gui import words
from gui.theme import Role, Theme
from gui.widgets.dialog import Dialog
from gui.widgets.forms import FormRow
from gui.widgets.labels import Label
from gui.widgets.moment_field import WallTimeField


class MomentDialog(Dialog):
    """Asks for one moment ahead, in the user's zone. `picked` carries the instant (UTC)."""

    picked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        now: Now,
        question: str,
        subject: str,
        main: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, question, parent)
        self._now = now
        label = Label(theme, subject[:300], Role.BODY, "text-2", wrap=True)
        self.column.addWidget(label)
        first = words.local(now.instant, now.zone) + timedelta(hours=2)
        self.field = WallTimeField(theme, first.replace(minute=0))
        self.row = FormRow(theme, "Day and time", self.field, f"Your time, {_place(now)}.")
        self.column.addWidget(self.row)
        self.add_buttons(main)
        self.field.setFocus()

    def take(self) -> bool:
        instant = self.field.instant(self._now.zone)
        if instant <= self._now.instant:
            self.row.show_error("This moment has passed. Choose a later one.")
            return False
        self.picked.emit(instant)
        return True


class SnoozeDialog(MomentDialog):
    """Until when a step rests."""

    def __init__(self, theme: Theme, now: Now, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, now, "Remind you when?", title, "Snooze until then", parent)


class MoveDialog(MomentDialog):
    """Until when a step is due, by the user's own will."""

    def __init__(self, theme: Theme, now: Now, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, now, "When is it due?", title, "Move it", parent)


def _place(now: Now) -> str:
    return words.place_of(now.zone)
