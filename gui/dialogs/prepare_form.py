"""What the forms of the preparation share: a new note, or one that is changed or removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.desk import Desk
from gui.dialogs.form import FormDialog
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.fields import TextArea, TextField
from gui.widgets.paint import Kind

LONGEST = 100_000


class NoteDialog(FormDialog):
    """A form for one note. `key` is that of the note that is changed; empty: a new one."""

    def __init__(
        self, theme: Theme, desk: Desk, title: str, key: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, desk, title, parent)
        self.key = key
        self._remove: Callable[..., object] | None = None

    def add_text(
        self, name: str, label: str, text: str, example: str = "", hint: str = ""
    ) -> TextField:
        """A row with one line of text."""
        field = TextField(self.theme, text, example)
        field.setMaxLength(LONGEST)
        field.setCursorPosition(0)
        self.add_row(name, label, field, hint)
        return field

    def add_area(
        self, name: str, label: str, text: str, example: str = "", hint: str = "", lines: int = 3
    ) -> TextArea:
        """A row with several lines of text."""
        area = TextArea(self.theme, example, lines)
        area.text = text
        self.add_row(name, label, area, hint)
        area.edit.setAccessibleName(label)
        return area

    def offer_removal(self, words: str, remove: Callable[..., object]) -> None:
        """A button at the end of the form that removes the note; Undo brings it back."""
        self._remove = remove
        self.remove = Button(self.theme, words, Kind.DANGER, "trash-2")
        self.remove.clicked.connect(self._take_away)
        self.form.column.addWidget(self.remove)

    def store(self, use_case: Callable[..., object], *arguments: object) -> bool:
        """Store by a use case; the dialog closes once it is stored."""
        self.begin()
        self.desk.write(use_case, *arguments, then=self.done_storing, otherwise=self.refused)
        return False

    def _take_away(self) -> None:
        if self._remove is not None:
            self.store(self._remove, self.key)
