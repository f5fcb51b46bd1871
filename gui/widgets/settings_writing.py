"""Writing: who signs, how messages speak, and what the checks leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.drafting.tone import Tone
from core.settings import Preferences
from gui.theme import Role, Theme
from gui.widgets.fields import CheckBox
from gui.widgets.fold import Fold
from gui.widgets.labels import Label
from gui.widgets.settings_section import SettingsSection
from gui.widgets.stored_text import StoredLines, StoredText
from gui.widgets.word_list import WordList

if TYPE_CHECKING:
    from core.use_cases.own_words import OwnWords

TONES = ((Tone.WARM.value, "Warm"), (Tone.PLAIN.value, "Plain"), (Tone.FORMAL.value, "Formal"))
LANGUAGES = (("en", "English"), ("de", "German"), ("fr", "French"), ("es", "Spanish"))


class ChecksList(QWidget):
    """A switch for each check; `changed` tells that one was switched."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        from core.checks.wording import CHECK_NAMES

        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes = {number: CheckBox(theme, name) for number, name in CHECK_NAMES.items()}
        for box in self.boxes.values():
            box.clicked.connect(self.changed)
            column.addWidget(box)

    @property
    def off(self) -> frozenset[int]:
        """The numbers of those that are switched off."""
        return frozenset(number for number, box in self.boxes.items() if not box.isChecked())

    def show_off(self, off: frozenset[int]) -> None:
        for number, box in self.boxes.items():
            box.setChecked(number not in off)


class WritingSection(SettingsSection):
    """Words that are added or removed are told by signals of their own: they are no settings."""

    employer_added = Signal(str)
    employer_removed = Signal(str)
    word_added = Signal(str)
    word_removed = Signal(str)
    looked_at_again = Signal(int, str)
    """A check by its number, and the words that it is to find again."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Writing", "pen-line")
        self._off: frozenset[int] = frozenset()
        self._words: OwnWords | None = None
        self.checks: ChecksList | None = None
        self._build_signature()
        self.tone = self.add_choice("tone", "How new messages speak", TONES)
        self.language = self.add_choice("letter_language", "Language of new messages", LANGUAGES)
        self._build_lists()
        self._build_checks()

    def _build_signature(self) -> None:
        self.name = StoredText(self.theme, "me_name", "Ann Berg")
        self.phone = StoredText(self.theme, "me_phone", "+47 55 12 34 56")
        self.signature = StoredLines(self.theme, "me_signature", "Ann Berg\n+47 55 12 34 56")
        self.add_row("me_name", "Your name", self.name)
        self.add_row("me_phone", "Your phone", self.phone)
        hint = "Stands below each message. Left empty, it is your name and your phone."
        self.add_row("me_signature", "Signature", self.signature, hint)
        self.signature.edit.setAccessibleName("Signature")
        for field in (self.name, self.phone, self.signature):
            field.told.connect(self.tell)

    def _build_lists(self) -> None:
        self.employers = WordList(self.theme, "Earlier employers", "Globex")
        self.employers.added.connect(self.employer_added)
        self.employers.removed.connect(self._remove_employer)
        hint = "They may be named in any message, and are not taken for a mix-up."
        row = self.add_row("employer", "Earlier employers", self.employers, hint)
        self.employers.field.textChanged.connect(row.clear_error)
        self.words = WordList(self.theme, "Your own words", "Kubernetes")
        self.words.added.connect(self.word_added)
        self.words.removed.connect(self._remove_word)
        row = self.add_row("word", "Your own words", self.words, "They count as spelled right.")
        self.words.field.textChanged.connect(row.clear_error)
        self.allowed = WordList(self.theme, "Left alone for good", grows=False)
        self.allowed.removed.connect(self._look_again)
        hint = "What you chose “Never for this word” for. Removed, it is looked at again."
        self.add_row("words", "Left alone for good", self.allowed, hint)

    def _build_checks(self) -> None:
        self.state = Label(self.theme, "", Role.BODY, wrap=True)
        self.fold = Fold(self.theme, "What is checked", self._make_checks)
        self.card.column.addWidget(self.state)
        self.card.column.addWidget(self.fold)

    def _make_checks(self) -> QWidget:
        self.checks = ChecksList(self.theme)
        self.checks.show_off(self._off)
        self.checks.changed.connect(self._tell_checks)
        return self.checks

    def show_preferences(self, preferences: Preferences) -> None:
        self.name.show_stored(preferences.me_name)
        self.phone.show_stored(preferences.me_phone)
        self.signature.show_stored(preferences.me_signature)
        self.tone.choose(preferences.tone.value)
        self.language.choose(preferences.letter_language)
        self._off = preferences.checks_off
        self.state.setText(_told(len(self._off)))
        if self.checks is not None:
            self.checks.show_off(self._off)

    def show_words(self, words: OwnWords) -> None:
        """What the user told the checks."""
        from core.checks.wording import CHECK_NAMES

        self._words = words
        self.employers.show_words(words.cv_employers)
        self.words.show_words(words.dictionary)
        named = [f"“{text}” · {CHECK_NAMES.get(check, '')}" for check, text in words.allowed]
        self.allowed.show_words(named)
        self.rows["words"].setVisible(bool(named))

    def show_languages(self, sentence: str) -> None:
        """Which languages can be proofread here."""
        self.rows["letter_language"].set_hint(sentence)

    def _remove_employer(self, place: int) -> None:
        if self._words is not None:
            self.employer_removed.emit(self._words.cv_employers[place])

    def _remove_word(self, place: int) -> None:
        if self._words is not None:
            self.word_removed.emit(self._words.dictionary[place])

    def _look_again(self, place: int) -> None:
        if self._words is not None:
            self.looked_at_again.emit(*self._words.allowed[place])

    def _tell_checks(self) -> None:
        if self.checks is not None:
            self.tell("checks_off", " ".join(str(number) for number in sorted(self.checks.off)))


def _told(off: int) -> str:
    if not off:
        return "Everything is checked before you send."
    return f"{off} {'check is' if off == 1 else 'checks are'} switched off."
