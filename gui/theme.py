"""Colours, fonts and metrics of the look, and following the system's own choice of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from core.settings import Theme as ThemeChoice
from gui.icons import Icons

if TYPE_CHECKING:
    from gui.style import AfterwordStyle

FONT_FAMILIES = (
    "Inter",
    "Adwaita Sans",
    "Segoe UI Variable Text",
    "Segoe UI",
    "SF Pro Text",
    "Cantarell",
    "Noto Sans",
    "DejaVu Sans",
)
"""Tried in this order where the desktop names no interface font of its own."""

GENERIC_FAMILIES = frozenset({"", "sans", "sans serif", "sans-serif", "helvetica"})
"""What Qt and bare desktops answer when nobody has chosen a font."""

MONOGRAM_PAIRS = 6

SAMPLE = "Nothing needs you today; the rest can wait."
SAMPLE_WIDTH = 267.7
"""Width of the sample in the pictures' font, in pixels: what narrowing is measured against."""


class Role(StrEnum):
    """The type roles of the look."""

    DISPLAY = "display"
    TITLE = "title"
    QUESTION = "question"
    LEAD = "lead"
    BODY = "body"
    STRONG = "strong"
    BUTTON = "button"
    CAPTION = "caption"
    CHIP = "chip"


@dataclass(frozen=True, slots=True)
class Type:
    """Size as a ratio of the system's, weight, tracking in percent."""

    ratio: float
    weight: QFont.Weight
    tracking: float = 0.0


TYPES: Mapping[Role, Type] = {
    Role.DISPLAY: Type(2.2, QFont.Weight.DemiBold, -1.5),
    Role.TITLE: Type(1.8, QFont.Weight.DemiBold, -1.0),
    Role.QUESTION: Type(1.7, QFont.Weight.DemiBold, -1.0),
    Role.LEAD: Type(1.1, QFont.Weight.Normal),
    Role.BODY: Type(1.0, QFont.Weight.Normal),
    Role.STRONG: Type(1.0, QFont.Weight.DemiBold),
    Role.BUTTON: Type(1.0, QFont.Weight.Medium),
    Role.CAPTION: Type(0.9, QFont.Weight.Normal),
    Role.CHIP: Type(0.9, QFont.Weight.Medium),
}

SMALLEST_PIXELS = 9

SCROLL_BAR = 10
"""Width of a scroll bar, in pixels."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one appearance, by token name, as "#RRGGBB"."""

    name: str
    colours: Mapping[str, str]

    @property
    def dark(self) -> bool:
        return self.name in ("dark", "contrast-dark")

    @property
    def contrast(self) -> bool:
        return self.name.startswith("contrast")


def read_tokens(folder: Path) -> Mapping[str, Tokens]:
    """All appearances in `folder`/tokens.json, by name."""
    stored: dict[str, dict[str, str]] = json.loads((folder / "tokens.json").read_bytes())
    return {name: Tokens(name, colours) for name, colours in stored.items()}


