"""A section of the settings: a card of rows, each stored as soon as it is changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.settings import Preferences, Value
from gui.theme import Theme
from gui.widgets.fields import CheckBox, ChoiceField
from gui.widgets.forms import FormRow
from gui.widgets.frames import Card
from gui.widgets.headers import SectionHeader


class StoredChoice(ChoiceField):
    """A setting that is one of several."""

    told = Signal(str, str)
    """Its name, and the value that the user chose."""

    def __init__(self, theme: Theme, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme, choices)
        self.name = name
        self.activated.connect(self._tell)

    def _tell(self, _index: int) -> None:
        self.told.emit(self.name, self.value)


class StoredSwitch(CheckBox):
    """A setting that is on or off."""

    told = Signal(str, bool)

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        super().__init__(theme, words)
        self.name = name
        self.clicked.connect(self._tell)

    def _tell(self, checked: bool) -> None:
        self.told.emit(self.name, checked)


class SettingsSection(QWidget):
    """`changed` carries a setting's name and its new value; `show_trouble` says why not."""

    changed = Signal(str, object)

    def __init__(self, theme: Theme, title: str, icon_name: str) -> None:
        super().__init__()
        self.theme = theme
        self.header = SectionHeader(theme, title, icon_name)
        self.card = Card(theme, spacing=14)
        self.rows: dict[str, FormRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.header)
        column.addWidget(self.card)

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what is stored."""
        raise NotImplementedError

    def show_trouble(self, name: str, sentence: str) -> bool:
        """Say at the row of that setting why it cannot be; False where it is not here."""
        row = self.rows.get(name)
        if row is None:
            return False
        row.show_error(sentence)
        return True

    def add_row(self, name: str, label: str, field: QWidget, hint: str = "") -> FormRow:
        """A labelled field for the setting of that name."""
        row = FormRow(self.theme, label, field, hint)
        self.rows[name] = row
        self.card.column.addWidget(row)
        return row

    def add_choice(
        self, name: str, label: str, choices: Sequence[tuple[str, str]], hint: str = ""
    ) -> StoredChoice:
        """A row with one of several."""
        field = StoredChoice(self.theme, name, choices)
        field.told.connect(self.tell)
        self.add_row(name, label, field, hint)
        return field

    def add_switch(self, name: str, words: str) -> StoredSwitch:
        """A row that is on or off."""
        switch = StoredSwitch(self.theme, name, words)
        switch.told.connect(self.tell)
        self.card.column.addWidget(switch)
        return switch

    def tell(self, name: str, value: Value) -> None:
        """The user changed a setting."""
        row = self.rows.get(name)
        if row is not None:
            row.clear_error()
        self.changed.emit(name, value)
