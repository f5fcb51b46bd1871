"""The foot of the composer: when it may go, and the ways to hand it over."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.elided import ElidedLabel
from gui.widgets.focus_ring import KEYBOARD_REASONS, show_ring
from gui.widgets.frames import Card
from gui.widgets.labels import IconLabel, Label
from gui.widgets.paint import Kind

MENU_END = 32
"""The end of a split button that opens its menu."""


class SplitButton(Button):
    """A click acts; its chevron, and the down key, ask for the menu."""

    menu_wanted = Signal()

    def __init__(self, theme: Theme, text: str, icon_name: str) -> None:
        super().__init__(theme, text, Kind.FILLED, icon_name)
        self.opens_menu = True
        self.setToolTip("The arrow, or the down key: other ways")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().x()
        at_end = place < MENU_END if self.isRightToLeft() else place > self.width() - MENU_END
        if at_end and event.button() == Qt.MouseButton.LeftButton:
            self.menu_wanted.emit()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Menu):
            self.menu_wanted.emit()
        else:
            super().keyPressEvent(event)

    def menu_corner(self) -> QPoint:
        """Where its menu opens: above it, as it stands at the foot."""
        return self.mapToGlobal(QPoint(0, -4))


class LinkLabel(Label):
    """Words that end in one link, which the keyboard takes at once and shows."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in KEYBOARD_REASONS:
            self.focusNextPrevChild(True)  # to the link: on itself nothing can be pressed
        show_ring(self._theme, self, event.reason(), 6)


class WhenBar(Card):
    """`overridden` says that the user wants to send it as it is."""

    overridden = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._first = ""
        self._icon = IconLabel(theme, "clock", "moss", 18)
        self.headline = ElidedLabel(theme, "", Role.STRONG)
        self.detail = ElidedLabel(theme, "", Role.CAPTION, "text-2")
        self.hold = Button(theme, "", Kind.TEXT)
        self.hold.setAccessibleName("Hold it until the better moment")
        self.reason = LinkLabel(theme, "", Role.CAPTION, "text-2")
        self.reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.reason.setTextFormat(Qt.TextFormat.RichText)
        self.reason.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.reason.linkActivated.connect(self._override)
        self.copy = Button(theme, "Copy", Kind.OUTLINE, "copy")
        self.later = Button(theme, "Send later", Kind.OUTLINE, "calendar-clock")
        self.main = SplitButton(theme, "Open in mail program", "mail")
        self._build()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for line in (self.headline, self.detail):
            beside = QHBoxLayout()  # else the shorter line would cut the longer one
            beside.addWidget(line, 1000)
            beside.addStretch(1)
            words.addLayout(beside)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(17, 11, 16, 11)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.hold)
        row.addWidget(self.reason)
        for button in (self.copy, self.later, self.main):
            row.addWidget(button)
        self.column.addLayout(row)
        self.hold.hide()
        self.reason.hide()
        self._theme.changed.connect(self._tell_reason)

    def show_when(self, headline: str, detail: str, *, good: bool, hold: str = "") -> None:
        """Whether now is a good time; `hold` names the better moment, on its button."""
        self._icon.set_icon("clock", "moss" if good else "ochre")
        self.headline.set_text(headline)
        self.detail.set_text(detail)
        self.hold.setText(hold)
        self.hold.setVisible(bool(hold))
        self.hold.updateGeometry()

    def show_way(self, words: str, icon_name: str, *, others: bool) -> None:
        """What the main button does, and whether there are other ways."""
        self.main.setText(words)
        self.main.set_icon_name(icon_name)
        self.main.opens_menu = others
        self.main.updateGeometry()

    def hold_back(self, first: str) -> None:
        """The main button waits for what must be fixed `first`; empty lets it go."""
        self._first = first
        self.main.setEnabled(not first)
        self.reason.setVisible(bool(first))
        self._tell_reason()

    def _tell_reason(self) -> None:
        """In the theme's own colour of links."""
        if self._first:
            ink = self._theme.color("accent").name()
            link = f'<a href="#" style="color: {ink}; text-decoration: none; font-weight: 500">'
            self.reason.setText(f"{self._first},<br>or {link}send it as it is…</a>")

    def lock(self, locked: bool) -> None:
        """A message that has left, or is on its way, is not handed over again."""
        self.setVisible(not locked)

    def narrow(self, *, narrow: bool, tight: bool) -> None:
        """Leave out words of buttons where there is no room."""
        self._name(self.copy, "" if narrow else "Copy", "Copy")
        self._name(self.later, "" if narrow else "Send later", "Send later")
        self.detail.setVisible(not tight)

    @staticmethod
    def _name(button: Button, words: str, name: str) -> None:
        button.setText(words)
        button.setAccessibleName(name)
        button.setToolTip(name if not words else "")
        button.updateGeometry()

    def _override(self, _link: str) -> None:
        self.overridden.emit()
