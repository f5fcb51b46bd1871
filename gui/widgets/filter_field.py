"""The field above a list that filters it as one types."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QWidget

from gui.theme import Theme
from gui.widgets.fields import TextField


class FilterField(TextField):
    """Says what it filters by; its clear button has a name too."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", words, "search", parent=parent)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(True)
        for clear in self.findChildren(QToolButton):
            clear.setAccessibleName("Clear the filter")
