"""A choice of few, in one frame."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from gui.theme import Role, Theme
from gui.widgets.focus_ring import show_ring
from gui.widgets.paint import BUTTON_RADIUS, GAP, ICON, button_height, rounded, text

PADDING = 12


class Segment(QAbstractButton):
    """One choice of a segmented control."""

    def __init__(
        self, theme: Theme, frame: QWidget, key: str, words: str, icon_name: str | None
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._theme = theme
        self._icon_name = icon_name
        self.key = key
        self.setText(words)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._theme.font(Role.STRONG)).horizontalAdvance(self.text())
        icon = ICON + GAP if self._icon_name else 0
        return QSize(words + icon + 2 * PADDING + 2, button_height(self._theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        checked = self.isChecked()
        ink = self._theme.color("accent" if checked else "text")
        if checked or self.underMouse():
            self._paint_ground(painter, "selected" if checked else "hover")
        box = self.rect().adjusted(PADDING, 0, -PADDING, 0)
        if self._icon_name:
            place = box.adjusted(0, 0, ICON - box.width(), 0)
            self._theme.icons.paint(painter, place, self._icon_name, ink)
            box.setLeft(box.left() + ICON + GAP)
        font = self._theme.font(Role.STRONG if checked else Role.BUTTON)
        text(painter, box, self.text(), font, ink, Qt.AlignmentFlag.AlignHCenter)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), BUTTON_RADIUS)

    def _paint_ground(self, painter: QPainter, token: str) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        whole = self._frame.rect().translated(-self.pos()).adjusted(1, 1, -1, -1)
        path.addRoundedRect(whole, BUTTON_RADIUS - 1, BUTTON_RADIUS - 1)
        painter.setClipRect(self.rect())
        painter.fillPath(path, self._theme.color(token))
        painter.restore()


class SegmentedControl(QWidget):
    """`chosen` carries the key of the segment that the user takes."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str, str | None]],
        current: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`choices`: key, words, icon name or None."""
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._segments: list[Segment] = []
        for key, words, icon_name in choices:
            segment = Segment(theme, self, key, words, icon_name)
            segment.setChecked(key == current)
            self._group.addButton(segment)
            self._segments.append(segment)
            row.addWidget(segment)
        self._group.buttonClicked.connect(self._tell)

    @property
    def current(self) -> str:
        """The key of the chosen segment."""
        return next((each.key for each in self._segments if each.isChecked()), "")

    @property
    def segments(self) -> Sequence[QAbstractButton]:
        """The choices as they stand side by side."""
        return tuple(self._segments)

    def choose(self, key: str) -> None:
        """Set the current segment without a signal; empty: none. Other keys change nothing."""
        if key and all(segment.key != key for segment in self._segments):
            return
        self._group.setExclusive(False)
        for segment in self._segments:
            segment.setChecked(segment.key == key)
        self._group.setExclusive(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = self._theme.color("edge")
        rounded(painter, self.rect(), BUTTON_RADIUS, self._theme.color("surface"), edge)
        painter.setPen(QPen(edge, 1))
        for segment in self._segments[1:]:
            left = segment.geometry().left()
            painter.drawLine(left - 1, 1, left - 1, self.height() - 2)

    def _tell(self, segment: QAbstractButton) -> None:
        if isinstance(segment, Segment):
            self.chosen.emit(segment.key)
