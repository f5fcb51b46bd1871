"""Buttons of the look: by kind, with an icon, with a menu, or with an icon alone."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.focus_ring import show_ring
from gui.widgets.paint import (
    BUTTON_RADIUS,
    ButtonLook,
    Kind,
    button_height,
    button_width,
    paint_button,
)

LAST_STEP_HEIGHT = 36


class Button(QPushButton):
    """A push button; `kind` is "filled" (one a page), "outline", "text", "quiet" or "danger".

    `setMenu` or `opens_menu` gives it a chevron; `icon_last` puts the icon after the words. `tall` is for the last step of a flow.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: Kind | str = Kind.OUTLINE,
        icon_name: str | None = None,
        *,
        tall: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._kind = Kind(kind)
        self._icon_name = icon_name
        self._tall = tall
        self.opens_menu = False
        self.icon_last = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    @property
    def kind(self) -> Kind:
        return self._kind

    def set_kind(self, kind: Kind | str) -> None:
        self._kind = Kind(kind)
        self.updateGeometry()
        self.update()

    def set_icon_name(self, name: str | None) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def look(self) -> ButtonLook:
        """How it is painted at this moment."""
        return ButtonLook(
            text=without_mnemonic(self.text()),
            kind=self._kind,
            icon=self._icon_name,
            hovered=self.underMouse(),
            pressed=self.isDown(),
            enabled=self.isEnabled(),
            menu=self.opens_menu or self.menu() is not None,
            checked=self.isChecked(),
            icon_last=self.icon_last,
        )

    def sizeHint(self) -> QSize:
        height = button_height(self._theme)
        if self._tall:
            height = max(LAST_STEP_HEIGHT, height + 4)
        return QSize(button_width(self._theme, self.look()), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_button(painter, self._theme, self.rect(), self.look())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), BUTTON_RADIUS)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.updateGeometry()


def without_mnemonic(text: str) -> str:
    """What is read of a button's text: "&" marks a letter, "&&" is one that is meant."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


class IconButton(Button):
    """A button with an icon alone; `name` is its tooltip and accessible name."""

    def __init__(
        self,
        theme: Theme,
        icon_name: str,
        name: str,
        kind: Kind | str = Kind.OUTLINE,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", kind, icon_name, parent=parent)
        self.setToolTip(name)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        side = button_height(self._theme)
        return QSize(side, side)
