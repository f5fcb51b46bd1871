"""A wording is asked for, comes, and is looked at by the checks: what happens behind the dialog."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.drafting.help_request import request_for
from core.drafting.helper import Helper, endpoint_of
from core.drafting.stand_ins import StandIns
from core.drafting.values import Draft
from gui.compose.checking import Checked, Checking
from gui.compose.helper_line import HelperLine
from gui.compose.letter_values import Letter
from gui.compose.places import shown
from gui.dialogs.suggestion import SuggestionDialog
from gui.models.helper_words import goes_to
from gui.theme import Theme


class Suggestion(QObject):
    """One dialog, followed: asks the model, and lets what comes be checked."""

    def __init__(
        self,
        dialog: SuggestionDialog,
        helper: Helper,
        letter: Letter,
        draft: Draft,
        checking: Checking,
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._helper = helper
        self._letter = letter
        self._draft = draft
        self._checking = checking
        self._wanted: Draft | None = None
        """What the checks are asked about; None: nothing yet."""
        self._looked_at = False
        self.line = HelperLine(self)
        dialog.asked.connect(self._ask)
        dialog.stopped.connect(self._stop)
        self.line.grew.connect(dialog.show_growing)
        self.line.finished.connect(self._finish)
        self.line.troubled.connect(self._tell)
        checking.checked.connect(self._take_checked)

    def _ask(self, text: str) -> None:
        self._wanted = None
        self.line.ask(self._helper, text)

    def _stop(self) -> None:
        """What has come until now can be used as it is."""
        asked = self.line.busy
        self.line.stop()
        if asked:
            self._dialog.show_stopped()
            self._look()

    def _finish(self, note: str) -> None:
        self._dialog.show_end(note)
        self._look()

    def _tell(self, sentence: str) -> None:
        self._dialog.show_trouble(sentence)
        self._look()

    def _look(self) -> None:
        if self._dialog.suggestion:
            self._wanted = replace(self._draft, body=self._dialog.suggestion)
            self._looked_at = False
            self._checking.look_at(self._wanted, self._letter.composing.situation)
            self._checking.look_now()

    def _take_checked(self, checked: Checked) -> None:
        """The letter behind the dialog may be looked at meanwhile: then this is asked again."""
        if self._wanted is None:
            return
        if checked.draft == self._wanted:
            self._looked_at = True
            rows, fine = shown(checked, self._letter.composing.ignored, by_phone=False)
            self._dialog.show_checked(rows, checks=fine)
        elif not self._looked_at:
            self._look()


def suggestion_dialog(
    theme: Theme, helper: Helper, letter: Letter, draft: Draft, checking: Checking, window: QWidget
) -> SuggestionDialog:
    """The dialog for this letter as it is written, with everything behind it; not shown yet."""
    request = request_for(draft, letter.tone)
    dialog = SuggestionDialog(
        theme,
        request,
        goes_to(helper),
        StandIns(letter.composing.situation, request),
        other_names=not endpoint_of(helper.address).on_this_machine,
        parent=window,
    )
    Suggestion(dialog, helper, letter, draft, checking)
    return dialog
