"""Painting of the time line: date column, disc on the line, title and reason, time left."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.models.timeline import TimelineRole, TimelineRow
from gui.models.timeline_marks import Mark
from gui.theme import Role, Theme
from gui.widgets.paint import Tone, chip_width, mirrored, paint_chip, rounded, text
from gui.widgets.wrapping import wrapped

AnyIndex = QModelIndex | QPersistentModelIndex

PADDING = 16
GAP = 12
DISC = 22
DATE_WIDTH = 116
NARROW_DATE_WIDTH = 72
NOTE_LINES = 3
BAR_HEIGHT = 40
END = Qt.AlignmentFlag.AlignRight
_TOP = 5
AHEAD = (Mark.PLANNED, Mark.DUE, Mark.OVERDUE)
CHIPS = {Mark.DUE: (Tone.OCHRE, "clock"), Mark.OVERDUE: (Tone.BRICK, "clock-alert")}


@dataclass(frozen=True, slots=True)
class DiscLook:
    """How a disc is drawn: icon, ink, ground (empty: none), edge and whether it is dashed."""

    icon: str = ""
    ink: str = "text-2"
    ground: str = ""
    edge: str = ""
    dashed: bool = False


DISCS = {
    Mark.DONE: DiscLook("check", "moss", "moss-tint"),
    Mark.EVENT: DiscLook("message-circle", "moss", "moss-tint"),
    Mark.NEUTRAL: DiscLook("message-circle", "text-2", "hover"),
    Mark.INTERVIEW: DiscLook("handshake", "on-fill", "fill"),
    Mark.DUE: DiscLook("clock", "ochre", "ochre-tint", "ochre"),
    Mark.OVERDUE: DiscLook("clock-alert", "brick", "brick-tint", "brick"),
    Mark.PLANNED: DiscLook(edge="control", dashed=True),
    Mark.CANCELLED: DiscLook("circle-slash"),
    Mark.QUIET: DiscLook("circle-minus", "text-2", "hover"),
}


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of one row stand; the same for painting, hitting and sizing."""

    date: QRect
    disc: QRect
    title: QRect
    note: QRect
    left: QRect
    bar: QRect


