"""Earlier texts of a message, to be looked at and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from core.clock import Now
from gui import words
from gui.theme import Role, Theme
from gui.widgets.dialog import Dialog
from gui.widgets.forms import FormRow
from gui.widgets.labels import Label

if TYPE_CHECKING:
    from datetime import datetime


class Version(Protocol):
    """An earlier text: when it stood there, how long it was, and how it begins."""

    @property
    def id(self) -> int: ...
    @property
    def at(self) -> datetime: ...
    @property
    def words(self) -> int: ...
    @property
    def subject(self) -> str: ...
    @property
    def start(self) -> str: ...


HIGHEST = 220


class VersionsDialog(Dialog):
    """`taken` carries the id of the version that the user wants back."""

    taken = Signal(int)

    def __init__(
        self, theme: Theme, versions: Sequence[Version], now: Now, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Which text do you want back?", parent)
        self._versions = tuple(versions)
        self.list = QListWidget()
        self.list.setMaximumHeight(HIGHEST)
        for version in versions:
            moment = words.timeline_date(version.at, now, with_time=True)
            QListWidgetItem(f"{moment} · {version.words} words", self.list)
        self.list.currentRowChanged.connect(self._show_start)
        self.column.addWidget(FormRow(theme, "Earlier texts", self.list))
        self.start = Label(theme, "", Role.CAPTION, "text-2", wrap=True)
        self.start.setMinimumHeight(80)
        self.column.addWidget(self.start)
        self.add_buttons("Take it back")
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def take(self) -> bool:
        number = self.list.currentRow()
        if number < 0:
            return False
        self.taken.emit(self._versions[number].id)
        return True

    def _show_start(self, number: int) -> None:
        if 0 <= number < len(self._versions):
            version = self._versions[number]
            start = f"{version.start}…" if version.start else ""
            self.start.setText("\n".join(filter(None, (version.subject, start))))
