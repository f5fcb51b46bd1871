"""Buttons that know what they stand for."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.theme import Theme
from gui.widgets.buttons import Button, IconButton
from gui.widgets.paint import Kind


class KeyedButton(Button):
    """`told` carries what this button stands for, and what it does."""

    told = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        words: str,
        key: str,
        action: str,
        icon_name: str | None = None,
        kind: Kind = Kind.OUTLINE,
    ) -> None:
        super().__init__(theme, words, kind, icon_name)
        self.key = key
        self.action = action
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.told.emit(self.key, self.action)


class KeyedIconButton(IconButton):
    """The same with an icon alone; `name` is its tooltip and accessible name."""

    told = Signal(str, str)

    def __init__(self, theme: Theme, icon_name: str, name: str, key: str, action: str) -> None:
        super().__init__(theme, icon_name, name, Kind.QUIET)
        self.key = key
        self.action = action
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.told.emit(self.key, self.action)
