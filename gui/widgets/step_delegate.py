"""Paints Today's rows: cards made of rows, with check ring, words, chip and action."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from core.playbook.kinds import StepState
from gui.models.agenda import (
    ROW_ROLE,
    SECTION_ICONS,
    MoreRow,
    Section,
    SectionRow,
    StepRow,
)
from gui.rows import PADDING, RowMetrics, StepGeometry, mirror, step_geometry
from gui.theme import Role, Theme
from gui.widgets.paint import (
    CARD_RADIUS,
    ICON,
    ButtonLook,
    Tone,
    button_width,
    chip_height,
    chip_width,
    paint_button,
    paint_chip,
    text,
)

WITH_BUTTON = (Section.OVERDUE, Section.DUE, Section.LATER)
Index = QModelIndex | QPersistentModelIndex


class StepDelegate(QStyledItemDelegate):
    """Paints and measures every row of Today."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._metrics = RowMetrics(theme)
        self.hovered = QPersistentModelIndex()
        """The row under the pointer."""
        self.hovered_button = False
        self.hovered_ring = False
        self.ringed = False
        """Whether the current row carries the keyboard's focus ring."""
        self.chosen = QPersistentModelIndex()
        """The row that is open, with its buttons."""

    def refresh_metrics(self) -> None:
        """Measure anew after the fonts changed."""
        self._metrics = RowMetrics(self._theme)

    def height(self, row: object, *, chosen: bool) -> int:
        """The height of one row."""
        if isinstance(row, SectionRow):
            return self._metrics.section_height(first=row.first)
        if isinstance(row, MoreRow):
            return self._metrics.more
        return self._metrics.selected if chosen else self._metrics.step

    def geometry(self, row: StepRow, rect: QRect, *, chosen: bool) -> StepGeometry:
        """Where the parts of a step row stand (left-to-right)."""
        theme = self._theme
        chip = chip_of(row)
        if chip is None:
            font = QFontMetrics(theme.font(Role.CAPTION))
            time = font.horizontalAdvance(row.time) + 2
        else:
            time = chip_width(theme, row.time, chip[1])
        button = 0
        if row.section in WITH_BUTTON and not row.finishing:
            button = button_width(theme, ButtonLook(text=row.main.short))
        return step_geometry(self._metrics, rect, time, button, selected=chosen)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        chosen = self.chosen == index
        return QSize(100, self.height(index.data(ROW_ROLE), chosen=chosen))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        rect: QRect = option.rect
        if isinstance(row, SectionRow):
            self._paint_section(painter, rect, row, current=self._is_ringed(index))
        elif isinstance(row, MoreRow):
            self._paint_more(painter, rect, row, hovered=self.hovered == index)
        elif isinstance(row, StepRow):
            self._paint_step(painter, option, row, index)
        painter.restore()

    def _is_ringed(self, index: Index) -> bool:
        return self.ringed and self._view.hasFocus() and self._view.currentIndex() == index

    def _paint_section(
        self, painter: QPainter, rect: QRect, row: SectionRow, *, current: bool
    ) -> None:
        theme = self._theme
        metrics = self._metrics
        line = QRect(
            rect.left() + 4,
            rect.bottom() - metrics.section + 1,
            rect.width() - 8,
            metrics.title + 4,
        )
        left = line.left()
        icon, token = SECTION_ICONS[row.section]
        if row.open is not None:
            fold = "chevron-down" if row.open else self._sideways(painter)
            self._icon(painter, rect, QRect(left, line.top(), ICON, line.height()), fold, "text-2")
            left += ICON + 8
        self._icon(painter, rect, QRect(left, line.top(), ICON, line.height()), icon, token)
        left += ICON + 8
        quiet = row.section is Section.DONE
        font = theme.font(Role.BODY if quiet else Role.STRONG)
        width = QFontMetrics(font).horizontalAdvance(row.title) + 2
        ink = theme.color("text-2" if quiet else "text")
        place = QRect(left, line.top(), width, line.height())
        text(painter, self._placed(painter, rect, place), row.title, font, ink)
        place = QRect(left + width + 6, line.top(), 60, line.height())
        count = str(row.count)
        text(
            painter,
            self._placed(painter, rect, place),
            count,
            theme.font(Role.BODY),
            theme.color("text-2"),
        )
        if current:
            self._paint_ring(painter, line.adjusted(-2, -2, 2, 2), 6)

    @staticmethod
    def _sideways(painter: QPainter) -> str:
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return "chevron-left" if rtl else "chevron-right"

    def _paint_more(self, painter: QPainter, rect: QRect, row: MoreRow, *, hovered: bool) -> None:
        self._paint_ground(painter, rect, "hover" if hovered else "surface", first=False, last=True)
        place = rect.adjusted(PADDING, 0, -PADDING, 0)
        words = f"Show {row.hidden} more"
        text(
            painter,
            place,
            words,
            self._theme.font(Role.BUTTON),
            self._theme.color("accent"),
            Qt.AlignmentFlag.AlignHCenter,
        )

    def _paint_step(
        self, painter: QPainter, option: QStyleOptionViewItem, row: StepRow, index: Index
    ) -> None:
        chosen = self.chosen == index
        hovered = self.hovered == index
        ground = "selected" if chosen else "surface"
        rect: QRect = option.rect
        self._paint_ground(painter, rect, ground, first=row.first, last=row.last)
        parts = self.geometry(row, rect, chosen=chosen)
        self._paint_check(
            painter, self._placed(painter, rect, parts.ring), row, hot=hovered and self.hovered_ring
        )
        self._paint_words(painter, rect, parts, row)
        self._paint_time(painter, self._placed(painter, rect, parts.time), row, chosen=chosen)
        if not parts.button.isEmpty():
            hot = hovered and self.hovered_button
            look = ButtonLook(text=row.main.short, hovered=hot)
            paint_button(painter, self._theme, self._placed(painter, rect, parts.button), look)
        if self._is_ringed(index):
            self._paint_ring(painter, rect.adjusted(2, 2, -2, -2), CARD_RADIUS - 2)

    def _paint_words(
        self, painter: QPainter, rect: QRect, parts: StepGeometry, row: StepRow
    ) -> None:
        theme = self._theme
        gone = row.step.state in (StepState.CANCELLED, StepState.SKIPPED)
        quiet = gone or row.section is Section.DONE
        ink = theme.color("text-2" if quiet else "text")
        font = theme.font(Role.BODY if quiet else Role.STRONG)
        text(painter, self._placed(painter, rect, parts.title), row.step.title, font, ink)
        place = self._placed(painter, rect, parts.reason)
        text(painter, place, row.reason, theme.font(Role.CAPTION), theme.color("text-2"))

    def _paint_time(self, painter: QPainter, rect: QRect, row: StepRow, *, chosen: bool) -> None:
        chip = chip_of(row)
        if chip is None:
            font, ink = self._theme.font(Role.CAPTION), self._theme.color("text-2")
            text(painter, rect, row.time, font, ink, Qt.AlignmentFlag.AlignRight)
            return
        tone, icon = chip
        height = chip_height(self._theme)
        place = QRect(rect.left(), rect.center().y() - height // 2 + 1, rect.width(), height)
        paint_chip(painter, self._theme, place, row.time, tone, icon, on_selected=chosen)

    def _paint_check(self, painter: QPainter, rect: QRect, row: StepRow, *, hot: bool) -> None:
        done = row.finishing or row.section is Section.DONE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75)
        if done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("moss-tint"))
            painter.drawEllipse(QRectF(rect))
        else:
            painter.setPen(QPen(self._theme.color("moss" if hot else "control"), 1.25))
            painter.setBrush(self._theme.color("surface") if hot else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle)
        if done or hot:
            inner = rect.adjusted(3, 3, -3, -3)
            self._theme.icons.paint(painter, inner, "check", self._theme.color("moss"))

    def _paint_ground(
        self, painter: QPainter, rect: QRect, token: str, *, first: bool, last: bool
    ) -> None:
        """One row's share of its card: ground, edge, and a hairline to the row above."""
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(0.5, 0.5 if first else -20.0, -0.5, -0.5 if last else 20.0)
        path = QPainterPath()
        path.addRoundedRect(box, CARD_RADIUS, CARD_RADIUS)
        painter.fillPath(path, self._theme.color(token))
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawPath(path)
        if not first:
            top = rect.top() + 0.5
            painter.drawLine(QPointF(rect.left() + 1, top), QPointF(rect.right(), top))
        painter.restore()

    def _paint_ring(self, painter: QPainter, rect: QRect, radius: float) -> None:
        width = self._theme.focus_width
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("focus"), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)

    def _icon(self, painter: QPainter, whole: QRect, rect: QRect, name: str, token: str) -> None:
        color: QColor = self._theme.color(token)
        self._theme.icons.paint(painter, self._placed(painter, whole, rect), name, color)

    @staticmethod
    def _placed(painter: QPainter, whole: QRect, part: QRect) -> QRect:
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return mirror(whole, part) if rtl else part


def chip_of(row: StepRow) -> tuple[Tone, str] | None:
    """Tone and icon of the row's chip; None where the time is plain text."""
    if row.time.startswith("Snoozed"):
        return Tone.QUIET, "alarm-clock"
    if row.section is Section.OVERDUE:
        return Tone.BRICK, "clock-alert"
    if row.section is Section.DUE:
        return Tone.OCHRE, "clock"
    return None
