"""A chart as a picture of its own: title, caption, marks and drawing, sharp enough to print."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from gui.models.charts import Chart
from gui.theme import Role, Theme
from gui.widgets.charts.marks import Legend
from gui.widgets.charts.plot import PlotWidget

RATIO = 2
MARGIN = 20
LEAST_WIDTH = 480
WORDS = Qt.TextFlag.TextWordWrap


def picture(theme: Theme, chart: Chart, plot: PlotWidget, legend: Legend) -> QImage:
    """The chart as it stands, without its buttons."""
    width = max(LEAST_WIDTH, plot.width())
    title, caption = theme.font(Role.STRONG), theme.font(Role.CAPTION)
    room = QRect(MARGIN, MARGIN, width, 10_000)
    above = QFontMetrics(title).boundingRect(room, WORDS, chart.title)
    below = QFontMetrics(caption).boundingRect(room, WORDS, chart.caption)
    below.moveTop(above.bottom() + 4)
    marks = QRect(MARGIN, below.bottom() + 6, width, legend.sizeHint().height())
    top = (marks if chart.legend else below).bottom() + 14
    box = QRect(MARGIN, top, width, plot.height_for(width))
    image = QImage(
        (width + 2 * MARGIN) * RATIO,
        (box.bottom() + 1 + MARGIN) * RATIO,
        QImage.Format.Format_RGB32,
    )
    image.setDevicePixelRatio(RATIO)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    painter.setLayoutDirection(plot.layoutDirection())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, words, font, ink in (
        (above, chart.title, title, "text"),
        (below, chart.caption, caption, "text-2"),
    ):
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        place.setWidth(width)
        painter.drawText(place, WORDS, words)
    if chart.legend:
        legend.draw(painter, marks)
    plot.draw(painter, box)
    painter.end()
    return image
