"""Hands a message over: to the mail program, the clipboard, the account, or a page.

Handing over to another program proves nothing: whether it was sent is asked afterwards.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from core.drafting.outgoing import Account
from core.drafting.stages import HandedTo
from gui import actions as step_actions
from gui.compose import actions, mail_out
from gui.compose.draft_keeper import DraftKeeper
from gui.compose.letter_values import Letter
from gui.compose.timing import Timing
from gui.compose.ways import ALWAYS, WAYS, Way, ways_for
from gui.compose.writing import Writing
from gui.desk import Desk
from gui.hand_over import search_for
from gui.icons import icon
from gui.models.stage_words import Answer
from gui.theme import Theme
from gui.widgets.when_bar import WhenBar

if TYPE_CHECKING:
    from gui.compose.mail_out import Copied, Opened


class Handing(QObject):
    """`said` carries a sentence for the toast, `queued` that a message leaves, and when."""

    edited = Signal()
    said = Signal(str)
    queued = Signal(int, object)
    """A draft's id, and the instant at which it leaves."""
    set_up_wanted = Signal()
    """The user wants to name a mail account."""
    cancelled = Signal()
    """The user wants what is leaving to be given up."""

    def __init__(
        self, theme: Theme, desk: Desk, writing: Writing, bar: WhenBar, page: QWidget
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._writing = writing
        self._bar = bar
        self._letter: Letter | None = None
        self._account: Account | None = None
        self.timing = Timing(theme, desk, bar, page)
        self.keeper = DraftKeeper(desk, page)
        self.keeper.said.connect(self.said)
        self.keeper.kept.connect(self._note_kept)
        self.timing.chosen.connect(self._wait_until_then)
        bar.copy.clicked.connect(self.copy)
        bar.main.clicked.connect(self.go)
        bar.main.menu_wanted.connect(self._offer)

    def take(self, letter: Letter) -> None:
        """The letter that is open."""
        self._letter = letter
        self.timing.take(letter)
        self._desk.read(actions.mail_account, then=self._know_account)

    @property
    def ways(self) -> tuple[Way, ...]:
        """How the letter can be handed over, the usual way first."""
        if self._letter is None:
            return (Way.COPY,)
        return ways_for(self._letter.channel, self._account)

    def go(self) -> None:
        """Hand it over in the usual way."""
        if self._bar.main.isEnabled():
            self._do(self.ways[0])

    def copy(self) -> None:
        """Put the words on the clipboard, plain and rich."""
        self._do(Way.COPY)

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
            case Answer.CANCEL:
                self.cancelled.emit()
            case Answer.ARRIVED | Answer.NOT_ARRIVED as told:
                self._desk.write(actions.answer, draft_id, told is Answer.ARRIVED)

    def _know_account(self, account: Account | None) -> None:
        self._account = account
        self.timing.show_way(sends=self.ways[0] is Way.SEND)
        words = WAYS[self.ways[0]]
        self._bar.show_way(words.words, words.icon, others=len(self.ways) > 1)

    def _do(self, way: Way) -> None:
        if self._letter is None:
            return
        self._writing.flush()
        draft_id = self._letter.composing.draft_id
        match way:
            case Way.COPY:
                self._desk.read(mail_out.copy, draft_id, then=self._to_clipboard)
            case Way.PAGE:
                self._desk.read(mail_out.copy, draft_id, then=self._open_page)
            case Way.OPEN:
                self._desk.read(mail_out.prepare, draft_id, then=self._open)
            case Way.DRAFTS:
                self.keeper.keep(draft_id)
            case Way.SEND:
                self._queue(draft_id)
            case Way.SET_UP:
                self.set_up_wanted.emit()

    def _queue(self, draft_id: int) -> None:
        moment, overridden = self.timing.send_at, self.timing.overridden
        self._desk.write(actions.queue, draft_id, moment, overridden, then=self._tell_queued)

    def _tell_queued(self, leaves_at: datetime) -> None:
        if self._letter is not None:
            self.queued.emit(self._letter.composing.draft_id, leaves_at)

    def _to_clipboard(self, copied: Copied) -> None:
        put_on_clipboard(copied)
        self.said.emit("The message is copied. Paste it where you write.")
        self._note(HandedTo.CLIPBOARD)

    def _open_page(self, copied: Copied) -> None:
        put_on_clipboard(copied)
        if self._letter is not None:
            composing = self._letter.composing
            name = composing.recipients[0].name if composing.recipients else ""
            QDesktopServices.openUrl(QUrl(search_for(name, composing.company)))
        self._note(HandedTo.CLIPBOARD)

    def _open(self, opened: Opened) -> None:
        if opened.possible and QDesktopServices.openUrl(QUrl(opened.url)):
            self._note(HandedTo.MAIL_PROGRAM)
        else:
            put_on_clipboard(opened.copied)
            self.said.emit("No mail program was found. The message is copied instead.")
            self._note(HandedTo.CLIPBOARD)

    def _note_kept(self) -> None:
        self._note(HandedTo.DRAFTS_FOLDER)

    def _note(self, to: HandedTo) -> None:
        if self._letter is not None:
            draft_id = self._letter.composing.draft_id
            self._desk.write(actions.handed_over, draft_id, to, self.timing.overridden)

    def _offer(self) -> None:
        menu = QMenu(self._bar)
        for way in self.ways:
            words = WAYS[way]
            choice = menu.addAction(icon(self._theme, words.icon, "text-2"), words.words)
            choice.setData(way.value)
            choice.setEnabled(way in ALWAYS or self._bar.main.isEnabled())
        menu.triggered.connect(self._pick)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self._bar.main.menu_corner()
        corner.setY(corner.y() - menu.sizeHint().height())
        menu.popup(corner)

    def _pick(self, choice: QAction) -> None:
        self._do(Way(str(choice.data())))

    def _wait_until_then(self) -> None:
        """Sent from here, it leaves at that moment; else the user is reminded then."""
        self.edited.emit()
        if self._letter is None or self.timing.send_at is None:
            return
        if self.ways[0] is Way.SEND and not self.timing.is_held:
            self._do(Way.SEND)
        elif self._letter.composing.step_id is not None and self.ways[0] is not Way.SEND:
            step_id = self._letter.composing.step_id
            self._desk.write(step_actions.snooze, step_id, self.timing.send_at)


def put_on_clipboard(copied: Copied) -> None:
    """The message, plain and rich."""
    data = QMimeData()
    data.setText(copied.text)
    data.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(data)
