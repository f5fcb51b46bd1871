"""The header of one application: way back, monogram, role, state, facts and the main button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.models.application_words import StateLook
from gui.theme import Role, Theme
from gui.widgets.buttons import Button, IconButton
from gui.widgets.elided import ElidedLabel
from gui.widgets.focus_ring import show_ring
from gui.widgets.labels import Chip, IconLabel, Monogram
from gui.widgets.paint import Kind, Tone, mirrored, text

MONOGRAM = 48
CHEVRON = 14
BACK_HEIGHT = 32
COMPANY = 240


class BackLink(QAbstractButton):
    """A quiet way back: a chevron and the name of the page that it leads to."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(f"Back to {words}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(Role.CAPTION))
        return QSize(CHEVRON + 4 + metrics.horizontalAdvance(self.text()) + 8, BACK_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = self.rect()
        ink = self._theme.color("accent" if self.underMouse() else "text-2")
        mark = QRect(0, 0, CHEVRON, self.height())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        name = "chevron-right" if rtl else "chevron-left"
        self._theme.icons.paint(painter, mirrored(painter, whole, mark), name, ink)
        words = QRect(CHEVRON + 4, 0, self.width() - CHEVRON - 4, self.height())
        font = self._theme.font(Role.CAPTION)
        text(painter, mirrored(painter, whole, words), self.text(), font, ink)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), 6)


class ApplicationHeader(QWidget):
    """It does not scroll. `back` and `acted` tell of its buttons; `menu` is filled by the page."""

    back = Signal()
    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.back_button = BackLink(theme, "Applications")
        self.back_button.clicked.connect(self.back)
        self.monogram = Monogram(theme, "", MONOGRAM)
        self.title = ElidedLabel(theme, "", Role.TITLE)
        self.chip = Chip(theme, "")
        self.facts = ElidedLabel(theme, "", Role.BODY, "text-2")
        self._decision_icon = IconLabel(theme, "calendar-clock", "text-2")
        self.decision = ElidedLabel(theme, "", Role.BODY, "text-2")
        self.drafts = Button(theme, "", Kind.TEXT, "pen-line")
        self.drafts.setAccessibleName("Messages that are being written")
        self.drafts.hide()
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
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.monogram)
        row.addLayout(self._lay_out_words(), 1)
        row.addWidget(self.act)
        row.addWidget(self.more)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        back.addWidget(self.drafts)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(back)
        outer.addLayout(row)

    def _lay_out_words(self) -> QVBoxLayout:
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title)
        first.addWidget(self.chip)
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
        words.addLayout(self._flags)
        return words

    def set_gutter(self, gutter: int) -> None:
        """Keep so much free at the end of the line, where the page's scroll bars stand."""
        left, right = (gutter, 0) if self.isRightToLeft() else (0, gutter)
        self.setContentsMargins(left, 0, right, 0)

    def show_facts(self, company: str, role: str, look: StateLook, decision: str) -> None:
        """What the application is, where it stands, and what they said of their decision."""
        self.monogram.set_name(company)
        self.title.set_text(role or company)
        self.facts.set_text(company if role else "")
        self.facts.setVisible(bool(role))
        self.facts.setMinimumWidth(min(self.facts.sizeHint().width(), COMPANY))
        self.chip.set_look(look.label, look.tone, look.icon)
        self.decision.set_text(decision)
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
            chip = Chip(self._theme, flag, Tone.QUIET, "flag")
            chip.setToolTip(flag)
            self._flags.addWidget(chip)
        self._flags.addStretch(1)

    def show_drafts(self, words: str) -> None:
        """What is being written, as a quiet button that opens it; hidden without words."""
        self.drafts.setText(words)
        self.drafts.setAccessibleName(words or "Messages that are being written")
        self.drafts.setVisible(bool(words))
        self.drafts.updateGeometry()

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
