"""The header of one application: way back, monogram, role, state, facts and the main button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from gui.models.application_words import StateLook
from gui.theme import Role, Theme
from gui.widgets.buttons import Button, IconButton
from gui.widgets.elided import ElidedLabel
from gui.widgets.labels import Chip, IconLabel, Label, Monogram
from gui.widgets.paint import Kind, Tone

MONOGRAM = 48


class ApplicationHeader(QWidget):
    """It does not scroll. `back` and `acted` tell of its buttons; `menu` is filled by the page."""

    back = Signal()
    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back_button = Button(theme, "Applications", Kind.QUIET, "chevron-left")
        self.back_button.setAccessibleName("Back to the applications")
        self.back_button.clicked.connect(self.back)
        self.monogram = Monogram(theme, "", MONOGRAM)
        self.title = ElidedLabel(theme, "", Role.TITLE)
        self.chip = Chip(theme, "")
        self.facts = ElidedLabel(theme, "", Role.BODY, "text-2")
        self._decision_icon = IconLabel(theme, "calendar-clock", "text-2")
        self.decision = Label(theme, "", Role.BODY, "text-2")
        self.act = Button(theme, "", Kind.FILLED, "pen-line")
        self.act.clicked.connect(self.acted)
        self.act.hide()
        self.menu = QMenu(self)
        self.more = IconButton(theme, "ellipsis", "More")
        self.more.clicked.connect(self._open_menu)
        self._flags = QHBoxLayout()
        self._flags.setSpacing(8)
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title)
        first.addWidget(self.chip)
        first.addLayout(self._flags)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.facts)
        second.addSpacing(8)
        second.addWidget(self._decision_icon)
        second.addWidget(self.decision)
        second.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(first)
        words.addLayout(second)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.monogram)
        row.addLayout(words, 1)
        row.addWidget(self.act)
        row.addWidget(self.more)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        back = QHBoxLayout()
        back.setContentsMargins(-12, 0, 0, 0)
        self.back_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        back.addWidget(self.back_button)
        back.addStretch(1)
        outer.addLayout(back)
        outer.addLayout(row)

    def show_facts(self, company: str, role: str, look: StateLook, decision: str) -> None:
        """What the application is, where it stands, and what they said of their decision."""
        self.monogram.set_name(company)
        self.title.set_text(role or company)
        self.facts.set_text(company if role else "")
        self.facts.setVisible(bool(role))
        self.chip.set_look(look.label, look.tone, look.icon)
        self.decision.setText(decision)
        self.decision.setVisible(bool(decision))
        self._decision_icon.setVisible(bool(decision))

    def show_flags(self, flags: tuple[str, ...]) -> None:
        """Wishes that change the plan, each as a quiet chip."""
        while (item := self._flags.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for flag in flags:
            self._flags.addWidget(Chip(self._theme, flag, Tone.QUIET, "flag"))

    def offer(self, words: str, icon: str, title: str) -> None:
        """The main button, for the step of that title; it is hidden without words."""
        self.act.setToolTip(title)
        self.act.setAccessibleName(f"{words}: {title}")
        self.act.setText(words)
        self.act.set_icon_name(icon or None)
        self.act.setVisible(bool(words))

    def _open_menu(self) -> None:
        corner = self.more.rect().bottomRight()
        hint = self.menu.sizeHint()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner = self.more.rect().bottomLeft()
        else:
            corner.setX(corner.x() - hint.width())
        self.menu.popup(self.more.mapToGlobal(corner))
