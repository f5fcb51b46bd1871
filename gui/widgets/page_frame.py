"""The frame of a page: its margins, which shrink with the window, and the width it stops at."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.clock import Now
from gui.theme import Theme
from gui.widgets.page_start import StartingWidget
from gui.words import local

MARGIN = 32
SMALL_MARGIN = 24
TOP = 22
SIDEBAR = 208
WIDEST = 800 + 24 + 360


class PageFrame(StartingWidget):
    """A page. Put content into `column`; `narrowed` is called when the width changes.

    `gutter` is left free of the margin at the end of the lines, for scroll bars.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        widest: int = WIDEST,
        top: int = TOP,
        gutter: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._widest = widest
        self._top = top
        self._gutter = gutter
        self._day: date | None = None
        self.column = QVBoxLayout(self)
        self.column.setSpacing(16)
        self._set_margins(1200 - SIDEBAR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins(self.width())
        self.narrowed()

    def note_day(self, now: Now) -> None:
        """What is shown is being read now."""
        self._day = local(now.instant, now.zone).date()

    def another_day(self, now: Now) -> bool:
        """Whether a day has passed since it was read: "yesterday" and "this week" are others."""
        return local(now.instant, now.zone).date() != self._day

    def window_under(self, pixels: int) -> bool:
        """Whether the window counts as narrower than `pixels` of the look."""
        return self.theme.narrow(self.window().width(), pixels)

    def narrowed(self) -> None:
        """Lay the content out anew for the present width; called at each resize."""

    def _set_margins(self, width: int) -> None:
        side = SMALL_MARGIN if self.window_under(1000) else MARGIN
        widest = round(self._widest * max(1.0, self.theme.text_scale))
        spare = max(0, width - 2 * side - widest)
        end = side + spare - self._gutter
        left, right = (end, side) if self.isRightToLeft() else (side, end)
        self.column.setContentsMargins(left, self._top, right, SMALL_MARGIN)


def beside_gutter(part: QWidget, gutter: int) -> QHBoxLayout:
    """As wide as the page without the room of the scroll bar."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(part, 1)
    row.addSpacing(gutter)
    return row