class TimelineDelegate(QStyledItemDelegate):
    """Draws rows of `TimelineModel`. `narrow` breaks the date column into two lines."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.narrow = False
        self.open_row = -1
        self.bar_height = BAR_HEIGHT
        self.width = 440

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, self.height_of(_row(index), index.row()))

    def height_of(self, row: TimelineRow, number: int) -> int:
        """The height of `row` in the view's present width; more while it carries buttons."""
        if row.mark is Mark.NOW:
            return self._line(Role.BODY) + 2 * _TOP + 10
        places = self.places(QRect(0, 0, self.width, 0), row)
        last = places.bar if number == self.open_row else places.note
        below = places.left if self.narrow and row.left else places.note
        words = max(last.bottom(), below.bottom())
        return max(words + 1 + _TOP + 1, places.date.bottom() + 1 + _TOP)

    def places(self, rect: QRect, row: TimelineRow) -> Places:
        """The parts of `row` in `rect`, for a left-to-right layout."""
        line = self._line(Role.BODY)
        date_width = self._date_width
        date_lines = 2 if self.narrow and "," in row.when else 1
        top = rect.top() + _TOP
        date = QRect(rect.left() + PADDING, top, date_width, line * date_lines)
        disc = QRect(date.right() + 1 + GAP, top + (line - DISC) // 2, DISC, DISC)
        text_left = disc.right() + 1 + GAP
        width = max(40, rect.right() + 1 - PADDING - text_left)
        left_width = min(self._left_width(row), width)
        beside = left_width + GAP if left_width and not self.narrow else 0
        title = QRect(text_left, top, width - beside, line)
        note = QRect(text_left, title.bottom() + 1, width, self._note_height(row, width))
        left = QRect(text_left + width - left_width, top, left_width, line)
        end = note.bottom() + 1
        if self.narrow and left_width:
            left = QRect(text_left, end + 2, left_width, line)
            end = left.bottom() + 1
        bar = QRect(text_left - 8, end + 4, width + 8, self.bar_height)
        return Places(date, disc, title, note, left, bar)

    @property
    def _date_width(self) -> int:
        width = NARROW_DATE_WIDTH if self.narrow else DATE_WIDTH
        return round(width * max(1.0, self._theme.text_scale))

    def _left_width(self, row: TimelineRow) -> int:
        if not row.left:
            return 0
        look = CHIPS.get(row.mark)
        if look is not None:
            return chip_width(self._theme, row.left, look[1])
        return self._metrics(Role.CAPTION).horizontalAdvance(row.left) + 2

    def _note_height(self, row: TimelineRow, width: int) -> int:
        if not row.note:
            return 0
        return self._line(Role.CAPTION) * len(self._note_lines(row.note, width))

    def _note_lines(self, note: str, width: int) -> list[str]:
        return wrapped(note, self._metrics(Role.CAPTION), width, NOTE_LINES)

    def _metrics(self, role: Role) -> QFontMetrics:
        return QFontMetrics(self._theme.font(role))

    def _line(self, role: Role) -> int:
        return round(self._metrics(role).height() * 1.25)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        row = _row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if row.mark is Mark.NOW:
            self._paint_now(painter, option.rect, row)
        else:
            self._paint_row(painter, option, index, row)
        painter.restore()

    def _paint_now(self, painter: QPainter, rect: QRect, row: TimelineRow) -> None:
        date_width = self._date_width
        label = QRect(rect.left() + PADDING, rect.top(), date_width, rect.height())
        start = label.right() + 1 + GAP
        line = QRect(start, rect.center().y(), rect.right() - PADDING - start + 1, 2)
        accent = self._theme.color("accent")
        painter.fillRect(mirrored(painter, rect, line), accent)
        font = _bold(self._theme.font(Role.CAPTION))
        text(painter, mirrored(painter, rect, label), row.when, font, accent, END)

    def _paint_row(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: AnyIndex,
        row: TimelineRow,
    ) -> None:
        rect = option.rect
        at = self.places(rect, row)
        disc = mirrored(painter, rect, at.disc)
        self._paint_ground(painter, option)
        self._paint_line(painter, index, rect, disc)
        self._paint_disc(painter, disc, DISCS[row.mark], row.icon)
        self._paint_date(painter, row, mirrored(painter, rect, at.date))
        self._paint_title(painter, row, mirrored(painter, rect, at.title))
        self._paint_note(painter, row, mirrored(painter, rect, at.note))
        if row.left:
            self._paint_left(painter, row, mirrored(painter, rect, at.left))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = option.rect.adjusted(6, 0, -6, 0)
        if selected or hovered:
            rounded(
                painter, ground, 8, self._theme.color("selected" if selected else "hover"), None
            )
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_focus(painter, option, ground)

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem, ground: QRect) -> None:
        if not option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            return
        painter.setPen(QPen(self._theme.color("focus"), self._theme.focus_width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_line(self, painter: QPainter, index: AnyIndex, rect: QRect, disc: QRect) -> None:
        """Half a line above the disc and half below; dotted where it is still to come."""
        own = _row(index).mark
        above = _mark_at(index, -1)
        below = _mark_at(index, 1)
        x = disc.center().x() + 1
        if above not in (None, Mark.NOW):
            self._stroke(painter, x, rect.top(), disc.top() - 4, own)
        if below is Mark.NOW:
            self._stroke(painter, x, disc.bottom() + 5, rect.bottom() + 1, own)
        elif below is not None:
            self._stroke(painter, x, disc.bottom() + 5, rect.bottom() + 1, below)

    def _stroke(self, painter: QPainter, x: int, top: int, bottom: int, mark: Mark) -> None:
        if bottom <= top:
            return
        pen = QPen(self._theme.color("edge"), 2)
        if mark in AHEAD:
            pen.setDashPattern([0.5, 1.8])
        painter.setPen(pen)
        painter.drawLine(x, top, x, bottom)

    def _paint_disc(self, painter: QPainter, disc: QRect, look: DiscLook, icon: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(look.ground) if look.ground else Qt.BrushStyle.NoBrush)
        if look.edge:
            pen = QPen(self._theme.color(look.edge), 1.2 if look.dashed else 2)
            pen.setStyle(Qt.PenStyle.DashLine if look.dashed else Qt.PenStyle.SolidLine)
            painter.setPen(pen)
        painter.drawEllipse(QRectF(disc).adjusted(1, 1, -1, -1))
        if look.icon:
            inner = disc.adjusted(4, 4, -4, -4)
            self._theme.icons.paint(painter, inner, icon or look.icon, self._theme.color(look.ink))

    def _paint_date(self, painter: QPainter, row: TimelineRow, rect: QRect) -> None:
        lines = [part.strip() for part in row.when.split(",", 1)] if self.narrow else [row.when]
        height = rect.height() // len(lines)
        late = row.mark is Mark.OVERDUE
        font, ink = self._theme.font(Role.CAPTION), self._theme.color("brick" if late else "text-2")
        for number, words in enumerate(lines):
            place = QRect(rect.left(), rect.top() + number * height, rect.width(), height)
            text(painter, place, words, font, ink, END)

    def _paint_title(self, painter: QPainter, row: TimelineRow, rect: QRect) -> None:
        strong = row.mark in (Mark.INTERVIEW, Mark.DUE, Mark.OVERDUE)
        font = QFont(self._theme.font(Role.STRONG if strong else Role.BODY))
        font.setStrikeOut(row.mark is Mark.CANCELLED)
        quiet = row.mark in (Mark.CANCELLED, Mark.QUIET)
        text(painter, rect, row.title[:500], font, self._theme.color("text-2" if quiet else "text"))

    def _paint_note(self, painter: QPainter, row: TimelineRow, rect: QRect) -> None:
        height = self._line(Role.CAPTION)
        font, ink = self._theme.font(Role.CAPTION), self._theme.color("text-2")
        lines = self._note_lines(row.note, rect.width()) if row.note else []
        for number, words in enumerate(lines):
            place = QRect(rect.left(), rect.top() + number * height, rect.width(), height)
            text(painter, place, words, font, ink)

    def _paint_left(self, painter: QPainter, row: TimelineRow, rect: QRect) -> None:
        look = CHIPS.get(row.mark)
        if look is not None:
            tone, icon = look
            paint_chip(painter, self._theme, rect, row.left, tone, icon)
            return
        font, ink = self._theme.font(Role.CAPTION), self._theme.color("text-2")
        side = Qt.AlignmentFlag.AlignLeft if self.narrow else END
        text(painter, rect, row.left, font, ink, side)


def _row(index: AnyIndex) -> TimelineRow:
    row = index.data(TimelineRole.ROW)
    if not isinstance(row, TimelineRow):
        raise TypeError("the time line shows rows of its own model only")
    return row


def _mark_at(index: AnyIndex, offset: int) -> Mark | None:
    """The mark of the row that stands `offset` rows away; None beyond the ends."""
    other = index.sibling(index.row() + offset, 0)
    return _row(other).mark if other.isValid() else None


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
