"""Beside the letter: what to look at before sending, and what the user's notes hold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.checks.finding import Level
from gui.models.findings import FindingRow
from gui.theme import Role, Theme
from gui.widgets.elided import ElidedLabel
from gui.widgets.findings_list import FindingsList
from gui.widgets.fitted_scroll import FittedScroll
from gui.widgets.focus_ring import show_ring
from gui.widgets.headers import SectionHeader
from gui.widgets.labels import IconLabel, Label
from gui.widgets.notes_panel import Note, NotesPanel
from gui.widgets.paint import BUTTON_RADIUS, ICON, mirrored, rounded, text

GUTTER = 12
"""Kept free for the scroll bar."""


def strip_words(rows: Sequence[FindingRow]) -> str:
    """ "1 to fix, 2 to consider"."""
    must = sum(row.finding.level is Level.MUST for row in rows)
    rest = len(rows) - must
    parts = [f"{must} to fix"] if must else []
    if rest:
        parts.append(f"{rest} to consider")
    return ", ".join(parts) or "Nothing to fix"


class FineLine(QWidget):
    """Below the findings: how many checks have nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = ElidedLabel(theme, "", Role.CAPTION, "text-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "circle-check", "moss"))
        row.addWidget(self.words, 1000)
        row.addStretch(1)


class StripButton(QAbstractButton):
    """The findings in one line, in a small window: a click opens them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.serious = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """Say how many there are of which kind."""
        self.serious = any(row.finding.level is Level.MUST for row in rows)
        self.setText(strip_words(rows))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, QFontMetrics(self._theme.font(Role.STRONG)).height() + 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, whole = QPainter(self), self._theme, self.rect()
        ground = theme.color("hover" if self.underMouse() else "surface")
        rounded(painter, whole, BUTTON_RADIUS, ground, theme.color("border"))
        drawing, ink = ("octagon-alert", "brick") if self.serious else ("circle-check", "moss")
        place = QRect(14, 0, ICON, self.height())
        theme.icons.paint(painter, mirrored(painter, whole, place), drawing, theme.color(ink))
        words = QRect(14 + ICON + 10, 0, self.width() - 84, self.height())
        shown = mirrored(painter, whole, words)
        text(painter, shown, self.text(), theme.font(Role.STRONG), theme.color("text"))
        chevron = QRect(self.width() - 14 - ICON, 0, ICON, self.height())
        fold = "chevron-down" if self.isChecked() else "chevron-right"
        place = mirrored(painter, whole, chevron)
        theme.icons.paint(painter, place, fold, theme.color("text-2"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), BUTTON_RADIUS)


class ComposeSide(QWidget):
    """`stack(True)` turns it into a strip that opens; `inserted` carries a note's words."""

    inserted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip = StripButton(theme)
        self.header = SectionHeader(theme, "Before you send")
        self.hint = Label(theme, "F8 next", Role.CAPTION, "text-2")
        self.header.add_button(self.hint)
        self.findings = FindingsList(theme)
        self.fine = FineLine(theme)
        self.notes_header = SectionHeader(theme, "From your notes")
        self.notes = NotesPanel(theme)
        self._stacked = False
        self._closed = False
        self._build()
        self.notes.inserted.connect(self.inserted)
        self.strip.toggled.connect(self._unfold)
        self.findings.row_shown.connect(self._show_row)
        self.show_findings((), checks=0)

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.header, self.findings, self.fine):
            column.addWidget(part)
        column.addSpacing(12)
        column.addWidget(self.notes_header)
        column.addWidget(self.notes)
        column.addStretch(1)
        self._content = content
        self.area = FittedScroll(content)
        self.area.set_gutter(GUTTER)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.strip)
        whole.addWidget(self.area, 1)
        self.strip.hide()

    def show_findings(self, rows: Sequence[FindingRow], *, checks: int) -> None:
        """Show what was found; `checks` is how many others have nothing to say."""
        self.findings.show_rows(rows)
        self.findings.setVisible(bool(rows))
        self.header.set_count(len(rows) or None)
        self.hint.setVisible(bool(rows))
        self.strip.show_rows(rows)
        if rows:
            self.fine.words.set_text(f"{checks} other checks are fine")
        else:
            self.fine.words.set_text(f"All {checks} checks are fine." if checks else "Reading it…")

    def close_findings(self, *, closed: bool) -> None:
        """Nothing is to be mended any more in a message that has gone."""
        self._closed = closed
        for part in (self.header, self.fine):
            part.setVisible(not closed)
        if closed:
            self.show_findings((), checks=0)
        self.stack(stacked=self._stacked)

    def show_notes(self, notes: Sequence[Note], *, read_only: bool) -> None:
        """Show what was captured, to be put into the letter or, `read_only`, to be said."""
        self.notes.show_notes(notes, read_only=read_only)

    def stack(self, *, stacked: bool) -> None:
        """Above the letter as one line, or beside it in full."""
        self._stacked = stacked
        self.strip.setVisible(stacked and not self._closed)
        self.area.setVisible(not stacked or self.strip.isChecked())

    def reveal(self) -> None:
        """Open the strip, where it is one."""
        if self._stacked:
            self.strip.setChecked(True)

    def _unfold(self, opened: bool) -> None:
        self.area.setVisible(not self._stacked or opened)

    def _show_row(self, rect: QRect) -> None:
        corner = self.findings.viewport().mapTo(self._content, rect.topLeft())
        middle = corner.y() + rect.height() // 2
        self.area.ensureVisible(0, middle, 0, rect.height() // 2 + 8)