class Theme(QObject):
    """The one source of colours, fonts and icons; `changed` tells when to paint anew."""

    changed = Signal()

    def __init__(self, application: QApplication, resources: Path) -> None:
        super().__init__(application)
        self._application = application
        self._hints = application.styleHints()
        self._appearances = read_tokens(resources / "theme")
        self._choice = ThemeChoice.SYSTEM
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[Role, QFont] = {}
        self.tokens = self._appearances[self._fitting()]
        self.icons = Icons(resources / "icons")
        self._style: AfterwordStyle | None = None
        self._read_fonts()
        self._apply()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    @property
    def dark(self) -> bool:
        return self.tokens.dark

    @property
    def focus_width(self) -> int:
        """Width of the focus ring in device-independent pixels."""
        return 3 if self.tokens.contrast else 2

    def choose(self, choice: ThemeChoice) -> None:
        """Take the user's choice; native parts (title bars, dialogs) follow where they can."""
        self._choice = choice
        scheme = Qt.ColorScheme.Unknown
        if choice is not ThemeChoice.SYSTEM:
            wants_dark = self._appearances[appearance_of(choice)].dark
            scheme = Qt.ColorScheme.Dark if wants_dark else Qt.ColorScheme.Light
        self._hints.setColorScheme(scheme)
        self._follow()

    def dress(self) -> None:
        """Give native parts (fields, checks, scroll bars) the look too, from now on.

        The first picture does without: Qt's classes of styles alone take longer to load than the
        rest of a page.
        """
        from gui.style import AfterwordStyle

        if self._style is None:
            self._style = AfterwordStyle(self.tokens)
            self._application.setStyle(self._style)
            # A new style brings fonts and colours of its own for some classes of widgets.
            self._application.setFont(self._base)
            self._apply()

    def color(self, token: str) -> QColor:
        """The colour of `token`; KeyError for a token that does not exist."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = QColor(self.tokens.colours[token])
        return found

    def font(self, role: Role | str) -> QFont:
        """The interface font in one of the type roles."""
        wanted = Role(role)
        found = self._fonts.get(wanted)
        if found is None:
            found = self._fonts[wanted] = self._make_font(TYPES[wanted])
        return found

    def monogram(self, name: str) -> tuple[QColor, QColor]:
        """Tint and ink for a name's monogram, the same at every start."""
        pair = sum(name.casefold().encode()) % MONOGRAM_PAIRS + 1
        return self.color(f"mono-{pair}"), self.color(f"mono-{pair}-ink")

    def narrow(self, width: int, below: int) -> bool:
        """Whether `width` counts as under `below` pixels of the look, whatever the text size."""
        return width < below * self.text_scale

    @property
    def text_scale(self) -> float:
        """How much wider text runs than in the pictures (1.0), never under 0.85."""
        return max(0.85, self._sample_width / SAMPLE_WIDTH)

    def refresh_fonts(self) -> None:
        """Read the system's interface font again, after it changed."""
        before = self._base
        self._read_fonts()
        if self._base != before:
            self.changed.emit()

    def _fitting(self) -> str:
        if self._choice is not ThemeChoice.SYSTEM:
            return appearance_of(self._choice)
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        wish = self._hints.accessibility().contrastPreference()
        strong = wish == Qt.ContrastPreference.HighContrast
        return ("contrast-" if strong else "") + ("dark" if dark else "light")

    def _follow(self) -> None:
        wanted = self._appearances[self._fitting()]
        if wanted is not self.tokens:
            self.tokens = wanted
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self._colours.clear()
        if self._style is not None:
            self._style.take(self.tokens)
        palette = make_palette(self.tokens)
        self._application.setPalette(palette)
        QToolTip.setPalette(palette)

    def _read_fonts(self) -> None:
        self._base = interface_font()
        self._fonts.clear()
        if self._application.font() != self._base:
            self._application.setFont(self._base)
        self._sample_width = QFontMetricsF(self._base).horizontalAdvance(SAMPLE)

    def _make_font(self, kind: Type) -> QFont:
        font = QFont(self._base)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        points = self._base.pointSizeF()
        if points > 0:
            font.setPointSizeF(max(points * kind.ratio, SMALLEST_PIXELS * 0.75))
        else:
            pixels = round(self._base.pixelSize() * kind.ratio)
            font.setPixelSize(max(pixels, SMALLEST_PIXELS))
        font.setWeight(kind.weight)
        if kind.tracking:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + kind.tracking)
        return font


def appearance_of(choice: ThemeChoice) -> str:
    """The token file's name for what the user chose."""
    return choice.value.replace(" ", "-")


def interface_font() -> QFont:
    """The desktop's interface font, or the first good one where it names none."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.family().casefold() in GENERIC_FAMILIES or QFontInfo(font).fixedPitch():
        generic = font.family() == "Sans Serif"
        font = QFont(list(FONT_FAMILIES), 10 if generic else font.pointSize())
    return font


def make_palette(tokens: Tokens) -> QPalette:
    """Qt's palette for native parts: menus, fields, tooltips, file dialogs."""
    colour = {name: QColor(value) for name, value in tokens.colours.items()}
    role = QPalette.ColorRole
    palette = QPalette()
    for target, token in (
        (role.Window, "window"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "hover"),
        (role.Text, "text"),
        (role.PlaceholderText, "text-2"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "brick"),
        (role.Light, "surface"),
        (role.Midlight, "hover"),
        (role.Mid, "border"),
        (role.Dark, "control"),
        (role.Shadow, "border"),
        (role.Highlight, "selected"),
        (role.HighlightedText, "text"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Accent, "accent"),
        (role.ToolTipBase, "tooltip"),
        (role.ToolTipText, "tooltip-text"),
    ):
        palette.setColor(target, colour[token])
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, colour["text-2"])
    palette.setColor(QPalette.ColorGroup.Disabled, role.Base, colour["hover"])
    palette.setColor(QPalette.ColorGroup.Disabled, role.Button, colour["hover"])
    return palette
