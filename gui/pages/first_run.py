"""The first page of all: an invitation dropped, or three fields, and the steps are planned."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.clock import Now
from gui import example, page_actions, words
from gui.answers import sentence_of
from gui.desk import Desk
from gui.dialogs.interview import named_people
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.drop_area import DropArea
from gui.widgets.fields import TextField
from gui.widgets.forms import FormRow
from gui.widgets.frames import Card, ScrollArea
from gui.widgets.labels import IconLabel, Label
from gui.widgets.moment_field import WallTimeField
from gui.widgets.page_start import StartingWidget
from gui.widgets.paint import Kind

if TYPE_CHECKING:
    from core.use_cases.interviews import InterviewDetails, Stored

WIDE = 800
STACKED_UNDER = 820
LONGEST = 100_000
USUAL_LENGTH = timedelta(hours=1)


class Mark(QWidget):
    """The application's mark."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(56, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.icons.paint(painter, self.rect(), "afterword", self._theme.color("on-fill"))


class FirstRunPage(StartingWidget):
    """`files_chosen` carries invitations; `stored` what was planned from the fields or example."""

    files_chosen = Signal(list)
    stored = Signal(object)
    said = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        content = QWidget()
        self._outer = QVBoxLayout(content)
        self._outer.addStretch(2)
        self._build_words()
        self._build_ways()
        self._build_foot()
        self._outer.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollArea(content))
        self.start_at(self.company)

    def _build_words(self) -> None:
        self._outer.setSpacing(8)
        self._outer.addWidget(Mark(self._theme))
        self._outer.addSpacing(16)
        headline = "The interview is over.\nHere is what helps now."
        self._outer.addWidget(Label(self._theme, headline, Role.DISPLAY, wrap=True))
        sentence = (
            "Afterword plans the days that follow, tells you in time, "
            "and helps with the few words that matter."
        )
        self._outer.addWidget(Label(self._theme, sentence, Role.LEAD, "text-2", wrap=True))
        self._outer.addSpacing(24)

    def _build_ways(self) -> None:
        self.drop = DropArea(self._theme)
        self.drop.chosen.connect(self.files_chosen)
        self.drop.setMinimumHeight(220)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(24)
        self._ways.addWidget(self.drop, 1)
        self._ways.addWidget(self._build_form(), 1)
        self._outer.addLayout(self._ways)

    def _build_form(self) -> Card:
        card = Card(self._theme, padding=24, spacing=14)
        card.column.addWidget(Label(self._theme, "I had an interview", Role.STRONG))
        self.company = TextField(self._theme, "", "Halvorsen Maritime")
        self.company.setMaxLength(LONGEST)
        self.end = WallTimeField(self._theme, last_afternoon(self._desk.now()))
        self.people = TextField(self._theme, "", "Names, as far as you know them")
        self.people.setMaxLength(LONGEST)
        self._rows = {
            "company": FormRow(self._theme, "With which company?", self.company),
            "end": FormRow(self._theme, "When did it end?", self.end),
            "people": FormRow(self._theme, "Whom did you meet?", self.people),
        }
        for row in self._rows.values():
            card.column.addWidget(row)
        card.column.addStretch(1)
        self.plan = Button(self._theme, "Plan my next steps", Kind.FILLED, "arrow-right", tall=True)
        self.plan.clicked.connect(self._plan)
        card.column.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignRight)
        return card

    def _build_foot(self) -> None:
        self.example = Button(self._theme, "Look around with an example", Kind.TEXT)
        self.example.clicked.connect(self._show_example)
        promise = "Everything stays on this computer unless you send it."
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, "lock", "text-2"))
        row.addWidget(Label(self._theme, promise, Role.CAPTION, "text-2", wrap=True), 1)
        row.addWidget(self.example)
        self._outer.addSpacing(16)
        self._outer.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self._theme.narrow(self.width(), STACKED_UNDER)
        way = QBoxLayout.Direction
        self._ways.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        wide = round(WIDE * self._theme.text_scale)
        side = max(32, (self.width() - wide) // 2)
        self._outer.setContentsMargins(side, 24, side, 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._plan()
        else:
            super().keyPressEvent(event)

    def _plan(self) -> None:
        for row in self._rows.values():
            row.clear_error()
        self.plan.setEnabled(False)
        self._desk.write(
            page_actions.add_assumed_interview,
            self._details(),
            self._assumed(),
            then=self._planned,
            otherwise=self._refused,
        )

    def _details(self) -> InterviewDetails:
        from core.use_cases.interviews import InterviewDetails

        end = self.end.wall()
        return InterviewDetails(
            company=self.company.text(),
            start=end - USUAL_LENGTH,
            end=end,
            zone=self._desk.now().zone,
            people=named_people(self.people.text(), None),
        )

    def _assumed(self) -> str:
        zone = self._desk.now().zone
        end = words.clock_time(self.end.wall().replace(tzinfo=ZoneInfo(zone)), zone)
        return f"We noted one hour, ending {end}; change it if it was longer."

    def _planned(self, stored: Stored) -> None:
        self.plan.setEnabled(True)
        self.stored.emit(stored)

    def _refused(self, error: Exception) -> None:
        self.plan.setEnabled(True)
        row = self._rows.get(str(getattr(error, "field", "")))
        if row is None:
            self.said.emit(sentence_of(error))
            return
        row.show_error(sentence_of(error))
        row.field.setFocus()

    def _show_example(self) -> None:
        self._desk.write(example.add_example, then=self._planned, otherwise=self._refused)


def last_afternoon(now: Now) -> datetime:
    """Yesterday at 15:00 on the user's wall clock: the likeliest end of an interview."""
    day = words.local(now.instant, now.zone) - timedelta(days=1)
    return day.replace(hour=15, minute=0, second=0, microsecond=0)
