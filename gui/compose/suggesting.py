"""Help with the wording, where the user has named an endpoint for it; else nothing of it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui import settings_actions
from gui.compose import actions
from gui.compose.checking import Checking
from gui.compose.letter_values import Letter
from gui.compose.writing import Writing
from gui.desk import Desk
from gui.theme import Theme
from gui.widgets.letter_card import LetterCard

if TYPE_CHECKING:
    from core.drafting.helper import Helper

KEYS = "Ctrl+J"
TAKEN = "The suggestion is in your letter. Ctrl+Z there brings yours back."
TOO_LATE = "Your letter can no longer be changed here. The suggestion was not used."


class Suggesting(QObject):
    """`edited` tells that the letter changed, `said` carries a sentence for the toast."""

    edited = Signal()
    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        writing: Writing,
        checking: Checking,
        card: LetterCard,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._writing = writing
        self._checking = checking
        self._card = card
        self._page = page
        self._letter: Letter | None = None
        self._helper: Helper | None = None
        self._asked_for: int | None = None
        """The draft that the open dialog is about."""
        self._shortcut = QShortcut(QKeySequence(KEYS), page)
        self._shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._shortcut.setEnabled(False)
        self._shortcut.activated.connect(self.open)
        card.help_wanted.connect(self.open)
        card.name_help_keys(QKeySequence(KEYS))

    def take(self, letter: Letter) -> None:
        """The letter that is open."""
        self._letter = letter
        self._desk.read(settings_actions.helper, then=self._know)

    def open(self) -> None:
        """Show what would be sent; nothing is, until the user says so."""
        letter, helper = self._letter, self._helper
        button = self._card.help
        offered = button.isVisible() and button.isEnabled()
        if letter is None or helper is None or not offered:
            return
        from gui.compose.suggestion import suggestion_dialog

        self.edited.emit()
        self._asked_for = letter.composing.draft_id
        draft = letter.draft(*self._card.written)
        window = self._page.window()
        dialog = suggestion_dialog(self._theme, helper, letter, draft, self._checking, window)
        dialog.used.connect(self._use)
        dialog.open()

    def _know(self, helper: Helper | None) -> None:
        self._helper = helper
        self._card.help.setVisible(helper is not None)
        self._shortcut.setEnabled(helper is not None)

    def _use(self, text: str) -> None:
        """One step for undo, and the text before is kept among the earlier ones."""
        draft_id = self._letter.composing.draft_id if self._letter is not None else None
        if draft_id is None or draft_id != self._asked_for or self._card.body.isReadOnly():
            self.said.emit(TOO_LATE)
            return
        self._writing.flush()
        self._desk.write(actions.keep_version, draft_id)
        self._card.body.replace_text(text)
        self._card.body.setFocus()
        self.said.emit(TAKEN)
