"""Skipping a step: why, in the user's own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.theme import Role, Theme
from gui.widgets.dialog import Dialog
from gui.widgets.fields import TextField
from gui.widgets.forms import FormRow
from gui.widgets.labels import Label


class SkipDialog(Dialog):
    """Asks for a reason, which may stay empty. `given` carries it."""

    given = Signal(str)

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Skip this step?", parent)
        self.column.addWidget(Label(theme, title[:300], Role.BODY, "text-2", wrap=True))
        self.reason = TextField(theme, "", "I met them yesterday anyway")
        self.reason.setMaxLength(500)
        hint = "It stays in the time line, with this reason. You may leave it empty."
        self.column.addWidget(FormRow(theme, "Why?", self.reason, hint))
        self.add_buttons("Skip it")
        self.reason.setFocus()

    def take(self) -> bool:
        self.given.emit(self.reason.text().strip())
        return True
