"""Sets the help with wording up: stores its endpoint, gives its key to the keyring, and tries it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.drafting.helper import Helper
from gui import helper_errands
from gui import settings_actions as actions
from gui.answers import sentence_of
from gui.desk import Desk
from gui.errands import Errands
from gui.models.helper_words import in_settings
from gui.widgets.settings_helper import HelperSection

if TYPE_CHECKING:
    from gui.compose.helper_line import HelperLine

TRIAL = "Answer with the one word: yes"
WORKS = "It works: the model answers."


class HelperKeeper(QObject):
    """Between the section “Drafting help”, the Desk and the keyring. Call `refresh` when the page is
    looked at. `said` carries a sentence for the toast.
    """

    said = Signal(str)

    def __init__(self, desk: Desk, section: HelperSection) -> None:
        super().__init__(section)
        self._desk = desk
        self._section = section
        self._errands = Errands(self)
        self._line: HelperLine | None = None
        self._keyed: Helper | None = None
        """The endpoint whose key is on its way to the keyring."""
        section.helper_told.connect(self._change)
        section.key_told.connect(self._keep_key)
        section.trial_wanted.connect(self._begin_trial)
        section.stop_wanted.connect(self._stop)

    def refresh(self) -> None:
        """Read the endpoint anew."""
        self._desk.read(actions.helper, then=self._section.show_helper)

    def _change(self, wanted: Helper | None) -> None:
        self._stop()
        self._desk.write(
            actions.change_helper, wanted, then=self._forget_key, otherwise=self._refused
        )

    def _forget_key(self, address: str) -> None:
        """Where none was kept, the keyring is left alone."""
        if address:
            work = partial(helper_errands.forget_key, address)
            self._errands.run(work, then=self._forgotten, otherwise=self._tell)

    def _forgotten(self, _kept: bool) -> None:
        """Nothing more is to be done."""

    def _keep_key(self, secret: str) -> None:
        helper = self._keyed = self._section.helper
        if helper is not None:
            work = partial(helper_errands.keep_key, helper.address, secret)
            self._errands.run(work, then=self._note_key, otherwise=self._refused_key)

    def _note_key(self, _kept: bool) -> None:
        """It is kept for the endpoint that it was typed for, if that is still the one."""
        self._section.show_key_kept()
        helper = self._section.helper
        if helper is not None and self._keyed is not None and helper.address == self._keyed.address:
            self._desk.write(actions.change_helper, replace(helper, with_key=True))

    def _refused_key(self, error: Exception) -> None:
        self._section.show_trouble("key", sentence_of(error))

    def _tell(self, error: Exception) -> None:
        self.said.emit(sentence_of(error))

    def _refused(self, error: Exception) -> None:
        if not self._section.show_trouble(str(getattr(error, "field", "")), sentence_of(error)):
            self._tell(error)

    def _begin_trial(self) -> None:
        """What was typed last is stored by then."""
        self._desk.read(actions.helper, then=self._try)

    def _try(self, helper: Helper | None) -> None:
        if helper is None:
            return
        if self._line is None:
            from gui.compose.helper_line import HelperLine

            self._line = HelperLine(self)
            self._line.finished.connect(self._worked)
            self._line.troubled.connect(self._failed)
        self._section.show_testing()
        self._line.ask(helper, TRIAL)

    def _worked(self, _note: str) -> None:
        self._section.show_result(WORKS, works=True)

    def _failed(self, sentence: str) -> None:
        self._section.show_result(in_settings(sentence), works=False)

    def _stop(self) -> None:
        if self._line is not None and self._line.busy:
            self._line.stop()
            self._section.show_stopped()
