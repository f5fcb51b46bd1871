"""Hands a message over: to the mail program, to the clipboard, or for later.

Handing over to another program proves nothing: whether it was sent is asked afterwards.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from core.checks.finding import Level, Report
from core.drafting.stages import HandedTo
from gui.compose import actions, mail_out
from gui.compose.letter_values import Letter
from gui.compose.writing import Writing
from gui.desk import Desk
from gui.dialogs.send_later import SendLaterDialog
from gui.icons import icon
from gui.models.finding_words import first_thing
from gui.models.findings import FindingRow
from gui.models.stage_words import Answer
from gui.models.when_words import When, when_of
from gui.theme import Theme
from gui.widgets.when_bar import WhenBar

if TYPE_CHECKING:
    from gui.compose.mail_out import Copied, Opened

OPEN, COPY = "open", "copy"


class Handing(QObject):
    """`edited` tells that the time of sending changed, `said` carries a sentence for the toast."""

    edited = Signal()
    said = Signal(str)

    def __init__(
        self, theme: Theme, desk: Desk, writing: Writing, bar: WhenBar, page: QWidget
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._writing = writing
        self._bar = bar
        self._page = page
        self._letter: Letter | None = None
        self._when: When | None = None
        self._musts: frozenset[int] = frozenset()
        self._overridden: frozenset[int] = frozenset()
        bar.copy.clicked.connect(self.copy)
        bar.main.clicked.connect(self.open_mail)
        bar.main.menu_wanted.connect(self._offer)
        bar.later.clicked.connect(self._ask_when)
        bar.hold.clicked.connect(self._hold)
        bar.overridden.connect(self._override)

    def take(self, letter: Letter) -> None:
        """The letter that is open; what was overridden in another one does not count."""
        if letter is not self._letter:
            self._overridden = frozenset()
        self._letter = letter

    def judge(self, report: Report, rows: tuple[FindingRow, ...]) -> None:
        """Say when it may go, and hold it back where something must be fixed."""
        if self._letter is None:
            return
        self._musts = frozenset(
            row.finding.check for row in rows if row.finding.level is Level.MUST
        )
        zone = self._letter.composing.situation.case.application_zone
        self._when = when_of(report.findings, self._letter.send_at, zone, self._desk.now())
        when = self._when
        self._bar.show_when(when.headline, when.detail, good=when.good, hold=when.hold)
        held = not self._musts <= self._overridden
        self._bar.hold_back(first_thing(rows) if held else "")

    def copy(self) -> None:
        """Put the words on the clipboard, plain and rich."""
        self._writing.flush()
        if self._letter is not None:
            draft_id = self._letter.composing.draft_id
            self._desk.read(mail_out.copy, draft_id, then=self._to_clipboard)

    def open_mail(self) -> None:
        """Let the mail program open the message."""
        self._writing.flush()
        if self._letter is not None and self._bar.main.isEnabled():
            draft_id = self._letter.composing.draft_id
            self._desk.read(mail_out.prepare, draft_id, then=self._open)

    def _to_clipboard(self, copied: Copied) -> None:
        data = QMimeData()
        data.setText(copied.text)
        data.setHtml(copied.html)
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit("The message is copied. Paste it where you write.")
        self._note(HandedTo.CLIPBOARD)

    def _open(self, opened: Opened) -> None:
        if QDesktopServices.openUrl(QUrl(opened.url)):
            self._note(HandedTo.MAIL_PROGRAM)
        else:
            self.copy()
            self.said.emit("No mail program was found. The message is copied instead.")

    def take_answer(self, key: str) -> None:
        """What the user says of a message that was handed over, or waits in the outbox."""
        if self._letter is None:
            return
        draft_id = self._letter.composing.draft_id
        match Answer(key):
            case Answer.SENT:
                self._desk.write(actions.confirm_sent, draft_id)
            case Answer.NOT_SENT:
                self._desk.write(actions.not_sent, draft_id)
            case Answer.TAKE_BACK:
                self._desk.write(actions.take_back, draft_id)
            case Answer.SEND_NOW:
                self._desk.write(actions.release, draft_id, None)
            case Answer.ARRIVED | Answer.NOT_ARRIVED as told:
                self._desk.write(actions.answer, draft_id, told is Answer.ARRIVED)

    def _note(self, to: HandedTo) -> None:
        if self._letter is not None:
            overridden = tuple(sorted(self._overridden & self._musts))
            draft_id = self._letter.composing.draft_id
            self._desk.write(actions.handed_over, draft_id, to, overridden)

    def _offer(self) -> None:
        menu = QMenu(self._bar)
        for key, words, drawing in (
            (OPEN, "Open in mail program", "mail"),
            (COPY, "Copy the message", "copy"),
        ):
            choice = menu.addAction(icon(self._theme, drawing, "text-2"), words)
            choice.setData(key)
            choice.setEnabled(key == COPY or self._bar.main.isEnabled())
        menu.triggered.connect(self._pick)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self._bar.main.menu_corner()
        corner.setY(corner.y() - menu.sizeHint().height())
        menu.popup(corner)

    def _pick(self, choice: QAction) -> None:
        if choice.data() == COPY:
            self.copy()
        else:
            self.open_mail()

    def _override(self) -> None:
        """Knowingly: the user has read what holds it back."""
        self._overridden |= self._musts
        self._bar.hold_back("")
        self._bar.main.setFocus()

    def _ask_when(self) -> None:
        if self._letter is None:
            return
        slot = self._when.slot if self._when is not None else None
        zone = self._letter.composing.situation.case.application_zone
        dialog = SendLaterDialog(self._theme, self._desk.now(), zone, slot, self._page.window())
        dialog.picked.connect(self._send_at)
        dialog.open()

    def _hold(self) -> None:
        if self._when is not None and self._when.slot is not None:
            self._send_at(self._when.slot)

    def _send_at(self, moment: datetime) -> None:
        if self._letter is not None:
            self._letter.send_at = moment
            self.edited.emit()
