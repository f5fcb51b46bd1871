"""Drafting help: an endpoint for “Suggest a wording”, its key in the keyring, and whether it works."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.drafting.helper import Helper, endpoint_of
from core.settings import Preferences
from gui.models.helper_words import way_words
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.fields import TextField
from gui.widgets.labels import IconLabel, Label
from gui.widgets.settings_section import SettingsSection
from gui.widgets.stored_text import StoredText

TEST, STOP = "Test it", "Stop"
OFF = (
    "Off. With the address of a model (OpenAI-compatible), the composer offers “Suggest a wording”. "
    "On your own network it may begin with http://, anywhere else with https://."
)
ASKED = "It is asked only when you say so, and you see first what is sent."
KEPT = "Your keyring keeps it. Type another one to replace it."
NOT_KEPT = "Only where the model asks for one. It goes into your keyring, and nowhere else."
TRYING = "Asking for one word; nothing of yours is sent…"
FORGETTING = "Your keyring forgets its key, too. Undo brings back all but that."


class HelperSection(SettingsSection):
    """Tells what the user wants of the endpoint; it is no setting among the others."""

    helper_told = Signal(object)
    """The `Helper` as it stands there now; None: no help is wanted."""
    key_told = Signal(str)
    trial_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Drafting help", "lightbulb")
        self._helper: Helper | None = None
        self._testing = False
        self.address = StoredText(theme, "address", "http://localhost:11434/v1")
        self.model = StoredText(theme, "model", "llama3.2")
        self.key = TextField(theme)
        self.key.setEchoMode(TextField.EchoMode.Password)
        self.add_row("address", "Address of the model", self.address, OFF)
        self.add_row(
            "model", "Name of the model", self.model, "As the program that runs it calls it."
        )
        self.add_row("key", "Key", self.key, NOT_KEPT)
        self._build_trial()
        self.address.told.connect(self._tell)
        self.model.told.connect(self._tell)
        self.key.editingFinished.connect(self._tell_key)
        self.show_helper(None)

    def _build_trial(self) -> None:
        self.test = Button(self.theme, TEST, icon_name="circle-check")
        self.test.clicked.connect(self._test_or_stop)
        self.forget = Button(self.theme, "Switch it off", icon_name="trash-2")
        self.forget.clicked.connect(self._switch_off)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.test)
        row.addWidget(self.forget)
        row.addStretch(1)
        self.forgetting = Label(self.theme, FORGETTING, Role.CAPTION, "text-2", wrap=True)
        self.result_icon = IconLabel(self.theme, "circle-check", "moss")
        self.result = Label(self.theme, "", Role.BODY, wrap=True)
        self.result_line = QWidget()
        told = QHBoxLayout(self.result_line)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(8)
        told.addWidget(self.result_icon)
        told.addWidget(self.result, 1)
        for part in (self.buttons, self.forgetting, self.result_line):
            self.card.column.addWidget(part)
        self.result_line.hide()

    @property
    def helper(self) -> Helper | None:
        """The endpoint as it is stored."""
        return self._helper

    def show_preferences(self, preferences: Preferences) -> None:
        """None of these are its own."""

    def show_helper(self, helper: Helper | None) -> None:
        """Show what is stored."""
        if helper != self._helper:
            self.result_line.hide()
        self._helper = helper
        for name in ("model", "key"):
            self.rows[name].setVisible(helper is not None)
        self.buttons.setVisible(helper is not None)
        self.forgetting.setVisible(helper is not None and helper.with_key)
        shown = helper or Helper(address="", model="")
        self.address.show_stored(shown.address)
        self.model.show_stored(shown.model)
        way = f"{way_words(endpoint_of(shown.address))} {ASKED}" if helper else OFF
        self.rows["address"].set_hint(way)
        self.rows["key"].set_hint(KEPT if shown.with_key else NOT_KEPT)

    def show_key_kept(self) -> None:
        """The key itself is never shown."""
        self.key.clear()
        self.rows["key"].clear_error()

    def show_testing(self) -> None:
        """The model is being asked."""
        self._say(TRYING, "hourglass", "text-2")
        self._show_test(testing=True)

    def show_result(self, sentence: str, *, works: bool) -> None:
        """What came of the test."""
        self._show_test(testing=False)
        if works:
            self._say(sentence, "circle-check", "moss")
        else:
            self._say(sentence, "circle-alert", "brick")

    def show_stopped(self) -> None:
        """The test was given up."""
        self._show_test(testing=False)
        self.result_line.hide()

    def _show_test(self, *, testing: bool) -> None:
        self._testing = testing
        self.test.setText(STOP if testing else TEST)
        self.test.set_icon_name("x" if testing else "circle-check")

    def _say(self, sentence: str, drawing: str, ink: str) -> None:
        self.result_icon.set_icon(drawing, ink)
        self.result.setText(sentence)
        self.result_line.show()

    def _tell(self, name: str, _text: str) -> None:
        self.rows[name].clear_error()
        address = self.address.text().strip()
        known = self._helper or Helper(address="", model="")
        wanted = replace(known, address=address, model=self.model.text())
        self.helper_told.emit(wanted if address else None)

    def _switch_off(self) -> None:
        self.helper_told.emit(None)

    def _tell_key(self) -> None:
        if self.key.text() and self.key.isModified():
            self.key.setModified(False)
            self.key_told.emit(self.key.text())

    def _test_or_stop(self) -> None:
        if self._testing:
            self.stop_wanted.emit()
        else:
            self.test.setFocus()  # a click gives no focus on macOS: what is being typed counts
            self.trial_wanted.emit()
