"""What is not there yet: a sentence for each measure, instead of charts with nothing in them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.models.charts import Lacking
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.frames import Card
from gui.widgets.labels import Label

PADDING = 20


class LackingCard(Card):
    """Hidden while nothing is lacking. `pressed`: the user wants to add what it needs."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=PADDING, spacing=10, parent=parent)
        self.title = Label(theme, "What shows later", Role.STRONG)
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.button = Button(theme, "")
        self.button.clicked.connect(self.pressed)
        self.column.addWidget(self.title)
        self.column.addWidget(self._rows)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self._shown: tuple[Lacking, ...] = ()
        self.hide()

    def show_lacking(self, lacking: Sequence[Lacking], button: str) -> None:
        """What is lacking, and the words of the button that helps; empty: none does."""
        self.setVisible(bool(lacking))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.button.updateGeometry()
        if tuple(lacking) != self._shown:
            self._shown = tuple(lacking)
            self._rebuild()

    def _rebuild(self) -> None:
        for old in self._rows.findChildren(Label):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        for number, one in enumerate(self._shown):
            name = Label(self._theme, one.name, Role.BODY)
            sentence = Label(self._theme, one.sentence, Role.BODY, "text-2", wrap=True)
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(name, number, 0, top)
            self._grid.addWidget(sentence, number, 1, top)
