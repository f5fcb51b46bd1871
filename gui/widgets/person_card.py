"""One person's card beside the list: what is known, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.plain_tips import plain_tip
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.frames import Card, Hairline
from gui.widgets.labels import IconLabel, Label
from gui.widgets.paint import Kind, paint_monogram

MONOGRAM = 48
LABEL_WIDTH = 84
LONGEST = 120
"""Characters of a name or a job: what a card can hold."""
TOLD = 600
"""Characters of a value in its tooltip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardText:
    """All that the card says."""

    name: str
    monogram: str
    about: str
    note: str
    icon: str
    ink: str
    facts: tuple[tuple[str, str], ...]
    """Labels and values; only what is known."""


class Monogram(QWidget):
    """A person's circle. Decoration."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = ""
        self.setFixedSize(MONOGRAM, MONOGRAM)

    def show_name(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_monogram(QPainter(self), self._theme, self.rect(), self._name, person=True)


class PersonCard(Card):
    """`write_wanted` carries where a menu of what to write opens."""

    write_wanted = Signal(QPoint)
    edit_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=20, spacing=12, parent=parent)
        self._theme = theme
        self.monogram = Monogram(theme)
        self.name = Label(theme, "", Role.STRONG, wrap=True)
        self.about = Label(theme, "", Role.CAPTION, "text-2", wrap=True)
        self._note_icon = IconLabel(theme, "circle-help", "ochre", 14)
        self.note = Label(theme, "", Role.CAPTION, "text-2", wrap=True)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(8)
        self.column.addLayout(self._head())
        self.column.addLayout(self._note_row())
        self.column.addWidget(Hairline(theme))
        self.column.addLayout(self._facts)
        self.column.addStretch(1)
        self.write = Button(theme, "Write", icon_name="pen-line")
        self.write.opens_menu = True
        self.edit = Button(theme, "Edit the card", icon_name="pencil")
        self.open = Button(theme, "Open the application", Kind.TEXT, "briefcase")
        self.column.addLayout(self._buttons())
        self.column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.write.clicked.connect(self._offer)
        self.edit.clicked.connect(self.edit_wanted)
        self.open.clicked.connect(self.open_wanted)

    def show_text(self, shown: CardText) -> None:
        """Show this person."""
        self.monogram.show_name(shown.monogram)
        self.name.setText(_short(shown.name))
        self.about.setText(_short(shown.about))
        self.note.setText(shown.note)
        self._note_icon.set_icon(shown.icon, shown.ink)
        self._clear()
        for label, value in shown.facts:
            self._facts.addWidget(self._fact(label, value))

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.about)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.monogram, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _note_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._note_icon)
        row.addWidget(self.note, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.write)
        row.addWidget(self.edit)
        row.addStretch(1)
        return row

    def _fact(self, label: str, value: str) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = Label(self._theme, label, Role.CAPTION, "text-2")
        name.setFixedWidth(round(LABEL_WIDTH * self._theme.text_scale))
        shown = Label(self._theme, value, Role.BODY, wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # an address that is too long for its line is cut alone, and makes no other line wider
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        shown.setSizePolicy(policy)
        shown.setToolTip(plain_tip(value[:TOLD]))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(shown, 1)
        return whole

    def _clear(self) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()

    def _offer(self) -> None:
        self.write_wanted.emit(self.write.mapToGlobal(QPoint(0, self.write.height() + 2)))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
