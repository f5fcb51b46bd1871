"""Reminders: whether and how they speak, and whether Afterword starts at login."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QSignalBlocker, QTime, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.clock import Now
from core.settings import Preferences
from gui import words
from gui.autostart import Autostart, AutostartError
from gui.notify.protocol import Notifier
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.fields import CheckBox, TimeField
from gui.widgets.forms import FormRow
from gui.widgets.labels import Label
from gui.widgets.settings_section import SettingsSection


class Pausable(Protocol):
    """What this section needs of the reminders."""

    @property
    def paused_until(self) -> datetime | None: ...

    @property
    def pause_changed(self) -> SignalInstance: ...

    def pause_for_hour(self) -> None: ...

    def pause_until_tomorrow(self) -> None: ...

    def resume(self) -> None: ...

    def try_out(self) -> None: ...


class RemindersSection(SettingsSection):
    """`said` carries a sentence about what could not be done."""

    said = Signal(str)

    def __init__(
        self, theme: Theme, autostart: Autostart, reminders: Pausable, notifier: Notifier
    ) -> None:
        super().__init__(theme, "Reminders", "bell")
        self._autostart = autostart
        self._reminders = reminders
        self._notifier = notifier
        self._quiet = ""
        self._build_state()
        self._build_quiet_hours()
        self.private = self.add_switch(
            "private_notifications", "Show nothing private: only that a step is due"
        )
        self._build_autostart()

    def _build_state(self) -> None:
        self.how = Label(self.theme, "", Role.BODY, wrap=True)
        self.state = Label(self.theme, "", Role.BODY, "text-2", wrap=True)
        self.try_out = Button(self.theme, "Send a test notification", icon_name="bell-ring")
        self.try_out.clicked.connect(self._reminders.try_out)
        self.hour = Button(self.theme, "Pause for 1 hour", icon_name="bell-off")
        self.hour.clicked.connect(self._reminders.pause_for_hour)
        self.tomorrow = Button(self.theme, "Pause until tomorrow", icon_name="bell-off")
        self.tomorrow.clicked.connect(self._reminders.pause_until_tomorrow)
        self.resume = Button(self.theme, "Go on reminding", icon_name="bell")
        self.resume.clicked.connect(self._reminders.resume)
        self.card.column.addWidget(self.how)
        self.card.column.addWidget(_in_row(self.try_out))
        self.card.column.addWidget(self.state)
        self.card.column.addWidget(_in_row(self.hour, self.tomorrow, self.resume))

    def _build_quiet_hours(self) -> None:
        self.quiet_from = TimeField(self.theme)
        self.quiet_to = TimeField(self.theme)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.quiet_from, 1)
        row.addWidget(Label(self.theme, "to", Role.BODY, "text-2"))
        row.addWidget(self.quiet_to, 1)
        hint = "Your own tasks wait until they end. Real deadlines still speak."
        self.rows["quiet_hours"] = FormRow(self.theme, "Quiet hours", both, hint)
        self.card.column.addWidget(self.rows["quiet_hours"])
        for field, name in ((self.quiet_from, "from"), (self.quiet_to, "to")):
            field.setAccessibleName(f"Quiet hours, {name}")
            field.setKeyboardTracking(False)  # told by each step, and once what is typed is whole
            field.timeChanged.connect(self._tell_quiet)

    def _build_autostart(self) -> None:
        self.autostart = CheckBox(self.theme, "Start when you log in, hidden in the tray")
        self.autostart.clicked.connect(self._set_autostart)
        self.autostart_state = Label(self.theme, "", Role.CAPTION, "text-2", wrap=True)
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.autostart)
        both.addWidget(self.autostart_state)
        self.card.column.addLayout(both)

    def show_preferences(self, preferences: Preferences) -> None:
        stored = preferences.playbook.quiet_hours
        start, _, end = stored.partition("-")
        for field, text in ((self.quiet_from, start), (self.quiet_to, end)):
            if stored != self._quiet or not field.hasFocus():
                with QSignalBlocker(field):
                    field.setTime(QTime.fromString(text, "HH:mm"))
        self._quiet = stored
        self.private.setChecked(preferences.private_notifications)

    def look(self, now: Now) -> None:
        """Show what the system does at this moment."""
        self.how.setText(self._notifier.describe())
        until = self._reminders.paused_until
        paused = until is not None and until > now.instant
        if until is not None and paused:
            self.state.setText(f"Paused until {words.exact_short(until, now)}.")
        else:
            self.state.setText("Reminders are on.")
        self.resume.setVisible(paused)
        self.hour.setVisible(not paused)
        self.tomorrow.setVisible(not paused)
        self._show_autostart()

    def _show_autostart(self) -> None:
        state = self._autostart.state()
        self.autostart.setChecked(state.enabled)
        self.autostart_state.setText(state.sentence)
        self.autostart.setAccessibleDescription(state.sentence)

    def _set_autostart(self, wanted: bool) -> None:
        try:
            if wanted:
                self._autostart.enable()
            else:
                self._autostart.disable()
        except AutostartError as error:
            self.said.emit(error.sentence)
        self._show_autostart()

    def _tell_quiet(self) -> None:
        start = self.quiet_from.time().toString("HH:mm")
        end = self.quiet_to.time().toString("HH:mm")
        if f"{start}-{end}" != self._quiet:
            self._quiet = f"{start}-{end}"
            self.tell("quiet_hours", self._quiet)


def _in_row(*buttons: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return holder
