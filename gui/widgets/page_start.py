"""Where the keyboard begins on a page, without closing the way to what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class StartingWidget(QWidget):
    """A page that hands the keyboard on to one of its parts when it is given it.

    A focus proxy would do so too, but then Tab takes the page itself for a stop and goes from
    there to the proxy: what stands before it could never be reached.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: QWidget | None = None
        self.feet: tuple[QWidget, ...] = ()
        """Bars with buttons at its foot; a toast leaves free those that are shown."""

    def start_at(self, part: QWidget) -> None:
        """Begin there from now on; at once, where the keyboard came before there was anything."""
        self._start = part
        if self.window().focusWidget() is self:
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._start is not None:
            self._start.setFocus(event.reason())


def stand_before(anchor: QWidget, parts: Sequence[QWidget]) -> None:
    """Let Tab come by these parts, in this order, just before `anchor`.

    For parts that are made anew while the page stands: on their own they would come last.
    """
    before = anchor
    for part in parts:
        QWidget.setTabOrder(before, part)
        before = part
    if parts:
        QWidget.setTabOrder(before, anchor)
