"""Other words for the letter: another tone, or one of the user's own templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from core.drafting.kinds import KINDS
from core.drafting.tone import Tone
from gui.compose import actions
from gui.compose.letter_values import Letter
from gui.compose.writing import Writing
from gui.desk import Desk
from gui.icons import icon
from gui.models.compose_words import TONES
from gui.theme import Theme
from gui.widgets.letter_card import LetterCard

if TYPE_CHECKING:
    from core.drafting.letters import Filled
    from core.drafting.templates import Choice

TONE, OWN = "tone", "own"


class Wordings(QObject):
    """`edited` tells that the letter changed, `said` carries a sentence for the toast."""

    edited = Signal()
    said = Signal(str)

    def __init__(
        self, theme: Theme, desk: Desk, writing: Writing, card: LetterCard, page: QWidget
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._writing = writing
        self._card = card
        self._letter: Letter | None = None
        card.form_wanted.connect(self._read)

    def take(self, letter: Letter) -> None:
        """The letter that is open."""
        self._letter = letter
        self._card.form.set_words(form_words(letter))

    def _read(self) -> None:
        if self._letter is not None:
            kind = self._letter.composing.draft.kind
            self._desk.read(actions.left_out_templates, then=self._tell_left_out)
            self._desk.read(actions.template_choices, kind, then=self._offer)

    def _tell_left_out(self, sentences: tuple[str, ...]) -> None:
        """One at a time: when it is put right, the next is told."""
        if sentences:
            self.said.emit(sentences[0])

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        if self._letter is None:
            return
        menu = QMenu(self._card)
        for tone, words in TONES.items():
            self._add(menu, f"{TONE} {tone.value}", f"{words} words", "message-circle")
        for name in dict.fromkeys(choice.name for choice in choices if choice.own and choice.name):
            self._add(menu, f"{OWN} {name}", name, "pen-line")
        menu.triggered.connect(self._pick)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self._card.form.mapToGlobal(QPoint(0, -4))
        corner.setY(corner.y() - menu.sizeHint().height())
        menu.popup(corner)

    def _add(self, menu: QMenu, key: str, words: str, drawing: str) -> None:
        menu.addAction(icon(self._theme, drawing, "text-2"), words).setData(key)

    def _pick(self, choice: QAction) -> None:
        what, _, value = str(choice.data()).partition(" ")
        if self._letter is None:
            return
        if what == TONE:
            self._letter.tone = Tone(value)
            self.reword("")
        else:
            self.reword(value)

    def reword(self, template: str) -> None:
        """Put the words of a template in the place of what stands there."""
        if self._letter is not None:
            self.edited.emit()
            self._writing.flush()
            draft_id, tone = self._letter.composing.draft_id, self._letter.tone
            self._desk.read(actions.wording, draft_id, tone, template, then=self._show)

    def _show(self, filled: Filled) -> None:
        self._card.body.replace_text(filled.body)
        if not self._card.subject.text():
            self._card.subject.setText(filled.subject)
        if self._letter is not None:
            self._card.form.set_words(form_words(self._letter))
        self._card.body.setFocus()  # there Ctrl+Z is the letter's own
        self.said.emit("Other words. Ctrl+Z in the letter brings yours back.")


def form_words(letter: Letter) -> str:
    """ "Warm, full letter"."""
    tone = TONES[letter.tone]
    kind = KINDS[letter.composing.draft.kind]
    if kind.most_characters is not None:
        return f"{tone}, short note"
    notes = letter.composing.situation.case.settings.thank_you_notes
    short = kind.thank_you and notes != "full"
    return f"{tone}, {'short note' if short else 'full letter'}"
