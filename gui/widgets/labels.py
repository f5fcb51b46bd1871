"""Texts, chips and monograms that follow the theme."""

import re
import unicodedata

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.theme import Role, Theme
from gui.widgets.paint import (
    ICON,
    Tone,
    chip_height,
    chip_width,
    paint_chip,
    paint_monogram,
)

_LONG_RUN = re.compile(r"\S{33,}")
PIECE = 8
BREAK_HERE = "\u200b"
_JOINER = "\u200d"


class Label(QLabel):
    """A text in one of the type roles and token colours. Where it wraps, an endless word (a link,
    say) may break too: it never makes its page wider than the window."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role | str = Role.BODY,
        ink: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = Role(role)
        self._ink = ink
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._dress()
        theme.changed.connect(self._dress)

    def setText(self, text: str) -> None:
        """What can be selected is copied as well, and stays as it is."""
        selectable = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        super().setText(breakable(text) if self.wordWrap() and not selectable else text)

    def setTextInteractionFlags(self, flags: Qt.TextInteractionFlag) -> None:
        super().setTextInteractionFlags(flags)
        self.setText(self.text().replace(BREAK_HERE, ""))

    def set_ink(self, ink: str) -> None:
        """Another colour, by its token."""
        self._ink = ink
        self._dress()

    def _dress(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(self._ink))
        self.setPalette(palette)
        self.setFont(self._theme.font(self._role))


def breakable(text: str) -> str:
    """`text` with invisible places to break in words that no line could hold."""
    return _LONG_RUN.sub(_in_pieces, text)


def _in_pieces(word: re.Match[str]) -> str:
    """Never between a sign and what belongs to it: an accent, or the rest of an emoji."""
    pieces, last = [""], ""
    for sign in word[0]:
        joined = _JOINER in (sign, last) or unicodedata.category(sign) in ("Mn", "Me", "Mc", "Sk")
        if len(pieces[-1]) >= PIECE and not joined:
            pieces.append("")
        pieces[-1] += sign
        last = sign
    return BREAK_HERE.join(pieces)


class IconLabel(QWidget):
    """An icon that is no button. Decoration: the words beside it carry the meaning."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        ink: str = "text",
        size: int = ICON,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._ink = ink
        self.setFixedSize(size, size)

    def set_icon(self, name: str, ink: str) -> None:
        self._name = name
        self._ink = ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.icons.paint(painter, self.rect(), self._name, self._theme.color(self._ink))


class Chip(QLabel):
    """A state or a time; never clickable."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: Tone | str = Tone.QUIET,
        icon_name: str | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._tone = Tone(tone)
        self._icon_name = icon_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, text: str, tone: Tone | str, icon_name: str | None = None) -> None:
        """Another state or time."""
        self._tone = Tone(tone)
        self._icon_name = icon_name
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = chip_width(self._theme, self.text(), self._icon_name)
        return QSize(width, chip_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(painter, self._theme, self.rect(), self.text(), self._tone, self._icon_name)


class Monogram(QWidget):
    """A company's (rounded square) or person's (circle) initials; decoration."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        size: int = 32,
        *,
        person: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._person = person
        self.setFixedSize(size, size)

    def set_name(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_monogram(painter, self._theme, self.rect(), self._name, person=self._person)
