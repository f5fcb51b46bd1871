"""What the checks say of a text that can only be read: a line for each finding, without buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.models.findings import LEVEL_ICONS, LEVEL_INKS, FindingRow
from gui.theme import Role, Theme
from gui.widgets.focus_ring import show_ring
from gui.widgets.frames import ScrollArea
from gui.widgets.labels import IconLabel, Label

HIGHEST = 132
GAP = 8


class FindingsBrief(ScrollArea):
    """Scrolls by the arrow keys where there is more than fits."""

    def __init__(self, theme: Theme) -> None:
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        super().__init__(self._content)
        self._theme = theme
        self._lines: list[QWidget] = []
        self.setAccessibleName("What the checks say")
        self.show_rows((), checks=0)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said, line by line."""
        labels = (label for line in self._lines for label in line.findChildren(Label))
        return tuple(label.text() for label in labels)

    def show_rows(self, rows: Sequence[FindingRow], *, checks: int) -> None:
        """These and no others; `checks` is how many others have nothing to say."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(row) for row in rows] or [self._fine(checks)]
        for number, line in enumerate(self._lines):
            self._column.insertWidget(number, line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if len(rows) > 1 else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()

    def _line(self, row: FindingRow) -> QWidget:
        level = row.finding.level
        title = Label(self._theme, f"{row.level_word}: {row.title}", Role.STRONG, wrap=True)
        why = Label(self._theme, row.why, Role.CAPTION, "text-2", wrap=True)
        return self._held(IconLabel(self._theme, LEVEL_ICONS[level], LEVEL_INKS[level]), title, why)

    def _fine(self, checks: int) -> QWidget:
        told = f"All {checks} checks are fine." if checks else "The checks are reading it…"
        words = Label(self._theme, told, Role.BODY, "text-2")
        drawing, ink = ("circle-check", "moss") if checks else ("hourglass", "text-2")
        return self._held(IconLabel(self._theme, drawing, ink), words)

    def _held(self, drawing: IconLabel, *labels: Label) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(drawing, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in labels:
            column.addWidget(label)
        row.addLayout(column, 1)
        return line

    def sizeHint(self) -> QSize:
        width = max(200, self.width())
        layout = self._content.layout()
        high = layout.heightForWidth(width) if layout is not None else 0
        return QSize(width, min(max(high, 24), round(HIGHEST * self._theme.text_scale)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), 4)
