"""What “Test this account” has found: a line for each thing that was tried, in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import Theme
from gui.widgets.labels import IconLabel, Label

if TYPE_CHECKING:
    from core.exchange.mail.trial import Tried

GAP = 8


class TrialResults(QWidget):
    """Hidden while there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lines: list[Label] = []
        self._holders: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.hide()

    def show_results(self, tried: Sequence[Tried]) -> None:
        """These and no others."""
        for holder in self._holders:
            self._column.removeWidget(holder)
            holder.deleteLater()
        self.lines = []
        self._holders = [self._line(each) for each in tried]
        for holder in self._holders:
            self._column.addWidget(holder)
        self.setVisible(bool(tried))

    def _line(self, tried: Tried) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        name, ink = ("circle-check", "moss") if tried.ok else ("circle-alert", "brick")
        label = Label(self._theme, f"{tried.what}: {tried.sentence}", wrap=True)
        row.addWidget(IconLabel(self._theme, name, ink), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self.lines.append(label)
        return holder
