"""Settings that are typed: told once the field is left, or at Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal

from gui.theme import Theme
from gui.widgets.fields import TextArea, TextField


class StoredText(TextField):
    """A setting of one line."""

    told = Signal(str, str)
    """Its name, and what the user typed."""

    def __init__(self, theme: Theme, name: str, placeholder: str = "") -> None:
        super().__init__(theme, placeholder=placeholder)
        self.name = name
        self._known = ""
        self.editingFinished.connect(self._tell)

    def show_stored(self, text: str) -> None:
        """Show what is stored; what is being typed stays."""
        if text != self._known or not self.hasFocus():
            self._known = text
            self.setText(text)

    def _tell(self) -> None:
        if self.text() != self._known:
            self._known = self.text()
            self.told.emit(self.name, self._known)


class StoredLines(TextArea):
    """A setting of several lines."""

    told = Signal(str, str)
    """Its name, and what the user typed."""

    def __init__(self, theme: Theme, name: str, placeholder: str = "", lines: int = 3) -> None:
        super().__init__(theme, placeholder, lines)
        self.name = name
        self._known = ""

    def show_stored(self, text: str) -> None:
        """Show what is stored; what is being typed stays."""
        if text != self._known or not self.edit.hasFocus():
            self._known = text
            self.text = text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self.text != self._known:
            self._known = self.text
            self.told.emit(self.name, self._known)
        return super().eventFilter(watched, event)
