"""The time line's view: one list, the line "Now", and real buttons under the selected row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QListView, QMenu, QSizePolicy, QWidget

from core.clock import Now
from gui.icons import icon
from gui.models.snoozes import snooze_choices
from gui.models.timeline import TimelineModel, TimelineRow, now_row, rows
from gui.theme import Theme
from gui.widgets.row_actions import KEYS, RowAction, RowActions, actions_for
from gui.widgets.timeline_delegate import TimelineDelegate
from gui.widgets.toast import leave_room

if TYPE_CHECKING:
    from core.use_cases.applications import TimelineEntry

EDGE = 10
INSTEAD = (RowAction.EDIT, RowAction.READ)
"""What Enter does with a row that has no main action."""


class Timeline(QListView):
    """Everything that happened and is planned. `chosen` carries the action and the entry."""

    chosen = Signal(str, object)
    snoozed = Signal(object, str)
    """The entry, and the key of the choice in the snooze menu."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = TimelineModel(self)
        self._delegate = TimelineDelegate(theme, self)
        self._now: Now | None = None
        self._at_now = True
        self._bar = RowActions(theme, self.viewport())
        self._bar.acted.connect(self._act)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._prepare()
        theme.changed.connect(self._relayout)

    def _prepare(self) -> None:
        self.setAccessibleName("What happened, what comes")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(0, EDGE, 0, EDGE)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().valueChanged.connect(self._place_bar)
        self.verticalScrollBar().actionTriggered.connect(self._leave_now)

    def show_entries(
        self, entries: tuple[TimelineEntry, ...], now: Now, *, show_cancelled: bool
    ) -> None:
        """Show these entries; what was selected stays selected, the first time opens at "Now".

        Where it is gone, the keyboard goes on with what took its place.
        """
        kept, place = self._selected_entry(), self.currentIndex().row()
        by_keys = self.hasFocus() or self._bar.has_focus()
        self._now = now
        self._model.show(rows(entries, now, show_cancelled=show_cancelled))
        self._select_again(kept)
        if by_keys and kept is not None and not self.selectedIndexes():
            self._go_on_at(place)
        self.updateGeometry()
        self._follow_now()

    @property
    def rows(self) -> tuple[TimelineRow, ...]:
        """What is shown, in order."""
        return self._model.shown

    def open_at_now(self) -> None:
        """Show the next entries with the line "Now" in sight, until the user scrolls."""
        self._at_now = True
        self.clearSelection()

    def scroll_to_now(self) -> None:
        """Bring the line "Now" into the middle."""
        shown = self._model.shown
        if shown:
            index = self._model.index(now_row(shown))
            self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._at_now = False
        super().wheelEvent(event)

    def _follow_now(self) -> None:
        if self._at_now:
            self.scroll_to_now()

    def _leave_now(self, _action: int) -> None:
        self._at_now = False

    def set_narrow(self, narrow: bool) -> None:
        """Break the date column into two lines where the page is narrow."""
        if narrow != self._delegate.narrow:
            self._delegate.narrow = narrow
            self._relayout()

    def content_height(self) -> int:
        """What all rows need."""
        shown = enumerate(self._model.shown)
        return sum(self._delegate.height_of(row, number) for number, row in shown)

    def sizeHint(self) -> QSize:
        return QSize(440, self.content_height() + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 160)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        indexes = self.selectedIndexes()
        self._delegate.open_row = -1
        self._at_now = self._at_now and not indexes
        if indexes and actions_for(self._model.row(indexes[0])):
            self._delegate.open_row = indexes[0].row()
        self._relayout()

    def updateGeometries(self) -> None:
        """The last row can be scrolled above a toast."""
        place = self.verticalScrollBar().value()
        super().updateGeometries()
        leave_room(self.verticalScrollBar(), place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = KEYS.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            action = RowAction.ACT
        row = self._selected_row()
        if action is None or row is None or not self._may(row, action):
            super().keyPressEvent(event)
            return
        self._act(action.value)

    def _may(self, row: TimelineRow, action: RowAction) -> bool:
        offered = actions_for(row)
        if action is RowAction.ACT:
            return not {RowAction.ACT, *INSTEAD}.isdisjoint(offered)
        return action in offered

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._relayout()
        return super().viewportEvent(event)

    def _act(self, action: str) -> None:
        row = self._selected_row()
        if row is not None and row.entry is not None:
            wanted = RowAction(action)
            if wanted is RowAction.SNOOZE:
                self._offer_snoozes()
                return
            offered = actions_for(row)
            if wanted is RowAction.ACT and wanted not in offered:
                wanted = next((each for each in INSTEAD if each in offered), wanted)
            self.chosen.emit(wanted.value, row.entry)

    def _offer_snoozes(self) -> None:
        entry = self._selected_entry()
        if entry is None or self._now is None:
            return
        menu = QMenu(self)
        for choice in snooze_choices(entry.due or entry.at, self._now):
            drawing = icon(self._theme, choice.icon, "text-2")
            menu.addAction(drawing, choice.words).setData(choice.key)
        menu.triggered.connect(self._snooze)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._bar.mapToGlobal(self._bar.snooze_corner()))

    def _snooze(self, choice: QAction) -> None:
        entry = self._selected_entry()
        if entry is not None:
            self.snoozed.emit(entry, str(choice.data()))

    def _selected_row(self) -> TimelineRow | None:
        indexes = self.selectedIndexes()
        return self._model.row(indexes[0]) if indexes else None

    def _selected_entry(self) -> TimelineEntry | None:
        row = self._selected_row()
        return row.entry if row is not None else None

    def _select_again(self, kept: TimelineEntry | None) -> None:
        for number, row in enumerate(self._model.shown):
            if kept is not None and row.entry is not None and _same(row.entry, kept):
                self.setCurrentIndex(self._model.index(number))
                return
        self._delegate.open_row = -1
        self._place_bar()

    def _go_on_at(self, place: int) -> None:
        last = self._model.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._model.index(min(place, last)))
        self.setFocus()

    def _relayout(self) -> None:
        self._delegate.width = self.viewport().width()
        self._fit_bar()
        self.scheduleDelayedItemsLayout()
        self.doItemsLayout()
        self.viewport().update()
        self.updateGeometry()
        self._follow_now()
        self._place_bar()

    def _fit_bar(self) -> None:
        """How high the selected row's buttons are in the present width."""
        number = self._delegate.open_row
        if 0 <= number < self._model.rowCount():
            row = self._model.row(self._model.index(number))
            width = self._delegate.places(QRect(0, 0, self._delegate.width, 0), row).bar.width()
            self._bar.offer(row)
            self._delegate.bar_height = self._bar.height_in(width)

    def _place_bar(self) -> None:
        number = self._delegate.open_row
        if not 0 <= number < self._model.rowCount():
            self._bar.hide()
            return
        index = self._model.index(number)
        row = self._model.row(index)
        places = self._delegate.places(self.visualRect(index), row)
        self._bar.offer(row)
        self._bar.setGeometry(self._mirrored(places.bar))
        self._bar.show()

    def _mirrored(self, rect: QRect) -> QRect:
        if not self.isRightToLeft():
            return rect
        width = self.viewport().width()
        return QRect(width - rect.right() - 1, rect.top(), rect.width(), rect.height())


def _same(one: TimelineEntry, other: TimelineEntry) -> bool:
    ids = (one.kind, one.step_id, one.event_id, one.interview_id)
    return ids == (other.kind, other.step_id, other.event_id, other.interview_id)
