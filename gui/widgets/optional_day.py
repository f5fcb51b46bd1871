"""A day that need not be named."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.buttons import Button, IconButton
from gui.widgets.moment_field import DayField
from gui.widgets.paint import Kind


class OptionalDay(QWidget):
    """A button while no day is named, a day's field after that. `edited` tells each change."""

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        usual: date,
        day: date | None = None,
        *,
        words: str = "Name a day",
        parent: QWidget | None = None,
    ) -> None:
        """`usual` is the day to begin with, `words` what the button says."""
        super().__init__(parent)
        self._usual = usual
        self.add = Button(theme, words, Kind.OUTLINE, "calendar")
        self.field = DayField(theme, day or usual)
        self.clear = IconButton(theme, "x", "Name no day", Kind.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.add)
        row.addWidget(self.field)
        row.addWidget(self.clear)
        row.addStretch(1)
        self.set_name(name)
        self._show(named=day is not None)
        self.add.clicked.connect(self._name)
        self.clear.clicked.connect(self._unname)
        self.field.dateChanged.connect(self._tell)

    def set_name(self, name: str) -> None:
        """How a screen reader calls it."""
        self.add.setAccessibleName(f"{name}: {self.add.text()}")
        self.field.setAccessibleName(name)
        self.clear.setAccessibleName(f"{name}: none")

    @property
    def day(self) -> date | None:
        """The day that is named."""
        return None if self.field.isHidden() else self.field.day()

    @property
    def first_field(self) -> QWidget:
        return self.add if self.field.isHidden() else self.field

    def _show(self, *, named: bool) -> None:
        self.add.setVisible(not named)
        self.field.setVisible(named)
        self.clear.setVisible(named)

    def _name(self) -> None:
        self._show(named=True)
        self.field.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _unname(self) -> None:
        self._show(named=False)
        self.add.setFocus(Qt.FocusReason.TabFocusReason)
        self.edited.emit()

    def _tell(self, _day: object) -> None:
        self.edited.emit()
