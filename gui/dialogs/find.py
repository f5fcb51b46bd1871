"""Ctrl+K: finds applications, people, messages, steps and notes, and goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui import actions
from gui.desk import Desk
from gui.theme import Role, Theme
from gui.widgets.dialog import Dialog
from gui.widgets.fields import TextField
from gui.widgets.labels import Label
from gui.widgets.paint import BUTTON_RADIUS, mirrored, rounded, text

if TYPE_CHECKING:
    from core.use_cases.search import Found

PAUSE_MS = 120
ROW = 48
SHOWN = 7
FOUND_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ICONS = {
    "application": "briefcase",
    "person": "user",
    "message": "mail",
    "reply": "reply",
    "step": "list-checks",
    "story": "history",
    "fact": "info",
    "question": "circle-help",
    "said": "message-circle",
}
KINDS = {
    "application": "Application",
    "person": "Person",
    "message": "Message",
    "reply": "Their reply",
    "step": "Step",
    "story": "Story",
    "fact": "Fact",
    "question": "Your question",
    "said": "What you told them",
}
NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class FoundModel(QAbstractListModel):
    """What was found, in order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: tuple[Found, ...] = ()

    def take(self, found: tuple[Found, ...]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self.found[index.row()]
        if role == FOUND_ROLE:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{KINDS[found.kind]}: {found.title}, {found.note}"
        return None


class FoundDelegate(QStyledItemDelegate):
    """Icon by kind, title, and a second line."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = option.fontMetrics.height() * 2
        return QSize(100, max(ROW, lines + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._theme, QRect(option.rect)
        found: Found = index.data(FOUND_ROLE)
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, rect, BUTTON_RADIUS, theme.color("selected"), None)
        place = mirrored(painter, rect, QRect(rect.left() + 12, rect.top(), 18, rect.height()))
        theme.icons.paint(painter, place, ICONS[found.kind], theme.color("text-2"))
        half = rect.height() // 2
        line = QRect(rect.left() + 44, rect.top() + 5, rect.width() - 56, half - 5)
        title = mirrored(painter, rect, line)
        text(painter, title, found.title, theme.font(Role.STRONG), theme.color("text"))
        note = title.translated(0, half - 5)
        text(painter, note, found.note, theme.font(Role.CAPTION), theme.color("text-2"))


class FindDialog(Dialog):
    """Arrows choose, Enter goes there: `chosen` carries the `Found`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Find", parent)
        self._desk = desk
        self.field = TextField(theme, "", "An application, a person, a message, a story…", "search")
        self.field.setAccessibleName("Find")
        self.field.setMaxLength(100)
        self._model = FoundModel(self)
        self.results = QListView()
        self.results.setModel(self._model)
        self.results.setItemDelegate(FoundDelegate(theme, self))
        self.results.setFrameShape(QFrame.Shape.NoFrame)
        self.results.viewport().setAutoFillBackground(False)
        self.results.setAccessibleName("Results")
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setMinimumHeight(ROW * SHOWN)
        self._nothing = Label(theme, "", Role.BODY, "text-2", wrap=True)
        for widget in (self.field, self._nothing, self.results):
            self.column.addWidget(widget)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self.field.textChanged.connect(self._wait)
        self.field.returnPressed.connect(self._go)
        self.field.installEventFilter(self)
        self.results.clicked.connect(self._go)
        self._nothing.hide()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moves = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in moves:
            self.results.keyPressEvent(event)
            return True
        return False

    def _wait(self) -> None:
        self._pause.start()

    def _search(self) -> None:
        self._desk.read(actions.find, self.field.text(), then=self._show)

    def _show(self, found: tuple[Found, ...]) -> None:
        self._model.take(found)
        self.results.setCurrentIndex(self._model.index(0))
        asked = self.field.text().strip()
        self._nothing.setText(f"Nothing holds “{asked[:60]}”.")
        self._nothing.setVisible(bool(asked) and not found)

    def _go(self) -> None:
        found = self.results.currentIndex().data(FOUND_ROLE)
        if found is not None:
            self.accept()
            self.chosen.emit(found)
