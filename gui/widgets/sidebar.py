"""The sidebar: search, the pages, whether reminders speak, and Settings. A rail when narrow."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.theme import Role, Theme
from gui.widgets.focus_ring import show_ring
from gui.widgets.paint import BUTTON_RADIUS, mirrored, rounded, text

WIDTH = 208
RAIL = 56
MARGIN = 12
ITEM_HEIGHT = 36
ICON = 18
BADGE = 20


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the sidebar leads to."""

    key: str
    title: str
    icon: str


class SidebarButton(QAbstractButton):
    """What all rows of the sidebar share: one height, no words on the rail."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self.theme = theme
        self.rail = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rail(self, rail: bool) -> None:
        """Icon alone, with the words as tooltip."""
        self.rail = rail
        self.setToolTip(self.text() if rail else "")
        self.update()

    def sizeHint(self) -> QSize:
        height = QFontMetrics(self.theme.font(Role.BODY)).height() + 18
        return QSize(RAIL - 2 * MARGIN, max(ITEM_HEIGHT, height))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self.theme, self, event.reason(), BUTTON_RADIUS)

    def paint_icon(self, painter: QPainter, name: str, token: str, size: int = ICON) -> None:
        left = (self.width() - size) // 2 if self.rail else 10
        place = mirrored(painter, self.rect(), QRect(left, 0, size, self.height()))
        self.theme.icons.paint(painter, place, name, self.theme.color(token))

    def words_rect(self, painter: QPainter, left: int = 40) -> QRect:
        return mirrored(painter, self.rect(), self.rect().adjusted(left, 0, -8, 0))


class NavItem(SidebarButton):
    """One page; the current one is `selected`. `badge` counts what is due."""

    def __init__(self, theme: Theme, place: Place) -> None:
        super().__init__(theme, place.title)
        self.place = place
        self._badge = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)  # for screen readers: one of several
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leads into the page

    def set_badge(self, count: int) -> None:
        """How many steps wait; 0 shows nothing, more than 99 shows "99+"."""
        self._badge = count
        self.setAccessibleName(f"{self.text()}, {count} due" if count else self.text())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        current = self.isChecked()
        if current or self.underMouse():
            token = "selected" if current else "hover"
            rounded(painter, self.rect(), BUTTON_RADIUS, self.theme.color(token), None)
        self.paint_icon(painter, self.place.icon, "accent" if current else "text-2")
        if not self.rail:
            font = self.theme.font(Role.STRONG if current else Role.BODY)
            text(painter, self.words_rect(painter), self.text(), font, self.theme.color("text"))
        if self._badge:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        words = str(self._badge) if self._badge < 100 else "99+"
        font = QFont(self.theme.font(Role.CHIP))
        font.setBold(True)
        if self.rail:
            font.setPixelSize(10)
        metrics = QFontMetrics(font)
        height = max(16 if self.rail else BADGE, metrics.height() + 2)
        width = max(height, metrics.horizontalAdvance(words) + 10)
        left = self.width() - width - (0 if self.rail else 10)
        top = 0 if self.rail else (self.height() - height) // 2
        place = mirrored(painter, self.rect(), QRect(left, top, width, height))
        rounded(painter, place, height / 2, self.theme.color("fill"), None)
        text(
            painter, place, words, font, self.theme.color("on-fill"), Qt.AlignmentFlag.AlignHCenter
        )


class FindButton(SidebarButton):
    """Looks like a field; opens the search."""

    def __init__(self, theme: Theme, shortcut: str) -> None:
        super().__init__(theme, "Find")
        self._shortcut = shortcut
        self.setAccessibleDescription(f"Finds applications, people and steps. {shortcut}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self.theme
        inside = self.rect().adjusted(0, 2, 0, -2)
        ground = theme.color("hover" if self.underMouse() else "surface")
        rounded(painter, inside, BUTTON_RADIUS, ground, theme.color("border"))
        self.paint_icon(painter, "search", "text", 16)
        if self.rail:
            return
        font = theme.font(Role.BODY)
        text(painter, self.words_rect(painter, 33), self.text(), font, theme.color("text-2"))
        small = theme.font(Role.CAPTION)
        width = QFontMetrics(small).horizontalAdvance(self._shortcut) + 12
        height = QFontMetrics(small).height() + 4
        top = (self.height() - height) // 2
        place = QRect(self.width() - width - 8, top, width, height)
        place = mirrored(painter, self.rect(), place)
        rounded(painter, place, 4, theme.color("hover"), theme.color("border"))
        middle = Qt.AlignmentFlag.AlignHCenter
        text(painter, place, self._shortcut, small, theme.color("text-2"), middle)


class RemindersButton(SidebarButton):
    """Whether reminders speak, and when next; a click pauses or goes on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Reminders are on")
        self._second = ""
        self._paused = False

    def show_state(self, first: str, second: str, *, paused: bool) -> None:
        """Two short lines, and whether the bell is struck."""
        self._paused = paused
        self._second = second
        self.setText(first)
        self.setAccessibleName(f"{first}. {second}" if second else first)
        self.setAccessibleDescription("Goes on" if paused else "Pauses the reminders")
        self.setToolTip(self.accessibleName() if self.rail else self.accessibleDescription())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self.theme.font(Role.CAPTION)).height()
        return QSize(RAIL - 2 * MARGIN, max(40, 2 * line + 10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            rounded(painter, self.rect(), BUTTON_RADIUS, self.theme.color("hover"), None)
        bell, token = ("bell-off", "ochre") if self._paused else ("bell", "moss")
        self.paint_icon(painter, bell, token, 16)
        if self.rail:
            return
        font, ink = self.theme.font(Role.CAPTION), self.theme.color("text-2")
        lines = [words for words in (self.text(), self._second) if words]
        height = QFontMetrics(font).height()
        top = (self.height() - height * len(lines)) // 2
        for number, words in enumerate(lines):
            place = QRect(36, top + number * height, self.width() - 40, height)
            text(painter, mirrored(painter, self.rect(), place), words, font, ink)


class Sidebar(QWidget):
    """`chosen` carries the key of a page."""

    chosen = Signal(str)
    find_wanted = Signal()
    pause_wanted = Signal()

    def __init__(self, theme: Theme, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: dict[str, NavItem] = {}
        self._group = QButtonGroup(self)
        self._marking = False
        self._was_current = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 14, MARGIN + 1, 14)
        self._column.setSpacing(2)
        self.search = FindButton(theme, shortcut)
        self.reminders = RemindersButton(theme)
        self.reminders.hide()
        self._column.addWidget(self.search)
        self._column.addSpacing(12)
        self._column.addStretch(1)
        self._column.addWidget(self.reminders)
        self._column.addSpacing(2)
        self.search.clicked.connect(self.find_wanted)
        self.reminders.clicked.connect(self.pause_wanted)
        self._group.buttonPressed.connect(self._look)
        self._group.buttonToggled.connect(self._tell_change)
        self._group.buttonClicked.connect(self._tell_again)
        self.set_rail(False)

    def add(self, place: Place, *, foot: bool = False) -> None:
        """A page in the list, or at the foot."""
        item = NavItem(self._theme, place)
        self._items[place.key] = item
        self._group.addButton(item)
        if foot:
            self._column.addWidget(item)
        else:
            self._column.insertWidget(len(self._items) + 1, item)

    def show_current(self, key: str) -> None:
        """Mark a page as current, without a signal."""
        if key in self._items:
            self._marking = True
            self._items[key].setChecked(True)
            self._marking = False

    def set_badge(self, key: str, count: int) -> None:
        self._items[key].set_badge(count)

    def set_rail(self, rail: bool) -> None:
        """Icons alone, when the window is narrow."""
        self.setFixedWidth(RAIL if rail else round(WIDTH * max(1.0, self._theme.text_scale)))
        buttons: list[SidebarButton] = [self.search, self.reminders, *self._items.values()]
        for button in buttons:
            button.set_rail(rail)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("sidebar"))
        edge = QRect(self.width() - 1, 0, 1, self.height())
        painter.fillRect(mirrored(painter, self.rect(), edge), self._theme.color("border"))

    def _look(self, item: QAbstractButton) -> None:
        self._was_current = item.isChecked()

    def _tell_change(self, item: QAbstractButton, current: bool) -> None:
        """Also a screen reader's "toggle", which is no click, leads to the page."""
        if current and not self._marking and isinstance(item, NavItem):
            self.chosen.emit(item.place.key)

    def _tell_again(self, item: QAbstractButton) -> None:
        """A click on the current entry leads back to its page from what lies below it."""
        if self._was_current and isinstance(item, NavItem):
            self.chosen.emit(item.place.key)
