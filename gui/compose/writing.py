"""The message that is open: read, kept as it is typed, and left for another one.

What is typed is stored at most 800 ms later, and at once when the page is left. The text in the
editor is the truth: what is stored elsewhere meanwhile replaces it only where nothing was typed, and
else is added to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.answers import sentence_of
from gui.compose import actions
from gui.desk import Changed, Desk

if TYPE_CHECKING:
    from core.use_cases.messages import Composing, DraftText

SAVE_MS = 800


class Writing(QObject):
    """Holds one message for the page. `text_wanted` asks it for what stands in the editor now."""

    opened = Signal(object)
    """The `Composing` of a message whose text is to be shown."""
    known = Signal(object)
    """The `Composing` anew: what is known around the message changed, its text did not."""
    added = Signal(str, str)
    """Something else put words into the stored body while the user typed: it before and after."""
    saved = Signal(bool)
    """Whether all that was typed is stored."""
    gone = Signal(str)
    """It cannot be shown: a sentence."""
    refused = Signal(str)
    """It cannot be stored as it is: a sentence."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typed: DraftText | None = None
        self._on_its_way: DraftText | None = None
        self._stored: tuple[str, str] | None = None
        self._fresh = False
        self._own_change = False
        self.composing: Composing | None = None
        self.draft_id: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_MS)
        self._timer.timeout.connect(self.flush)
        desk.changed.connect(self._on_changed)

    @property
    def is_typed(self) -> bool:
        """Whether something stands in the editor that is not stored yet."""
        return self._typed is not None or self._on_its_way is not None

    def open(self, draft_id: int) -> None:
        """Show that message; the one before is stored first."""
        self.flush()
        self.draft_id = draft_id
        self.read_text_again()

    def read_text_again(self) -> None:
        """Show the text as it is stored, after something else than typing changed it."""
        self._fresh = True
        self.read_again()

    def read_again(self) -> None:
        """Read what is known around the message."""
        if self.draft_id is not None:
            self._desk.read(actions.compose, self.draft_id, then=self._take, otherwise=self._lost)

    def take_typed(self, text: DraftText) -> None:
        """What stands in the editor now: to be stored soon. Typing on does not put that off."""
        self._typed = text
        self.saved.emit(False)
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Store what was typed, now."""
        self._timer.stop()
        if self._typed is None or self.draft_id is None:
            return
        self._on_its_way, self._typed = self._typed, None
        self._desk.write(
            actions.save,
            self.draft_id,
            self._on_its_way,
            then=self._note_saved,
            otherwise=self._note_refused,
        )

    def forget(self) -> None:
        """Leave the message: it was thrown away, or is no longer here."""
        self._timer.stop()
        self.draft_id = self.composing = self._typed = None

    def _take(self, composing: Composing) -> None:
        if composing.draft_id != self.draft_id:
            return
        before, self._stored = self._stored, _text_of(composing)
        self.composing = composing
        elsewhere = before is not None and self._stored != before
        if self._fresh or (elsewhere and not self.is_typed):
            self._fresh = False
            self.opened.emit(composing)
            return
        self.known.emit(composing)
        if before is not None and elsewhere:
            self.added.emit(before[1], composing.draft.body)

    def _lost(self, error: Exception) -> None:
        self.forget()
        self.gone.emit(sentence_of(error))

    def _note_saved(self, composing: Composing) -> None:
        """What was stored may be tidier than what was typed; that alone changes nothing here."""
        self._own_change = True
        self._on_its_way = None
        if self._typed is None:
            self.saved.emit(True)
        if composing.draft_id == self.draft_id:
            self.composing, self._stored = composing, _text_of(composing)
            self.known.emit(composing)

    def _note_refused(self, error: Exception) -> None:
        """What was typed stays in the editor; the next key tries again."""
        self._on_its_way = None
        self.refused.emit(sentence_of(error))

    def _on_changed(self, _changed: Changed) -> None:
        if self._own_change:
            self._own_change = False
        elif self.draft_id is not None:
            self.read_again()


def _text_of(composing: Composing) -> tuple[str, str]:
    return composing.draft.subject, composing.draft.body
