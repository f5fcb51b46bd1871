"""What the parts of the page of preparation share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gui.desk import Desk
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.fields import TextField
from gui.widgets.headers import SectionHeader
from gui.widgets.labels import Label
from gui.widgets.paint import Kind

if TYPE_CHECKING:
    from core.use_cases.preparation import Preparation


class Tab(QWidget):
    """One part of the page. `said` carries a sentence for the toast, `wanted` another part."""

    said = Signal(str)
    wanted = Signal(str)

    needs_round = True
    """Whether it is about a round; the others are there without one."""
    needs_day = False
    """Whether it is about the day of a round that is planned."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.desk = desk
        self.view: Preparation | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 14, 8)
        self.column.setSpacing(8)

    def show_view(self, view: Preparation | None) -> None:
        """Show the round that is prepared; None where there is none."""
        self.view = view
        self.refresh()

    def refresh(self) -> None:
        """Show it as it is now."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """The part was opened by the keyboard or a click: where to go on."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def section(self, title: str, icon_name: str | None = None) -> SectionHeader:
        """A header over what comes next; a little apart from what stands above."""
        header = SectionHeader(self.theme, title, icon_name)
        header.setContentsMargins(0, 12 if self.column.count() else 0, 0, 0)
        self.column.addWidget(header)
        return header

    def quiet(self, text: str = "") -> Label:
        """A line of second text."""
        label = Label(self.theme, text, Role.BODY, "text-2", wrap=True)
        label.setContentsMargins(4, 0, 0, 0)
        self.column.addWidget(label)
        return label

    def dialog_parent(self) -> QWidget:
        """Over what a dialog opens."""
        return self.window()

    def is_free(self) -> bool:
        """Whether no dialog is open yet: one that opens after a reading was perhaps asked for by
        both clicks of a double click."""
        return QApplication.activeModalWidget() is None


class AddLine(QWidget):
    """One line to type, and a button; Enter adds. `added` carries what was typed."""

    added = Signal(str)

    def __init__(self, theme: Theme, name: str, example: str, words: str = "Add") -> None:
        super().__init__()
        self.field = TextField(theme, "", example)
        self.field.setAccessibleName(name)
        self.field.setMaxLength(500)
        self._last = ""
        self.button = Button(theme, words, Kind.OUTLINE, "plus")
        self.button.setAccessibleName(f"{words}: {name}")
        self.button.setFixedHeight(self.field.sizeHint().height())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.field.returnPressed.connect(self._add)
        self.button.clicked.connect(self._add)

    def _add(self) -> None:
        text = self.field.text().strip()
        if text:
            self._last = text
            self.field.clear()
            self.added.emit(text)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_back(self) -> None:
        """It was not stored: what was typed stands there again, unless something else does."""
        if not self.field.text():
            self.field.setText(self._last)
