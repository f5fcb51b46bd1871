"""Stores what the user tells the checks in the settings, and shows what is stored."""

from __future__ import annotations

from PySide6.QtCore import QObject

from gui import settings_actions as actions
from gui.desk import Desk
from gui.widgets.settings_writing import WritingSection


class OwnWordsKeeper(QObject):
    """Between the section “Writing” and the Desk. Call `refresh` when the page is looked at."""

    def __init__(self, desk: Desk, section: WritingSection) -> None:
        super().__init__(section)
        self._desk = desk
        self._section = section
        section.employer_added.connect(self._add_employer)
        section.employer_removed.connect(self._remove_employer)
        section.word_added.connect(self._add_word)
        section.word_removed.connect(self._remove_word)
        section.looked_at_again.connect(self._look_again)

    def refresh(self) -> None:
        """Read everything anew."""
        self._desk.read(actions.own_words, then=self._section.show_words)
        self._desk.read(actions.languages, then=self._section.show_languages)

    def _add_employer(self, name: str) -> None:
        self._desk.write(actions.add_employer, name, otherwise=self._refused)

    def _remove_employer(self, name: str) -> None:
        self._desk.write(actions.remove_employer, name)

    def _add_word(self, word: str) -> None:
        self._desk.write(actions.add_word, word, otherwise=self._refused)

    def _remove_word(self, word: str) -> None:
        self._desk.write(actions.remove_word, word)

    def _look_again(self, check: int, words: str) -> None:
        self._desk.write(actions.look_again, check, words)

    def _refused(self, error: Exception) -> None:
        sentence = str(getattr(error, "sentence", ""))
        if not self._section.show_trouble(str(getattr(error, "field", "")), sentence):
            self._desk.say(error)
