"""Today's list: a view as high as its rows, with one bar of real buttons on the open row."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from core.agenda import AgendaStep
from gui.models.agenda import AgendaModel, Section, StepRow
from gui.models.snoozes import snooze_choices
from gui.rows import mirror
from gui.theme import Theme
from gui.widgets.action_bar import ActionBar
from gui.widgets.focus_ring import KEYBOARD_REASONS
from gui.widgets.frames import give_viewport
from gui.widgets.step_delegate import StepDelegate

NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class AgendaView(QListView):
    """Signals carry the step they are about. The view scrolls with its page, not by itself."""

    acted = Signal(object)
    done = Signal(object)
    reopened = Signal(object)
    snoozed = Signal(object, str)
    skipped = Signal(object)
    row_shown = Signal(QRect)
    """The current row moved here: the page brings it into sight."""

    def __init__(self, theme: Theme, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._painter = StepDelegate(theme, self)
        self._pressed = NOWHERE
        give_viewport(self)
        self._bar = ActionBar(theme, self.viewport())
        self._bar.hide()
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self._quieten()
        self._bar.acted.connect(self._act)
        self._bar.done.connect(self._finish)
        self._bar.snoozed.connect(self._snooze)
        self._bar.snooze_wanted.connect(self._offer_snoozes)
        self._bar.skipped.connect(self._skip)
        model.modelReset.connect(self._settle)
        model.dataChanged.connect(self._settle)
        theme.changed.connect(self._measure_again)

    def _quieten(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName("Steps")

    @property
    def chosen(self) -> AgendaStep | None:
        """The step whose row is open."""
        return self._rows.step(self._painter.chosen)

    def choose(self, index: QModelIndex) -> None:
        """Open the row at `index`, and close the one that was open."""
        self.setCurrentIndex(index)
        self._open(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._open(self._rows.index(current.row()))
        if current.isValid():
            self.row_shown.emit(self.visualRect(current))

    def heightForRows(self) -> int:
        """The height of all rows together."""
        chosen = self._painter.chosen.row()
        return sum(
            self._painter.height(row, chosen=number == chosen)
            for number, row in enumerate(self._rows.rows)
        )

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForRows())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._painter.ringed = True
        self.viewport().update()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.setFocus()  # from the buttons of the open row, too
        keys = {
            Qt.Key.Key_Return: self._act,
            Qt.Key.Key_Enter: self._act,
            Qt.Key.Key_Space: self._finish,
            Qt.Key.Key_S: self._offer_snoozes,
            Qt.Key.Key_Delete: self._skip,
        }
        action = keys.get(Qt.Key(event.key()))
        if action is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif self.chosen is not None:
            action()
        elif action in (self._act, self._finish):
            self._rows.unfold(self.currentIndex())

    def moveCursor(
        self, action: QListView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End lead to rows, not to the headers above them."""
        if action in (QListView.CursorAction.MoveHome, QListView.CursorAction.MoveEnd):
            return self._rows.edge(last=action == QListView.CursorAction.MoveEnd)
        return super().moveCursor(action, modifiers)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._painter.ringed = event.reason() in KEYBOARD_REASONS
        if not self.currentIndex().isValid():
            self.choose(self._rows.first_due())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._painter.ringed = False
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()), event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(NOWHERE, QPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._painter.ringed = False
        self._pressed = self.indexAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() != Qt.MouseButton.LeftButton or index != self._pressed:
            return
        row = self._rows.row(index)
        if not isinstance(row, StepRow):
            self._rows.unfold(index)
        elif self._on_ring(index, row, place):
            (self.reopened if row.section is Section.DONE else self.done).emit(row.step)
        elif self._on_button(index, row, place):
            self.acted.emit(row.step)
        else:
            self.choose(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        return QItemSelectionModel.SelectionFlag.ClearAndSelect

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        wanted = isinstance(row, StepRow) and row.section is not Section.DONE
        target = QPersistentModelIndex(index) if wanted else QPersistentModelIndex()
        if target == self._painter.chosen:
            return
        self._painter.chosen = target
        self._fit()

    def _settle(self) -> None:
        """Fit to rows that came, went or changed."""
        self._fit()

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(max(1, self.heightForRows()))
        self.updateGeometry()
        self._place_bar()
        self.viewport().update()

    def _place_bar(self) -> None:
        index = self._rows.index(self._painter.chosen.row())
        row = self._rows.row(index)
        if not isinstance(row, StepRow) or row.finishing:
            self._bar.hide()
            return
        rect = self.visualRect(index)
        bar = self._painter.geometry(row, rect, chosen=True).bar
        self._bar.name(row.main, row.step.title)
        self._bar.setGeometry(self._mirrored(rect, bar))
        self._bar.show()

    def _mirrored(self, rect: QRect, part: QRect) -> QRect:
        return mirror(rect, part) if self.isRightToLeft() else part

    def _measure_again(self) -> None:
        self._painter.refresh_metrics()
        self._fit()

    def _hover(self, index: QModelIndex, place: QPoint) -> None:
        row = self._rows.row(index)
        step = isinstance(row, StepRow)
        on_button = isinstance(row, StepRow) and self._on_button(index, row, place)
        on_ring = isinstance(row, StepRow) and self._on_ring(index, row, place)
        painter = self._painter
        painter.hovered = QPersistentModelIndex(index)
        painter.hovered_button, painter.hovered_ring = on_button, on_ring
        hand = on_button or on_ring or (index.isValid() and not step)
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def _parts_hit(self, index: QModelIndex, row: StepRow, place: QPoint) -> tuple[bool, bool]:
        rect = self.visualRect(index)
        chosen = self._painter.chosen == index
        parts = self._painter.geometry(row, rect, chosen=chosen)
        ring = self._mirrored(rect, parts.ring_target()).contains(place)
        button = self._mirrored(rect, parts.button).contains(place) and not parts.button.isEmpty()
        return ring, button

    def _on_ring(self, index: QModelIndex, row: StepRow, place: QPoint) -> bool:
        return self._parts_hit(index, row, place)[0]

    def _on_button(self, index: QModelIndex, row: StepRow, place: QPoint) -> bool:
        return self._parts_hit(index, row, place)[1]

    def _act(self) -> None:
        if self.chosen is not None:
            self.acted.emit(self.chosen)

    def _finish(self) -> None:
        if self.chosen is not None:
            self.done.emit(self.chosen)

    def _offer_snoozes(self) -> None:
        step, now = self.chosen, self._rows.now
        if step is not None and now is not None:
            self._bar.offer_snoozes(snooze_choices(step.late_after, now))

    def _snooze(self, choice: str) -> None:
        if self.chosen is not None:
            self.snoozed.emit(self.chosen, choice)

    def _skip(self) -> None:
        if self.chosen is not None:
            self.skipped.emit(self.chosen)
