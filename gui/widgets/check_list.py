"""A checklist: groups of rows with a ring to tick. Arrow keys walk through all rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.theme import Role, Theme
from gui.widgets.entry_list import clear
from gui.widgets.focus_ring import FocusRing
from gui.widgets.frames import Card, Hairline
from gui.widgets.headers import SectionHeader
from gui.widgets.keyed_button import KeyedIconButton
from gui.widgets.labels import Label

RING, TARGET = 20, 32
TICK, REMOVE = "tick", "remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """One row. `shown` means: the data show it, and nobody has to tick it."""

    key: str
    words: str
    why: str = ""
    progress: str = ""
    done: bool = False
    shown: bool = False
    goes_to: str = ""
    """What the arrow button leads to; its words, empty for no button."""
    removable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckGroup:
    title: str
    items: tuple[CheckItem, ...]


class CheckRing(QAbstractButton):
    """The ring of one row. `moved` asks for the row above (-1) or below (1)."""

    moved = Signal(int)

    def __init__(self, theme: Theme, item: CheckItem) -> None:
        super().__init__()
        self._theme = theme
        self.setCheckable(True)
        self.setFixedSize(TARGET, TARGET)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.take(item)

    def take(self, item: CheckItem) -> None:
        """Show how the item stands."""
        self.setText(item.words)
        self.setAccessibleName(item.words)
        told = "Done: what you noted shows it. " if item.shown else ""
        said = " ".join(part for part in (item.progress, item.why) if part)
        self.setAccessibleDescription(f"{told}{said}")
        tip = "Done" if not item.done else "Open it again"
        self.setToolTip("What you noted shows it" if item.shown else tip)
        self.setChecked(item.done)
        self._shown = item.shown
        self.update()

    def nextCheckState(self) -> None:
        """A row that the data show stays as it is: only the data can change it."""
        if not self._shown:
            super().nextCheckState()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            FocusRing(self._theme, self, TARGET / 2)

    def sizeHint(self) -> QSize:
        return QSize(TARGET, TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = (TARGET - RING) // 2
        place = QRect(inset, inset, RING, RING)
        hot = self.underMouse() and not self._shown
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("moss-tint"))
            painter.drawEllipse(QRectF(place))
        else:
            painter.setPen(QPen(self._theme.color("moss" if hot else "control"), 1.25))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(place).adjusted(0.75, 0.75, -0.75, -0.75))
        if self.isChecked() or hot:
            inner = place.adjusted(3, 3, -3, -3)
            self._theme.icons.paint(painter, inner, "check", self._theme.color("moss"))


class CheckRow(QWidget):
    """One item: ring, words, why, how far it is, and the way to where it is dealt with."""

    ticked = Signal(str, bool)
    acted = Signal(str, str)

    def __init__(self, theme: Theme, item: CheckItem) -> None:
        super().__init__()
        self._theme = theme
        self.item = item
        self.ring = CheckRing(theme, item)
        self.ring.clicked.connect(self._tick)
        self.words = Label(theme, item.words, Role.STRONG, wrap=True)
        self.why = Label(theme, item.why, Role.CAPTION, "text-2", wrap=True)
        self.progress = Label(theme, item.progress, Role.CAPTION, "text-2", wrap=True)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.setContentsMargins(0, 6, 0, 0)
        for label in (self.words, self.why, self.progress):
            lines.addWidget(label)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 8)
        row.setSpacing(6)
        row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        self.go = self._side_button()
        if self.go is not None:
            row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        self.take(item)

    def take(self, item: CheckItem) -> None:
        """Show how the item stands now."""
        self.item = item
        self.ring.take(item)
        self.words.setText(item.words)
        self.words.set_ink("text-2" if item.done else "text")
        self.why.setText(item.why)
        self.why.setVisible(bool(item.why) and not item.done)
        self.progress.setText(item.progress)
        self.progress.set_ink("ochre")
        self.progress.setVisible(bool(item.progress) and not item.done)

    def _side_button(self) -> KeyedIconButton | None:
        item = self.item
        if item.removable:
            name = f"Remove: {item.words}"
            button = KeyedIconButton(self._theme, "trash-2", name, item.key, REMOVE)
            button.setToolTip("Remove")
        elif item.goes_to:
            name = f"{item.goes_to}: {item.words}"
            button = KeyedIconButton(self._theme, "arrow-right", name, item.key, item.goes_to)
            button.setToolTip(item.goes_to)
        else:
            return None
        button.told.connect(self.acted)
        return button

    def _tick(self, checked: bool) -> None:
        if self.item.shown:
            return
        self.ticked.emit(self.item.key, checked)


class CheckList(QWidget):
    """`ticked` carries a key and whether it is done, `acted` a key and what its button does."""

    ticked = Signal(str, bool)
    acted = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._headers: list[SectionHeader] = []
        self.rows: list[CheckRow] = []

    def show_groups(self, groups: Sequence[CheckGroup]) -> None:
        """Show these; rows that are there already only change, so the keyboard stays."""
        items = [item for group in groups for item in group.items]
        same = [_form(item) for item in items] == [_form(row.item) for row in self.rows]
        if same and [g.title for g in groups] == [h.title.text() for h in self._headers]:
            for row, item in zip(self.rows, items, strict=True):
                if row.item != item or row.ring.isChecked() != item.done:
                    row.take(item)
        else:
            self._rebuild(groups)
        for header, group in zip(self._headers, groups, strict=True):
            done = sum(item.done for item in group.items)
            header.count.setText(f"{done} of {len(group.items)}")

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Give the first open row the keyboard."""
        still_open = [row for row in self.rows if not row.item.done] or self.rows
        if still_open:
            still_open[0].ring.setFocus(reason)

    def _rebuild(self, groups: Sequence[CheckGroup]) -> None:
        focused = self._focused()
        clear(self._column)
        self._headers, self.rows = [], []
        for number, group in enumerate(groups):
            header = SectionHeader(self._theme, group.title)
            header.setContentsMargins(0, 12 if number else 0, 0, 0)
            self._headers.append(header)
            self._column.addWidget(header)
            self._column.addWidget(self._card(group))
        if focused is not None and self.rows:
            number, key = focused
            row = next((row for row in self.rows if row.item.key == key), None)
            row = row or self.rows[min(number, len(self.rows) - 1)]
            row.ring.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, group: CheckGroup) -> Card:
        card = Card(self._theme, padding=1, spacing=0)
        for number, item in enumerate(group.items):
            if number:
                card.column.addWidget(Hairline(self._theme))
            row = CheckRow(self._theme, item)
            row.ticked.connect(self.ticked)
            row.acted.connect(self.acted)
            row.ring.moved.connect(self._move)
            self.rows.append(row)
            card.column.addWidget(row)
        return card

    def _focused(self) -> tuple[int, str] | None:
        widget = QApplication.focusWidget()
        for number, row in enumerate(self.rows):
            if widget is not None and row.isAncestorOf(widget):
                return number, row.item.key
        return None

    def _move(self, step: int) -> None:
        focused = self._focused()
        if focused is None:
            return
        number = focused[0] + step
        if 0 <= number < len(self.rows):
            ring = self.rows[number].ring
            ring.setFocus(Qt.FocusReason.TabFocusReason)
            self._reveal(self.rows[number])

    def _reveal(self, row: CheckRow) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(row, 0, 24)


def _form(item: CheckItem) -> tuple[str, str, bool]:
    """What a row is made for; the rest can change while it stands."""
    return item.key, item.goes_to, item.removable
