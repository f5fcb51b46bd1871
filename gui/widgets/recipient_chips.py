"""Those a message goes to: chips with monogram and name, and a button that adds another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from gui.icons import icon
from gui.theme import Role, Theme
from gui.widgets.buttons import IconButton
from gui.widgets.flow import flow, flow_height
from gui.widgets.focus_ring import show_ring
from gui.widgets.page_start import stand_before
from gui.widgets.paint import Kind, mirrored, paint_monogram, rounded, text

HEIGHT = 28
MONOGRAM = 20
CROSS = 14
PADDING, GAP = 4, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Someone who can be written to."""

    id: str
    name: str
    """With the title."""
    monogram: str
    address: str = ""
    """E-mail address or number; empty: none is known."""


class RecipientChip(QAbstractButton):
    """One recipient. `removed` carries the id: by the cross, Delete or Backspace."""

    removed = Signal(str)

    def __init__(self, theme: Theme, person: Recipient, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.person = person
        self.setText(person.name)
        self.setAccessibleName(person.name)
        told = person.address or "The card has no address yet."
        self.setAccessibleDescription(f"{told} Delete removes.")
        self.setToolTip(told)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(Role.BUTTON))
        width = 2 * PADDING + MONOGRAM + GAP + metrics.horizontalAdvance(self.text()) + 2
        return QSize(width + GAP + CROSS, max(HEIGHT, metrics.height() + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole, theme = self.rect(), self._theme
        rounded(painter, whole, self.height() / 2, theme.color("surface"), theme.color("edge"))
        box = QRect(PADDING + 1, (self.height() - MONOGRAM) // 2, MONOGRAM, MONOGRAM)
        place = mirrored(painter, whole, box)
        paint_monogram(painter, theme, place, self.person.monogram, person=True)
        words = QRect(box.right() + 1 + GAP, 0, self.width() - box.right() - 2 * GAP, self.height())
        words.setRight(self._cross().left() - 2)
        place = mirrored(painter, whole, words)
        text(painter, place, self.text(), theme.font(Role.BUTTON), theme.color("text"))
        if self.underMouse() or self.hasFocus():
            cross = mirrored(painter, whole, self._cross())
            theme.icons.paint(painter, cross, "x", theme.color("text-2"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.person.id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cross = self._cross()
        if self.isRightToLeft():
            cross.moveRight(self.width() - cross.left() - 1)
        if cross.adjusted(-8, -8, 8, 8).contains(event.position().toPoint()):
            self.removed.emit(self.person.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), self.height() / 2)

    def _cross(self) -> QRect:
        left = self.width() - PADDING - CROSS - 3
        return QRect(left, (self.height() - CROSS) // 2, CROSS, CROSS)


class RecipientChips(QWidget):
    """`changed` carries the ids, in order, when the user adds or removes someone."""

    changed = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known: tuple[Recipient, ...] = ()
        self._chips: list[RecipientChip] = []
        self.add = IconButton(theme, "plus", "Add a recipient", Kind.QUIET, parent=self)
        self.add.clicked.connect(self._offer)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def to(self) -> tuple[str, ...]:
        """The ids of those who are addressed."""
        return tuple(chip.person.id for chip in self._chips)

    @property
    def names(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(chip.person.name for chip in self._chips)

    @property
    def first_stop(self) -> QWidget:
        """Where Tab comes into them."""
        return self._chips[0] if self._chips else self.add

    def show_people(self, known: Sequence[Recipient], to: Sequence[str]) -> None:
        """Show the chips of `to`, out of all who are known."""
        if tuple(known) == self._known and tuple(to) == self.to:
            return
        self._known = tuple(known)
        for old in self._chips:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        by_id = {person.id: person for person in known}
        self._chips = [
            RecipientChip(self._theme, by_id[each], self) for each in to if each in by_id
        ]
        for chip in self._chips:
            chip.removed.connect(self._remove)
            chip.show()
        stand_before(self.add, self._chips)
        self.add.setVisible(any(person.id not in self.to for person in known))
        self._arrange()
        self.updateGeometry()

    def replace_with(self, person: str) -> None:
        """Write to that person alone, as the user asked."""
        self.show_people(self._known, (person,))
        self.changed.emit((person,))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(HEIGHT, flow_height(self._parts, width))

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @property
    def _parts(self) -> list[QWidget]:
        return [*self._chips] if self.add.isHidden() else [*self._chips, self.add]

    def _arrange(self) -> None:
        flow(self._parts, self.width(), mirrored=self.isRightToLeft())

    def _remove(self, person: str) -> None:
        left = tuple(each for each in self.to if each != person)
        self.show_people(self._known, left)
        (self._chips[-1] if self._chips else self.add).setFocus()
        self.changed.emit(left)

    def _offer(self) -> None:
        menu = QMenu(self)
        for person in self._known:
            if person.id not in self.to:
                drawing = icon(self._theme, "user", "text-2")
                menu.addAction(drawing, person.name).setData(person.id)
        menu.triggered.connect(self._add)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height() + 4)))

    def _add(self, choice: QAction) -> None:
        to = (*self.to, str(choice.data()))
        self.show_people(self._known, to)
        self.changed.emit(to)
