"""A card with a finding: the sentence, the chart, the table behind it, and both to take along."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QImage
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from core.csv_text import csv_text
from gui.models import charts
from gui.models.charts import Chart, ChartSet, Plot
from gui.theme import Role, Theme
from gui.widgets.charts.bars import BarChart
from gui.widgets.charts.boxes import BoxChart
from gui.widgets.charts.dots import DotChart
from gui.widgets.charts.line import LineChart
from gui.widgets.charts.marks import Legend
from gui.widgets.charts.picture import picture
from gui.widgets.charts.plot import PlotWidget
from gui.widgets.charts.stacks import StackChart
from gui.widgets.charts.table import FigureTable
from gui.widgets.charts.tags import TagChart
from gui.widgets.foot_button import PADDING as FOOT_PADDING
from gui.widgets.foot_button import FootButton
from gui.widgets.frames import Card
from gui.widgets.labels import Label

PADDING = 20
TOP, TOP_BESIDE_BUTTON = 16, 9
"""Above the sentence, so that it stands at one height in all cards."""

_MAKERS: Mapping[type[Plot], Callable[..., PlotWidget]] = {
    charts.Bars: BarChart,
    charts.Line: LineChart,
    charts.Stacks: StackChart,
    charts.Boxes: BoxChart,
    charts.Dots: DotChart,
    charts.Tags: TagChart,
}


class ChartCard(Card):
    """`said` carries a sentence for the toast."""

    said = Signal(str)

    def __init__(self, theme: Theme, shown: ChartSet, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(0)
        self._set = shown
        self._number = shown.first
        self.title = ChartTitle(theme)
        self.caption = Label(theme, "", Role.CAPTION, "text-2", wrap=True)
        self.legend = Legend(theme)
        self.choice = FootButton(theme, "Another", "list", menu=True)
        self.choice.clicked.connect(self._offer)
        self.table = FigureTable(theme)
        self.table.hide()
        self.plot: PlotWidget = self._make_plot(self.chart)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.plot)
        self._body.addWidget(self.table)
        self._build()
        self._fill()

    @property
    def chart(self) -> Chart:
        """The chart that is seen."""
        return self._set.charts[self._number]

    def show_set(self, shown: ChartSet) -> None:
        """Newer figures; what is chosen and whether the table is open stay."""
        if shown == self._set:
            return
        name = self.chart.name
        names = [chart.name for chart in shown.charts]
        self._number = names.index(name) if name in names else shown.first
        self._set = shown
        self._show_chart()

    def controls(self) -> tuple[QWidget, ...]:
        """What the Tab key leads to, in its order."""
        buttons = (self.table_button, self.image_button, self.csv_button)
        return (self.choice, self.plot, self.table, *buttons)

    def picture(self) -> QImage:
        """The chart to be pasted elsewhere."""
        return picture(self._theme, self.chart, self.plot, self.legend)

    def _build(self) -> None:
        self.table_button = FootButton(self._theme, "Table", "table-2")
        self.table_button.clicked.connect(self._turn)
        self.image_button = FootButton(self._theme, "Copy image", "image")
        self.image_button.clicked.connect(self._copy_image)
        self.csv_button = FootButton(self._theme, "Copy CSV", "copy")
        self.csv_button.clicked.connect(self._copy_csv)
        foot = QHBoxLayout()
        foot.setContentsMargins(PADDING - FOOT_PADDING, 0, PADDING, 8)
        foot.setSpacing(4)
        for button in (self.table_button, self.image_button, self.csv_button):
            foot.addWidget(button)
        foot.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.choice)
        self._inner.addLayout(head)
        self._inner.addSpacing(2)
        self._inner.addWidget(self.caption)
        self._inner.addSpacing(4)
        self._inner.addWidget(self.legend)
        self._inner.addSpacing(14)
        self._inner.addLayout(self._body)
        self._inner.addStretch(1)
        self._inner.addSpacing(8)
        self.column.addLayout(self._inner, 1)
        self.column.addLayout(foot)

    def _fill(self) -> None:
        chart = self.chart
        self.title.setText(chart.title)
        self.caption.setText(chart.caption)
        self.legend.show_marks(chart.legend)
        several = len(self._set.charts) > 1
        self.choice.setVisible(several)
        self._inner.setContentsMargins(PADDING, TOP_BESIDE_BUTTON if several else TOP, PADDING, 0)
        self.choice.setAccessibleName(f"Shows {chart.name}. Choose another")
        self.plot.setAccessibleName(chart.title)
        self.table.setAccessibleName(f"Table: {chart.title}")
        if not self.table.isHidden():
            self.table.show_table(chart.table)
        for button in (self.table_button, self.image_button, self.csv_button):
            button.setAccessibleDescription(chart.title)

    def _show_chart(self) -> None:
        plot = self._make_plot(self.chart)
        focused = self.plot.hasFocus()
        plot.setVisible(self.table.isHidden())
        self._body.replaceWidget(self.plot, plot)
        self.plot.hide()
        self.plot.deleteLater()
        self.plot = plot
        QWidget.setTabOrder(self.choice, plot)
        QWidget.setTabOrder(plot, self.table)
        self._fill()
        if focused:
            plot.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_plot(self, chart: Chart) -> PlotWidget:
        return _MAKERS[type(chart.plot)](self._theme, chart.plot, self)

    def _turn(self) -> None:
        """From the chart to its table, and back."""
        to_table = self.table.isHidden()
        if to_table:
            self.table.show_table(self.chart.table)
        self.plot.setVisible(not to_table)
        self.legend.setVisible(bool(self.chart.legend) and not to_table)
        self.table.setVisible(to_table)
        self.table_button.set_words("Chart" if to_table else "Table")
        if to_table:
            self.table.begin()

    def _offer(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for number, chart in enumerate(self._set.charts):
            action = menu.addAction(chart.name)
            action.setData(number)
            action.setCheckable(True)
            action.setChecked(number == self._number)
            group.addAction(action)
        menu.triggered.connect(self._choose)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.choice.mapToGlobal(QPoint(0, self.choice.height())))

    def _choose(self, action: QAction) -> None:
        self._number = int(action.data())
        self._show_chart()

    def _copy_image(self) -> None:
        QGuiApplication.clipboard().setImage(self.picture())
        self.said.emit("The picture is on the clipboard.")

    def _copy_csv(self) -> None:
        table = self.chart.table
        QGuiApplication.clipboard().setText(csv_text(table.headers, table.rows))
        self.said.emit("The figures are on the clipboard, as CSV.")


class ChartTitle(Label):
    """A chart's sentence: in the size of leads, and bold."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", Role.LEAD, "text", wrap=True, parent=parent)

    def _dress(self) -> None:
        super()._dress()
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        self.setFont(font)
