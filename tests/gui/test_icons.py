"""The drawings: each that is asked for is there, takes its colour, and stays sharp."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from gui.icons import Icons, icon
from gui.theme import Theme

TOP = Path(__file__).parents[2]
ICONS = TOP / "resources" / "icons"
WORD = re.compile(r"\"([a-z]+(?:-[a-z0-9]+)*)\"")


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, TOP / "resources")


def words_in_code() -> set[str]:
    sources = (path.read_text(encoding="utf-8") for path in (TOP / "gui").rglob("*.py"))
    return {word for source in sources for word in WORD.findall(source)}


def test_no_drawing_is_shipped_that_nobody_shows() -> None:
    drawings = {path.stem for path in ICONS.glob("*.svg")}
    assert drawings - words_in_code() - {"afterword"} == set()


@pytest.mark.parametrize("size", [14, 16, 18, 28])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_drawing_fills_its_size_at_every_ratio(
    qapp: QApplication, size: int, ratio: float
) -> None:
    pixmap = Icons(ICONS).pixmap("check", size, ratio, QColor("#123456"))
    assert pixmap.width() == round(size * ratio)
    assert pixmap.devicePixelRatio() == ratio


def test_a_drawing_takes_the_colour_that_is_asked_for(qapp: QApplication) -> None:
    image = Icons(ICONS).pixmap("clock", 16, 4.0, QColor("#A63427")).toImage()
    painted = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert painted == {"#a63427"}


def test_native_menus_get_sharp_ones_too(theme: Theme) -> None:
    drawing = icon(theme, "clock", "text-2")
    assert drawing.pixmap(QSize(16, 16), 2.0).width() == 32
    copy = QIcon(drawing)
    del drawing
    assert not copy.pixmap(QSize(16, 16), 1.0).isNull()
