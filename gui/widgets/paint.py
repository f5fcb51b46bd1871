"""Painting that widgets and delegates share, so that a chip or button looks the same in both."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from gui.theme import Role, Theme

ICON = 16
CHIP_ICON = 14
BUTTON_HEIGHT = 32
BUTTON_PADDING = 12
BUTTON_RADIUS = 8
CARD_RADIUS = 12
CHIP_HEIGHT = 22
CHIP_PADDING = 7
GAP = 8


class Kind(StrEnum):
    """How loud a button is; at most one filled one a page."""

    FILLED = "filled"
    OUTLINE = "outline"
    TEXT = "text"
    QUIET = "quiet"
    DANGER = "danger"


class Tone(StrEnum):
    """What a chip means."""

    QUIET = "quiet"
    ACCENT = "accent"
    BRICK = "brick"
    OCHRE = "ochre"
    IRIS = "iris"
    MOSS = "moss"


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonLook:
    """All that decides how one button is painted."""

    text: str
    kind: Kind = Kind.OUTLINE
    icon: str | None = None
    hovered: bool = False
    pressed: bool = False
    enabled: bool = True
    menu: bool = False
    """A chevron at the end says that a menu opens."""
    checked: bool = False
    icon_last: bool = False
    """The icon stands after the words: it leads on."""


def rounded(
    painter: QPainter, rect: QRect, radius: float, ground: QColor | None, line: QColor | None
) -> None:
    """A rounded rectangle with a crisp 1-px line inside its bounds."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, 1) if line is not None else Qt.PenStyle.NoPen)
    box = QRectF(rect)
    if line is not None:
        box.adjust(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def text(
    painter: QPainter,
    rect: QRect,
    words: str,
    font: QFont,
    color: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line, elided at its end, vertically in the middle of `rect`."""
    painter.setFont(font)
    painter.setPen(color)
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, flags, shown)


def button_font(theme: Theme, kind: Kind) -> QFont:
    return theme.font(Role.STRONG if kind is Kind.FILLED else Role.BUTTON)


def button_width(theme: Theme, look: ButtonLook) -> int:
    """The width that the button's words, icon and chevron need."""
    width = 2 * BUTTON_PADDING
    if look.text:
        width += QFontMetrics(button_font(theme, look.kind)).horizontalAdvance(look.text) + 2
    if look.icon is not None:
        width += ICON + (GAP if look.text else 0)
    if look.menu:
        width += ICON + GAP // 2
    return max(width, BUTTON_HEIGHT)


def button_height(theme: Theme) -> int:
    return max(BUTTON_HEIGHT, QFontMetrics(theme.font(Role.BUTTON)).height() + 14)


def _button_colours(theme: Theme, look: ButtonLook) -> tuple[QColor | None, QColor | None, QColor]:
    """Ground, line and ink."""
    over = look.hovered or look.pressed
    if not look.enabled:
        quiet = look.kind in (Kind.TEXT, Kind.QUIET)
        return (
            None if quiet else theme.color("hover"),
            None if quiet else theme.color("border"),
            theme.color("text-2"),
        )
    if look.kind is Kind.FILLED:
        return theme.color("fill-hover" if over else "fill"), None, theme.color("on-fill")
    if look.checked:
        return theme.color("selected"), theme.color("accent"), theme.color("accent")
    if look.kind in (Kind.TEXT, Kind.QUIET):
        ink = theme.color("accent" if look.kind is Kind.TEXT else "text-2")
        return theme.color("hover") if over else None, None, ink
    ink = theme.color("brick" if look.kind is Kind.DANGER else "text")
    return theme.color("hover" if over else "surface"), theme.color("edge"), ink


def paint_button(painter: QPainter, theme: Theme, rect: QRect, look: ButtonLook) -> None:
    """A button of any kind, filling `rect`."""
    ground, line, ink = _button_colours(theme, look)
    rounded(painter, rect, BUTTON_RADIUS, ground, line)
    font = button_font(theme, look.kind)
    content = button_width(theme, look) - 2 * BUTTON_PADDING
    inner = QRect(rect)
    inner.setLeft(rect.left() + max(BUTTON_PADDING // 2, (rect.width() - content) // 2))
    if look.icon is not None and not look.icon_last:
        place = QRect(inner.left(), rect.top(), ICON, rect.height())
        theme.icons.paint(painter, mirrored(painter, rect, place), look.icon, ink)
        inner.setLeft(inner.left() + ICON + (GAP if look.text else 0))
    if look.text:
        words = QFontMetrics(font).horizontalAdvance(look.text) + 2
        place = QRect(
            inner.left(), rect.top(), min(words, rect.right() - inner.left()), rect.height()
        )
        text(painter, mirrored(painter, rect, place), look.text, font, ink)
        inner.setLeft(inner.left() + words)
    if look.icon is not None and look.icon_last:
        place = QRect(inner.left() + GAP, rect.top(), ICON, rect.height())
        theme.icons.paint(painter, mirrored(painter, rect, place), look.icon, ink)
    if look.menu:
        place = QRect(inner.left() + GAP // 2, rect.top(), ICON, rect.height())
        theme.icons.paint(painter, mirrored(painter, rect, place), "chevron-down", ink)


def mirrored(painter: QPainter, whole: QRect, part: QRect) -> QRect:
    """`part` of `whole`, on the other side in right-to-left layouts."""
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return QRect(
            whole.left() + whole.right() - part.right(), part.top(), part.width(), part.height()
        )
    return part


def tone_colours(theme: Theme, tone: Tone) -> tuple[QColor, QColor]:
    """A chip's tint and ink."""
    if tone is Tone.QUIET:
        return theme.color("hover"), theme.color("text-2")
    if tone is Tone.ACCENT:
        return theme.color("selected"), theme.color("accent")
    return theme.color(f"{tone.value}-tint"), theme.color(tone.value)


def chip_width(theme: Theme, words: str, icon: str | None) -> int:
    width = 2 * CHIP_PADDING + QFontMetrics(theme.font(Role.CHIP)).horizontalAdvance(words) + 2
    return width + (CHIP_ICON + 5 if icon is not None else 0)


def chip_height(theme: Theme) -> int:
    return max(CHIP_HEIGHT, QFontMetrics(theme.font(Role.CHIP)).height() + 6)


def paint_chip(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    words: str,
    tone: Tone,
    icon: str | None = None,
    *,
    on_selected: bool = False,
) -> None:
    """A chip; on a selected row a quiet one stands on the surface colour."""
    tint, ink = tone_colours(theme, tone)
    if on_selected and tone in (Tone.QUIET, Tone.ACCENT):
        tint = theme.color("surface")
    rounded(painter, rect, rect.height() / 2, tint, None)
    left = rect.left() + CHIP_PADDING
    if icon is not None:
        place = QRect(left, rect.top(), CHIP_ICON, rect.height())
        theme.icons.paint(painter, mirrored(painter, rect, place), icon, ink)
        left += CHIP_ICON + 5
    place = QRect(left, rect.top(), rect.right() - left - CHIP_PADDING // 2 + 1, rect.height())
    text(painter, mirrored(painter, rect, place), words, theme.font(Role.CHIP), ink)


def initials(name: str) -> str:
    """Up to two letters for a monogram; "?" for a name without letters."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    capitals = [word for word in words if word[0].isupper() or word[0].isdigit()] or words
    return "".join(word[0].upper() for word in (capitals[:1] + capitals[1:][-1:])) or "?"


def paint_monogram(
    painter: QPainter, theme: Theme, rect: QRect, name: str, *, person: bool = False
) -> None:
    """A company's rounded square or a person's circle, with initials. Decoration only."""
    tint, ink = theme.monogram(name)
    rounded(painter, rect, rect.height() / 2 if person else rect.height() / 5, tint, None)
    font = QFont(theme.font(Role.STRONG))
    font.setPixelSize(max(9, round(rect.height() * 0.38)))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(name))
