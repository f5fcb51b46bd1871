"""What the user writes on the page for the day, and which stories come along."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.preparation.day_sheet import LATE, OPENING, SPOKEN, STORY, WAY, WORDS, DaySheet
from core.preparation.story_bank import FOR_THE_DAY
from core.preparation.values import Known
from gui.desk import Desk
from gui.dialogs.prepare_form import NoteDialog
from gui.prepare import actions
from gui.theme import Theme
from gui.widgets.fields import ChoiceField, TextField

NUMBERS = ("First story", "Second story", "Third story")


class DayWordsDialog(NoteDialog):
    """Fields that are left empty show what is known by itself."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        interview_id: int,
        known: Known,
        sheet: DaySheet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, desk, "The page for the day", "", parent)
        self._interview_id = interview_id
        self._written = {tick.key: tick.text for tick in known.ticks}
        self.fields: dict[str, TextField] = {}
        self._add(WAY, "How you get there", "Bus 3 to the quay, then five minutes on foot")
        self._add(OPENING, "How you begin", sheet.opening or "I have looked forward to this talk")
        self._add(WORDS, "A sentence to yourself", sheet.words or "I know enough. I can ask.")
        self._add(LATE, "Whom to call if you are late", sheet.late_number or "+47 55 00 00 00")
        for person in known.people:
            self._add(
                f"{SPOKEN}{person.key}",
                f"How to say {person.full_name}",
                "as it sounds: fan der BERG",
            )
        self.stories = self._add_stories(known)
        self.add_buttons("Keep the page")
        self.fields[WAY].setFocus()

    def _add(self, key: str, label: str, example: str) -> None:
        self.fields[key] = self.add_text(key, label, self._written.get(key, ""), example)

    def _add_stories(self, known: Known) -> list[ChoiceField]:
        taken = [t.key.removeprefix(STORY) for t in known.ticks if t.key.startswith(STORY)]
        choices = [("", "Whichever fits best"), *((s.key, s.title) for s in known.stories)]
        fields = []
        for number in range(min(FOR_THE_DAY, len(known.stories))):
            chosen = taken[number] if number < len(taken) else ""
            field = ChoiceField(self.theme, choices, chosen)
            self.add_row(f"story {number}", NUMBERS[number], field)
            fields.append(field)
        return fields

    def take(self) -> bool:
        written = {key: field.text() for key, field in self.fields.items()}
        chosen = tuple(dict.fromkeys(field.value for field in self.stories if field.value))
        return self.store(actions.write_day, self._interview_id, written, chosen)
