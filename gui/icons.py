"""Icons: Lucide drawings in the colour that is asked for, sharp at every size and ratio."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from gui.theme import Theme

STROKE = 1.5
"""Width of a line in device-independent pixels, whatever the icon's size."""

VIEW_BOX = 24


class Icons:
    """All drawings, read on first use and kept as pixmaps by size, ratio and colour."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, float, int], QPixmap] = {}
        self._engines: list[QIconEngine] = []

    def pixmap(self, name: str, size: int, ratio: float, color: QColor) -> QPixmap:
        """`name` drawn `size` device-independent pixels wide; FileNotFoundError if unknown."""
        key = (name, size, ratio, color.rgba())
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = self._render(name, size, ratio, color)
        return found

    def paint(self, painter: QPainter, rect: QRect, name: str, color: QColor) -> None:
        """Paint `name` in the middle of `rect`, as large as the rectangle's shorter side."""
        size = min(rect.width(), rect.height())
        pixmap = self.pixmap(name, size, painter.device().devicePixelRatioF(), color)
        left = rect.x() + (rect.width() - size) // 2
        top = rect.y() + (rect.height() - size) // 2
        painter.drawPixmap(QPoint(left, top), pixmap)

    def keep(self, engine: QIconEngine) -> QIconEngine:
        """Hold a copy that Qt asked for: Qt owns it, but Python would drop it at once."""
        self._engines.append(engine)
        return engine

    def _render(self, name: str, size: int, ratio: float, color: QColor) -> QPixmap:
        pixels = max(1, round(size * ratio))
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        stroke = f'stroke-width="{STROKE * VIEW_BOX / size:.3f}"'
        drawing = self._source(name).replace('stroke-width="2"', stroke)
        drawing = drawing.replace("currentColor", color.name())
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]


class LucideEngine(QIconEngine):
    """Draws one icon in a theme's token colour, or in the palette's text colour when disabled."""

    def __init__(self, theme: "Theme", name: str, ink: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._ink = ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        self._theme.icons.paint(painter, rect, self._name, self._color(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = min(size.width(), size.height())
        return self._theme.icons.pixmap(self._name, side, scale, self._color(mode))

    def clone(self) -> QIconEngine:
        copy = LucideEngine(self._theme, self._name, self._ink)
        return self._theme.icons.keep(copy)

    def _color(self, mode: QIcon.Mode) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return self._theme.color("text-2")
        return self._theme.color(self._ink)


def icon(theme: "Theme", name: str, ink: str = "text") -> QIcon:
    """`name` as a QIcon for menus and native widgets; it follows the theme when repainted."""
    return QIcon(LucideEngine(theme, name, ink))
