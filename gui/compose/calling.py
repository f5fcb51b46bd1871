"""A message that is said rather than written: its script, the call, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from core.drafting.kinds import KINDS
from core.drafting.stages import Stage
from core.playbook.values import Channel
from gui.answers import sentence_of
from gui.compose import actions
from gui.compose.letter_values import Letter
from gui.compose.writing import Writing
from gui.desk import Desk
from gui.models.compose_words import recipient_of
from gui.models.script_words import REACHED, Result, link_to
from gui.widgets.compose_header import ComposeHeader
from gui.widgets.script_card import ScriptCard

if TYPE_CHECKING:
    from core.drafting.letters import PhoneScript

WAYS = ((Channel.EMAIL.value, "E-mail"), (Channel.PHONE.value, "Phone"))
STAYS_OPEN = "Nothing is noted. The step stays open for another try."


class Calling(QObject):
    """`edited` tells that the channel changed, `said` carries a sentence for the toast."""

    edited = Signal()
    said = Signal(str)

    def __init__(
        self, desk: Desk, writing: Writing, header: ComposeHeader, script: ScriptCard, page: QWidget
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._writing = writing
        self._header = header
        self._script = script
        self._letter: Letter | None = None
        header.channel_chosen.connect(self.choose)
        script.called.connect(self._call)
        script.ended.connect(self._end)

    @property
    def by_phone(self) -> bool:
        """Whether the message that is open is to be said, and there are words for that."""
        letter = self._letter
        if letter is None or letter.channel is not Channel.PHONE:
            return False
        return KINDS[letter.composing.draft.kind].phone

    def take(self, letter: Letter) -> None:
        """The letter that is open."""
        self._letter = letter
        composing = letter.composing
        open_still = composing.stage in (Stage.WRITING, Stage.HANDED_OVER)
        offered = KINDS[composing.draft.kind].phone and open_still
        self._header.show_channels(WAYS if offered else (), letter.channel.value)
        if self.by_phone:
            called = [recipient_of(card, Channel.PHONE) for card in composing.recipients]
            self._script.show_people(called)
            self._script.lock(not open_still)
            draft_id = composing.draft_id
            self._desk.read(actions.script, draft_id, then=self._show, otherwise=self._tell)

    def choose(self, channel: str) -> None:
        """Write it, or say it."""
        if self._letter is not None and self._letter.channel != channel:
            self._letter.channel = Channel(channel)
            self.edited.emit()
            self._writing.flush()
            self._writing.read_again()

    def _show(self, script: PhoneScript) -> None:
        if not self._script.countdown.runs:
            self._script.show_script(script)

    def _tell(self, error: Exception) -> None:
        self.said.emit(sentence_of(error))

    def _call(self, number: str) -> None:
        if not QDesktopServices.openUrl(QUrl(link_to(number))):
            QGuiApplication.clipboard().setText(number)
            self.said.emit(f"{number} is on the clipboard. Call it from your telephone.")

    def _end(self, result: str) -> None:
        """Whoever was reached counts as contacted; else the step waits for another try."""
        if self._letter is None:
            return
        self._script.countdown.reset()
        if Result(result) in REACHED:
            self._writing.flush()
            self._desk.write(actions.confirm_sent, self._letter.composing.draft_id)
        else:
            self.said.emit(STAYS_OPEN)
