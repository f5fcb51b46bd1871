"""Files that are dropped or opened: read in the worker, asked about, stored, and answered."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.clock import Now
from core.refusal import Refusal
from gui.answers import sentence_of
from gui.desk import Desk
from gui.theme import Theme

if TYPE_CHECKING:
    from core.database import WorkSession
    from core.exchange.calendar_values import Invitation
    from core.intake import Taken
    from core.reply_intake import Offered
    from gui.dialogs.reply import ReplyDialog

MOST_FILES = 50
BY_HAND = "by hand"
LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file gave: its invitations, or a sentence why there are none.

    `reply`: it is a mail without an invitation. The sentence is for when it is no reply either.
    """

    invitations: tuple[Invitation, ...] = ()
    trouble: str = ""
    reply: Offered | None = None


class Intake(QObject):
    """One question after another. `said` carries a sentence for the toast; `taken` the
    application that an invitation belongs to."""

    said = Signal(str)
    unread = Signal(str)
    """The same, where the interview can still be added by hand."""
    taken = Signal(int)

    def __init__(self, theme: Theme, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._desk = desk
        self._window = window
        self._waiting: deque[Invitation] = deque()
        self._files: deque[tuple[Invitation, ...]] = deque()
        self._replies: deque[FileRead] = deque()
        self._beside: int | None = None
        self._sentences: list[str] = []
        self._asked: Invitation | None = None
        self._trouble = ""
        self._confirmed = False
        self._busy = False

    def take(self, paths: Sequence[Path], beside: int | None = None) -> None:
        """Read these files and take in what they hold.

        `beside`: the application that the user looks at, to which a reply may belong.
        """
        if paths:
            self._beside = beside
            self._desk.read(read_files, tuple(paths)[:MOST_FILES], then=self._on_read)

    def take_text(self, text: str, beside: int | None = None) -> None:
        """Ask about words that were dropped: perhaps a reply."""
        if text.strip() and not self._busy:
            dialog = self._reply_dialog(None, beside)
            dialog.paste(text)
            dialog.open()

    def _on_read(self, files: Sequence[FileRead]) -> None:
        for file in files:
            if file.reply is not None:
                self._replies.append(file)
            elif file.trouble:
                self._sentences.append(file.trouble)
            elif len(file.invitations) > 1:
                self._files.append(file.invitations)
            else:
                self._waiting.extend(file.invitations)
        if not self._busy:
            self._next()

    def _next(self) -> None:
        """Go on with the next file to choose from, or the next invitation, or say what was done."""
        self._busy = True
        if self._waiting:
            self._consider(self._waiting.popleft())
        elif self._files:
            self._choose(self._files.popleft())
        elif self._replies:
            self._ask_of_reply(self._replies.popleft())
        else:
            self._busy = False
            self._tell()

    def _choose(self, invitations: tuple[Invitation, ...]) -> None:
        from gui.dialogs.invitations import ChooseInvitations

        dialog = ChooseInvitations(self._theme, invitations, self._desk.now(), self._window)
        dialog.chosen.connect(self._on_chosen)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_chosen(self, chosen: tuple[Invitation, ...]) -> None:
        self._waiting.extend(chosen)

    def _ask_of_reply(self, file: FileRead) -> None:
        self._trouble = file.trouble
        dialog = self._reply_dialog(file.reply, self._beside)
        dialog.finished.connect(self._on_reply_answered)
        dialog.open()

    def _reply_dialog(self, offered: Offered | None, beside: int | None) -> ReplyDialog:
        from gui.dialogs.reply import ReplyDialog

        dialog = ReplyDialog(self._theme, self._desk, beside, offered, self._window)
        dialog.kept.connect(self.taken)
        dialog.files_chosen.connect(self._take_chosen)
        return dialog

    def _take_chosen(self, files: list[str]) -> None:
        self.take([Path(file) for file in files], self._beside)

    def _on_reply_answered(self, result: int) -> None:
        """What was no reply may be an invitation in words."""
        if not result:
            self._sentences.append(self._trouble)
        self._next()

    def _consider(self, invitation: Invitation) -> None:
        self._asked = None
        if invitation.zone is None and not invitation.all_day:
            self._asked = invitation
            from gui.dialogs.invitations import AskZone

            ask = AskZone(self._theme, invitation, self._desk.now(), self._window)
            ask.answered.connect(self._on_zone)
            ask.finished.connect(self._on_finished)
            ask.open()
        elif invitation.cancelled:
            self._asked = invitation
            from gui.dialogs.invitations import AskCancelled

            off = AskCancelled(self._theme, invitation, self._desk.now(), self._window)
            off.confirmed.connect(self._on_confirmed)
            off.finished.connect(self._on_finished)
            off.open()
        else:
            self._store(invitation)

    def _on_zone(self, zone: str) -> None:
        if self._asked is not None:
            self._waiting.appendleft(replace(self._asked, zone=zone, zone_name=""))

    def _on_confirmed(self) -> None:
        self._confirmed = True

    def _on_finished(self, _result: int) -> None:
        """A dialog is closed, whatever was answered."""
        if self._confirmed and self._asked is not None:
            self._confirmed = False
            self._store(self._asked)
        else:
            self._next()

    def _store(self, invitation: Invitation) -> None:
        self._desk.write(store, invitation, then=self._on_taken, otherwise=self._on_refused)

    def _on_taken(self, taken: Taken) -> None:
        self._sentences.append(" ".join((taken.sentence, *taken.notes)))
        if taken.application_id is not None:
            self.taken.emit(taken.application_id)
        self._next()

    def _on_refused(self, error: Exception) -> None:
        self._sentences.append(sentence_of(error))
        self._next()

    def _tell(self) -> None:
        if self._sentences:
            sentence = " ".join(self._sentences)
            (self.unread if BY_HAND in sentence else self.said).emit(sentence)
            self._sentences.clear()


def read_files(session: WorkSession, paths: tuple[Path, ...], now: Now) -> tuple[FileRead, ...]:
    """What the files give, in their order; runs in the Desk's thread."""
    return tuple(_read(session, path, now) for path in paths)


def _read(session: WorkSession, path: Path, now: Now) -> FileRead:
    try:
        return _taken_apart(session, path, now)
    except Refusal as error:
        return FileRead(trouble=error.sentence)
    except Exception:
        LOG.exception("a file could not be read")
        return FileRead(trouble=f"{path.name} could not be read. Nothing was stored.")


def _taken_apart(session: WorkSession, path: Path, now: Now) -> FileRead:
    """Invitations; else a reply, where there is an application that it can belong to."""
    from core import intake, reply_intake
    from core.exchange.invitations import NoInvitation

    try:
        return FileRead(invitations=intake.look(session, path, now))
    except NoInvitation as error:
        trouble = error.sentence
    if not reply_intake.homes(session, now):
        return FileRead(trouble=trouble)
    return FileRead(trouble=trouble, reply=reply_intake.look(session, path, now))


def store(session: WorkSession, invitation: Invitation, now: Now) -> Taken:
    """Store one invitation; the toast that offers Undo says what was done, and its notes.

    Runs in the Desk's thread.
    """
    from core import intake

    taken = intake.take(session, invitation, now)
    if session.change_label:
        session.change_label = " ".join((taken.sentence, *taken.notes)).rstrip(".")
    return taken
