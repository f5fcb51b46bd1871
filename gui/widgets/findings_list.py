"""What to look at before sending: a view as high as its rows, with real buttons on the open one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QMenu, QWidget

from core.checks.finding import Fix
from gui.icons import icon
from gui.models.findings import FindingRow, FindingsModel, Offer, same_place
from gui.rows import mirror
from gui.theme import Theme
from gui.widgets.action_bar import BarButton
from gui.widgets.finding_delegate import FindingDelegate
from gui.widgets.flow import flow
from gui.widgets.focus_ring import KEYBOARD_REASONS
from gui.widgets.page_start import stand_before
from gui.widgets.paint import Kind, button_height

Index = QModelIndex | QPersistentModelIndex
OFFERS = 3
"""More fixes than these would be a menu in disguise."""


class OfferButton(BarButton):
    """A fix, named by its result."""

    taken = Signal(object)

    def __init__(self, theme: Theme, offer: Offer, *, first: bool, parent: QWidget) -> None:
        icon_name = "check" if first else None
        super().__init__(theme, offer.label, Kind.OUTLINE, icon_name, parent=parent)
        self.fix = offer.fix
        self.setToolTip(offer.label)
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.taken.emit(self.fix)


class FindingBar(QWidget):
    """The buttons of the open finding; `taken` carries the fix that was pressed."""

    taken = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.offers: list[OfferButton] = []
        self.more = BarButton(theme, "", Kind.QUIET, "ellipsis", parent=self)
        self.more.setAccessibleName("More about this finding")
        self.more.setToolTip("Ignore it, or report it")
        self.hide()

    def show_offers(self, row: FindingRow) -> None:
        """Show the buttons of that finding."""
        if [button.fix for button in self.offers] != [offer.fix for offer in row.offers[:OFFERS]]:
            self._rebuild(row.offers[:OFFERS])
        for button in (*self.offers, self.more):
            button.setAccessibleDescription(row.title)

    def height_in(self, width: int) -> int:
        """How high it is when it is so wide."""
        return flow([*self.offers, self.more], width, mirrored=self.isRightToLeft())

    def _rebuild(self, offers: Sequence[Offer]) -> None:
        for old in self.offers:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.offers = [
            OfferButton(self._theme, offer, first=number == 0, parent=self)
            for number, offer in enumerate(offers)
        ]
        for button in self.offers:
            button.taken.connect(self.taken)
            button.show()
        stand_before(self.more, self.offers)


class FindingsList(QListView):
    """Signals carry the finding they are about. The view scrolls with its column."""

    fixed = Signal(object, object)
    """A finding, and the fix that was taken."""
    opened = Signal(object)
    """The finding that the user went to."""
    ignored = Signal(object)
    never = Signal(object)
    reported = Signal(object)
    row_shown = Signal(QRect)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.findings = FindingsModel(self)
        self._painter = FindingDelegate(theme, self)
        self._chosen: FindingRow | None = None
        self.bar = FindingBar(theme, self.viewport())
        self.setModel(self.findings)
        self.setItemDelegate(self._painter)
        self._quieten()
        self.bar.taken.connect(self._take)
        self.bar.more.clicked.connect(self._offer_more)
        theme.changed.connect(self._fit)

    def _quieten(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName("What to look at before you send")

    @property
    def chosen(self) -> FindingRow | None:
        """The finding that is open."""
        return self._chosen

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """Show these findings; the one that was open stays open, else the first is."""
        place = same_place(rows, self._chosen)
        if self.findings.take(rows):
            self._open(place if place is not None else 0)

    def choose(self, number: int) -> None:
        """Open the finding of that number, if there is one."""
        if 0 <= number < len(self.findings.rows):
            self.setCurrentIndex(self.findings.index(number))
            self._open(number)

    def step(self, by: int) -> FindingRow | None:
        """Open the next finding (1) or the one before (-1), round and round."""
        count = len(self.findings.rows)
        if not count:
            return None
        self.choose((self._painter.chosen + by) % count)
        self._show_row()
        return self._chosen

    def fix_chosen(self) -> None:
        """Take the first fix of the open finding."""
        if self._chosen is not None and self._chosen.offers:
            self.fixed.emit(self._chosen.finding, self._chosen.offers[0].fix)

    def _take(self, fix: Fix) -> None:
        if self._chosen is not None:
            self.fixed.emit(self._chosen.finding, fix)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != self._painter.chosen:
            self._open(current.row())
            self._show_row()
            if self._chosen is not None:
                self.opened.emit(self._chosen.finding)

    def height_for_rows(self) -> int:
        """The height of all rows together."""
        chosen = self._painter.chosen
        return sum(
            self._painter.height(row, self.width(), chosen=number == chosen)
            for number, row in enumerate(self.findings.rows)
        )

    def sizeHint(self) -> QSize:
        return QSize(320, self.height_for_rows())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._painter.ringed = True
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.setFocus()  # from the buttons of the open row, too
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.fix_chosen()
        elif event.key() == Qt.Key.Key_Menu:
            self._offer_more()
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._painter.ringed = event.reason() in KEYBOARD_REASONS
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._painter.ringed = False
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._painter.hovered_button = self._button_at(place)
        shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(
            shape if self.indexAt(place).isValid() else Qt.CursorShape.ArrowCursor
        )
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._painter.hovered_button = -1
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._painter.ringed = False
        place = event.position().toPoint()
        pressed = self._button_at(place)
        if event.button() == Qt.MouseButton.LeftButton and pressed >= 0:
            row = self.findings.rows[pressed]
            self.fixed.emit(row.finding, row.offers[0].fix)
        else:
            self.choose_by_hand(self.indexAt(place).row())

    def choose_by_hand(self, number: int) -> None:
        """Open a finding as the pointer does: the text follows, also for the one open before."""
        if number == self._painter.chosen and self._chosen is not None:
            self.opened.emit(self._chosen.finding)
        elif number >= 0:
            self.setCurrentIndex(self.findings.index(number))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _button_at(self, place: QPoint) -> int:
        """The row whose own button stands there; -1 where there is none."""
        index = self.indexAt(place)
        row = self.findings.row(index)
        if row is None:
            return -1
        rect = self.visualRect(index)
        chosen = index.row() == self._painter.chosen
        button = self._painter.geometry(row, rect, chosen=chosen).button
        hit = not button.isEmpty() and self._mirrored(rect, button).contains(place)
        return index.row() if hit else -1

    def _open(self, number: int) -> None:
        rows = self.findings.rows
        self._painter.chosen = number if number < len(rows) else -1
        self._chosen = rows[number] if 0 <= number < len(rows) else None
        if self._chosen is not None:
            self.setCurrentIndex(self.findings.index(number))
            for button in (*self.bar.offers, self.bar.more):
                if button.hasFocus():
                    self.setFocus()
            self.bar.show_offers(self._chosen)
        self._fit()

    def _fit(self) -> None:
        width = max(self.width(), 200)
        self._painter.width = width
        room = self._painter.bar_width(width)
        self._painter.bar_height = self.bar.height_in(room) if self._chosen is not None else 0
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(max(1, self.height_for_rows()))
        self.updateGeometry()
        self._place_bar()
        self.viewport().update()

    def _place_bar(self) -> None:
        row = self._chosen
        if row is None:
            self.bar.hide()
            return
        rect = self.visualRect(self.findings.index(self._painter.chosen))
        bar = self._painter.geometry(row, rect, chosen=True).bar
        self.bar.setGeometry(self._mirrored(rect, bar))
        self.bar.show()

    def _mirrored(self, rect: QRect, part: QRect) -> QRect:
        return mirror(rect, part) if self.isRightToLeft() else part

    def _show_row(self) -> None:
        if self._painter.chosen >= 0:
            self.row_shown.emit(self.visualRect(self.findings.index(self._painter.chosen)))

    def _offer_more(self) -> None:
        """What else can be done with the open finding."""
        if self._chosen is None:
            return
        menu = QMenu(self)
        choices = [("Ignore here", "circle-slash", self._ignore)]
        if self._chosen.finding.text:
            choices.append(("Never for this word", "spell-check", self._never))
        choices.append(("Report this finding…", "flag", self._report))
        for words, drawing, slot in choices:
            menu.addAction(icon(self._theme, drawing, "text-2"), words).triggered.connect(slot)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.bar.more.mapToGlobal(QPoint(0, button_height(self._theme) + 4)))

    def _ignore(self) -> None:
        if self._chosen is not None:
            self.ignored.emit(self._chosen.finding)

    def _never(self) -> None:
        if self._chosen is not None:
            self.never.emit(self._chosen.finding)

    def _report(self) -> None:
        if self._chosen is not None:
            self.reported.emit(self._chosen.finding)
