"""Insights: what the interviews show together, from three on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QShowEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QStackedWidget, QWidget

from core.form_store import FORM_FILE
from core.reflection.findings import in_short
from core.reflection.trends import ENOUGH
from gui import insight_actions
from gui.desk import Changed, Desk
from gui.models.charts import ChartSet
from gui.models.insight_charts import Period, gallery, headline, since, too_few
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.charts.card import ChartCard
from gui.widgets.charts.lacking import LackingCard
from gui.widgets.empty_state import EmptyState
from gui.widgets.fitted_scroll import FittedScroll
from gui.widgets.headers import PageHeader
from gui.widgets.page_frame import PageFrame, beside_gutter

if TYPE_CHECKING:
    from core.use_cases.insights import Shown

TWO_COLUMNS_FROM = 1040
"""Pixels of the look: the usual window has two, also where the interface font runs wide."""
GAP = 16
GUTTER = 14
SHOW_ALL = "Show all interviews"


class InsightsPage(PageFrame):
    """`reflect_wanted` carries the interview to think back on; `said` a sentence for the toast."""

    reflect_wanted = Signal(int)
    add_interview = Signal()
    said = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, gutter=GUTTER, parent=parent)
        self._desk = desk
        self._shown: Shown | None = None
        self._stale = True
        self.cards: dict[str, ChartCard] = {}
        self._period = Period.ALL
        self.header = PageHeader(theme, "Insights")
        self.period_button = Button(theme, self._period.value)
        self.period_button.setMenu(self._build_periods())
        self.header.add_button(self.period_button)
        self.column.addLayout(beside_gutter(self.header, GUTTER))
        self._build_body()
        desk.changed.connect(self._on_changed)

    def _build_periods(self) -> QMenu:
        menu = QMenu(self)
        self._periods = QActionGroup(menu)
        for period in Period:
            action = menu.addAction(period.value)
            action.setData(period.value)
            action.setCheckable(True)
            action.setChecked(period is self._period)
            self._periods.addAction(action)
        self._periods.triggered.connect(self._on_period)
        return menu

    def _build_body(self) -> None:
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setSpacing(GAP)
        self.lacking = LackingCard(self.theme)
        self.lacking.pressed.connect(self._reflect)
        self.gallery = FittedScroll(self._content)
        self.gallery.set_gutter(GUTTER)
        self.empty = EmptyState(self.theme, "chart-line", "", "", "Add an interview")
        self.empty.pressed.connect(self._press)
        self._body = QStackedWidget(self)
        for page in (QWidget(), self.gallery, self.empty):
            self._body.addWidget(page)
        self.column.addWidget(self._body, 1)

    def refresh(self) -> None:
        """Read and compute everything anew."""
        self._stale = False
        self.note_day(self._desk.now())
        own_form = self._desk.paths.data / FORM_FILE
        first = since(self._period, self._desk.now())
        self._desk.read(insight_actions.insights, own_form, first, then=self._show)

    def narrowed(self) -> None:
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self.another_day(self._desk.now()):
            self.refresh()

    def _show(self, shown: Shown) -> None:
        now = self._desk.now()
        self._shown = shown
        self.header.set_sentence(headline(shown, now))
        self.period_button.setVisible(shown.in_all >= ENOUGH)
        if shown.insights.missing:
            self._show_empty(shown)
            return
        found = gallery(shown, now)
        self._show_cards(found.sets)
        self.lacking.show_lacking(found.lacking, self._wish())
        self._arrange()
        self._body.setCurrentWidget(self.gallery)
        self.start_at(next(iter(self.cards.values())).plot)

    def _show_cards(self, sets: tuple[ChartSet, ...]) -> None:
        wanted = {one.key for one in sets}
        for key in [key for key in self.cards if key not in wanted]:
            card = self.cards.pop(key)
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        for one in sets:
            if one.key in self.cards:
                self.cards[one.key].show_set(one)
                continue
            card = ChartCard(self.theme, one)
            card.said.connect(self.said)
            self.cards[one.key] = card
        self.cards = {one.key: self.cards[one.key] for one in sets}

    def _show_empty(self, shown: Shown) -> None:
        self.empty.set_words(*too_few(shown, self._period))
        button = SHOW_ALL if shown.in_all >= ENOUGH else self._wish() or "Add an interview"
        self.empty.button.setText(button)
        self.empty.button.updateGeometry()
        self._body.setCurrentWidget(self.empty)
        self.start_at(self.empty.button)

    def _wish(self) -> str:
        """The words of the button that leads to the latest reflection that is missing."""
        met = self._shown.unreflected if self._shown is not None else None
        if met is None:
            return ""
        return f"Think back on {in_short(met.company, 40).replace('&', '&&')}"

    def _arrange(self) -> None:
        """Two cards beside each other, or one, as there is room."""
        columns = 1 if self.window_under(TWO_COLUMNS_FROM) else 2
        for number, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, number // columns, number % columns)
        rows = -(-len(self.cards) // columns)
        self._grid.addWidget(self.lacking, rows, 0, 1, columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(rows + 1, 1)
        self._order_of_tabs()

    def _order_of_tabs(self) -> None:
        before: QWidget | None = None
        cards = self.cards.values()
        for control in (*(each for card in cards for each in card.controls()), self.lacking.button):
            if before is not None:
                QWidget.setTabOrder(before, control)
            before = control

    def _press(self) -> None:
        """The one button of the empty page."""
        shown = self._shown
        if shown is not None and shown.in_all >= ENOUGH:
            self._choose(Period.ALL)
        elif shown is not None and shown.unreflected is not None:
            self._reflect()
        else:
            self.add_interview.emit()

    def _reflect(self) -> None:
        met = self._shown.unreflected if self._shown is not None else None
        if met is not None:
            self.reflect_wanted.emit(met.id)

    def _on_period(self, action: QAction) -> None:
        self._choose(Period(action.data()))

    def _choose(self, period: Period) -> None:
        self._period = period
        for action in self._periods.actions():
            action.setChecked(action.data() == period.value)
        self.period_button.setText(period.value)
        self.period_button.updateGeometry()
        self.refresh()

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
