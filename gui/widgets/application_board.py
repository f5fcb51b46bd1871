"""The board: a column for each state. Dropping a card only opens the fitting question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.clock import Now
from core.playbook.values import ApplicationState
from gui.models.application_words import STATE_LOOKS, next_lines
from gui.models.applications import Arrangement, columns
from gui.models.board import DROP_ASKS, MIME, BoardColumnModel, dragged_id
from gui.theme import Role, Theme
from gui.widgets.frames import ScrollArea
from gui.widgets.labels import Chip, Label
from gui.widgets.paint import mirrored, paint_monogram, rounded, text
from gui.widgets.toast import leave_room

AnyIndex = QModelIndex | QPersistentModelIndex
CARD_HEIGHT = 72
GAP = 8
COLUMN_WIDTH = 232
EMPTY_WIDTH = 148
MONOGRAM = 28

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationRow


class CardDelegate(QStyledItemDelegate):
    """One application as a card: role, company, what comes next."""

    def __init__(self, theme: Theme, model: BoardColumnModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        body = QFontMetrics(self._theme.font(Role.STRONG)).height()
        caption = QFontMetrics(self._theme.font(Role.CAPTION)).height()
        return QSize(100, max(CARD_HEIGHT, body + 2 * caption + 22) + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = self._model.row(index)
        card = option.rect.adjusted(1, 0, -1, -GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option, card)
        box = QRect(card.left() + 12, card.top() + 12, MONOGRAM, MONOGRAM)
        paint_monogram(painter, self._theme, mirrored(painter, card, box), row.company)
        left = box.right() + 1 + 10
        place = QRect(left, card.top() + 8, card.right() - left - 8, card.height() - 16)
        self._paint_words(painter, card, place, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect) -> None:
        state = option.state
        ground = "surface"
        if state & QStyle.StateFlag.State_Selected:
            ground = "selected"
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        keyboard = bool(state & QStyle.StateFlag.State_KeyboardFocusChange)
        edge = "focus" if focused and keyboard else "border"
        rounded(painter, card, 12, self._theme.color(ground), self._theme.color(edge))

    def _paint_words(self, painter: QPainter, card: QRect, place: QRect, index: AnyIndex) -> None:
        row = self._model.row(index)
        lines = next_lines(row, self._model.now)
        parts = (lines.note, lines.title) if lines.icon else (lines.title, lines.note)
        third = " · ".join(part for part in parts if part)
        height = place.height() // 3
        caption = self._theme.font(Role.CAPTION)
        shown = (
            (row.role or row.company, self._theme.font(Role.STRONG), "text"),
            (row.company if row.role else "", caption, "text-2"),
            (third, caption, lines.ink),
        )
        for number, (words, font, token) in enumerate(shown):
            line = QRect(place.left(), place.top() + number * height, place.width(), height)
            at = mirrored(painter, card, line)
            text(painter, at, words[:300], font, self._theme.color(token))


class BoardColumn(QListView):
    """The cards of one state. `opened` carries an application, `dropped` one from elsewhere."""

    opened = Signal(int)
    dropped = Signal(int, str)

    def __init__(self, theme: Theme, state: ApplicationState, now: Now, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._cards = BoardColumnModel(now, self)
        self.setModel(self._cards)
        self.setItemDelegate(CardDelegate(theme, self._cards, self))
        self.setAccessibleName(STATE_LOOKS[state].label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(state in DROP_ASKS)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.clicked.connect(self._open)

    def show_rows(self, rows: tuple[ApplicationRow, ...], now: Now) -> None:
        """Show these applications."""
        self._cards.show(rows, now)

    def updateGeometries(self) -> None:
        """The last card can be scrolled above a toast."""
        place = self.verticalScrollBar().value()
        super().updateGeometries()
        leave_room(self.verticalScrollBar(), place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    def dropEvent(self, event: QDropEvent) -> None:
        application_id = dragged_id(event.mimeData())
        asks = DROP_ASKS.get(self._state)
        if application_id is not None and asks is not None and event.source() is not self:
            event.acceptProposedAction()
            self.dropped.emit(application_id, asks.value)

    def _consider(self, event: QDragMoveEvent) -> None:
        foreign = event.source() is not self
        if foreign and self._state in DROP_ASKS and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._cards.row(index).id)


class ApplicationBoard(QWidget):
    """All columns, side by side. `asked` carries an application and the question to open."""

    opened = Signal(int)
    asked = Signal(int, str)

    def __init__(self, theme: Theme, now: Now, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.views: dict[ApplicationState, BoardColumn] = {}
        self._counts: dict[ApplicationState, Label] = {}
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for state in ApplicationState:
            row.addWidget(self._column(state, now))
        row.addStretch(1)
        area = ScrollArea(content)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _column(self, state: ApplicationState, now: Now) -> QWidget:
        look = STATE_LOOKS[state]
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(Chip(self._theme, look.label, look.tone, look.icon))
        count = Label(self._theme, "", Role.CAPTION, "text-2")
        head.addWidget(count)
        head.addStretch(1)
        layout.addLayout(head)
        view = BoardColumn(self._theme, state, now, column)
        view.opened.connect(self.opened)
        view.dropped.connect(self.asked)
        layout.addWidget(view, 1)
        self.views[state] = view
        self._counts[state] = count
        return column

    def show_rows(self, rows: tuple[ApplicationRow, ...], wish: Arrangement, now: Now) -> None:
        """Show the rows that the wish leaves; columns without any are narrow."""
        for state, members in columns(rows, wish):
            self.views[state].show_rows(members, now)
            self._counts[state].setText(str(len(members)) if members else "")
            width = COLUMN_WIDTH if members else EMPTY_WIDTH
            self.views[state].setFixedWidth(round(width * self._theme.text_scale))
