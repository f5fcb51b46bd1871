"""The cards beside Today: interviews ahead, and what others are to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from core.agenda import ComingUp
from core.clock import Now
from gui import words
from gui.models.agenda_words import countdown, interview_words
from gui.theme import Role, Theme
from gui.widgets.focus_ring import show_ring
from gui.widgets.frames import Card, Hairline
from gui.widgets.labels import Label
from gui.widgets.paint import mirrored, paint_monogram, rounded, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.awaited import Waiting

GAP = 12
SOON_DAYS = 3
SHOWN = 4
BAR, BAR_ABOVE, BAR_BELOW = 6, 6, 2


class AsideRow(QAbstractButton):
    """A monogram and two or three lines; a click opens the application."""

    opened = Signal(int)

    def __init__(self, theme: Theme, application_id: int, company: str, monogram: int) -> None:
        super().__init__()
        self._theme = theme
        self._application_id = application_id
        self._company = company
        self._monogram = monogram
        self._lines: tuple[str, ...] = ()
        self._aside = ("", "text-2")
        self._icon = ""
        self._prepared: tuple[int, int] | None = None
        self.interview_id = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._tell)

    def show_interview(self, coming: ComingUp, now: Now) -> None:
        """Round, mode, date, and how far ahead it is."""
        self.interview_id = coming.interview_id
        moment = words.weekday_date(words.local(coming.start, now.zone).date(), now)
        date = f"{moment}, {words.clock_time(coming.start, now.zone)}"
        self._lines = (interview_words(coming), date)
        soon = (coming.start - now.instant).days < SOON_DAYS
        self._aside = (countdown(coming, now), "accent" if soon else "text-2")
        self.setToolTip(words.exact(coming.start, now.zone, coming.zone))
        self.setAccessibleName(", ".join((self._company, *self._lines, self._aside[0])))

    def show_prepared(self, done: int, total: int) -> None:
        """How much is prepared, with a bar."""
        if self._prepared != (done, total):
            self._prepared = done, total
            self.setAccessibleDescription(self._prepared_words())
            self.updateGeometry()
            self.update()

    def _prepared_words(self) -> str:
        return "{} of {} prepared".format(*self._prepared) if self._prepared else ""

    def show_waiting(self, line: str) -> None:
        """What they are to do, with the hourglass."""
        self._lines = (line,)
        self._icon = "hourglass"
        self.setAccessibleName(f"{self._company}, {line}")

    def sizeHint(self) -> QSize:
        title = QFontMetrics(self._theme.font(Role.STRONG)).height() + 2
        line = QFontMetrics(self._theme.font(Role.CAPTION)).height() + 2
        bar = BAR_ABOVE + BAR + BAR_BELOW + line if self._prepared else 0
        return QSize(200, max(self._monogram + 4, title + line * len(self._lines) + 2) + bar)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        if self.underMouse():
            rounded(painter, self.rect(), 8, theme.color("hover"), None)
        three = len(self._lines) > 1
        top = 2 if three else (self.height() - self._monogram) // 2
        square = QRect(0, top, self._monogram, self._monogram)
        paint_monogram(painter, theme, mirrored(painter, self.rect(), square), self._company)
        left = self._monogram + GAP
        right = self._paint_aside(painter)
        title = QFontMetrics(theme.font(Role.STRONG)).height() + 2
        line = QFontMetrics(theme.font(Role.CAPTION)).height() + 2
        place = QRect(left, 0, right - left, title)
        font = theme.font(Role.STRONG if three else Role.BODY)
        text(
            painter, mirrored(painter, self.rect(), place), self._company, font, theme.color("text")
        )
        for number, words_ in enumerate(self._lines):
            room = (self.width() if three else right) - left
            place = QRect(left, title + number * line, room, line)
            place = mirrored(painter, self.rect(), place)
            text(painter, place, words_, theme.font(Role.CAPTION), theme.color("text-2"))
        if self._prepared:
            top = title + line * len(self._lines) + BAR_ABOVE
            self._paint_prepared(painter, QRect(left, top, self.width() - left, BAR), line)

    def _paint_prepared(self, painter: QPainter, bar: QRect, line: int) -> None:
        """A bar as long as the lines above it, and below it what it says."""
        theme, whole = self._theme, self.rect()
        done, total = self._prepared or (0, 1)
        filled = QRect(bar)
        filled.setWidth(round(bar.width() * done / max(1, total)))
        rounded(painter, mirrored(painter, whole, bar), BAR / 2, theme.color("hover"), None)
        if filled.width() >= BAR:
            ink = theme.color("moss" if done == total else "accent")
            rounded(painter, mirrored(painter, whole, filled), BAR / 2, ink, None)
        place = mirrored(painter, whole, bar.translated(0, BAR + BAR_BELOW))
        place.setHeight(line)
        words_ = self._prepared_words()
        text(painter, place, words_, theme.font(Role.CAPTION), theme.color("text-2"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), 8)

    def _paint_aside(self, painter: QPainter) -> int:
        """The words or the icon at the right; gives where the title must end."""
        theme = self._theme
        if self._icon:
            place = QRect(self.width() - 16, 0, 16, self.height())
            place = mirrored(painter, self.rect(), place)
            theme.icons.paint(painter, place, self._icon, theme.color("iris"))
            return self.width() - 24
        shown, ink = self._aside
        font = theme.font(Role.CHIP if ink == "accent" else Role.CAPTION)
        width = QFontMetrics(font).horizontalAdvance(shown) + 2
        height = QFontMetrics(theme.font(Role.STRONG)).height() + 2
        place = QRect(self.width() - width, 0, width, height)
        text(painter, mirrored(painter, self.rect(), place), shown, font, theme.color(ink))
        return self.width() - width - 8

    def _tell(self) -> None:
        self.opened.emit(self._application_id)


class AsideCard(Card):
    """A titled card of `AsideRow`s; hidden while it has none."""

    opened = Signal(int)

    def __init__(self, theme: Theme, title: str, sentence: str = "") -> None:
        super().__init__(theme, spacing=12)
        self._theme = theme
        self._rows: list[QWidget] = []
        self._prepared: Mapping[int, tuple[int, int]] = {}
        self.column.addWidget(Label(theme, title, Role.STRONG))
        if sentence:
            self.column.setSpacing(8)
            self.column.addWidget(Label(theme, sentence, Role.CAPTION, "text-2", wrap=True))
        self.hide()

    def show_interviews(self, coming: "Sequence[ComingUp]", now: Now) -> None:
        """Fill the card with interviews ahead."""
        self._clear()
        for number, interview in enumerate(coming[:SHOWN]):
            if number:
                self._add(Hairline(self._theme))
            row = AsideRow(self._theme, interview.application_id, interview.company, 32)
            row.show_interview(interview, now)
            self._add_row(row)
        self.show_prepared(self._prepared)
        self.setVisible(bool(coming))

    def show_prepared(self, counts: "Mapping[int, tuple[int, int]]") -> None:
        """How much is prepared of each interview, by its id; what is not known stays away."""
        self._prepared = counts
        for row in self._rows:
            if isinstance(row, AsideRow) and row.interview_id in counts:
                row.show_prepared(*counts[row.interview_id])

    def show_waiting(self, waiting: "Sequence[Waiting]", now: Now) -> None:
        """Fill the card with what others are to do."""
        self._clear()
        for entry in waiting[:SHOWN]:
            row = AsideRow(self._theme, entry.application_id, entry.company, 28)
            row.show_waiting(waiting_line(entry, now))
            self._add_row(row)
        if len(waiting) > SHOWN:
            more = f"and {len(waiting) - SHOWN} more"
            self._add(Label(self._theme, more, Role.CAPTION, "text-2"))
        self.setVisible(bool(waiting))

    def _add_row(self, row: AsideRow) -> None:
        row.opened.connect(self.opened)
        self._add(row)

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.column.addWidget(widget)

    def _clear(self) -> None:
        for widget in self._rows:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._rows.clear()


def waiting_line(entry: "Waiting", now: Now) -> str:
    """ "decision by Friday", "on hold until 1 June"."""
    if entry.called_off:
        return "waiting for a new date"
    if entry.moment is None:
        return "on hold" if entry.on_hold else "no date named"
    day = words.moment_day(entry.moment, now)
    return f"on hold until {day}" if entry.on_hold else f"decision by {day}"
