"""From your notes: what was captured, ready to be put into the letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.theme import Role, Theme
from gui.widgets.focus_ring import show_ring
from gui.widgets.frames import Card, Hairline
from gui.widgets.labels import Label
from gui.widgets.page_start import stand_before
from gui.widgets.paint import ICON, mirrored, rounded, text

PADDING, GAP = 16, 12
LEAST = 36


@dataclass(frozen=True, slots=True)
class Note:
    """Something captured; `used` once the letter speaks of it."""

    text: str
    used: bool


class NoteRow(QAbstractButton):
    """One note: + puts it into the letter, a check says that it is there. One that is only to be
    read has neither.
    """

    inserted = Signal(str)

    def __init__(self, theme: Theme, note: Note, *, read_only: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.note = note
        self.setText(note.text)
        told = f"Used: {note.text}" if note.used else f"Insert: {note.text}"
        self.setAccessibleName(note.text if read_only else told)
        self.setEnabled(not read_only)
        self.setToolTip(note.text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._theme.font(Role.BODY)).height()
        return QSize(200, max(LEAST, line + 16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole, theme = self.rect(), self._theme
        if self.underMouse() or self.isDown():
            rounded(painter, whole.adjusted(4, 2, -4, -2), 8, theme.color("hover"), None)
        drawing, ink = ("check", "moss") if self.note.used else ("plus", "accent")
        if not self.isEnabled():
            drawing, ink = "message-circle", "text-2"
        place = QRect(PADDING + 1, 0, ICON, self.height())
        theme.icons.paint(painter, mirrored(painter, whole, place), drawing, theme.color(ink))
        left = place.right() + 1 + GAP
        words = QRect(left, 0, self.width() - left - PADDING, self.height())
        quiet = self.note.used and self.isEnabled()
        colour = theme.color("text-2" if quiet else "text")
        text(painter, mirrored(painter, whole, words), self.text(), theme.font(Role.BODY), colour)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), 8)

    def _tell(self) -> None:
        self.inserted.emit(self.note.text)


class NotesPanel(Card):
    """`inserted` carries the words of a note that is to go into the letter."""

    inserted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._shown: tuple[Note | bool, ...] | None = None
        self.column.setContentsMargins(0, 4, 0, 4)
        self.rows: list[NoteRow] = []
        self.anchor: QWidget | None = None
        """What Tab comes to after the notes."""

    def show_notes(self, notes: Sequence[Note], *, read_only: bool = False) -> None:
        """Show these notes; the one with the keyboard keeps it. `read_only`: there is no letter
        that they could go into.
        """
        if (*notes, read_only) == self._shown:
            return
        self._shown = (*notes, read_only)
        focused = next((n for n, row in enumerate(self.rows) if row.hasFocus()), None)
        self._clear()
        self.rows = [NoteRow(self._theme, note, read_only=read_only) for note in notes]
        for number, row in enumerate(self.rows):
            if number:
                self.column.addWidget(self._line())
            row.inserted.connect(self.inserted)
            self.column.addWidget(row)
        if self.anchor is not None:
            stand_before(self.anchor, self.rows)
        if focused is not None and focused < len(self.rows):
            self.rows[focused].setFocus()
        if not notes:
            words = "What they said will stand here, once you have noted it."
            label = Label(self._theme, words, Role.CAPTION, "text-2", wrap=True)
            label.setContentsMargins(PADDING, 10, PADDING, 10)
            self.column.addWidget(label)

    def _line(self) -> QWidget:
        line = Hairline(self._theme)
        line.setContentsMargins(PADDING, 0, PADDING, 0)
        return line

    def _clear(self) -> None:
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
