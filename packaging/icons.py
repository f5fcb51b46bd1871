"""Renders the application's mark into every icon that a system asks for.

    python packaging/icons.py FOLDER

writes hicolor/SIZExSIZE/apps/afterword.png, hicolor/scalable/apps/afterword.svg, afterword.ico and
afterword.icns.
"""

import os
import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

MARK = Path(__file__).parent.parent / "resources" / "icons" / "afterword.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZE = 256
ICNS_SIZE = 512


def render(size: int) -> QImage:
    """The mark as a square picture of `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(MARK)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def save(image: QImage, path: Path) -> None:
    """Store the picture in the format that the path's ending names; RuntimeError if it can't be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        raise RuntimeError(f"{path.name} could not be written: this Qt has no writer for it.")


def write_icons(folder: Path) -> None:
    """Write all icons below `folder`."""
    for size in SIZES:
        save(render(size), folder / f"hicolor/{size}x{size}/apps/afterword.png")
    scalable = folder / "hicolor/scalable/apps/afterword.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(MARK, scalable)
    save(render(ICO_SIZE), folder / "afterword.ico")
    save(render(ICNS_SIZE), folder / "afterword.icns")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv)
    write_icons(Path(sys.argv[1]))
