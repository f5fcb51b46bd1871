"""When a message may go: what holds it back, what was overridden, and the moment that was chosen."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.checks.finding import Level, Report
from core.drafting.kinds import KINDS
from gui.compose.letter_values import Letter
from gui.desk import Desk
from gui.dialogs.send_later import SendLaterDialog
from gui.models.finding_words import first_thing
from gui.models.findings import FindingRow
from gui.models.when_words import When, next_morning, when_of
from gui.theme import Theme
from gui.widgets.when_bar import WhenBar


class Timing(QObject):
    """`chosen` tells that the user chose a moment, which the letter holds as `send_at`."""

    chosen = Signal()

    def __init__(self, theme: Theme, desk: Desk, bar: WhenBar, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._bar = bar
        self._page = page
        self._letter: Letter | None = None
        self._when: When | None = None
        self._judged: tuple[Report, tuple[FindingRow, ...]] | None = None
        self._sends = False
        self._musts: frozenset[int] = frozenset()
        self._overridden: frozenset[int] = frozenset()
        bar.later.clicked.connect(self._ask_when)
        bar.hold.clicked.connect(self._hold)
        bar.overridden.connect(self._override)

    @property
    def overridden(self) -> tuple[int, ...]:
        """The checks whose *must* the user overrode and that still speak."""
        return tuple(sorted(self._overridden & self._musts))

    @property
    def is_held(self) -> bool:
        """Whether something must be fixed first."""
        return not self._musts <= self._overridden

    @property
    def send_at(self) -> datetime | None:
        """The moment that was chosen, while it lies ahead; None: now."""
        moment = self._letter.send_at if self._letter is not None else None
        return moment if moment is not None and moment > self._desk.now().instant else None

    def take(self, letter: Letter) -> None:
        """The letter that is open; what was overridden in another one does not count."""
        if letter is not self._letter:
            self._overridden = frozenset()
            self._judged = None
        self._letter = letter

    def show_way(self, *, sends: bool) -> None:
        """Whether it leaves from here, and so by itself when its moment has come."""
        if sends is not self._sends:
            self._sends = sends
            if self._judged is not None:
                self.judge(*self._judged)

    def judge(self, report: Report, rows: tuple[FindingRow, ...]) -> None:
        """Say when it may go, and hold it back where something must be fixed."""
        if self._letter is None:
            return
        graves = (row.finding for row in rows if row.finding.level is Level.MUST)
        self._musts = frozenset(finding.check for finding in graves)
        self._judged = report, rows
        zone, send_at = self._letter.composing.situation.case.application_zone, self._letter.send_at
        when = when_of(report.findings, send_at, zone, self._desk.now(), sends=self._sends)
        self._when = when
        self._bar.show_when(when.headline, when.detail, good=when.good, hold=when.hold)
        self._bar.hold_back(first_thing(rows) if self.is_held else "")

    def _override(self) -> None:
        """Knowingly: the user has read what holds it back."""
        self._overridden |= self._musts
        self._bar.hold_back("")
        self._bar.main.setFocus()

    def _ask_when(self) -> None:
        if self._letter is None:
            return
        composing = self._letter.composing
        slot = self._when.slot if self._when is not None else None
        zone = composing.situation.case.application_zone
        first = slot or next_morning(
            self._desk.now(), zone, any_day=KINDS[composing.draft.kind].thank_you
        )
        dialog = SendLaterDialog(self._theme, self._desk.now(), zone, first, self._page.window())
        dialog.picked.connect(self._send_at)
        dialog.open()

    def _hold(self) -> None:
        if self._when is not None and self._when.slot is not None:
            self._send_at(self._when.slot)

    def _send_at(self, moment: datetime) -> None:
        if self._letter is not None:
            self._letter.send_at = moment
            self.chosen.emit()
